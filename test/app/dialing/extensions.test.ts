import { describe, expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { desk, placed } from './desk.ts';

const numbers = createNumbers(() => defaults);
const found = (text: string) =>
  numbers.find(text).map(({ number, extension }) => (extension === null ? number : `${number} ${extension}`));

describe('numbers of a text that have extensions', () => {
  it.each([
    ['02-123-4567 ต่อ 12, 02-765-4321 ต่อ 34', ['021234567 12', '027654321 34']],
    ['02-123-4567 ext 12; 081 234 5678 x7; 053 123 456 #9', ['021234567 12', '0812345678 7', '053123456 9']],
    ['02-123-4567 ext 12 or 02-123-4567 ext 34', ['021234567 12', '021234567 34']],
    [
      'Nok +66 2 123 4567 x12\nPloy 02-123-4567 x34\nBoy 0066 2 123 4567 x5',
      ['021234567 12', '021234567 34', '021234567 5'],
    ],
    ['tel:021234567;ext=12 tel:021234567;ext=13', ['021234567 12', '021234567 13']],
    // One that is written twice, or once more without its extension, is no choice.
    ['02-123-4567 ต่อ 12, 02 123 4567 ต่อ 12', ['021234567 12']],
    ['02-123-4567 (02 123 4567 ต่อ 12)', ['021234567 12']],
    ['A 02-123-4567 #12\nB 02-123-4567 #34\nC 02-123-4567', ['021234567 12', '021234567 34']],
  ])('keep each its own: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are asked about once with each extension, and the one that is chosen is told with it', async () => {
    const at = desk();
    const extensions = [null, '12', '34', '12'];
    const wished = extensions.map((extension) => ({ number: '021234567', extension }));
    const asked = await at.dialler.call({ numbers: wished, from: 'hotkey' });
    expect(asked).toMatchObject({
      value: { kind: 'asking', numbers: [{ extension: '12' }, { extension: '34' }] },
    });
    // With another extension it is another question.
    const { question } = at.asked();
    const others = wished.map((one) => (one.extension === '12' ? { ...one, extension: '13' } : one));
    await at.dialler.call({ numbers: others, from: 'hotkey' });
    expect(at.asked().question).not.toBe(question);
    await at.dialler.call({ numbers: wished, from: 'hotkey' });
    const calling = at.yes(1);
    at.answer(placed);
    expect(await calling).toMatchObject({ value: { kind: 'placed', extension: '34' } });
    expect(at.sent).toEqual(['021234567']);
    expect(at.journal.list()).toMatchObject([{ number: '021234567', extension: '34' }]);
  });
});
