import type { FoundNumber } from '../../contract.ts';
import type { Dialable, Wish } from '../dialler.ts';
import { isCode } from '../trust.ts';
import { type Candidate, choose, type Place } from './choose.ts';

/** What is marked and what was copied, as text; `null` where there is none. */
export type Texts = Readonly<Record<Place, string | null>>;

export interface SelectionParts {
  /** `marked` is always `null` where the system does not tell it. */
  readonly texts: () => Promise<Texts>;
  /** The same for somebody who has not pressed the key. */
  readonly atRest: () => Promise<Texts>;
  readonly clipboard: () => Promise<string | null>;
  readonly find: (text: string) => readonly FoundNumber[];
  readonly read: (number: string) => Dialable | null;
  /** Of a text; what was copied must not stay in memory, it may be a password. */
  readonly digest: (text: string) => string;
}

export type Selected = Pick<Wish, 'numbers' | 'ask' | 'marked'>;

export interface Selection {
  /** Remembers what is there now: what is marked or copied from now on has changed. */
  remember(): Promise<void>;
  /** The numbers that a press of the hotkey means: one, several to choose from, or none. */
  meant(): Promise<Selected>;
  /** The numbers of the clipboard alone. */
  copied(): Promise<Selected>;
}

/** A code is short; the text of a page that holds an asterisk is none. */
const longestCode = 60;

export function createSelection({ texts, atRest, clipboard, find, read, digest }: SelectionParts): Selection {
  let last: Texts = { marked: null, clipboard: null };

  const digests = ({ marked, clipboard: copied }: Texts): Texts => ({
    marked: marked === null ? null : digest(marked),
    clipboard: copied === null ? null : digest(copied),
  });

  function candidates(text: string | null): readonly Candidate[] {
    if (text === null) return [];
    const found = find(text).flatMap(({ number, extension, doubt }) => {
      const key = read(number)?.key;
      return key === undefined ? [] : [{ number, extension, doubt, key }];
    });
    return found.length > 0 ? found : code(text);
  }

  /**
   * A text that is a code and nothing else. The dialler refuses it and says why; were it passed over here, the number
   * that happens to be in the other place would be called.
   */
  function code(text: string): readonly Candidate[] {
    const number = text.trim();
    if (number.length > longestCode || !isCode(number)) return [];
    const dialable = read(number);
    return dialable === null ? [] : [{ number, extension: null, doubt: null, key: dialable.key }];
  }

  return {
    async remember() {
      last = digests(await atRest());
    },
    async meant() {
      const now = await texts();
      const seen = digests(now);
      const before = last;
      last = seen;
      const { numbers, ask } = choose(
        { marked: candidates(now.marked), clipboard: candidates(now.clipboard) },
        { marked: seen.marked !== before.marked, clipboard: seen.clipboard !== before.clipboard },
      );
      return {
        numbers: numbers.map(({ key: _key, ...number }) => number),
        ask,
      };
    },
    async copied() {
      return {
        numbers: candidates(await clipboard()).map(({ key: _key, ...number }) => number),
      };
    },
  };
}
