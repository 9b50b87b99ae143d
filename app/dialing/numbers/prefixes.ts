import { isSupportedCountry, Metadata } from 'libphonenumber-js/min';

/** What stands before a number, by where it is called from. */
export interface Prefixes {
  /** The country's calling code, without a `+`: `66`. */
  readonly countryCode: string;
  /** What is dialled before a number inside the country: `0`; empty where nothing is. */
  readonly trunk: string;
}

export const thaiPrefixes: Prefixes = { countryCode: '66', trunk: '0' };

/** Thailand's for a country that nobody knows. */
export function prefixesOf(country: string): Prefixes {
  if (!isSupportedCountry(country)) return thaiPrefixes;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const countryCode = tell(metadata.numberingPlan, 'callingCode');
  const trunk = tell(metadata.numberingPlan, 'nationalPrefix');
  return typeof countryCode === 'string'
    ? { countryCode, trunk: typeof trunk === 'string' ? trunk : '' }
    : thaiPrefixes;
}

/** The library's plans tell both, and its types do not say so. */
function tell(plan: object | undefined, what: 'callingCode' | 'nationalPrefix'): unknown {
  const method: unknown = plan === undefined ? undefined : Reflect.get(plan, what);
  return typeof method === 'function' ? method.call(plan) : undefined;
}
