import type { Call } from '../cdr/call.ts';
import { type Prefixes, prefixesOf } from '../numbers/prefixes.ts';
import { digitsAsked, digitsText, looksLikeNumber } from '../numbers/spellings.ts';
import { fold } from '../people/fold.ts';
import { butForOne, namesText, slipOf, waysTyped } from '../people/typed-name.ts';
import { escapeForPattern } from '../util/escape-for-pattern.ts';
import { oneSpelling } from '../util/one-spelling.ts';
import { tagsOf } from './tags.ts';

/** Finds calls by number, in any spelling, by the names of the other party, the user's own and the PBX's, by note, and by what their rows say. */
export interface CallSearch {
  /** Of these calls, in their order. */
  find(calls: readonly Call[], query: string): readonly Call[];
  /** Makes ready what a question needs; the first one waits for it otherwise. */
  ready(calls: readonly Call[]): void;
}

interface Entry {
  /** The revision at which it was last made sure of. */
  at: number;
  readonly name: string | null;
  readonly also: string;
  readonly said: string;
  readonly note: string;
  readonly digits: string;
  readonly text: string;
  /** What the other party, and others of the call, are called. */
  readonly names: string;
  /** Each word between blanks. */
  readonly words: string;
  /** Of the note, with their sign. */
  readonly tags: ReadonlySet<string>;
}

export interface SearchParts {
  /** As the call is shown. */
  readonly nameOf: (call: Call) => string | null;
  readonly noteOf: (call: Call) => string;
  /** What else stands in its row: who took it, and what is shown in the place of a number that is withheld. */
  readonly alsoOf: (call: Call) => string;
  /** The words in which its row says what became of it. */
  readonly saidOf: (call: Call) => string;
  readonly prefixes: () => Prefixes;
  /** Another number: names, notes or what else stands in a row may be others. Never the same where nobody knows. */
  readonly revision: () => number;
}

/**
 * What a call is found by is made once for each: a list of which one call changed costs that one. A question is then a walk over
 * plain strings.
 */
export function createSearch({
  nameOf = ({ party }) => party.name,
  noteOf = () => '',
  alsoOf = () => '',
  saidOf = () => '',
  prefixes = () => prefixesOf('TH'),
  revision = () => Number.NaN,
}: Partial<SearchParts> = {}): CallSearch {
  let entries = new WeakMap<Call, Entry>();
  let madeBy = prefixes();

  /** In another country the same numbers are written in other ways. */
  function prefixesNow(): Prefixes {
    const now = prefixes();
    if (now !== madeBy) entries = new WeakMap();
    madeBy = now;
    return now;
  }

  function entryOf(call: Call): Entry {
    const known = entries.get(call);
    const at = revision();
    if (known?.at === at) return known;
    const name = nameOf(call);
    const note = noteOf(call);
    const also = alsoOf(call);
    const said = saidOf(call);
    const isSame = known?.note === note && known.name === name && known.also === also && known.said === said;
    if (known !== undefined && isSame) {
      known.at = at;
      return known;
    }
    const number = call.party.number ?? '';
    const called = [...new Set([name ?? '', call.party.name ?? ''])];
    const entry = {
      at,
      name,
      note,
      also,
      said,
      digits: digitsText(number, madeBy),
      text: oneSpelling(`${number} ${also} ${called.join(' ')} ${note}`),
      names: namesText([...called, also]),
      words: ` ${oneSpelling(said)} `,
      tags: new Set(tagsOf(note).map((tag) => oneSpelling(`#${tag}`))),
    };
    entries.set(call, entry);
    return entry;
  }

  return {
    ready(calls) {
      prefixesNow();
      for (const call of calls) entryOf(call);
    },
    find(calls, query) {
      const text = oneSpelling(query).trim();
      if (text === '') return calls;
      const plan = prefixesNow();
      // A code is that code, and not every number with its digits.
      const digitsOf = (written: string): readonly string[] | null =>
        looksLikeNumber(written) && !/[*#]/.test(written) ? digitsAsked(written, plan) : null;
      const ways = waysTyped(text).map((way) =>
        // Nobody is called by a tag, whose sign no name has.
        way.map((word) => ({ word, digits: digitsOf(word), name: word[0] === '#' ? '' : fold(word) })),
      );
      const [words = []] = ways;
      const digits = digitsOf(text);
      // One tag may begin another: the whole one is meant, where there is one.
      const tags = new Map(
        words
          .filter(({ word }) => word[0] === '#' && calls.some((call) => entryOf(call).tags.has(word)))
          .map(({ word }) => [word, wholeOf(word)]),
      );
      // By a letter or two every call would be found that was answered.
      const isSaid = words.some(({ word }) => word.length >= fewest) ? saysWord : () => false;
      const has = (entry: Entry, one: (typeof words)[number]): boolean =>
        tags.has(one.word)
          ? tags.get(one.word)?.test(entry.text) === true
          : entry.text.includes(one.word) ||
            (one.name !== '' && one.name.split(' ').every((part) => entry.names.includes(part))) ||
            isSaid(entry.words, one.word) ||
            (digits === null && isIn(entry, one.digits));
      const found = calls.filter((call) => {
        const entry = entryOf(call);
        return isIn(entry, digits) || ways.some((way) => way.every((one) => has(entry, one)));
      });
      if (found.length > 0 || digits !== null) return found;
      // Nobody is called so: whoever is, but for one slip. Many calls are with somebody of the same name.
      const slips = new Map(ways.flat().map(({ word }) => [word, remembered(slipOf(word))]));
      return calls.filter((call) => {
        const entry = entryOf(call);
        return butForOne(
          ways,
          (one) => has(entry, one),
          ({ word, name }) => name !== '' && slips.get(word)?.(entry.names) === true,
        );
      });
    },
  };
}

/** Also where it is no tag: in a word, or an address. */
const wholeOf = (tag: string): RegExp =>
  new RegExp(`${escapeForPattern(tag)}(?![\\p{L}\\p{M}\\p{N}_-])`, 'u');

function remembered(of: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const is = known.get(text) ?? of(text);
    known.set(text, is);
    return is;
  };
}

const isIn = ({ digits }: Pick<Entry, 'digits'>, asked: readonly string[] | null): boolean =>
  asked?.some((one) => digits.includes(one)) === true;

const fewest = 3;

/** A word of a row's is found by its beginning, a short one as a whole; Thai ones are not told apart. */
function saysWord(said: string, word: string): boolean {
  if (word.length < fewest) return said.includes(` ${word} `);
  return said.includes(/[\u0e00-\u0e7f]/.test(word) ? word : ` ${word}`);
}
