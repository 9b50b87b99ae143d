import { expect, it } from 'vitest';
import { compoundText } from '../../../../app/desktop/x11/compound-text.ts';
import { fc } from '../../../support/property.ts';

/** What Xlib (`Xutf8TextListToTextProperty`) writes for each. */
const written: readonly (readonly [string, string])[] = [
  ['Tel. 081', '54656c2e20303831'],
  ['café 081 234 5678', '636166e920303831203233342035363738'],
  [
    'โทร ๐๘๑-๒๓๔',
    '1b2547e0b982e0b897e0b8a31b2540201b2547e0b990e0b998e0b9911b25402d1b2547e0b992e0b993e0b9941b2540',
  ],
  ['電話 081-234-5678', '1b24284245454f431b2842203038312d3233342d35363738'],
  ['电话 081', '1b24284135673b301b284220303831'],
  ['전화 081', '1b242843407c482d1b284220303831'],
  ['тел. 081 234 5678', '1b2d4ce2d5db2e20303831203233342035363738'],
  ['τηλ 081', '1b2d46f4e7eb20303831'],
  ['📞 081', '1b2547f09f939e1b254020303831'],
  ['Kč ő 081', '4b1b2d42e820f520303831'],
  ['ส 081 é', '1b2547e0b8aa1b25402030383120e9'],
];

it.each(written)('%s is read as Xlib writes it', (text, hex) => {
  expect(compoundText(Buffer.from(hex, 'hex'))).toBe(text);
});

it('Thai letters in a set of their own, and the marks for which way a text runs', () => {
  expect(compoundText(Buffer.from('\x9b1]\x1b-T\xe2\xb7\xc3 \xf0\xf8\x9b]', 'latin1'))).toBe('โทร ๐๘');
});

it('is nothing where any of it is in letters that nobody here knows, for half a text is another text', () => {
  for (const bytes of ['081 \x1b-Z\xe1 234', '\x1b%/1\x80\x88koi8-r\x02\xe1', '\x1b$)Z081', '081\x1b']) {
    expect(compoundText(Buffer.from(bytes, 'latin1'))).toBeNull();
  }
});

it('ends and never throws, whatever the bytes', () => {
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('\x1b', '\x9b', '\x1b$(B', '\x1b(B', '\x1b-T', '\x1b%G', '\x1b%@')
      .map((text) => Buffer.from(text, 'latin1')),
  );
  fc.assert(
    fc.property(fc.array(pieces), (bytes) => {
      const text = compoundText(Buffer.concat(bytes));
      expect(text === null || typeof text === 'string').toBe(true);
    }),
  );
});
