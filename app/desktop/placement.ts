export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Device-independent pixels, as Electron's `screen` gives them: scaling is already taken out. */
export interface Rectangle extends Point, Size {}

export interface Display {
  readonly bounds: Rectangle;
  /** `bounds` less the panels. */
  readonly workArea: Rectangle;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** Between the popover and what it stands beside. */
const gap = 6;

/** Between a small window and the pointer. */
const clear = 16;

const centre = (r: Rectangle): Point => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 });

/** The side of the display on which its panel lies: the side where the work area keeps the most distance. */
export function panelSide({ bounds, workArea }: Display): Side {
  const kept: [Side, number][] = [
    ['bottom', bounds.y + bounds.height - (workArea.y + workArea.height)],
    ['top', workArea.y - bounds.y],
    ['right', bounds.x + bounds.width - (workArea.x + workArea.width)],
    ['left', workArea.x - bounds.x],
  ];
  return kept.reduce((most, side) => (side[1] > most[1] ? side : most))[0];
}

const within = (value: number, low: number, length: number, size: number) =>
  Math.round(Math.max(low, Math.min(value, low + length - size)));

/**
 * Where the popover goes: centred on the anchor along the panel, inwards from it, whole inside the work area.
 *
 * `anchor` is the tray icon's rectangle, or the cursor as a rectangle of no size where the tray tells no position
 * (Linux), or `null` where there is neither: then the corner where a tray usually is.
 * A popover larger than the work area is made to fit.
 */
export function placePopover(anchor: Rectangle | null, display: Display, wanted: Size): Rectangle {
  const { workArea } = display;
  const width = Math.min(wanted.width, workArea.width);
  const height = Math.min(wanted.height, workArea.height);
  const side = panelSide(display);
  const at = centre(anchor ?? usualCorner(side, workArea));

  const beside: Record<Side, Point> = {
    bottom: { x: at.x - width / 2, y: workArea.y + workArea.height - height - gap },
    top: { x: at.x - width / 2, y: workArea.y + gap },
    right: { x: workArea.x + workArea.width - width - gap, y: at.y - height / 2 },
    left: { x: workArea.x + gap, y: at.y - height / 2 },
  };
  const { x, y } = beside[side];
  return {
    x: within(x, workArea.x, workArea.width, width),
    y: within(y, workArea.y, workArea.height, height),
    width,
    height,
  };
}

/**
 * Where a small window goes: below the pointer, else above it, never under it, so that no click that was meant for something else
 * meets a button; whole inside the work area. One larger than the work area is made to fit.
 */
export function placeByPointer(
  { x, y }: Point,
  { workArea }: Pick<Display, 'workArea'>,
  wanted: Size,
): Rectangle {
  const width = Math.min(wanted.width, workArea.width);
  const height = Math.min(wanted.height, workArea.height);
  const below = y + clear;
  const fitsBelow = below + height <= workArea.y + workArea.height;
  return {
    x: within(x - width / 2, workArea.x, workArea.width, width),
    y: within(fitsBelow ? below : y - clear - height, workArea.y, workArea.height, height),
    width,
    height,
  };
}

function usualCorner(side: Side, area: Rectangle): Rectangle {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  return { x: side === 'left' ? area.x : right, y: side === 'top' ? area.y : bottom, width: 0, height: 0 };
}
