/** Milliseconds. */
export const day = 86_400_000;

/** Days are the moments in UTC at which they begin. */
const of = (year: number, month: number, date: number): number => Date.UTC(year, month, date);

const monthOf = (at: number): readonly [year: number, month: number] => [
  new Date(at).getUTCFullYear(),
  new Date(at).getUTCMonth(),
];

export const inMonth = (at: number, other: number): boolean => `${monthOf(at)}` === `${monthOf(other)}`;

/** The same day of another month, or its last one. */
export function monthsOn(at: number, months: number): number {
  const [year, month] = monthOf(at);
  const last = new Date(of(year, month + months + 1, 0)).getUTCDate();
  return of(year, month + months, Math.min(new Date(at).getUTCDate(), last));
}

/** Six weeks, in which each month has room: what stands below a month stays where it is. `begins`: on which day of the week, 0 is Sunday. */
export function daysAround(at: number, begins: number): number[][] {
  const [year, month] = monthOf(at);
  const first = of(year, month, 1);
  const from = first - ((new Date(first).getUTCDay() - begins + 7) % 7) * day;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, index) => from + (7 * week + index) * day),
  );
}
