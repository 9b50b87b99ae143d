import type { Marked } from '../contract/dialing.ts';
import type { FoundNumber } from '../contract/numbers.ts';
import type { Dialable, Wish } from '../dialing/dialler.ts';
import { isCode } from '../dialing/trust.ts';
import { type Candidate, choose } from './choose.ts';
import { createMemory } from './latest.ts';
import type { Reading, Readings } from './reading.ts';

export interface SelectionParts {
  readonly texts: () => Promise<Readings>;
  /** The same for somebody who has not pressed the key. */
  readonly atRest: () => Promise<Readings>;
  readonly clipboard: () => Promise<Reading>;
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
/** Enough to know a text again. */
const longestQuote = 40;

export function createSelection(parts: SelectionParts): Selection {
  const { texts, atRest, clipboard, find, read } = parts;
  const memory = createMemory(parts.digest);

  function candidates(reading: Reading): readonly Candidate[] {
    if (reading.kind !== 'text') return [];
    const found = find(reading.text).flatMap(({ number, extension, doubt }) => {
      const key = read(number)?.key;
      return key === undefined ? [] : [{ number, extension, doubt, key }];
    });
    return found.length > 0 ? found : code(reading.text);
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

  const withoutKey = <C extends Candidate>({ key: _key, ...number }: C) => number;

  return {
    async remember() {
      memory.start(await atRest());
    },
    async meant() {
      const now = await texts();
      const { numbers, ask, instead } = choose(
        {
          marked: candidates(now.marked),
          clipboard: candidates(now.clipboard),
          nothingMarked: now.marked.kind === 'nothing',
        },
        memory.press(now),
      );
      return { numbers: numbers.map(withoutKey), ask, marked: instead ? quoteOf(now.marked) : null };
    },
    async copied() {
      return { numbers: candidates(await clipboard()).map(withoutKey) };
    },
  };
}

/** The beginning of it, in one line. */
function quoteOf(reading: Reading): Marked {
  if (reading.kind !== 'text') return reading;
  // Looked at no further than is shown: it may be a book. What cannot be seen could turn around what stands behind it.
  const line = reading.text
    .slice(0, 50 * longestQuote)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const shown = [...line];
  const text = shown.length > longestQuote ? `${shown.slice(0, longestQuote).join('')}…` : line;
  return text === '' ? { kind: 'unreadable' } : { kind: 'text', text };
}
