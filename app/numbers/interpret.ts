import { fold, withoutSeparators } from '../util/characters.ts';
import { group, isAbroadInFull, type Phone, readWritten } from './plan.ts';
import { prefixesOf } from './prefixes.ts';
import { isEmergency } from './short-numbers.ts';

export interface Interpretation {
  readonly kind: 'empty' | 'feature-code' | 'internal' | 'emergency' | 'phone' | 'other' | 'not-a-number';
  /** Grouped for reading; every digit that was typed and no other, also while the number is still being typed. */
  readonly display: string;
  /** Grouped too, and the same for every spelling of a number: as it is dialled from here, so that one person's number looks alike everywhere. */
  readonly shown: string;
  /** What the PBX is asked to call; null where there is nothing to call. */
  readonly send: string | null;
  /** The same for two spellings of one number. */
  readonly key: string;
  /** Other ways to write it that are dialled from here. Those of a number abroad begin with a `+`, for each prefix that stands for it. */
  readonly spellings: readonly string[];
  /** Leads out of the country, or nobody knows that it does not. */
  readonly abroad: boolean;
}

export interface Interpreting {
  /** ISO 3166-1 alpha-2: whose numbers are written without a country code. */
  readonly country: string;
  readonly form: 'national' | 'e164' | 'as-typed';
  /** Most digits of an extension of this PBX. */
  readonly internalLength: number;
}

/** Asterisk allows more; nothing that a person dials is longer, and what is was pasted by mistake. */
const mostDialled = 32;
/** Beyond this there is no number, however many separators it has: the rest is not looked at. */
const mostTyped = 200;

/** Digits, with a `+` before them at most; or a feature code. What an exchange can be asked to call. */
export function isDialable(characters: string): boolean {
  return characters.length <= mostDialled && /^(?:\+?\d+|[\d*#]+)$/.test(characters);
}

export function interpretNumber(typed: string, settings: Interpreting): Interpretation {
  if (typed.length > mostTyped) return notANumber(typed.slice(0, mostTyped));
  const text = fold(typed).text;
  const shown = withoutSeparators(text);
  if (shown === '' && /^[ ]*$/.test(text))
    return { kind: 'empty', display: '', shown: '', send: null, key: '', spellings: [], abroad: false };
  if (!isDialable(shown)) return notANumber(typed);
  if (/[*#]/.test(shown)) return untouched('feature-code', shown, shown);
  if (isEmergency(shown, settings.country)) return untouched('emergency', shown, shown);
  // `+66 191`: nobody but the police is meant.
  const home = `+${prefixesOf(settings.country).countryCode}`;
  if (shown.startsWith(home) && isEmergency(shown.slice(home.length), settings.country)) {
    const local = shown.slice(home.length);
    return { ...untouched('emergency', local, local), display: group(shown, settings.country) };
  }
  if (!shown.startsWith('+') && shown.length <= settings.internalLength) {
    // An area code on its way to a number is grouped from its third digit; extension `2125` is not `212 5`.
    return untouched('internal', shown, shown.startsWith('0') ? group(shown, settings.country) : shown);
  }

  const { dialled, phone } = readWritten(text, settings.country);
  // Behind `00` the library would look for a carrier's digit, and part the country's code in the middle.
  const display =
    phone?.written === 'double-zero'
      ? `00 ${group(`+${shown.slice(2)}`, settings.country).slice(1)}`
      : group(shown, settings.country);
  if (!phone) return untouched('other', dialled, display, settings.country);
  const send = inForm(phone, dialled, settings.form);
  const { e164, domestic } = phone;
  const also = alsoAbroad(phone, dialled, settings.country);
  const spellings = [...spelled(dialled, settings.country, phone), ...also];
  const one = group(inForm(phone, dialled, 'national'), settings.country);
  const abroad = !domestic || phone.elsewhere || also.length > 0;
  return { kind: 'phone', display, shown: one, send, key: e164, spellings, abroad };
}

/** What `001 44 20…` may be, too: in Japan and Indonesia numbers of the country begin so, and not all prefixes abroad are in the plan. */
function alsoAbroad({ written }: Phone, dialled: string, country: string): string[] {
  if (written !== 'national' || !dialled.startsWith('00')) return [];
  const behind = [dialled.slice(2), dialled.slice(3)];
  return behind.filter((digits) => isAbroadInFull(digits, country)).map((digits) => `+${digits}`);
}

/** `44 20 7946 0018` without its plus, as many exchanges write it. What is shorter may be an extension behind the key of an outside line. */
const shortestInFull = 10;

function leadsAbroad(dialled: string, country: string): boolean {
  const prefixes = ['+', ...prefixesOf(country).abroad];
  if (prefixes.some((prefix) => dialled.startsWith(prefix))) return true;
  return dialled.length >= shortestInFull && isAbroadInFull(dialled, country);
}

function inForm(phone: Phone, dialled: string, form: Interpreting['form']): string {
  if (form === 'as-typed') return dialled;
  if (form === 'e164') return phone.e164;
  if (phone.domestic) return phone.national;
  // `001 44…`: the prefix chooses the carrier, and with it the price.
  return phone.written === 'carrier' ? dialled : phone.e164;
}

/**
 * Digits as they are dialled in another country lead somewhere else from here: only a number of this one has a national form.
 * What no plan knows is spelled as if it were a number all the same.
 */
function spelled(dialled: string, country: string, phone: Phone | null): string[] {
  const { countryCode, trunk, abroad } = prefixesOf(country);
  const prefix = ['+', ...abroad].find((one) => dialled.startsWith(one));
  const global = phone?.e164.slice(1) ?? (prefix === undefined ? null : dialled.slice(prefix.length));
  if (global === null) return [dialled];
  const domestic = phone?.domestic ?? global.startsWith(countryCode);
  if (!domestic) return [dialled, `+${global}`];
  if (phone) {
    // `1 900 555 0123`: where the trunk prefix may be left out, it may as well be dialled.
    const ways = trunk === '' || phone.national.startsWith(trunk) ? [] : [trunk + phone.national];
    return [phone.national, ...ways, ...(prefix === undefined ? [dialled] : [])];
  }
  const national = global.slice(countryCode.length);
  return [dialled, national, trunk + national];
}

function untouched(
  kind: Interpretation['kind'],
  dialled: string,
  display: string,
  country = '',
): Interpretation {
  const abroad = kind === 'other' && leadsAbroad(dialled, country);
  const spellings = kind === 'other' ? spelled(dialled, country, null) : [dialled];
  return { kind, display, shown: display, send: dialled, key: dialled, spellings, abroad };
}

function notANumber(typed: string): Interpretation {
  // Shown as it is, for the person to correct; control characters could make it look like something else.
  const display = fold(typed)
    .text.replace(/\p{Cc}/gu, ' ')
    .trim();
  return { kind: 'not-a-number', display, shown: display, send: null, key: '', spellings: [], abroad: false };
}
