import { expect, test } from 'vitest';
import { isNotYetValid, type Validity } from '../../../app/pbx/validity.ts';

const now = Date.UTC(2026, 10, 26);
const from = (year: number, issuerCert?: Validity): Validity => ({
  validStart: Date.UTC(year) / 1_000,
  issuerCert,
});

test('a certificate holds only later where it begins later, or one that vouches for it does', () => {
  expect(isNotYetValid(from(2020), now)).toBe(false);
  expect(isNotYetValid(from(2020, from(2010, from(2000))), now)).toBe(false);
  expect(isNotYetValid(from(2030), now)).toBe(true);
  expect(isNotYetValid(from(2020, from(2010, from(2030))), now)).toBe(true);
  // The clock of the computer was set back to its first day.
  expect(isNotYetValid(from(2020), 0)).toBe(true);
});

test('one that names itself as its issuer has no end of issuers', () => {
  const own = { validStart: 0, issuerCert: undefined as Validity | undefined };
  own.issuerCert = own;
  expect(isNotYetValid(own, now)).toBe(false);
});
