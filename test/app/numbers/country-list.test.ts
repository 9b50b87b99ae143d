import { expect, test } from 'vitest';
import { countryList } from '../../../app/numbers/country-list.ts';

test('the countries to choose from have their codes, in order, Thailand and its neighbours among them', () => {
  const codes = countryList();
  expect(codes.length).toBeGreaterThan(200);
  expect(codes).toEqual([...new Set(codes)].sort());
  for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  expect(codes).toEqual(expect.arrayContaining(['TH', 'LA', 'KH', 'MM', 'MY', 'VN', 'US', 'GB']));
});

test('what is done to a list that was handed out does not reach the next', () => {
  countryList().length = 0;
  expect(countryList()).toContain('TH');
});
