import { getCountries } from 'libphonenumber-js/min';
import { expect, it } from 'vitest';
import { countryCodes } from '../../../app/contract/countries.ts';

it('the countries that may be chosen are those whose numbering plan is known, in alphabetical order', () => {
  expect(countryCodes).toEqual([...getCountries()].sort());
  expect(countryCodes).toContain('TH');
});
