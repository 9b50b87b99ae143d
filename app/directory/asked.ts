import type { LdapChoice } from '../contract/directory.ts';
import type { Failure, Reply } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import type { Colleague } from './person.ts';
import type { LdapTask } from './tasks.ts';
import { type Heard, openThread, type Thread } from './thread.ts';

export interface AskedParts {
  /** `null`: no directory is asked as somebody types. */
  readonly choice: () => LdapChoice | null;
  readonly task: (choice: LdapChoice) => Promise<LdapTask>;
  /** What the server said. */
  readonly noteTurnedDown: (task: LdapTask, reply: Reply<unknown>) => void;
  readonly reader: string;
  readonly seen: Heard;
  /** More people are known, or why not. */
  readonly changed: (failure: Failure | null) => void;
  readonly timer: Timer;
}

/** Asks a directory while somebody types. */
export interface Asked {
  /** This was typed; who is found is among `people` later, and `changed` is told. */
  ask(typed: string): void;
  /** What the server did not answer is asked once more. */
  again(): void;
  /** These were found otherwise. */
  add(people: readonly Colleague[]): void;
  /** Those who were found since the program began, newest first. */
  people(): readonly Colleague[];
  forget(isMeant?: (number: string) => boolean): void;
}

/** Milliseconds. A person who types on is not waited for by the server. */
const settles = 250;
/** After so long without a question the thread, and its connection, go. */
const idle = 60_000;
const patience = 15_000;
/** So long what a server did not answer is not asked again. */
const turnedDown = 5_000;
const leastLetters = 2;
const mostKnown = 1_000;

export function createAsked({
  choice,
  task,
  noteTurnedDown,
  reader,
  seen,
  changed,
  timer,
}: AskedParts): Asked {
  let known: readonly Colleague[] = [];
  let last = '';
  let unanswered = '';
  let thread: Thread | null = null;
  let stopWaiting = (): void => undefined;
  let stopResting = (): void => undefined;

  function rest(): void {
    stopResting();
    stopResting = timer(idle, () => {
      thread?.end();
      thread = null;
    });
  }

  async function send(typed: string): Promise<void> {
    const now = choice();
    if (now === null) return;
    rest();
    thread ??= openThread(reader, seen, patience);
    const mine = thread;
    const asking = await task(now);
    const answer = await mine.send({ task: 'ask', typed, ...asking });
    if (answer !== null) noteTurnedDown(asking, answer);
    if (answer === null && thread === mine) thread = null;
    // Another question was quicker, or another directory is asked.
    if (last !== typed || choice() !== now) return;
    unanswered = answer?.ok ? '' : typed;
    if (answer === null || !answer.ok) {
      // It is asked again when it is typed again; but whoever hears of this asks for what stands in the box still.
      stopWaiting = timer(turnedDown, () => {
        if (last === typed) last = '';
      });
      return changed(answer?.failure ?? { code: 'directory-unreachable', details: 'no answer' });
    }
    add(answer.value);
    changed(null);
  }

  /** Who is found again is the same object: they need not be made ready again. */
  function add(found: readonly Colleague[]): void {
    const before = new Map(known.map((one) => [JSON.stringify(one), one] as const));
    const now = found.map((one) => before.get(JSON.stringify(one)) ?? one);
    known = [...new Set([...now, ...known])].slice(0, mostKnown);
  }

  function ask(typed: string): void {
    const text = typed.trim();
    if (choice() === null || text === last) return;
    last = text;
    stopWaiting();
    if ([...text].length < leastLetters || text.length > 100) return;
    stopWaiting = timer(settles, () => void send(text));
  }

  return {
    ask,
    again() {
      if (unanswered === '') return;
      last = '';
      ask(unanswered);
    },
    add,
    people: () => known,
    forget(isMeant) {
      known = isMeant ? known.filter(({ numbers }) => !numbers.some(({ number }) => isMeant(number))) : [];
      if (isMeant) return;
      last = '';
      unanswered = '';
      stopWaiting();
      stopResting();
      thread?.end();
      thread = null;
    },
  };
}
