import type { Attempt, DialState } from '../contract.ts';
import { fail, ok, type Reply } from '../failures.ts';
import type { Journal } from './journal.ts';

/** A number as it will be dialled. */
export interface Dialable {
  readonly display: string;
  /** What the PBX is sent. */
  readonly send: string;
  /** The same for every spelling of one number. */
  readonly key: string;
}

export interface DiallerParts {
  /** `null`: not a number that can be dialled. */
  readonly read: (number: string) => Dialable | null;
  /** Sends the call once; `null` where nobody is signed in. */
  readonly line: () => ((send: string) => Promise<Reply<{ readonly message: string }>>) | null;
  readonly journal: Journal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly changed: (state: DialState) => void;
}

export interface Dialler {
  state(): DialState;
  call(number: string, from: Attempt['from']): Promise<Reply<DialState>>;
  confirm(question: string): Promise<Reply<DialState>>;
  cancel(question: string): Reply<DialState>;
  /** Back to idle, unless a request is in flight. */
  reset(): void;
}

/**
 * How long after a call the same number asks first, in milliseconds. A second press within it is more often a slip than a wish. When
 * nothing tells whether the PBX took the first one, its phone may be ringing now: that takes longer to see.
 */
export const coolDown = { known: 5_000, unknown: 30_000 } as const;

/** A question does not stay valid for ever: a forgotten dialog must not place a call after lunch. */
const questionLasts = 60_000;

/**
 * The one place that dials, whatever the way in. One request at a time; the state moves to `calling` before anything
 * is awaited, so that no second press can slip between.
 */
export function createDialler(parts: DiallerParts): Dialler {
  let state: DialState = { kind: 'idle' };
  let pending: { question: string; number: string; from: Attempt['from']; at: number } | null = null;

  function enter(next: DialState): DialState {
    state = next;
    if (next.kind !== 'asking') pending = null;
    parts.changed(next);
    return next;
  }

  /** The latest attempt at this number, if it is recent enough to ask about. */
  function recent(key: string): Attempt | undefined {
    for (const attempt of parts.journal.list()) {
      // Absolute: a clock that was set back must not ask for the next hour.
      const ago = Math.abs(parts.now() - attempt.at);
      if (ago >= coolDown.unknown) return undefined;
      if (parts.read(attempt.number)?.key !== key) continue;
      // A call that certainly was not placed may be tried again at once.
      if (attempt.outcome === 'failed') return undefined;
      return ago < (attempt.outcome === 'placed' ? coolDown.known : coolDown.unknown) ? attempt : undefined;
    }
    return undefined;
  }

  async function send(dialable: Dialable, number: string, from: Attempt['from']): Promise<Reply<DialState>> {
    const line = parts.line();
    if (line === null) return fail('signed-out');
    const { display } = dialable;
    const id = parts.newId();
    enter({ kind: 'calling', display });
    parts.journal.begin({ id, at: parts.now(), display, number, from });

    const reply = await line(dialable.send);
    if (reply.ok) {
      parts.journal.end(id, { outcome: 'placed', failure: null });
      return ok(enter({ kind: 'placed', display, message: reply.value.message }));
    }
    const { failure } = reply;
    parts.journal.end(id, { outcome: failure.code === 'unknown-outcome' ? 'unknown' : 'failed', failure });
    return ok(enter({ kind: 'failed', display, failure }));
  }

  return {
    state: () => state,

    async call(number, from) {
      if (state.kind === 'calling') return fail('already-calling');
      if (parts.line() === null) return fail('signed-out');
      const dialable = parts.read(number);
      if (dialable === null) return fail('not-a-number');

      const before = recent(dialable.key);
      if (!before) return await send(dialable, number, from);
      const question = parts.newId();
      const reason = before.outcome === 'placed' ? 'again' : 'again-unknown';
      pending = { question, number, from, at: parts.now() };
      return ok(enter({ kind: 'asking', question, display: dialable.display, reason }));
    },

    async confirm(question) {
      if (state.kind === 'calling') return fail('already-calling');
      const asked = pending;
      const stands = asked?.question === question && parts.now() - asked.at < questionLasts;
      const dialable = asked && stands ? parts.read(asked.number) : null;
      if (!asked || dialable === null) {
        if (state.kind === 'asking') enter({ kind: 'idle' });
        return fail('question-gone');
      }
      return await send(dialable, asked.number, asked.from);
    },

    cancel(question) {
      if (pending?.question === question) enter({ kind: 'idle' });
      return ok(state);
    },

    reset() {
      if (state.kind !== 'calling') enter({ kind: 'idle' });
    },
  };
}
