import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Attempt, LastAttempt } from '../contract/dialing.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import type { Keeping } from '../files/kept-file.ts';
import { timer } from '../util/timer.ts';
import { askedApart, createDialler, type DiallerParts, inPage } from './dialler.ts';
import { openJournal } from './journal.ts';
import type { Numbers } from './numbers.ts';
import { createWaysIn } from './ways-in.ts';

export interface DialingWires {
  readonly events: Events;
  /** Of this profile. */
  readonly folder: string;
  readonly keeping: Keeping;
  /** Whose attempts are shown; `null`: nobody is signed in. */
  readonly owner: () => string | null;
  readonly numbers: Numbers;
  /** Whose number it is; `null` where nobody knows. */
  readonly nameOf: (number: string) => string | null;
  readonly companyOf: (number: string) => string | null;
  readonly labelOf: (number: string) => string | null;
  readonly holderNamed: DiallerParts['holderNamed'];
  readonly settings: () => Settings;
  readonly line: DiallerParts['line'];
}

/** The dialler, its journal, and the ways to it for who is not looking at the window. */
export function wireDialing({
  events,
  folder,
  keeping,
  owner,
  numbers,
  settings,
  line,
  ...parts
}: DialingWires) {
  const elapsed = () => performance.now();
  /** A call is not to fail for the sake of a name. */
  const knownBy =
    <A extends string[], R>(look: (...asked: A) => R | null) =>
    (...asked: A) => {
      try {
        return look(...asked);
      } catch (error) {
        keeping.log(`no name for a number: ${String(error)}`);
        return null;
      }
    };
  const nameOf = knownBy(parts.nameOf);
  const holderNamed = knownBy(parts.holderNamed);
  /** Whose number it is; of those who have it, whoever was chosen. */
  function whoHas({ number, name }: Pick<Attempt, 'number' | 'name'>): string | null {
    return (name === undefined ? null : holderNamed(number, name)?.name) ?? nameOf(number);
  }
  function named(wished: Pick<Attempt, 'number' | 'name'>): { name?: string } {
    const name = whoHas(wished);
    return name === null ? {} : { name };
  }

  const journal = openJournal({
    file: path.join(folder, 'attempts.jsonl'),
    owner,
    changed: () => setImmediate(() => events.emit('journal.changed')),
    keeping,
  });
  let isAskedApart = false;
  const dialler = createDialler({
    read: numbers.read,
    nameOf,
    companyOf: knownBy(parts.companyOf),
    labelOf: knownBy(parts.labelOf),
    holderNamed,
    line,
    journal,
    askBeforeHotkey: () => settings().beforeHotkeyCall === 'ask',
    now: Date.now,
    elapsed,
    newId: randomUUID,
    timer,
    changed(state) {
      const question = askedApart(state);
      if (question !== null) events.emit('question.apart', question);
      // A window is taken away behind the request of its call, for the same reason as below.
      else if (isAskedApart)
        setImmediate(() => askedApart(dialler.state()) ?? events.emit('question.apart', null));
      isAskedApart = question !== null;
      if (state.kind !== 'calling') return void events.emit('dial.changed', inPage(state));
      // The request goes out next: what takes its time waits until it is on its way. What became of it by then has been told.
      setImmediate(() => {
        if (dialler.state() === state) events.emit('dial.changed', state);
      });
    },
  });
  const ask = createWaysIn(
    dialler,
    (wished) => ({ display: numbers.shown(wished.number), ...named(wished) }),
    elapsed,
    (what) => events.emit('dial.turnedDown', what),
  );

  function last(): LastAttempt | null {
    const [attempt] = journal.list();
    if (attempt === undefined) return null;
    const { name: _, ...called } = attempt;
    return { ...called, ...named(attempt) };
  }
  const tellLast = () => events.emit('attempts.changed', last());
  let told = '';
  /** Somebody has got another name, or the calls tell one. */
  function tellName(): void {
    const now = last()?.name ?? '';
    if (now !== told) tellLast();
    told = now;
  }
  events.on('journal.changed', tellLast);
  events.on('owner.changed', () => {
    // What became of a call that somebody else asked for is not theirs.
    dialler.reset();
    tellLast();
  });
  // Behind those who look names up.
  for (const name of ['contacts.changed', 'directory.changed', 'calls.changed'] as const)
    events.on(name, () => setImmediate(tellName));
  return { journal, dialler, ask, last, whoHas };
}
