import type { Call } from '../cdr/call.ts';
import type { RecordedAround } from '../contract/calls.ts';
import type { Zone } from '../util/zone.ts';
import { byDay } from './days.ts';

type Spot = RecordedAround['day'][number];

/**
 * Calls with a recording around one of a list, which is newest first: the one before it in time, the one after it, and those of its day, in
 * turn. A call that is not in the list has none around it.
 */
export function recordedAround(calls: readonly Call[], id: string, zone: Zone, skew: number): RecordedAround {
  const here = calls.findIndex((call) => call.id === id || call.ids.includes(id));
  const spots = calls.flatMap((call, index): Spot[] =>
    call.recordings.length > 0 ? [{ id: call.id, index, parts: call.recordings.length }] : [],
  );
  const list = spots.reduce((sum, { parts }) => sum + parts, 0);
  if (here < 0) return { previous: null, next: null, day: [], list };
  const own = byDay(calls, zone, skew).find((day) => day.calls.some((call) => call === calls[here]));
  const ofDay = new Set(own?.calls.map((call) => call.id));
  return {
    previous: spots.find(({ index }) => index > here) ?? null,
    next: spots.findLast(({ index }) => index < here) ?? null,
    day: spots.filter((spot) => ofDay.has(spot.id)).reverse(),
    list,
  };
}
