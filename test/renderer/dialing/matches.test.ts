import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneKeys } from '../../../app/words/phone-keys.ts';
import { createWords, pressesOf } from '../../../renderer/screens/dialing/letters.ts';
import { createIndex, type Known, matching, mostMatches } from '../../../renderer/screens/dialing/matches.ts';
import { typedIn } from '../../../renderer/screens/dialing/number-field.ts';
import { anyCharacter } from '../../support/any-character.ts';

function known(display: string, name = '', from: Known['from'] = 'recent'): Known {
  return { number: typedIn(display), display, name, from, at: null };
}
const favourite = (display: string, name: string) => known(display, name, 'favourite');
const indexOf = createIndex();
const found = (list: readonly Known[], typed: string) => matching(indexOf(list), typed);
const finds = (name: string, typed: string) => found([known('081 234 5678', name)], typed).length === 1;

describe('by number', () => {
  it('the first digits find it, in either way it is written; two digits are too few', () => {
    const list = [{ ...known('081 234 5678'), number: '+66812345678' }, known('089 999 9999')];
    expect(found(list, '0812').map(({ number }) => number)).toEqual(['+66812345678']);
    expect(found(list, '+6681')).toHaveLength(1);
    expect(found(list, '08')).toEqual([]);
  });

  it('what is typed whole already is no match', () => {
    expect(found([known('081 234 5678')], '0812345678')).toEqual([]);
  });

  it('two digits find a favourite, and the last four find any', () => {
    expect(found([favourite('102', 'Sales')], '10')).toHaveLength(1);
    expect(found([known('081 234 5678')], '5678')).toHaveLength(1);
    expect(found([known('081 234 5678')], '567')).toEqual([]);
  });

  it('a number that is a favourite and was called is one match, with what each knows', () => {
    const called = { ...known('081 234 5678', 'SOMCHAI J'), at: 5 };
    expect(found([favourite('081 234 5678', 'Somchai'), called], '081')).toEqual([
      { ...favourite('081 234 5678', 'Somchai'), at: 5 },
    ]);
    expect(found([known('081 234 5678'), called], '081')[0]?.name).toBe('SOMCHAI J');
  });
});

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
  ])('%s is found by %s: %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });

  it.each([
    ['Somchai', '7', 'one digit'],
    ['Somchai', '66', 'the middle of a word'],
    ['Somchai', '76624242', 'more than it has'],
    ['สมชาย', '73', 'a consonant left out'],
    ['张伟', '11', 'letters on no key'],
    ['', '22', 'no name'],
    ['---', '22', 'no letter'],
  ])('%s by %s: %s', (name, typed) => {
    expect(finds(name, typed)).toBe(false);
  });

  it('a number that begins so comes before a name, a first word before another, a favourite before a recent one', () => {
    const list = [
      favourite('099 999 9999', 'Ann Somsak'),
      favourite('766 1', 'x'),
      known('02 111 1111', 'Somchai'),
      favourite('02 222 2222', 'Somying'),
      known('02 000 7661'),
    ];
    expect(found(list, '7661').map(({ display }) => display)).toEqual(['02 000 7661']);
    expect(found(list, '766').map(({ display }) => display)).toEqual([
      '766 1',
      '02 222 2222',
      '02 111 1111',
      '099 999 9999',
    ]);
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

describe('whatever the name', () => {
  it('its keys, typed from the beginning of any of its words, find it', () => {
    fc.assert(
      fc.property(name, fc.nat(3), fc.integer({ min: 2, max: 12 }), (parts, word, length) => {
        const at = word % parts.length;
        const typed = pressesOf(parts.slice(at).join(' '), words)
          .presses.map(({ digit }) => digit)
          .join('')
          .slice(0, length);
        fc.pre(typed.length >= 2);
        expect(finds(parts.join(' '), typed)).toBe(true);
      }),
    );
  });

  it('its keys without Thai vowels and marks find it too', () => {
    fc.assert(
      fc.property(name, (parts) => {
        const typed = pressesOf(parts.join(' '), words)
          .presses.filter(({ optional }) => !optional)
          .map(({ digit }) => digit)
          .join('')
          .slice(0, 12);
        fc.pre(typed.length >= 2);
        expect(finds(parts.join(' '), typed)).toBe(true);
      }),
    );
  });

  it('any text and any input end in few matches, each once, all of them known', () => {
    const one = fc.record({
      number: fc.stringMatching(/^\+?\d{1,12}$/),
      name: fc.string({ unit: anyCharacter, maxLength: 30 }),
      from: fc.constantFrom('favourite' as const, 'recent' as const),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), fc.string({ maxLength: 12 }), (list, typed) => {
        const all = list.map((each) => ({ ...each, display: each.number, at: null }));
        const matches = found(all, typed);
        expect(matches.length).toBeLessThanOrEqual(mostMatches);
        expect(new Set(matches.map(({ number }) => number)).size).toBe(matches.length);
        for (const match of matches) expect(all.some(({ number }) => number === match.number)).toBe(true);
      }),
    );
  });
});
