import { expect, it } from 'vitest';
import { textOf } from '../../../app/files/text-of.ts';

const text = '{"deskName":"แผนกขาย"}';
const wide = (written: string) => Buffer.from(written, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-8 with two', Buffer.from(`\ufeff\ufeff${text}`)],
  ['UTF-16', wide(text)],
  ['UTF-16 with a mark', wide(`\ufeff${text}`)],
  ['UTF-16 of the other order', wide(text).swap16()],
  ['UTF-16 of the other order with a mark', wide(`\ufeff${text}`).swap16()],
])('%s is read', (_, bytes) => expect(textOf(bytes)).toMatchObject({ text, whole: true }));

it('an old encoding is told, and so is half a character', () => {
  const thai = Buffer.from([...Buffer.from('{"deskName":"'), 0xa2, 0xd2, 0xc2, ...Buffer.from('"}')]);
  expect(textOf(thai)).toMatchObject({ whole: false });
  expect(JSON.parse(textOf(thai).text)).toHaveProperty('deskName');
  expect(textOf(wide(text).subarray(0, -1)).whole).toBe(false);
});

it.each([[''], ['{'], ['{}']])('%j is no puzzle', (short) => {
  expect(textOf(Buffer.from(short))).toMatchObject({ text: short, whole: true });
});
