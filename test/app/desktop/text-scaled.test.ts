import { expect, it } from 'vitest';
import { rescaled, type Scaled } from '../../../app/desktop/text-scaled.ts';

const usual = { width: 360, height: 600 };
const begin: Scaled = { percent: 100, usual, made: usual, room: usual };
const screens = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 640, height: 480 },
];
/** What the desktop makes of a size. */
const frames = [0, 38, 60];

it.each(screens)(
  'comes back to its size from every size of text, on a screen of $width × $height',
  (room) => {
    for (const frame of frames) {
      let now = begin;
      let shown = usual;
      for (const percent of [110, 125, 150, 175, 200, 150, 80, 200, 100]) {
        now = rescaled(now, shown, percent, room);
        expect(now.made.width).toBeLessThanOrEqual(room.width);
        expect(now.made.height).toBeLessThanOrEqual(room.height);
        const { width, height } = now.made;
        shown = { width, height: height === room.height ? height - frame : height };
      }
      expect(now.made).toEqual({ width: 360, height: Math.min(600, room.height) });
    }
  },
);

it('goes on from the size that a person gave it, with large text too', () => {
  const [room = usual] = screens;
  const wide = rescaled(begin, { width: 500, height: 700 }, 150, room);
  expect(wide.made).toEqual({ width: 750, height: 1050 });
  const low = rescaled(wide, { width: 750, height: 750 }, 100, room);
  expect(low.made).toEqual({ width: 500, height: 500 });
});
