import type { Call } from './call.ts';

export interface NumberPlan {
  /** `66`. */
  readonly countryCode: string;
  /** What stands before a number inside the country: `0`; empty where nothing does. */
  readonly trunkPrefix: string;
}

export const thailand: NumberPlan = { countryCode: '66', trunkPrefix: '0' };

/** Finds calls by number, in any spelling, name and note. */
export interface CallSearch {
  /** Of these calls, in their order. */
  find(calls: readonly Call[], query: string): readonly Call[];
}

interface Entry {
  readonly note: string;
  readonly digits: string;
  readonly text: string;
}

/**
 * What a call is found by is made once for each: a list of which one call changed costs that one. A question is then a walk over
 * plain strings.
 */
export function createSearch(
  noteOf: (call: Call) => string = () => '',
  plan: NumberPlan = thailand,
): CallSearch {
  const entries = new WeakMap<Call, Entry>();

  function entryOf(call: Call): Entry {
    const note = noteOf(call);
    const known = entries.get(call);
    if (known?.note === note) return known;
    const number = call.party.number ?? '';
    const entry = {
      note,
      digits: spellings(number, plan).join(' '),
      text: fold(`${number} ${call.party.name ?? ''} ${note}`),
    };
    entries.set(call, entry);
    return entry;
  }

  return {
    find(calls, query) {
      const text = fold(query).trim();
      if (text === '') return calls;
      const words = text.split(/\s+/);
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

/** National and international, so that any beginning of either is found. */
function spellings(number: string, { countryCode, trunkPrefix }: NumberPlan): string[] {
  const digits = number.replace(/\D/g, '');
  if (digits === '') return [];
  const international =
    number.trim().startsWith('+') || digits.startsWith('00') ? digits.replace(/^00/, '') : null;
  if (international?.startsWith(countryCode)) {
    return [trunkPrefix + international.slice(countryCode.length), international];
  }
  if (international !== null) return [international];
  // Short numbers are extensions and services: they have no international form.
  const isNational = trunkPrefix !== '' && digits.startsWith(trunkPrefix) && digits.length >= 8;
  return isNational ? [digits, countryCode + digits.slice(trunkPrefix.length)] : [digits];
}

/** `+66 (0)81 …` and `0066 81 …` are asked for as `6681…`; `081 …` as it is. */
function asked(text: string, { countryCode, trunkPrefix }: NumberPlan): string {
  const digits = text.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const international = text.trim().startsWith('+')
    ? digits
    : digits.startsWith(`00${countryCode}`)
      ? digits.slice(2)
      : null;
  if (international === null) return digits;
  const doubled = countryCode + trunkPrefix;
  return trunkPrefix !== '' && international.startsWith(doubled)
    ? countryCode + international.slice(doubled.length)
    : international;
}
