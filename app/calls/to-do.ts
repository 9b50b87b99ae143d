import type { Call } from '../cdr/call.ts';
import { endOf } from '../numbers/end-of.ts';
import { isWithheld } from '../words/withheld.ts';
import type { JoinOptions } from './attempts.ts';
import type { Reminder } from './reminders.ts';

export interface MissedOptions extends Pick<JoinOptions, 'keyOf' | 'sentFor'> {
  /** Missed calls that began before this moment, by the PBX's clock, are nobody's to deal with. */
  readonly from: number;
  readonly isDone: (ids: readonly string[]) => boolean;
}

/**
 * Missed calls that nobody has dealt with, by caller: of each the newest first, and so the callers. `calls`: newest first.
 *
 * A caller is dealt with by a later call between the two that was answered, whoever called: who was called back and did not answer is
 * still to be spoken to, and so is whose number is busy. The PBX does not tell a person from their voicemail; what it calls answered is. A colleague
 * who took a later call has dealt with what had been anybody's of a group or queue, and with nothing that was meant for this desk. And
 * a call is dealt with when somebody says so (`isDone`), of it or of a later one of the caller. That it was looked at, or has grown
 * old, is none of these.
 *
 * Numbers in every spelling, and what a dialling rule makes of them, are one caller. Who withholds theirs may be anybody: each is alone.
 */
export function missedLeft(
  calls: readonly Call[],
  { keyOf, sentFor, from, isDone }: MissedOptions,
): readonly (readonly Call[])[] {
  const missed = missedSince(calls, from).filter(({ ids }) => !isDone(ids));
  const ends = new Set(
    missed.flatMap((call) => {
      const number = numberOf(call);
      return number === null ? [] : [endOf(number), endOf(sentFor(number))];
    }),
  );
  const open = new Set(missed);
  const dealtWith = new Set<string>();
  const byColleague = new Set<string>();
  const callers = new Map<string | Call, Call[]>();
  for (const call of calls) {
    if (call.start < from) break;
    const number = numberOf(call);
    if (open.has(call)) {
      const keys = number === null ? [] : [keyOf(number), keyOf(sentFor(number))];
      const isAnybodys = call.via.includes('ring-group') || call.via.includes('queue');
      if (keys.some((key) => dealtWith.has(key) || (isAnybodys && byColleague.has(key)))) continue;
      const caller = keys[0] ?? call;
      const others = callers.get(caller);
      if (others) others.push(call);
      else callers.set(caller, [call]);
    } else if (number !== null && ends.has(endOf(number))) {
      // A missed one that is not open was marked done: what the PBX tells later of the time before it is done with it.
      if (call.result === 'answered' || call.result === 'missed') dealtWith.add(keyOf(number));
      else if (call.result === 'answered-elsewhere') byColleague.add(keyOf(number));
    }
  }
  return [...callers.values()];
}

function missedSince(calls: readonly Call[], from: number): Call[] {
  const missed: Call[] = [];
  for (const call of calls) {
    if (call.start < from) break;
    if (call.result === 'missed') missed.push(call);
  }
  return missed;
}

const numberOf = ({ party: { number } }: Call): string | null =>
  number === null || number === '' || isWithheld(number) ? null : number;

/** One row of what is to be done: somebody who was missed, or a call of which the person wants to be reminded, or both. */
export interface ToDoRow {
  /** The one that is shown. */
  readonly call: Call;
  /** Of the caller, newest first; none where there is a reminder alone. */
  readonly missed: readonly Call[];
  /** The next one of these calls. */
  readonly reminder: Reminder | null;
}

export interface ToDo {
  /** Newest first. */
  readonly rows: readonly ToDoRow[];
  /** By any id of its calls. */
  rowOf(id: string): ToDoRow | null;
}

/** `calls`: newest first. A call that is reminded of is there though the list does not reach back to it any more. */
export function toDoOf(calls: readonly Call[], reminders: readonly Reminder[], options: MissedOptions): ToDo {
  const rows = new Map<Call, ToDoRow>();
  const byId = new Map<string, ToDoRow>();
  const put = (row: ToDoRow): void => {
    rows.set(row.missed[0] ?? row.call, row);
    for (const { ids, id } of [row.call, ...row.missed]) for (const one of [id, ...ids]) byId.set(one, row);
  };
  for (const missed of missedLeft(calls, options))
    if (missed[0]) put({ call: missed[0], missed, reminder: null });
  if (reminders.length > 0) {
    const ids = new Set(reminders.flatMap(({ call }) => call.ids));
    const known = calls.filter((call) => call.ids.some((id) => ids.has(id)));
    for (const reminder of reminders) {
      const live =
        known.find((call) => call.ids.some((id) => reminder.call.ids.includes(id))) ?? reminder.call;
      const row = byId.get(live.id) ?? { call: live, missed: [], reminder: null };
      if (row.reminder === null) put({ ...row, reminder });
    }
  }
  return {
    rows: [...rows.values()].sort((a, b) => b.call.start - a.call.start),
    rowOf: (id) => byId.get(id) ?? null,
  };
}
