import type { LdapChoice } from '../contract/directory.ts';
import type { Reply } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import type { Colleague } from './person.ts';

export interface CallersParts {
  /** `null`: no directory is asked, or not about callers. */
  readonly choice: () => LdapChoice | null;
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** On a connection of its own, so that nobody who types waits for it. `null`: no answer. */
  readonly ask: (
    choice: LdapChoice,
    numbers: readonly string[],
  ) => Promise<Reply<readonly Colleague[]> | null>;
  readonly found: (people: readonly Colleague[]) => void;
  readonly now: () => number;
  readonly timer: Timer;
}

/** Looks up callers whom nobody here knows, where a directory is asked and not loaded. */
export interface Callers {
  /** These stand somewhere without a name. Nobody waits for the answer. */
  lookUp(numbers: readonly string[]): void;
  /** Of what is forgotten, nothing is remembered to have been asked. */
  forget(): void;
}

/** Milliseconds. Rows come a page at a time: they are asked about together. */
const gathers = 1_000;
const [quarter, day] = [900_000, 24 * 3_600_000];
const atOnce = 5;
/** Who scrolls through a year of calls asks about these, and about no more. */
const mostWaiting = 40;
const mostADay = 200;

export function createCallers({ choice, keyOf, ask, found, now, timer }: CallersParts): Callers {
  /** By key: when it was asked, of those of a day. */
  const asked = new Map<string, number>();
  const waiting = new Map<string, string>();
  let isBusy = false;
  let restsUntil = 0;
  let times = 0;

  function lookUp(numbers: readonly string[]): void {
    if (choice() === null || now() < restsUntil) return;
    for (const [key, at] of asked) if (now() - at >= day) asked.delete(key);
    for (const number of numbers) {
      if (waiting.size === mostWaiting || asked.size + waiting.size >= mostADay) break;
      if (!isLookedUp(number)) continue;
      const key = keyOf(number);
      if (!asked.has(key)) waiting.set(key, number);
    }
    soon();
  }

  function soon(): void {
    if (isBusy || waiting.size === 0) return;
    isBusy = true;
    const mine = times;
    timer(gathers, () => {
      void send().finally(() => {
        if (mine !== times) return;
        isBusy = false;
        soon();
      });
    });
  }

  async function send(): Promise<void> {
    const [set, mine] = [choice(), times];
    const these = [...waiting].slice(0, atOnce);
    if (set === null || these.length === 0) return waiting.clear();
    for (const [key] of these) {
      waiting.delete(key);
      asked.set(key, now());
    }
    const answer = await ask(
      set,
      these.map(([, number]) => number),
    );
    // Signed out, or another directory.
    if (mine !== times) return;
    if (!answer?.ok) {
      // What is wrong is told to whoever types; nobody asked for this.
      for (const [key] of these) asked.delete(key);
      waiting.clear();
      restsUntil = now() + quarter;
      return;
    }
    const keys = new Set(these.map(([key]) => key));
    const meant = answer.value.filter(({ numbers }) => numbers.some(({ number }) => keys.has(keyOf(number))));
    if (meant.length > 0) found(meant);
  }

  return {
    lookUp,
    forget() {
      times += 1;
      asked.clear();
      waiting.clear();
      isBusy = false;
      restsUntil = 0;
    },
  };
}

/** What a caller's number is, where somebody may have it: no code, and nothing in the place of one that is withheld. */
const isLookedUp = (number: string): boolean => /^\+?\d{2,15}$/.test(number);
