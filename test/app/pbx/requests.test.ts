import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { tokenOf } from '../../../app/pbx/authentication.ts';
import { percentEncode } from '../../../app/pbx/percent.ts';
import { fc } from '../../support/property.ts';

test('a token is made of the UTF-8 bytes of any key and secret', () => {
  expect(tokenOf({ apiKey: 'กุญแจ', apiSecret: 'ลับ:😀' })).toBe(
    Buffer.from('กุญแจ:ลับ:😀', 'utf8').toString('base64'),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (apiKey, apiSecret) => {
      const token = tokenOf({ apiKey, apiSecret });
      expect(Buffer.from(token, 'base64').toString('utf8')).toBe(`${apiKey}:${apiSecret}`);
    }),
  );
});

test('a number with + * # and anything else arrives in a query string as it was', () => {
  expect(percentEncode('+66 81*#')).toBe('%2B66%2081%2A%23');
  expect(percentEncode('\ud800')).toBe('%EF%BF%BD');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(percentEncode(text)).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/);
      expect(new URLSearchParams(`a=${percentEncode(text)}`).get('a')).toBe(text);
    }),
  );
});
