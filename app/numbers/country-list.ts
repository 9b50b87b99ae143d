import { getCountries } from 'libphonenumber-js/min';

/** ISO 3166-1 alpha-2 codes of the countries whose numbering plan is known, in alphabetical order. */
export function countryList(): string[] {
  return [...getCountries()].sort();
}
