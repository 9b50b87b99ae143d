/** Both ends included; milliseconds since 1970, by the PBX's clock. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of time that need not be asked for again; newest first, none touching another. */
export type Coverage = readonly Stretch[];

export function cover(coverage: Coverage, added: Stretch): Coverage {
  if (added.to < added.from) return coverage;
  const apart: Stretch[] = [];
  let { from, to } = added;
  for (const one of coverage) {
    if (one.to < from - 1_000 || one.from > to + 1_000) apart.push(one);
    else {
      from = Math.min(from, one.from);
      to = Math.max(to, one.to);
    }
  }
  return [...apart, { from, to }].sort((a, b) => b.to - a.to);
}

/** What of a stretch is not covered, newest first. */
export function gaps(coverage: Coverage, wanted: Stretch): Stretch[] {
  const open: Stretch[] = [];
  let { to } = wanted;
  for (const one of coverage) {
    if (one.to < wanted.from || one.from > to) continue;
    if (one.to < to) open.push({ from: one.to + 1, to });
    to = one.from - 1;
  }
  if (to >= wanted.from) open.push({ from: wanted.from, to });
  return open;
}
