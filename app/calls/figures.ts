import type { Call } from '../cdr/call.ts';
import type { DayFigures, DaySpan, MyDay } from '../contract/calls.ts';
import { readShown, type Zone } from '../util/zone.ts';

/** A day, week or month of the PBX's calendar; it ends where the next begins. Moments by this computer's clock. */
export interface Period {
  readonly beforeFrom: number;
  readonly from: number;
  readonly to: number;
}

/** The one that `now` is in, and where the one before it begins. Weeks begin on Monday (ISO 8601). */
export function periodOf(span: DaySpan, now: number, zone: Zone): Period {
  const today = zone.write(now).slice(0, 10);
  const date = new Date(`${today}T00:00:00Z`);
  if (span === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (span === 'month') date.setUTCDate(1);
  const begin = (steps: number): number => {
    const other = new Date(date);
    if (span === 'month') other.setUTCMonth(other.getUTCMonth() + steps);
    else other.setUTCDate(other.getUTCDate() + steps * (span === 'week' ? 7 : 1));
    // Where clocks are moved at midnight, the day begins when they show it.
    const shown = `${other.toISOString().slice(0, 10)} 00:00:00`;
    return zone.read(shown) ?? readShown(shown) ?? now;
  };
  return { beforeFrom: begin(-1), from: begin(0), to: begin(1) };
}

/**
 * What calls that began within a time, by the PBX's clock, come to. `calls`: newest first. Each is one call, however many rows it has; what
 * was asked for here and has no row (yet) is none. Lengths are those that the rows of the list show.
 */
export function figuresOf(calls: readonly Call[], from: number, to: number): DayFigures {
  const figures = { calls: 0, answered: 0, missed: 0, talkedSeconds: 0, longestSeconds: 0, atMost: false };
  for (const { start, result, talkSeconds, lineSeconds, attempt } of calls) {
    if (start < from) break;
    if (start >= to || attempt?.recorded === false) continue;
    figures.calls += 1;
    if (result === 'missed') figures.missed += 1;
    if (result === 'answered') figures.answered += 1;
    else if (result !== 'missed') continue;
    // Whoever was spoken to, sent on and missed once they were back was talked to all the same.
    const length = talkSeconds ?? lineSeconds ?? 0;
    figures.talkedSeconds += length;
    figures.longestSeconds = Math.max(figures.longestSeconds, length);
    figures.atMost ||= talkSeconds === null && length > 0;
  }
  return figures;
}

interface Known {
  /** The PBX's. */
  readonly zone: Zone;
  /** All calls that began later are there, by the PBX's clock. */
  readonly completeFrom: number | null;
  /** The PBX's clock minus this computer's. */
  readonly skew: number;
  /** By this computer's clock. */
  readonly now: number;
}

/** The period that it is now, beside the one before. */
export function myDayOf(
  calls: readonly Call[],
  span: DaySpan,
  { zone, completeFrom, skew, now }: Known,
): MyDay {
  const { beforeFrom, from, to } = periodOf(span, now, zone);
  return {
    from,
    beforeFrom,
    now: figuresOf(calls, from + skew, to + skew),
    before: figuresOf(calls, beforeFrom + skew, from + skew),
    knownFrom: completeFrom && completeFrom - skew,
  };
}
