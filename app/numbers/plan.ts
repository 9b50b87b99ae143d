// `min` metadata: 155 kB of the main bundle, where `max` takes 229. What `max` would add, patterns by type of
// number, is made up for where it matters by `thaiPlan`.
import {
  AsYouType,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

import { dialCharacters, withoutSeparators } from '../util/characters.ts';

/**
 * Thai numbers without their trunk `0`: Bangkok, the provinces, nine-digit mobile and internet numbers, toll-free
 * and premium. libphonenumber's general pattern also takes every nine digits from `1`, which is what order
 * numbers and tax ids look like. Mobile prefixes are not listed: new ones are given out every few years.
 */
const thaiPlan = /^(?:2\d{7}|3[2-9]\d{6}|4[2-5]\d{6}|5[2-6]\d{6}|7[3-7]\d{6}|[689]\d{8}|1[89]00\d{6})$/;

/**
 * Whoever calls it pays for more than the call: Thailand's `1900`. Other plans' types of numbers are not in the `min` metadata.
 *
 * @param e164 with its `+`
 */
export const isPremium = (e164: string): boolean => /^\+661900\d{6}$/.test(e164);

export interface Phone {
  readonly e164: string;
  /** Digits as dialled inside the number's own country. */
  readonly national: string;
  readonly domestic: boolean;
  /** Of another country that shares the calling code: `+1 876…`, Jamaica, is written as a number of the United States. */
  readonly elsewhere: boolean;
  /** The country's calling code, without a `+`. */
  readonly code: string;
  readonly valid: boolean;
  /**
   * How it was written. `plus`: `+66 81…`. `code`: `66 81…`. `national`: `081…`. `bare`: `81…`, the trunk prefix
   * left out. `carrier`: an international prefix of the country (`001 44…`), which chooses who carries the call.
   * `double-zero`: `00` as much of the world writes `+`, although it is no prefix here.
   */
  readonly written: 'plus' | 'code' | 'national' | 'bare' | 'carrier' | 'double-zero';
}

const onlyDigits = (text: string) => text.replace(/\D/g, '');

function isValid(phone: PhoneNumber): boolean {
  if (!phone.isValid()) return false;
  return phone.countryCallingCode !== '66' || thaiPlan.test(phone.nationalNumber);
}

function nationalDigits(phone: PhoneNumber, country: string): string {
  const digits = onlyDigits(phone.formatNational());
  // Some plans write a national number in a way that does not read back (Argentine mobiles): E.164 is safe.
  return isSupportedCountry(country) && parsePhoneNumberFromString(digits, country)?.number === phone.number
    ? digits
    : phone.number;
}

function homeCode(country: string): string | null {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : null;
}

/**
 * Codes whose countries are told apart by how their numbers begin; `min` takes British mobiles for Guernsey's. The first has all that is no
 * other's: `+1 800…` is everybody's.
 */
const sharedCodes: Readonly<Record<string, string>> = { 1: 'US', 7: 'RU' };

function isElsewhere({ country, countryCallingCode }: PhoneNumber, home: string): boolean {
  const most = sharedCodes[countryCallingCode];
  return most !== undefined && country !== undefined && country !== most && country !== home;
}

function toPhone(parsed: PhoneNumber, country: string, written: Phone['written']): Phone {
  return {
    e164: parsed.number,
    national: nationalDigits(parsed, country),
    domestic: parsed.countryCallingCode === homeCode(country),
    elsewhere: isElsewhere(parsed, country),
    code: parsed.countryCallingCode,
    valid: isValid(parsed),
    written,
  };
}

/**
 * `dialled` (digits, with or without a `+` before them) as a number of some country's plan, or null. Without a `+`
 * only numbers that the plan gives out count; with one, whatever has a length that the plan knows, because plans
 * grow faster than programs are updated and the `+` says what is meant.
 */
export function readPhone(dialled: string, country: string): Phone | null {
  const home = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(dialled, home ? { defaultCountry: home } : {});
  if (dialled.startsWith('+')) return parsed?.isPossible() ? toPhone(parsed, country, 'plus') : null;
  if (!parsed || !isValid(parsed)) return readDoubleZero(dialled, country);
  const phone = toPhone(parsed, country, 'national');
  if (!phone.domestic || (dialled.startsWith('00') && dialled !== phone.national)) {
    return { ...phone, written: 'carrier' };
  }
  if (dialled === phone.national) return phone;
  return { ...phone, written: phone.national.endsWith(dialled) ? 'bare' : 'code' };
}

/** Digits that are a number of another country, calling code and all, but for the `+`. */
export function isAbroadInFull(digits: string, country: string): boolean {
  const phone = readPhone(`+${digits}`, country);
  return phone?.valid === true && !phone.domestic;
}

/** `0044 20…` where `00` is no international prefix, as in Thailand (those are `001` to `009`). */
function readDoubleZero(dialled: string, country: string): Phone | null {
  if (!dialled.startsWith('00')) return null;
  const parsed = parsePhoneNumberFromString(`+${dialled.slice(2)}`);
  return parsed && isValid(parsed) ? toPhone(parsed, country, 'double-zero') : null;
}

/** `0033 6…` could be carrier `003` and Hungary; written in groups, it says where the country's code ends. */
function readGrouped(written: string, dialled: string, country: string): Phone | null {
  const [head = '', next] = written.match(/\d+/g) ?? [];
  if (next === undefined || !/^00(?:\d{2,3})?$/.test(head)) return null;
  const phone = readDoubleZero(dialled, country);
  return phone && (head === '00' || head === `00${phone.code}`) ? phone : null;
}

/** `002 0898765432` is a line's number and a telephone: no one writes the code of Egypt, 20, in two groups. */
function splitsCode(written: string, { code, written: way }: Phone): boolean {
  if (way !== 'double-zero') return false;
  let digits = 0;
  for (const group of written.match(/\d+/g) ?? []) {
    digits += group.length;
    if (digits > 2 && digits < 2 + code.length) return true;
  }
  return false;
}

/**
 * A number as it is written, folded, with its separators. `dialled` is what a telephone would be given: the zero of
 * `+66 (0) 81…` is there for who dials inside the country and leads nowhere behind the code, but in `+39 (0)6…` it
 * is part of the number.
 */
export function readWritten(
  written: string,
  country: string,
  read: (dialled: string) => Phone | null = (dialled) => readPhone(dialled, country),
): { readonly dialled: string; readonly phone: Phone | null } {
  const all = withoutSeparators(written);
  const known = read(all);
  const solid = known && splitsCode(written, known) ? null : known;
  const phone = solid && (readGrouped(written, all, country) ?? solid);
  const without = dialCharacters(written);
  if (without === all) return { dialled: all, phone };
  const shorter = read(without);
  return shorter && (!phone?.valid || phone.e164 === shorter.e164)
    ? { dialled: without, phone: phone?.valid ? phone : shorter }
    : { dialled: all, phone };
}

/**
 * `081 234 5678`. Digits stay exactly as they are, at every length, so that a number can be grouped while it is
 * typed; where the library's template does not hold them all, nothing is grouped.
 */
export function group(dialled: string, country: string): string {
  if (!/^\+?\d+$/.test(dialled)) return dialled;
  const typing = new AsYouType(isSupportedCountry(country) ? country : undefined).input(dialled);
  const spaced = typing.replace(/[^\d+]+/g, ' ').trim();
  return spaced.replaceAll(' ', '') === dialled ? spaced : dialled;
}
