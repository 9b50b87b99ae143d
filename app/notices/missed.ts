import { isHidden } from '../calls/callers-choice.ts';
import { isQuiet, type QuietHours } from '../calls/missed.ts';
import { viewOf } from '../calls/view.ts';
import type { MissedAt } from '../calls/wire.ts';
import type { Call } from '../cdr/call.ts';
import type { CallView } from '../contract/calls.ts';
import type { Settings } from '../contract/settings.ts';
import type { Words } from '../words/index.ts';

export interface MissedNotice {
  readonly title: string;
  readonly body: string;
}

export interface CallBack {
  readonly number: string;
  readonly name: string | null;
  readonly direction: Call['direction'];
}

export interface Telling extends MissedAt {
  readonly words: Words;
  readonly settings: Pick<Settings, 'notifyMissed' | 'quietHours'>;
  /** `callBack`: whom a click calls, and who that is; `null`: it leads to the list. */
  readonly notify: (notice: MissedNotice, callBack: CallBack | null) => void;
}

/** More at once (a computer that slept through lunch) are one notice: a desktop that fills with them helps nobody. */
const mostEach = 2;

/** Says that calls were missed, unless the person wants it otherwise, or wants it quiet at this hour. */
export function tellMissed(missed: readonly Call[], telling: Telling): void {
  const { words, settings, now, zone, notify } = telling;
  if (!settings.notifyMissed || isQuietAt(zone.write(now), settings)) return;
  const callers = byCaller(missed, telling);
  if (callers.length > mostEach) {
    const who = [...new Set(callers.map(({ title }) => title))].slice(0, 3).join(', ');
    notify(words.notify.missedMany(callers.length, who), null);
    return;
  }
  for (const { title, number, times, callBack } of callers)
    notify(words.notify.missed(title, number, times.join(', '), callBack !== null), callBack);
}

/** Each row of what is to be done is told of once, with each time. They come newest first. */
function byCaller(missed: readonly Call[], telling: Telling) {
  const callers = new Map<string | Call, ReturnType<typeof sayOf> & { readonly times: string[] }>();
  for (const call of missed) {
    const one = sayOf(call, telling);
    const who = telling.callerOf(call)?.key ?? call;
    const before = callers.get(who);
    if (before === undefined) callers.set(who, { ...one, times: [one.time] });
    else if (!before.times.includes(one.time)) before.times.unshift(one.time);
  }
  return [...callers.values()];
}

/** By name where there is one, with the number beside it. */
function sayOf(call: Call, { words, numberOf, nameOf, skew, listZone }: Telling) {
  const view = viewOf(call, {
    ...{ numberOf, nameOf, skew },
    whoIs: () => null,
    noteOf: () => '',
    toDoOf: () => null,
  });
  const number = numberSaid(call, view, words);
  return {
    title: view.name ?? number,
    number: view.name === null ? '' : number,
    time: listZone.write(view.start).slice(11, 16),
    callBack:
      view.callable === null ? null : { number: view.callable, name: view.name, direction: call.direction },
  };
}

/** What stands for a caller who has no name: what they chose themselves is nobody's inside. */
export const numberSaid = (call: Call, { display, presented }: CallView, { calls }: Words): string =>
  display === null || isHidden(call) ? calls.withheld : presented ? calls.fromOutside(display) : display;

/** `shown`: as a zone writes a moment. */
export const isQuietAt = (shown: string, { quietHours: hours }: Pick<Settings, 'quietHours'>): boolean =>
  isQuiet(minuteOf(shown), quietHours(hours));

const minuteOf = (shown: string): number => Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));

function quietHours(hours: Settings['quietHours']): QuietHours | null {
  if (hours === null) return null;
  const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return { from: minute(hours.from), to: minute(hours.to) };
}
