import type { Call } from '../cdr/call.ts';
import { readShown, type Zone } from '../util/zone.ts';

export interface Day {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly calls: readonly Call[];
}

/**
 * Calls that are sorted newest first, by the day of the PBX's calendar, wherever the person is: it is the day of `calldate`, but where the
 * PBX's clock is wrong, by `skew` milliseconds ahead, and a call began on another day than it says. The calendar is asked once for a day, not
 * for each call of it: a list is put into days at every letter of a search.
 */
export function byDay(calls: readonly Call[], zone: Zone, skew: number): Day[] {
  const days: { day: string; calls: Call[] }[] = [];
  let begins = Number.POSITIVE_INFINITY;
  for (const call of calls) {
    let last = days.at(-1);
    const at = call.start - skew;
    if (last === undefined || at < begins) {
      const day = zone.write(at).slice(0, 10);
      begins = dayBounds(day, zone)?.from ?? at;
      if (last?.day !== day) {
        last = { day, calls: [] };
        days.push(last);
      }
    }
    last.calls.push(call);
  }
  return days;
}

/** When a day of the calendar begins and the next one does: 23 or 25 hours apart where clocks are moved. */
export function dayBounds(day: string, zone: Zone): { readonly from: number; readonly to: number } | null {
  const shown = readShown(`${day} 00:00:00`);
  const from = zone.read(`${day} 00:00:00`);
  if (shown === null || from === null) return null;
  const next = new Date(shown + 86_400_000).toISOString().slice(0, 10);
  const to = zone.read(`${next} 00:00:00`);
  return to === null ? null : { from, to };
}
