import { describe, expect, it } from 'vitest';
import { createWords, pressesOf } from '../../../app/people/keys.ts';
import { phoneKeys } from '../../../app/words/phone-keys.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';
import { ask, known, numbersFor } from './office.ts';

const favourite = (number: string, name: string) => known(number, name, 'favourite');
const finds = async (name: string, typed: string) =>
  (await ask([known('081 234 5670', name)], typed)).matches.length === 1;

describe('by name, on the keys of a phone', () => {
  it.each([
    ['Somchai Jaidee', '766', 'the first name'],
    ['Somchai Jaidee', '524', 'the family name'],
    ['Somchai Jaidee', '76624245', 'on into the next word'],
    ['Ann-Marie (Sales)', '6274', 'behind a dash'],
    ['Ann-Marie (Sales)', '725', 'in brackets'],
    ['Zoë Müller', '963', 'without its accents'],
    ['Room 12', '12', 'a digit in it'],
    ['Build7 IT', '284537', 'a digit behind letters'],
    ['ห้อง ๑๒', '12', 'a Thai digit in it'],
    ['สมชาย', '763', 'Thai consonants'],
    ['สมชาย', '76396', 'Thai, every letter'],
    ['สมชาย', '7636', 'Thai, without the vowel'],
    ['เพ็ญศรี', '53', 'without the vowel written first'],
    ['เพ็ญศรี', '95', 'with it'],
    ['น้ำทิพย์', '4456', 'without tone marks and vowels'],
    ['น้ำทิพย์', '4894', 'with them'],
    ['คุณสมชาย ใจดี', '763', 'a word inside, though Thai writes none apart'],
    ['คุณสมชาย ใจดี', '924', 'the family name'],
    ['ร้านกาแฟ Amazon', '262', 'a Latin word behind a Thai one'],
  ])('%s is found by %s: %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(true);
  });

  it.each([
    ['Somchai', '7', 'one digit'],
    ['Somchai', '66', 'the middle of a word'],
    ['Somchai', '76624242', 'more than it has'],
    ['สมชาย', '73', 'a consonant left out'],
    ['张伟', '11', 'letters on no key'],
    ['', '22', 'no name'],
    ['---', '22', 'no letter'],
  ])('%s by %s: %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(false);
  });

  it('a number that begins so comes before a name, a first word before another, a favourite before a recent one', async () => {
    const list = [
      favourite('099 999 9999', 'Ann Somsak'),
      favourite('766 1', 'x'),
      known('02 111 1111', 'Somchai'),
      favourite('02 222 2222', 'Somying'),
      known('02 000 7661'),
    ];
    expect(await numbersFor(list, '7661')).toEqual(['02 000 7661']);
    expect(await numbersFor(list, '766')).toEqual(['766 1', '02 222 2222', '02 111 1111', '099 999 9999']);
  });
});

describe('the keys', () => {
  it('hold every letter once: 26 Latin, 44 Thai consonants, 74 Thai letters and marks in all', () => {
    expect([...phoneKeys.map(({ latin }) => latin).join('')]).toHaveLength(26);
    const thai = [...phoneKeys.map(({ thai }) => thai).join('')];
    expect(new Set(thai).size).toBe(thai.length);
    const consonants = Array.from({ length: 46 }, (_, n) => String.fromCodePoint(0x0e01 + n));
    expect(consonants.filter((letter) => !thai.includes(letter))).toEqual([]);
    // Everything in the block but the currency sign, three marks of old texts, and the digits.
    for (let code = 0x0e01; code <= 0x0e4e; code += 1) {
      const letter = String.fromCodePoint(code);
      if (/\p{Cn}|\u0e3f/u.test(letter)) continue;
      expect(thai, `U+${code.toString(16)}`).toContain(letter);
    }
  });
});

const latinWord = fc.stringMatching(/^[a-z]{2,8}$/);
const thaiLetter = fc.constantFrom(...phoneKeys.flatMap(({ thai }) => [...thai]));
const thaiWord = fc.array(thaiLetter, { minLength: 2, maxLength: 8 }).map((letters) => letters.join(''));
const name = fc.array(fc.oneof(latinWord, thaiWord), { minLength: 1, maxLength: 4 });
const words = createWords();
/** As digits, those that may be left out too, or not. */
function typedFor(parts: readonly string[], optional: boolean): string {
  const presses = pressesOf(parts.join(' '), words).replace(/[ .]/g, '');
  const digitOf = (press: string) => String.fromCharCode(press.charCodeAt(0) - 49);
  return presses.replace(/[c-j]/g, (press) => (optional ? digitOf(press) : ''));
}

describe('whatever the name', () => {
  it('its keys, typed from the beginning of any of its words, find it', async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.nat(3), fc.integer({ min: 2, max: 12 }), async (parts, word, length) => {
        const typed = typedFor(parts.slice(word % parts.length), true).slice(0, length);
        fc.pre(typed.length >= 2);
        expect(await finds(parts.join(' '), typed)).toBe(true);
      }),
    );
  });

  it('its keys without Thai vowels and marks find it too', async () => {
    await fc.assert(
      fc.asyncProperty(name, async (parts) => {
        const typed = typedFor(parts, false).slice(0, 12);
        fc.pre(typed.length >= 2);
        expect(await finds(parts.join(' '), typed)).toBe(true);
      }),
    );
  });

  it('any text and any input end in few matches, each once, all of them known', async () => {
    const one = fc.record({
      number: fc.stringMatching(/^\+?\d{1,12}$/),
      name: fc.string({ unit: anyCharacter, maxLength: 30 }),
      source: fc.constantFrom('favourite' as const, 'recent' as const),
    });
    const input = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 12 }), fc.stringMatching(/^\d{1,5}$/));
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 40 }), input, async (list, typed) => {
        const all = list.map(({ number, name, source }) => known(number, name, source));
        const { matches } = await ask(all, typed, 12);
        expect(matches.length).toBeLessThanOrEqual(12);
        const each = matches.map(({ person, number }) => `${person.name} ${number.number}`);
        expect(new Set(each).size).toBe(matches.length);
        for (const match of matches) expect(all).toContain(match.person);
      }),
    );
  });
});
