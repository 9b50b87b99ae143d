import type { Call } from '../cdr/call.ts';
import { type Prefixes, prefixesOf } from '../numbers/prefixes.ts';

/** Finds calls by number, in any spelling, by the names of the other party, the user's own and the PBX's, and by note. */
export interface CallSearch {
  /** Of these calls, in their order. */
  find(calls: readonly Call[], query: string): readonly Call[];
  /** Makes ready what a question needs; the first one waits for it otherwise. */
  ready(calls: readonly Call[]): void;
}

interface Entry {
  readonly name: string | null;
  readonly note: string;
  readonly digits: string;
  readonly text: string;
}

export interface SearchParts {
  /** As the call is shown. */
  readonly nameOf: (call: Call) => string | null;
  readonly noteOf: (call: Call) => string;
  readonly prefixes: () => Prefixes;
}

/**
 * What a call is found by is made once for each: a list of which one call changed costs that one. A question is then a walk over
 * plain strings.
 */
export function createSearch({
  nameOf = ({ party }) => party.name,
  noteOf = () => '',
  prefixes = () => prefixesOf('TH'),
}: Partial<SearchParts> = {}): CallSearch {
  let entries = new WeakMap<Call, Entry>();
  let madeBy = prefixes();

  /** In another country the same numbers are written in other ways. */
  function heed(): Prefixes {
    const now = prefixes();
    if (now.countryCode !== madeBy.countryCode || now.trunk !== madeBy.trunk) entries = new WeakMap();
    madeBy = now;
    return now;
  }

  function entryOf(call: Call): Entry {
    const name = nameOf(call);
    const note = noteOf(call);
    const known = entries.get(call);
    if (known !== undefined && known.note === note && known.name === name) return known;
    const number = call.party.number ?? '';
    const names = [...new Set([name ?? '', call.party.name ?? ''])].join(' ');
    const entry = {
      name,
      note,
      digits: [...new Set(spellings(number, madeBy))].join(' '),
      text: fold(`${number} ${names} ${note}`),
    };
    entries.set(call, entry);
    return entry;
  }

  return {
    ready(calls) {
      heed();
      for (const call of calls) entryOf(call);
    },
    find(calls, query) {
      const text = fold(query).trim();
      if (text === '') return calls;
      const words = text.split(/\s+/);
      const plan = heed();
      const digits = isNumber(text) ? asked(text, plan) : null;
      return calls.filter((call) => {
        const entry = entryOf(call);
        return (
          (digits !== null && entry.digits.includes(digits)) ||
          words.every((word) => entry.text.includes(word))
        );
      });
    },
  };
}

/** One form for what looks alike: case, full-width letters, Thai digits and the two spellings of sara am. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** Digits and what people write between them. At least two digits: one is in nearly every number. */
function isNumber(text: string): boolean {
  return /^[\d\s()+*#./-]+$/.test(text) && text.replace(/\D/g, '').length >= 2;
}

/** Shorter ones are extensions and services, which have no international form. */
const shortest = 8;

/** National and international, so that any beginning of either is found, however the number was written. */
function spellings(number: string, prefixes: Prefixes): string[] {
  const { countryCode, trunk } = prefixes;
  const digits = number.replace(/\D/g, '');
  if (digits === '') return [];
  const international =
    number.trim().startsWith('+') || digits.startsWith('00') ? digits.replace(/^00/, '') : null;
  if (international !== null) {
    if (!international.startsWith(countryCode)) return [international];
    const bare = bareOf(international.slice(countryCode.length), trunk);
    return [trunk + bare, countryCode + bare, international];
  }
  if (digits.length < shortest) return [digits];
  const found = [digits, countryCode + bareOf(digits, trunk)];
  // Many exchanges write the country's code without a `+`.
  return digits.startsWith(countryCode) && digits.length >= shortest + countryCode.length
    ? [...found, trunk + bareOf(digits.slice(countryCode.length), trunk)]
    : found;
}

const bareOf = (digits: string, trunk: string): string =>
  trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;

/** `+66 (0)81 …` and `0066 81 …` are asked for as `6681…`; `081 …` as it is. */
function asked(text: string, { countryCode, trunk }: Prefixes): string {
  const digits = text.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const international = text.trim().startsWith('+')
    ? digits
    : digits.startsWith(`00${countryCode}`)
      ? digits.slice(2)
      : null;
  if (international === null) return digits;
  return international.startsWith(countryCode)
    ? countryCode + bareOf(international.slice(countryCode.length), trunk)
    : international;
}
