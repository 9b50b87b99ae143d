import { getCountryCallingCode, isSupportedCountry, Metadata } from 'libphonenumber-js/min';

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
  return { countryCode: getCountryCallingCode(country), trunk: trunkOf(metadata.numberingPlan) };
}

/** The library's plans tell it, and its types do not say so. */
function trunkOf(plan: object | undefined): string {
  const tell: unknown = plan && Reflect.get(plan, 'nationalPrefix');
  const trunk: unknown = typeof tell === 'function' ? tell.call(plan) : undefined;
  return typeof trunk === 'string' ? trunk : '';
}
