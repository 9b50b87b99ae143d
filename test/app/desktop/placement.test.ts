import { describe, expect, it } from 'vitest';
import {
  type Display,
  panelSide,
  placeByPointer,
  placePopover,
  type Rectangle,
} from '../../../app/desktop/placement.ts';
import { fc } from '../../support/property.ts';

const size = { width: 360, height: 600 };
const full = { x: 0, y: 0, width: 1920, height: 1080 };

/** A display of this size, somewhere on the desk, with a panel of 40 on one side. */
function display(side: 'top' | 'bottom' | 'left' | 'right' | 'none', bounds: Rectangle = full): Display {
  const { x, y, width, height } = bounds;
  const workArea = {
    top: { x, y: y + 40, width, height: height - 40 },
    bottom: { x, y, width, height: height - 40 },
    left: { x: x + 40, y, width: width - 40, height },
    right: { x, y, width: width - 40, height },
    none: bounds,
  }[side];
  return { bounds, workArea };
}

const icon = (x: number, y: number): Rectangle => ({ x, y, width: 24, height: 24 });

describe('the popover', () => {
  it.each<['top' | 'bottom' | 'left' | 'right', Rectangle, { x: number; y: number }]>([
    ['bottom', icon(1000, 1048), { x: 832, y: 434 }],
    ['top', icon(1000, 8), { x: 832, y: 46 }],
    ['left', icon(8, 500), { x: 46, y: 212 }],
    ['right', icon(1888, 500), { x: 1514, y: 212 }],
  ])('opens beside its icon on a panel at the %s', (side, anchor, at) => {
    expect(panelSide(display(side))).toBe(side);
    expect(placePopover(anchor, display(side), size)).toEqual({ ...at, ...size });
  });

  it('opens in the corner where trays are when nothing tells where the icon is', () => {
    expect(placePopover(null, display('bottom'), size)).toMatchObject({ x: 1560, y: 434 });
    expect(placePopover(null, display('top'), size)).toMatchObject({ x: 1560, y: 46 });
  });

  it('opens on the display of its icon, left of and above the first one too', () => {
    const second = display('bottom', { x: -1280, y: -200, width: 1280, height: 1024 });
    expect(placePopover(icon(-60, 790), second, size)).toEqual({ x: -360, y: 178, ...size });
  });

  it('stays whole inside the work area, wherever the icon is and however small the display', () => {
    const side = fc.constantFrom('top', 'bottom', 'left', 'right', 'none' as const);
    const bounds = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 200, max: 4000 }),
      height: fc.integer({ min: 200, max: 4000 }),
    });
    const anchor = fc.option(
      fc.record({ x: fc.integer(), y: fc.integer(), width: fc.nat(64), height: fc.nat(64) }),
    );
    fc.assert(
      fc.property(side, bounds, anchor, (at, area, beside) => {
        const { bounds: whole, workArea } = display(at, area);
        const place = placePopover(beside, { bounds: whole, workArea }, size);
        expect(place.x).toBeGreaterThanOrEqual(workArea.x);
        expect(place.y).toBeGreaterThanOrEqual(workArea.y);
        expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width);
        expect(place.y + place.height).toBeLessThanOrEqual(workArea.y + workArea.height);
        for (const value of Object.values(place)) expect(Number.isInteger(value)).toBe(true);
      }),
    );
  });
});

describe('a small window by the pointer', () => {
  const small = { width: 320, height: 244 };

  it('stands below it, and above it where there is no room, never under it', () => {
    expect(placeByPointer({ x: 700, y: 300 }, display('bottom'), small)).toEqual({
      x: 540,
      y: 316,
      ...small,
    });
    expect(placeByPointer({ x: 700, y: 1000 }, display('bottom'), small)).toEqual({
      x: 540,
      y: 740,
      ...small,
    });
  });

  it('stays whole inside the work area, wherever the pointer is', () => {
    const side = fc.constantFrom('top', 'bottom', 'left', 'right', 'none' as const);
    fc.assert(
      fc.property(
        side,
        fc.integer(),
        fc.integer(),
        fc.integer({ min: 50, max: 3000 }),
        (at, x, y, height) => {
          const { workArea } = display(at);
          const place = placeByPointer({ x, y }, { workArea }, { width: 640, height });
          expect(place.x).toBeGreaterThanOrEqual(workArea.x);
          expect(place.y).toBeGreaterThanOrEqual(workArea.y);
          expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width);
          expect(place.y + place.height).toBeLessThanOrEqual(workArea.y + workArea.height);
        },
      ),
    );
  });
});
