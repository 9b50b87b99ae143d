import path from 'node:path';
import type { DialState, WayIn } from '../../../app/contract/dialing.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { createDialler, type Wish } from '../../../app/dialing/dialler.ts';
import { openJournal } from '../../../app/dialing/journal.ts';
import type { NumberHolder } from '../../../app/numbers/holder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const wish = (number: string, from: WayIn, more: Partial<Wish> = {}): Wish => ({
  numbers: [{ number }],
  from,
  ...more,
});

type Answer = Reply<{ readonly message: string }>;

/** The dialler with a real journal, and a line on which the test answers. */
export function desk(folder = temporaryFolder()) {
  const sent: string[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const states: DialState[] = [];
  const journal = openJournal({
    file: path.join(folder, 'attempts.jsonl'),
    owner: () => 'me',
    keeping: { log: () => {}, damaged: () => {} },
  });
  let now = 1_000_000;
  /** What somebody did to the clock on the wall. */
  let set = 0;
  let id = 0;
  let signedIn = true;
  let blocked = '1900';
  let asksBeforeHotkey = false;
  const timers: { at: number; then: () => void }[] = [];
  const names = new Map<string, string>();
  const holders = new Map<string, readonly NumberHolder[]>();
  const dialler = createDialler({
    nameOf: (number) => names.get(number) ?? null,
    companyOf: () => null,
    labelOf: () => null,
    holderNamed: (number, name) => holders.get(number)?.find((one) => one.name === name) ?? null,
    read: (number) =>
      /^\+?[\d*#]+$/.test(number)
        ? {
            display: number,
            send: number.startsWith('067') ? `*67${number}` : number,
            key: number.replace(/^66/, '0'),
            abroad: number.startsWith('+44'),
            emergency: number === '191',
            premium: number.startsWith('1909'),
            blocked: number.startsWith(blocked) ? 'No premium numbers' : null,
            broken: number.startsWith('0190') ? 'Two outside lines' : null,
          }
        : null,
    line: () =>
      signedIn
        ? (number) => {
            sent.push(number);
            return new Promise((resolve) => answers.push(resolve));
          }
        : null,
    journal,
    askBeforeHotkey: () => asksBeforeHotkey,
    timer: (ms, then) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
    now: () => now + set,
    elapsed: () => now,
    newId: () => `id${++id}`,
    changed: (state) => states.push(state),
  });
  return {
    dialler,
    sent,
    states,
    names,
    holders,
    journal,
    answer: (answer: Answer) => answers.shift()?.(answer),
    wait: (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.then();
      }
    },
    askBeforeHotkey: () => {
      asksBeforeHotkey = true;
    },
    block: (prefix: string) => {
      blocked = prefix;
    },
    setClock: (ms: number) => {
      set += ms;
    },
    /** The question that stands. */
    asked: () => dialler.state() as Extract<DialState, { kind: 'asking' }>,
    /** Says yes once that counts. */
    yes(choice = 0) {
      this.wait(this.asked().armsAfter);
      return dialler.confirm(this.asked().question, choice);
    },
    signOut: () => {
      signedIn = false;
    },
    async place(number: string, answer: Answer) {
      const calling = dialler.call(wish(number, 'pad'));
      this.answer(answer);
      return await calling;
    },
  };
}

export const placed = ok({ message: 'Ringing' });
export const refused = fail('refused', { message: 'No' });
export const unknown = fail('unknown-outcome', { cause: 'timed-out' });
