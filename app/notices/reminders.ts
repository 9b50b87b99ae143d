import { viewOf } from '../calls/view.ts';
import type { MissedAt } from '../calls/wire.ts';
import type { Call } from '../cdr/call.ts';
import type { Words } from '../words/index.ts';
import { numberSaid, type Telling } from './missed.ts';

export interface Reminding extends MissedAt {
  readonly words: Words;
  readonly notify: Telling['notify'];
}

/** More at once (a computer that was off over the weekend) are one notice. */
const mostEach = 2;

/** Says whom the person wanted to be reminded of. At whatever hour: it is the one that they named. */
export function tellReminders(reminders: readonly { readonly call: Call }[], reminding: Reminding): void {
  const { words, numberOf, nameOf, skew, listZone, notify } = reminding;
  const shown = { numberOf, nameOf, skew, whoIs: () => null, noteOf: () => '', toDoOf: () => null };
  const said = reminders.map(({ call }) => {
    const view = viewOf(call, shown);
    const number = numberSaid(call, view, words);
    const what = `${words.calls.results[view.result]} ${listZone.write(view.start).slice(11, 16)}`;
    const { name, callable, direction } = view;
    return {
      ...{ who: name ?? number, number: name === null ? '' : number, what },
      callBack: callable === null ? null : { number: callable, name, direction },
    };
  });
  if (said.length > mostEach) {
    const who = [...new Set(said.map((one) => one.who))].slice(0, 3).join(', ');
    notify(words.notify.reminders(said.length, who), null);
    return;
  }
  for (const { who, number, what, callBack } of said)
    notify(words.notify.reminder(who, number, what, callBack !== null), callBack);
}
