/** Where a row of a list is taken that was moved by so many pixels: its place, from 0. */
export function placeAt(from: number, moved: number, rowHeight: number, count: number): number {
  if (rowHeight <= 0) return from;
  return Math.min(count - 1, Math.max(0, from + Math.round(moved / rowHeight)));
}

/** As far as a row can be carried, in pixels: onto the place of the first or the last, and never out of the list. */
export function withinList(from: number, moved: number, rowHeight: number, count: number): number {
  return Math.min((count - 1 - from) * rowHeight, Math.max(-from * rowHeight, moved));
}

/** How many rows another row makes way by while one is carried: -1 up, 1 down, 0 where it is not in the way. */
export function makesWay(row: number, from: number, to: number): number {
  if (row > from && row <= to) return -1;
  return row < from && row >= to ? 1 : 0;
}
