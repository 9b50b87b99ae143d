import { getCountries, getCountryCallingCode, isSupportedCountry, Metadata } from 'libphonenumber-js/min';

/** What stands before a number, by where it is called from. */
export interface Prefixes {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The country's calling code, without a `+`: `66`. */
  readonly countryCode: string;
  /** What is dialled before a number inside the country: `0`; empty where nothing is. */
  readonly trunk: string;
  /** What is dialled before a number abroad: `001`, `002` … in Thailand, one for each carrier; and `00`, which is meant for one anywhere. */
  readonly abroad: readonly string[];
}

const known = new Map<string, Prefixes>();

/** Thailand's for a country that nobody knows. Remembered: numbers are read by the thousand. */
export function prefixesOf(country: string): Prefixes {
  const before = known.get(country);
  if (before !== undefined) return before;
  const there = isSupportedCountry(country) ? country : 'TH';
  const metadata = new Metadata();
  metadata.selectNumberingPlan(there);
  const plan = metadata.numberingPlan;
  const prefixes = {
    country: there,
    countryCode: getCountryCallingCode(there),
    trunk: told(plan, 'nationalPrefix'),
    abroad: [...new Set(['00', ...everyText(told(plan, 'IDDPrefix'))])],
  };
  known.set(country, prefixes);
  return prefixes;
}

const trunks = new Map<string, string>();

/** As who lives there writes it: `020…` of `4420…`; `null` where it is written in no other way. */
export function nationalAbroad(international: string): string | null {
  if (trunks.size === 0)
    for (const country of getCountries()) {
      const code = getCountryCallingCode(country);
      if (!trunks.has(code)) trunks.set(code, prefixesOf(country).trunk);
    }
  // No calling code begins another one.
  const code = [1, 2, 3].map((length) => international.slice(0, length)).find((one) => trunks.has(one));
  const trunk = trunks.get(code ?? '') ?? '';
  return code === undefined || trunk === '' ? null : trunk + international.slice(code.length);
}

/** Who carries the call is chosen by what is dialled before the whole number, a call abroad's prefix too; the library does not know these. */
const carrierChoice: Readonly<Record<string, RegExp>> = {
  AT: /^10\d\d/,
  AU: /^(?:14\d\d|18[23]\d)/,
  CA: /^101\d{4}/,
  DE: /^010(?:0\d\d|[1-9]\d)/,
  HK: /^1[56]\d\d/,
  JP: /^00(?:91\d\d|\d\d(?=0)|\d)/,
  KR: /^08[1-9]/,
  US: /^101\d{4}/,
};

/** What is left to dial once somebody to carry the call was chosen; null where nobody was. */
export function behindCarrier(dialled: string, country: string): string | null {
  const chosen = carrierChoice[country]?.exec(dialled)?.[0];
  return chosen === undefined ? null : dialled.slice(chosen.length);
}

/** The library's plans tell it, and its types do not say so. */
function told(plan: object | undefined, what: 'nationalPrefix' | 'IDDPrefix'): string {
  const tell: unknown = plan && Reflect.get(plan, what);
  const value: unknown = typeof tell === 'function' ? tell.call(plan) : undefined;
  return typeof value === 'string' ? value : '';
}

/**
 * Every text that a regular expression of the library's takes: `00[1-9]`, `810`, `00(?:1\d)?`. They have digits, sets, groups
 * with alternatives and `?`, and nothing else.
 */
export function everyText(pattern: string): string[] {
  let at = 0;

  function alternatives(): string[] {
    const texts = sequence();
    while (pattern.charAt(at) === '|') {
      at += 1;
      texts.push(...sequence());
    }
    return texts;
  }

  function sequence(): string[] {
    let texts = [''];
    while (at < pattern.length && !/[|)]/.test(pattern.charAt(at))) {
      const ends = atom();
      const optional = pattern.charAt(at) === '?';
      if (optional) at += 1;
      const more = optional ? ['', ...ends] : ends;
      texts = texts.flatMap((text) => more.map((end) => text + end));
    }
    return texts;
  }

  function atom(): string[] {
    const rest = pattern.slice(at);
    const [all = rest.charAt(0), set] = /^(?:\[([\d-]+)\]|\\d)/.exec(rest) ?? [];
    if (rest.startsWith('(?:')) {
      at += 3;
      const texts = alternatives();
      at += 1;
      return texts;
    }
    at += all.length;
    if (!/^[[\\]/.test(all)) return [all];
    return [...'0123456789'].filter((digit) => new RegExp(`^[${set ?? '0-9'}]$`).test(digit));
  }

  return alternatives();
}
