import type { Call } from '../cdr/call.ts';
import { endOf } from '../numbers/end-of.ts';
import type { JoinOptions } from './attempts.ts';
import type { Callers } from './callers.ts';
import { leadsElsewhere } from './callers-choice.ts';
import type { Reminder } from './reminders.ts';

export interface MissedOptions extends Pick<JoinOptions, 'keyOf' | 'sentFor'> {
  readonly callerOf: Callers['of'];
  readonly chosenFor: Callers['chosenFor'];
  /** Missed calls that began before this moment, by the PBX's clock, are nobody's to deal with. */
  readonly from: number;
  readonly isDone: (ids: readonly string[]) => boolean;
}

/** Missed calls, by what became of them. */
interface Missed {
  /** Nobody has dealt with them: by caller, of each the newest first, and so the callers. */
  readonly left: readonly (readonly Call[])[];
  /** Somebody said that they are done, and nothing else deals with them; newest first. */
  readonly marked: readonly Call[];
}

/**
 * Missed calls that nobody has dealt with, by caller. `calls`: newest first.
 *
 * A caller is dealt with by a later call between the two that was answered, whoever called, on whichever of their numbers (`callers.ts`), or on one
 * that they share, where it was they whom the user chose: who was
 * called back and did not answer is still to be spoken to, and so is whose number is busy. The PBX does not tell a person from their
 * voicemail; what it calls answered is. A colleague who took a later call has dealt with what had been anybody's of a group or queue, and
 * with nothing that was meant for this desk. And a call is dealt with when somebody says so (`isDone`), of it or of a later one from the same number.
 * That it was looked at, or has grown old, is none of these.
 */
export function missedBy(
  calls: readonly Call[],
  { callerOf, chosenFor, keyOf, sentFor, from, isDone }: MissedOptions,
): Missed {
  const missed = missedSince(calls, from);
  // Only numbers that end like one of a caller who was missed are looked at in full.
  const ends = new Set<string>();
  /** What a dialling rule makes of their numbers, where that cannot be told from the number that was sent. */
  const sent = new Map<string, string>();
  for (const caller of new Set(missed.flatMap((call) => callerOf(call) ?? [])))
    for (const number of caller.numbers) {
      const dialled = sentFor(number);
      ends.add(endOf(number)).add(endOf(dialled));
      sent.set(keyOf(dialled), caller.key);
    }
  // Whoever chose what their number says is known by it when they call again, and by no call to it.
  for (const call of missed) if (leadsElsewhere(call)) ends.add(endOf(call.party.number ?? ''));
  const open = new Set(missed);
  const [spoken, byColleague, done] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const callers = new Map<string | Call, Call[]>();
  const marked: Call[] = [];
  for (const call of calls) {
    if (call.start < from) break;
    if (open.has(call)) {
      const caller = callerOf(call)?.key;
      const number =
        caller === undefined || call.party.number === null
          ? null
          : leadsElsewhere(call)
            ? caller
            : keyOf(call.party.number);
      const isAnybodys = call.via.includes('ring-group') || call.via.includes('queue');
      const isOver = caller !== undefined && (spoken.has(caller) || (isAnybodys && byColleague.has(caller)));
      if (!isOver && isDone(call.ids)) {
        marked.push(call);
        // What the PBX tells later of the time before it is done with it; not what somebody else left who has turned out to be the same person.
        if (number !== null) done.add(number);
      } else if (!isOver && (number === null || !done.has(number))) {
        const others = callers.get(caller ?? call);
        if (others) others.push(call);
        else callers.set(caller ?? call, [call]);
      }
      // Spoken to here before they were sent on and came back: what was missed before that is dealt with.
      if (caller !== undefined && call.lineSeconds !== null) spoken.add(caller);
    } else if (call.result === 'answered' || call.result === 'answered-elsewhere') {
      const { number } = call.party;
      const chosen = call.result === 'answered' ? chosenFor(call) : null;
      if (chosen !== null) spoken.add(chosen.key);
      const caller = number !== null && ends.has(endOf(number)) ? callerOf(call)?.key : undefined;
      if (number === null || caller === undefined) continue;
      const who = leadsElsewhere(call) ? caller : (sent.get(keyOf(number)) ?? caller);
      (call.result === 'answered' ? spoken : byColleague).add(who);
    }
  }
  return { left: [...callers.values()], marked };
}

function missedSince(calls: readonly Call[], from: number): Call[] {
  const missed: Call[] = [];
  for (const call of calls) {
    if (call.start < from) break;
    if (call.result === 'missed') missed.push(call);
  }
  return missed;
}

/** One row of what is to be done: somebody who was missed, or of a call with whom the person wants to be reminded, or both. */
export interface ToDoRow {
  /** The one that is shown. */
  readonly call: Call;
  /** Of the caller, newest first; none where there is a reminder alone. */
  readonly missed: readonly Call[];
  /** Of calls with them, the next one first. */
  readonly reminders: readonly Reminder[];
}

/** When the first of their missed calls began, by the PBX's clock; `Infinity`: there is none. */
export const oldestMissed = (rows: readonly ToDoRow[]): number =>
  rows
    .flatMap(({ missed }) => missed)
    .reduce((oldest, { start }) => Math.min(oldest, start), Number.POSITIVE_INFINITY);

/** The one that is shown of a call in it: its own, or else the next one. */
export const reminderOf = (
  { reminders }: Pick<ToDoRow, 'reminders'>,
  { ids }: Pick<Call, 'ids'>,
): Reminder | null =>
  reminders.find(({ call }) => call.ids.some((id) => ids.includes(id))) ?? reminders[0] ?? null;

export interface ToDo {
  /** Newest first. */
  readonly rows: readonly ToDoRow[];
  /** By any id of its calls. */
  rowOf(id: string): ToDoRow | null;
  /** Missed calls that would be to be done, had nobody said that they are done; newest first. */
  readonly marked: readonly Call[];
  /** Reminders that were told, and after that the person spoke with whom they were about: nothing is left of them. */
  readonly over: readonly Reminder[];
}

export interface ToDoOptions extends MissedOptions {
  /** The PBX's clock minus this computer's, in milliseconds. */
  readonly skew: number;
}

/** `calls`: newest first. A call that is reminded of is there though the list does not reach back to it any more. */
export function toDoOf(calls: readonly Call[], reminders: readonly Reminder[], options: ToDoOptions): ToDo {
  const { callerOf } = options;
  const { left, marked } = missedBy(calls, options);
  const over = remindersOver(calls, reminders, options);
  const ids = new Set(reminders.flatMap(({ call }) => call.ids));
  const known = ids.size === 0 ? [] : calls.filter((call) => call.ids.some((id) => ids.has(id)));

  const rows = new Map<string, ToDoRow>();
  const keyOfCall = (call: Call): string => callerOf(call)?.key ?? `call ${call.id}`;
  for (const missed of left)
    if (missed[0]) rows.set(keyOfCall(missed[0]), { call: missed[0], missed, reminders: [] });
  const beside = new Map<string, ToDoRow>();
  for (const reminder of reminders) {
    if (over.includes(reminder)) continue;
    const live = known.find((call) => call.ids.some((id) => reminder.call.ids.includes(id)));
    const key = keyOfCall(live ?? reminder.call);
    const row = rows.get(key) ?? { call: live ?? reminder.call, missed: [], reminders: [] };
    const next = { ...row, reminders: [...row.reminders, { ...reminder, call: live ?? reminder.call }] };
    rows.set(key, next);
  }
  for (const row of rows.values())
    for (const { ids, id } of [row.call, ...row.missed, ...row.reminders.map(({ call }) => call)])
      for (const one of [id, ...ids]) beside.set(one, row);
  return {
    rows: [...rows.values()].sort((a, b) => b.call.start - a.call.start),
    rowOf: (id) => beside.get(id) ?? null,
    marked,
    over,
  };
}

/** Whoever was spoken to once the reminder had come needs no other one; before that, somebody may have wanted to call again. */
function remindersOver(
  calls: readonly Call[],
  reminders: readonly Reminder[],
  { callerOf, chosenFor, skew }: Pick<ToDoOptions, 'callerOf' | 'chosenFor' | 'skew'>,
): readonly Reminder[] {
  const told = reminders.flatMap((reminder) => {
    const caller = reminder.told ? callerOf(reminder.call) : null;
    return caller === null ? [] : [{ reminder, key: caller.key }];
  });
  if (told.length === 0) return [];
  const oldest = Math.min(...told.map(({ reminder }) => reminder.at)) + skew;
  const spoken = new Map<string, number>();
  for (const call of calls) {
    if (call.start < oldest) break;
    if (call.result !== 'answered' || !call.settled) continue;
    for (const caller of [callerOf(call), chosenFor(call)])
      if (caller !== null && !spoken.has(caller.key)) spoken.set(caller.key, call.start);
  }
  return told
    .filter(({ reminder, key }) => (spoken.get(key) ?? Number.NEGATIVE_INFINITY) >= reminder.at + skew)
    .map(({ reminder }) => reminder);
}
