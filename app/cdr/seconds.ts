import type { Leg } from './leg.ts';

/** Several tries one after the other are added up; several legs of one try are not. */
export function ringingOf(ends: readonly Leg[]): number | null {
  const tries = new Map<number, number>();
  for (const { start, row } of ends) {
    if (row.duration !== null) tries.set(start, Math.max(row.duration, tries.get(start) ?? 0));
  }
  return tries.size === 0 ? null : [...tries.values()].reduce((all, one) => all + one, 0);
}

/** Seconds in which any of these legs was up: a colleague who is asked during a call does not make it longer. */
export function upSeconds(legs: readonly Leg[]): number | null {
  const [only] = legs;
  if (legs.length <= 1) return only?.row.billsec ?? null;
  const spans = legs
    .flatMap(({ row, start, end }) => {
      if (row.billsec === null) return [];
      const until = Math.max(end, start + row.billsec * 1_000);
      return [{ from: until - row.billsec * 1_000, until }];
    })
    .sort((a, b) => a.from - b.from);
  if (spans.length === 0) return null;
  let [all, last] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, until } of spans) {
    all += Math.max(0, until - Math.max(from, last));
    last = Math.max(last, until);
  }
  return all / 1_000;
}

export function minus(all: number | null, part: number | null): number | null {
  return all === null || part === null || part > all ? null : all - part;
}
