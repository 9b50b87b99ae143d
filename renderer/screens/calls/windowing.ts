/**
 * Where rows are in a list of which only what is looked at is drawn. All rows are of one height but for those that are said to be
 * higher, and days have a heading above their first call: so every place is arithmetic, and nothing is measured while scrolling.
 */
export interface Heights {
  readonly row: number;
  readonly heading: number;
}

/** A day's calls are neighbours. `first`: the place of its newest call in the list. */
export interface DaySpan {
  readonly day: string;
  readonly first: number;
  readonly count: number;
}

/** A row that is unfolded, or has more to show than the others. */
export interface Higher {
  readonly index: number;
  /** Beyond that of a row, in pixels. */
  readonly height: number;
}

export interface Layout {
  readonly total: number;
  readonly height: number;
  /** Of the row itself; its day's heading, if it is the first of it, stands above. */
  top(index: number): number;
  /** Its height, with what is unfolded. */
  high(index: number): number;
  /** The row at this height, or the one beneath a heading there. */
  at(y: number): number;
  /** The day of a row, by its place among the days. */
  dayOf(index: number): number;
}

export function daySpans(days: readonly { readonly day: string; readonly count: number }[]): DaySpan[] {
  let first = 0;
  return days.map(({ day, count }) => {
    const span = { day, first, count };
    first += count;
    return span;
  });
}

export function layOut(
  days: readonly DaySpan[],
  { row, heading }: Heights,
  higher: readonly Higher[],
): Layout {
  const last = days.at(-1);
  const total = last ? last.first + last.count : 0;
  const extra = (of: (index: number) => boolean): number =>
    higher.reduce((sum, { index, height }) => (index < total && of(index) ? sum + height : sum), 0);

  function dayOf(index: number): number {
    let low = 0;
    let high = days.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((days[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const top = (index: number): number =>
    index * row + (dayOf(index) + 1) * heading + extra((other) => other < index);
  const high = (index: number): number => row + extra((other) => other === index);

  return {
    total,
    height: total === 0 ? 0 : total * row + days.length * heading + extra(() => true),
    top,
    high,
    dayOf,
    at(y) {
      let low = 0;
      let upper = Math.max(0, total - 1);
      while (low < upper) {
        const middle = (low + upper) >> 1;
        if (top(middle) + high(middle) > y) upper = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** Where to scroll to for a row to be seen whole, below the heading that stays at the top; where it is already if it is. */
export function scrollTo(
  layout: Layout,
  { heading }: Pick<Heights, 'heading'>,
  index: number,
  scrolled: number,
  height: number,
): number {
  const top = layout.top(index);
  return Math.max(0, Math.min(top - heading, Math.max(scrolled, top + layout.high(index) - height)));
}

/** Rows drawn beyond what is seen: a turn of the wheel must not show an empty edge. */
const beyond = 6;

/** First and one past the last row to be drawn. */
export function windowOf(
  layout: Layout,
  scrolled: number,
  height: number,
): readonly [from: number, to: number] {
  if (layout.total === 0) return [0, 0];
  const from = Math.max(0, layout.at(scrolled) - beyond);
  return [from, Math.min(layout.total, layout.at(scrolled + height) + 1 + beyond)];
}

/**
 * The row that Tab comes to: the one it was at, unless another look left that far away and not even fetched; then the first that is
 * there of those drawn. `from` to `to`: as `windowOf` says.
 */
export function tabStop(
  kept: number,
  isThere: (index: number) => boolean,
  [from, to]: readonly [number, number],
): number {
  if (isThere(kept)) return kept;
  for (let index = from; index < to; index++) if (isThere(index)) return index;
  return kept;
}
