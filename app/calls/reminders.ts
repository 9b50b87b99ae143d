import path from 'node:path';
import * as v from 'valibot';
import { type Call, presentedBy, withoutRows } from '../cdr/call.ts';
import { Line } from '../contract/bounds.ts';
import { directions, results } from '../contract/calls.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';

/** Somebody wants to be reminded of a call. */
export interface Reminder {
  /** Milliseconds since 1970, by this computer's clock: who is to be called has not moved when the clocks were, or the person was. */
  readonly at: number;
  /** It was told. It stays until it is done. */
  readonly told: boolean;
  /** As much of the call as its row has: the list may not reach back to it. */
  readonly call: Call;
}

/** The reminders of one account: few, and each is one of a call. In a file that goes when the person signs out. */
export interface Reminders {
  /** The next one first. */
  all(): readonly Reminder[];
  of(ids: readonly string[]): Reminder | null;
  /** In the place of what there is for these calls. Throws where the disk does not take it; then nothing has changed. */
  set(instead: readonly Call[], reminder: Reminder): Reply<undefined>;
  /** Those of these calls go, or come back. Throws likewise. */
  remove(calls: readonly Call[]): void;
  restore(reminders: readonly Reminder[]): void;
  /** Those whose time has come. Each is due once, but for one that was told by a clock that ran ahead and was put right since: its time is still to come. */
  takeDue(now: number): readonly Reminder[];
  /** These are gone from the disk, put aside or not. Throws where it does not let them go. */
  forget(goes: (reminder: Reminder) => boolean): void;
  /** `false`: the disk does not let the file go. */
  clear(): boolean;
}

/** Milliseconds. By so much clocks are pulled right all the time, and nobody is told twice for it. */
const pulledRight = 60_000;

/** A person keeps track of no more. */
export const mostReminders = 100;

/** What no calendar has would be one that cannot be drawn. */
const Moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const KeptCall = v.object({
  ids: v.pipe(v.array(Line(300)), v.minLength(1), v.maxLength(20)),
  number: v.nullable(Line(200)),
  name: v.nullable(Line(200)),
  presented: v.optional(v.picklist(presentedBy)),
  start: Moment,
  direction: v.picklist(directions),
  result: v.picklist(results),
});
const KeptReminder = v.object({ at: Moment, told: v.boolean(), call: KeptCall });

const File = v.object({ version: v.literal(1), owner: v.string(), reminders: v.array(v.unknown()) });

export interface RemindersParts {
  readonly folder: string;
  /** Tells one account from another. */
  readonly owner: string;
  readonly keeping: Keeping;
}

export function openReminders({ folder, owner, keeping }: RemindersParts): Reminders {
  const file = path.join(folder, 'reminders.json');
  const kept = openKeptFile({ file, what: 'reminders', parse: (text) => parse(text, owner), keeping });
  let all: readonly Reminder[] = kept.read() ?? [];

  function write(next: readonly Reminder[]): void {
    kept.replace(textOf(owner, next));
    all = next;
  }

  const without = (calls: readonly Call[]): Reminder[] => {
    const ids = new Set(calls.flatMap((call) => call.ids));
    return all.filter(({ call }) => !call.ids.some((id) => ids.has(id)));
  };

  return {
    all: () => all,
    of: (ids) => all.find(({ call }) => call.ids.some((id) => ids.includes(id))) ?? null,
    set(instead, reminder) {
      const others = without(instead);
      if (others.length >= mostReminders) return fail('reminders-full');
      write(inOrder([...others, reminder]));
      return ok(undefined);
    },
    remove(calls) {
      const next = without(calls);
      if (next.length < all.length) write(next);
    },
    restore(reminders) {
      if (reminders.length > 0) write(inOrder([...without(reminders.map(({ call }) => call)), ...reminders]));
    },
    takeDue(now) {
      const due = all.filter(({ at, told }) => !told && at <= now);
      const early = all.filter(({ at, told }) => told && at > now + pulledRight);
      if (due.length === 0 && early.length === 0) return due;
      const isChanged = (one: Reminder): boolean => due.includes(one) || early.includes(one);
      all = all.map((one) => (isChanged(one) ? { ...one, told: !one.told } : one));
      try {
        // Before it is told: a program that ends between the two has it in the list all the same, and tells nothing twice.
        write(all);
      } catch (error) {
        keeping.log(`that reminders were told is not written: ${codeOf(error)}`);
      }
      return due;
    },
    forget(goes) {
      const next = all.filter((one) => !goes(one));
      if (next.length === all.length) return;
      kept.remove(textOf(owner, next));
      all = next;
    },
    clear() {
      all = [];
      try {
        kept.remove();
        return true;
      } catch (error) {
        keeping.log(`reminders not removed: ${codeOf(error)}`);
        return false;
      }
    },
  };
}

const inOrder = (reminders: readonly Reminder[]): readonly Reminder[] =>
  reminders.toSorted((a, b) => a.at - b.at);

function textOf(owner: string, reminders: readonly Reminder[]): string {
  const plain = reminders.map(({ at, told, call }) => {
    const { ids, party, start, direction, result } = call;
    const { number, name, presented } = party;
    const kept = { ids: ids.slice(0, 20), number, name: name?.slice(0, 200) ?? null, presented };
    return { at, told, call: { ...kept, start, direction, result } };
  });
  return JSON.stringify({ version: 1, owner, reminders: plain });
}

/** One that cannot be read costs no other. Somebody else's are nobody's business. */
function parse(text: string, owner: string): Parsed<readonly Reminder[]> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  if (!parsed.success) return null;
  const { reminders } = parsed.output;
  if (parsed.output.owner !== owner) return { value: [], whole: true };
  const read = reminders.filter((one) => v.is(KeptReminder, one)).slice(0, mostReminders);
  const value = read.map(({ call, ...one }) => ({ ...one, call: callOf(call) }));
  return { value: inOrder(value), whole: read.length === reminders.length };
}

function callOf(kept: v.InferOutput<typeof KeptCall>): Call {
  const { ids, number, name, presented, start, direction, result } = kept;
  const party = { number, name, ...(presented && { presented }) };
  return { ...withoutRows, id: ids[0] ?? '', ids, party, start, direction, result };
}
