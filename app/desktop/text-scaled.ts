import type { Size } from './placement.ts';

/** An ordinary window, and what it would be with text of the usual size. */
export interface Scaled {
  readonly percent: number;
  /** As a person has it with usual text, in pixels; it may be more than the screen holds once the text is larger. */
  readonly usual: Size;
  /** What the window was made. */
  readonly made: Size;
  /** Of the screen that it was made on. */
  readonly room: Size;
}

/** A desktop may take the frame off a window that fills its screen: that is nobody who made it smaller. */
const frame = 64;

/**
 * The window's next size, with text of so many per cent. What the screen cut off comes back with smaller text; a window that a person
 * made larger or smaller meanwhile goes on from there.
 */
export function rescaled(before: Scaled, now: Size, percent: number, room: Size): Scaled {
  const side = (of: keyof Size) => {
    const slack = before.made[of] >= before.room[of] ? frame : 1;
    const isByHand = Math.abs(now[of] - before.made[of]) > slack;
    return isByHand ? (now[of] * 100) / before.percent : before.usual[of];
  };
  const usual = { width: side('width'), height: side('height') };
  const fits = (of: keyof Size) => Math.min(Math.round((usual[of] * percent) / 100), room[of]);
  return { percent, usual, made: { width: fits('width'), height: fits('height') }, room };
}
