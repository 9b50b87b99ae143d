/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  /** The same of the bare window, measured in the same runs. */
  readonly floor?: readonly number[];
  /** Most times the floor, or most of its unit. */
  readonly aim: { readonly times: number } | { readonly most: number };
}

export interface Result extends Figure {
  readonly median: number;
  readonly floorMedian: number | null;
  readonly ratio: number | null;
  readonly met: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function resultOf(figure: Figure): Result {
  const ours = median(figure.ours);
  const floor = figure.floor ? median(figure.floor) : null;
  const ratio = floor === null ? null : ours / floor;
  const { aim } = figure;
  const met = 'times' in aim ? ratio !== null && ratio <= aim.times : ours <= aim.most;
  return { ...figure, median: ours, floorMedian: floor, ratio, met };
}

const short = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toString());

/** Median, then the least and the most: a median alone hides a machine that was busy. */
const spread = (values: readonly number[], unit: string): string =>
  `${short(median(values))} ${unit}${values.length > 1 ? ` (${short(Math.min(...values))}–${short(Math.max(...values))})` : ''}`;

export function table(results: readonly Result[]): string {
  const rows = results.map(({ what, unit, ours, floor, ratio, aim, met }) => [
    what,
    spread(ours, unit),
    floor ? spread(floor, unit) : '',
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    'times' in aim ? `≤ ${aim.times}×` : `≤ ${aim.most} ${unit}`,
    met ? 'met' : 'MISSED',
  ]);
  const all = [['', 'companion', 'floor', 'ratio', 'aim', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
