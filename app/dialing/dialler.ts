import type { AskedNumber, DialState, Doubt, Marked, Question, WayIn } from '../contract/dialing.ts';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import { parted } from '../numbers/extension.ts';
import type { NumberHolder } from '../numbers/holder.ts';
import type { Timer } from '../util/timer.ts';
import { createAgain, isAgain } from './again.ts';
import type { Begun, Journal } from './journal.ts';
import { isCode, type Trust, trust } from './trust.ts';

/** A number as it will be dialled. */
export interface Dialable {
  readonly display: string;
  /** What the PBX is sent. */
  readonly send: string;
  /** The same for every spelling of one number, whatever the dialling rules make of it. */
  readonly key: string;
  /** Leads out of the country, or nobody knows that it does not. */
  readonly abroad: boolean;
  /** Leads to the police, an ambulance or the fire brigade. */
  readonly emergency: boolean;
  /** Whoever calls it pays for more than the call. */
  readonly premium: boolean;
  /** The name of the dialling rule that forbids it. */
  readonly blocked: string | null;
  /** The name of the dialling rule that makes something of it that cannot be dialled. */
  readonly broken: string | null;
}

/** What keeps it from being dialled: a rule. */
function stopped({ blocked, broken }: Dialable): Failure | null {
  if (blocked !== null) return { code: 'blocked', rule: blocked };
  return broken === null ? null : { code: 'rule-result', rule: broken };
}

/** What is asked for: one number, or several of which the person chooses one. */
export interface Wish {
  readonly numbers: readonly {
    readonly number: string;
    readonly extension?: string | null | undefined;
    readonly origin?: AskedNumber['origin'];
    readonly doubt?: Doubt | null;
    /** Whom the person chose, of those who have it. Nobody is called so who has not. */
    readonly name?: string | undefined;
  }[];
  readonly from: WayIn;
  /** Ask first, whatever the table of trust says. */
  readonly ask?: boolean;
  /** Leave a question that stands, whatever the table of trust says. */
  readonly waits?: boolean;
  /** What is marked, where there is no number in it and these are what was copied before. */
  readonly marked?: Marked | null;
  /** A button of the page was pressed: a question stands there, and not in a window of its own. */
  readonly inPage?: boolean;
}

export interface DiallerParts {
  /** `null`: not a number that can be dialled. */
  readonly read: (number: string) => Dialable | null;
  /** Sends the call once; `null` where nobody is signed in. */
  readonly line: () => ((send: string) => Promise<Reply<{ readonly message: string }>>) | null;
  /** Whose number it is; `null` where nobody knows. */
  readonly nameOf: (number: string) => string | null;
  /** Where they work. */
  readonly companyOf: (number: string) => string | null;
  /** Which of their numbers it is. */
  readonly labelOf: (number: string) => string | null;
  /** Who of this name has the number; `null`: nobody. */
  readonly holderNamed: (number: string, name: string) => NumberHolder | null;
  readonly journal: Journal;
  /** The person wants to be asked before each call by hotkey. */
  readonly askBeforeHotkey: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  readonly timer: Timer;
  readonly changed: (state: DialState) => void;
}

export interface Dialler {
  state(): DialState;
  call(wish: Wish): Promise<Reply<DialState>>;
  /** `choice`: which of the question's numbers. */
  confirm(question: string, choice: number): Promise<Reply<DialState>>;
  cancel(question: string): Reply<DialState>;
  /** What became of a question: the state that its call ended in, or `idle` where it was not confirmed. */
  outcomeOf(question: string): Promise<DialState>;
  /** The PBX may have a record of the last call by now: that nobody knew what became of it is no news then. */
  recorded(isRecorded: (attempt: string) => boolean): void;
  /** Back to idle, unless a request is in flight. */
  reset(): void;
}

/** The question that stands in a window of its own. */
export const askedApart = (state: DialState): Question | null =>
  state.kind === 'asking' && state.apart ? state : null;

/** What the page is told: a question that another window asks is not its own to answer. */
export const inPage = (state: DialState): DialState =>
  askedApart(state) === null ? state : { kind: 'idle' };

/** A question does not stay for ever: a forgotten dialog must not place a call after lunch. */
export const questionLasts = 60_000;

/**
 * How long a question takes no yes. Longer than the pause between two presses of an impatient finger or two keys of somebody
 * who types: what is pressed sooner was meant for what was there before.
 */
export const armingTime = 600;
/** The same where the number was called a moment ago: whoever goes on pressing one key must not call it again with it. */
export const armingTimeAgain = 1_500;

interface Ready {
  readonly number: string;
  readonly extension: string | null;
  readonly origin: AskedNumber['origin'];
  readonly doubt: Doubt | null;
  /** Whom the person chose, as they said; `null`: nobody. */
  readonly chosen: string | null;
  readonly dialable: Dialable;
}

interface Pending {
  readonly question: string;
  readonly from: WayIn;
  readonly apart: boolean;
  readonly ready: readonly Ready[];
  readonly at: number;
  /** By the clock that nobody sets. */
  readonly since: number;
  readonly armsAfter: number;
  readonly forget: () => void;
}

/**
 * The one place that dials, whatever the way in. One request at a time; the state moves to `calling` before anything
 * is awaited, so that no second press can slip between.
 */
export function createDialler(parts: DiallerParts): Dialler {
  let state: DialState = { kind: 'idle' };
  let pending: Pending | null = null;
  const again = createAgain({ ...parts, keyOf: (number) => parts.read(number)?.key });
  let waiting: { readonly question: string; readonly tell: (state: DialState) => void }[] = [];

  function enter(next: DialState): DialState {
    state = next;
    if (next.kind !== 'asking') drop();
    if (next.kind !== 'calling') {
      const over = waiting.filter(({ question }) => next.kind !== 'asking' || question !== next.question);
      waiting = waiting.filter((one) => !over.includes(one));
      // Another question in its place: this one was not confirmed.
      for (const { tell } of over) tell(next.kind === 'asking' ? { kind: 'idle' } : next);
    }
    parts.changed(next);
    return next;
  }

  function drop(): void {
    pending?.forget();
    pending = null;
  }

  /** Whose number it is: whoever was chosen, if it is theirs. */
  function whoHas({ number, chosen }: Pick<Ready, 'number' | 'chosen'>) {
    const holder = chosen === null ? null : parts.holderNamed(number, chosen);
    const name = holder?.name ?? parts.nameOf(number);
    return { holder, ...(name === null ? {} : { name }) };
  }

  function asked(one: Ready): { name?: string; company?: string; label?: string } {
    const { holder, ...named } = whoHas(one);
    const { company, label } = holder ?? {
      company: parts.companyOf(one.number),
      label: parts.labelOf(one.number),
    };
    return { ...named, ...(company === null ? {} : { company }), ...(label === null ? {} : { label }) };
  }

  /** What is called again is called for the sake of whoever was chosen then. */
  function chosenBefore(number: string, from: WayIn): string | null {
    if (from !== 'redial' && from !== 'tray') return null;
    return parts.journal.list().find((attempt) => attempt.number === number)?.name ?? null;
  }

  function dialledBefore(key: string): boolean {
    return parts.journal.list().some(({ number }) => parts.read(number)?.key === key);
  }

  /** The numbers of a wish that may be dialled from where it came, each once with each extension; or why there are none. */
  function sift({ numbers, from }: Wish): Reply<readonly Ready[]> {
    const read = numbers.flatMap(
      ({ number: written, extension = null, origin = null, doubt = null, name }) => {
        // What stood in a phone book may have its extension with it.
        const { number, extension: own } = parted(written);
        const dialable = parts.read(number);
        if (dialable === null) return [];
        const chosen = name ?? chosenBefore(number, from);
        return [{ number, extension: extension ?? own, origin, doubt, chosen, dialable }];
      },
    );
    if (numbers.length === 0) return fail(from === 'redial' ? 'nothing-to-redial' : 'no-number');
    if (read.length === 0) return fail('not-a-number');
    const { codes } = trust[from];
    const trusted = read.filter(
      ({ dialable }) =>
        !isCode(dialable.key) ||
        codes === 'yes' ||
        (codes === 'dialled-before' && dialledBefore(dialable.key)),
    );
    if (trusted.length === 0) return fail('code-not-allowed');
    const free = trusted.filter(({ dialable }) => stopped(dialable) === null);
    const [first] = trusted;
    const failure = first && stopped(first.dialable);
    if (free.length === 0 && failure) {
      // What nobody at the desk asked for is not written down: a web page may send links all day.
      if (!trust[from].waitsItsTurn) parts.journal.stopped(begun(first, from), failure);
      return { ok: false, failure };
    }
    return ok(
      free.filter(
        ({ dialable: { key }, extension }, index) =>
          !free.some(
            (other, at) =>
              other.dialable.key === key && (other.extension === extension ? at < index : extension === null),
          ),
      ),
    );
  }

  function begun(
    { dialable: { display }, number, extension }: Pick<Ready, 'dialable' | 'number' | 'extension'>,
    from: WayIn,
  ): Begun {
    const its = extension === null ? {} : { extension };
    return { id: parts.newId(), at: parts.now(), display, number, ...its, from };
  }

  async function send(ready: Ready, from: WayIn): Promise<Reply<DialState>> {
    const line = parts.line();
    if (line === null) return fail('signed-out');
    const { dialable, number, extension } = ready;
    const { display } = dialable;
    const attempt = begun({ dialable, number, extension }, from);
    const { id } = attempt;
    enter({ kind: 'calling', display, extension });
    parts.journal.begin(attempt);

    const sent = line(dialable.send);
    // Looked up while the request is on its way, for a large phone book takes its time.
    const { holder, ...who } = whoHas(ready);
    // Written down where the number alone says somebody else.
    const chosen = holder !== null && holder.name !== parts.nameOf(number) ? { name: holder.name } : {};
    if (who.name !== undefined) enter({ kind: 'calling', display, ...who, extension });
    const reply = await sent;
    again.ended(id);
    if (reply.ok) {
      const { message } = reply.value;
      parts.journal.end(id, { outcome: 'placed', failure: null, message, ...chosen });
      return ok(enter({ kind: 'placed', display, ...who, extension, message }));
    }
    const { failure } = reply;
    const outcome = failure.code === 'unknown-outcome' ? 'unknown' : 'failed';
    parts.journal.end(id, { outcome, failure, ...chosen });
    return ok(enter({ kind: 'failed', display, ...who, failure }));
  }

  /** Why this number is asked about, beside how it came here. */
  function reasonsFor({ dialable, doubt }: Ready, { asksAbout }: Trust): AskedNumber['reasons'] {
    const reasons = again.reasons(dialable.key);
    if (asksAbout.emergency && dialable.emergency) reasons.push('emergency');
    if (asksAbout.premium && dialable.premium) reasons.push('premium');
    if (asksAbout.abroad && dialable.abroad) reasons.push('international');
    if (asksAbout.doubtful && doubt !== null) reasons.push(doubt);
    return reasons;
  }

  function ask(
    ready: readonly Ready[],
    numbers: AskedNumber[],
    { from, marked = null, inPage = false }: Wish,
  ): DialState {
    const apart = !inPage;
    const question = parts.newId();
    drop();
    const forget = parts.timer(questionLasts, () => {
      if (pending?.question === question) enter({ kind: 'idle' });
    });
    const armsAfter = numbers.some(({ reasons }) => isAgain(reasons)) ? armingTimeAgain : armingTime;
    pending = { question, from, apart, ready, at: parts.now(), since: parts.elapsed(), armsAfter, forget };
    return enter({ kind: 'asking', question, from, numbers, marked, armsAfter, apart });
  }

  return {
    state: () => state,

    async call(wish) {
      const { from } = wish;
      if (state.kind === 'calling') return fail('already-calling');
      if (parts.line() === null) return fail('signed-out');
      const sifted = sift(wish);
      if (!sifted.ok) return sifted;
      const ready = sifted.value;
      const rules = trust[from];

      if (pending !== null) {
        const same =
          pending.from === from &&
          pending.apart === (wish.inPage !== true) &&
          pending.ready.length === ready.length &&
          pending.ready.every(
            ({ dialable, chosen, extension }, index) =>
              dialable.key === ready[index]?.dialable.key &&
              chosen === ready[index].chosen &&
              extension === ready[index].extension,
          );
        if (same) return ok(state);
        if (rules.waitsItsTurn || wish.waits === true) return fail('question-open');
      }

      const numbers = ready.map((one) => ({
        display: one.dialable.display,
        ...asked(one),
        extension: one.extension,
        origin: one.origin,
        reasons: reasonsFor(one, rules),
      }));
      const [only] = ready;
      const asks =
        wish.ask === true ||
        rules.asks === 'always' ||
        (rules.asks === 'setting' && parts.askBeforeHotkey()) ||
        numbers.length > 1 ||
        numbers.some(({ reasons }) => reasons.length > 0);
      if (asks || !only) return ok(ask(ready, numbers, wish));
      // A question that stood was about something else and was not confirmed.
      if (pending !== null) enter({ kind: 'idle' });
      return await send(only, from);
    },

    async confirm(question, choice) {
      if (state.kind === 'calling') return fail('already-calling');
      const asked = pending?.question === question ? pending : null;
      // The page goes by the moment of the key; here it is only known when the question was asked.
      if (asked !== null && parts.elapsed() - asked.since < asked.armsAfter) return ok(state);
      const stands = asked !== null && parts.now() - asked.at < questionLasts;
      const chosen = asked?.ready[choice];
      // Read again: rules and settings may have changed since it was asked.
      const dialable = stands && chosen ? parts.read(chosen.number) : null;
      if (asked === null || !chosen || dialable === null) {
        if (asked !== null) enter({ kind: 'idle' });
        return fail('question-gone');
      }
      const failure = stopped(dialable);
      if (failure !== null) {
        parts.journal.stopped(begun({ ...chosen, dialable }, asked.from), failure);
        enter({ kind: 'idle' });
        return { ok: false, failure };
      }
      return await send({ ...chosen, dialable }, asked.from);
    },

    cancel(question) {
      if (pending?.question === question) enter({ kind: 'idle' });
      return ok(state);
    },

    outcomeOf(question) {
      if (pending?.question !== question) return Promise.resolve({ kind: 'idle' });
      return new Promise((tell) => waiting.push({ question, tell }));
    },

    recorded(isRecorded) {
      if (state.kind !== 'failed' || state.failure.code !== 'unknown-outcome') return;
      const [last] = parts.journal.list();
      if (last && isRecorded(last.id)) enter({ kind: 'idle' });
    },

    reset() {
      if (state.kind !== 'calling') enter({ kind: 'idle' });
    },
  };
}
