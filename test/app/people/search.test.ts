import { describe, expect, it } from 'vitest';
import { fc } from '../../support/property.ts';
import { ask, known, namesFor, numbersFor, person } from './office.ts';

const finds = async (name: string, typed: string, part = {}) =>
  (await ask([person(name, '081 234 5678', part)], typed)).matches.length === 1;

it('a number is found once with each extension behind it, and what the PBX calls it is nobody else', async () => {
  const people = [
    person('Ploy', ['021234567 ext. 12', '021234567 ext. 13', '+6621234567 ext. 12']),
    person('Ploy', '02 123 4567', { source: 'colleague' }),
    known('021234567', 'PLOY CO'),
  ];
  for (const typed of ['ploy', '0212'])
    expect(await numbersFor(people, typed)).toEqual([
      '021234567 ext. 12',
      '021234567 ext. 13',
      '02 123 4567',
    ]);
});

describe('by name', () => {
  it.each([
    ['Somchai Jaidee', 'som', 'the beginning'],
    ['Somchai Jaidee', 'S', 'one letter'],
    ['Somchai Jaidee', 'chai', 'a part inside'],
    ['Somchai Jaidee', 'jaidee som', 'words in another order'],
    ['Somchai Jaidee', '  SOMCHAI   JAIDEE ', 'capitals and spaces'],
    ['Zoë Müller-Weiß', 'zoe muller weiss', 'without accents'],
    ['Jose Nunez', 'josé núñez', 'with accents that are not there'],
    ["O'Brien", 'obrien', 'without its apostrophe'],
    ['AT&T', 'att', 'without its &'],
    ['AT&T', 'AT&T', 'as it is written'],
    ['B & B Hotel', 'b&b', 'without the spaces beside its &'],
    ['Tom&Jerry', 'jerry', 'the word behind an &'],
    ['Tom & Jerry', 'tom&jerry', 'without the spaces of two words'],
    ['Al & Jo', 'jo al', 'two short names in another order'],
    ['S.P. Motor', 'sp motor', 'without the stops of its initials'],
    ['SP Motor', 's.p.', 'with stops that are not there'],
    ['ส.ป.ก. เชียงใหม่', 'สปก', 'Thai initials without their stops'],
    ['J.Smith', 'smith', 'behind an initial'],
    ['サクラ Trading', 'さくら', 'the other letters of Japanese'],
    ['さくら Trading', 'サクラ', 'the other letters of Japanese, the other way round'],
    ['วิภา แสงทอง', 'วิภา', 'Thai'],
    ['วิภา แสงทอง', 'ทอง', 'a part inside a Thai word'],
    ['วิภา แสงทอง', 'แสง วิ', 'Thai words in another order'],
    ['วิภา แสงทอง', 'วิภาแสงทอง', 'two Thai words without their space'],
    ['คุณสมชาย', 'สมชาย', 'behind a title'],
    ['น้ำทิพย์', 'นำทิพย', 'without tone marks and the sign of a silent letter'],
    ['น้ำ', 'นํ้า', 'sara am in two parts'],
    ['แดง', 'เเดง', 'sara ae in two parts'],
    ['ห้อง ๑๒', 'หอง 12', 'Thai digits'],
    ['张伟', '张', 'neither Latin nor Thai'],
    ['Ploy Srisuk', 'ploy 5678', 'a word of the name and digits of the number'],
  ])('%s is found by %s: %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(true);
  });

  it.each([
    ['Somchai', 'smochai', 'two letters that changed places'],
    ['Somchai', 'sonchai', 'another letter'],
    ['Somchai', 'sochai', 'a letter left out'],
    ['Somchai', 'sommchai', 'a letter too many'],
    ['Somchai', 'xomchai', 'the first letter'],
    ['Somchai Jaidee', 'jaidee somchia', 'in one word of two'],
    ['Nattawut', 'nattawud', 'the last letter'],
    ['สมชาย', 'สมขาย', 'another Thai letter'],
    ['คุณสมชาย', 'สมชยา', 'two Thai letters that changed places, behind a title'],
    ['พลอย', 'พอย', 'a Thai letter left out'],
    ['มาลี', 'มาลื', 'another Thai vowel'],
  ])('%s is found by %s, with one slip: %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(true);
  });

  it.each([
    ['Somchai', 'smocahi', 'two slips'],
    ['Somchai Jaidee', 'smochai jadiee', 'one in each word'],
    ['Ann', 'abn', 'one in a short word'],
    ['Somchai', 'somchai jaidee', 'a word that is not there'],
    ['Somchai', '', 'nothing'],
    ['Somchai', '...', 'no letter'],
  ])('%s is not found by %s: %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(false);
  });

  it('a company finds who works there, and stands behind a name that fits as well', async () => {
    const list = [
      person('Wipha', '02 111 1111', { company: 'Siam Trading Co., Ltd.' }),
      person('Siam Boonmee', '02 222 2222'),
    ];
    expect(await namesFor(list, 'trading')).toEqual(['Wipha']);
    expect(await namesFor(list, 'siam')).toEqual(['Siam Boonmee', 'Wipha']);
    expect(await namesFor(list, 'wipha siam')).toEqual(['Wipha']);
  });

  it('what begins so comes before what only holds it, a slip last; among equals favourites, contacts, colleagues, calls', async () => {
    const list = [
      known('02 000 0001', 'Ploy'),
      known('102', 'Ploy', 'colleague'),
      person('Ploy', '02 000 0003'),
      person('Supploy', '02 000 0004', { source: 'favourite' }),
      person('Nok Ploy', '02 000 0005', { source: 'favourite' }),
      person('Ploy Srisuk', '02 000 0006', { source: 'favourite' }),
    ];
    expect(await numbersFor(list, 'ploy')).toEqual([
      '02 000 0006',
      '02 000 0005',
      '02 000 0003',
      '102',
      '02 000 0001',
      '02 000 0004',
    ]);
    expect(await namesFor([known('1', 'Poly'), person('Ploy', '2')], 'poly')).toEqual(['Poly', 'Ploy']);
  });

  it('where many are found as they are written, nobody is guessed', async () => {
    const many = Array.from({ length: 5 }, (_, index) => person(`Anna ${index}`, `02 000 000${index}`));
    expect(await namesFor([...many, person('Anne', '02 111 1111')], 'anna')).toHaveLength(5);
  });

  it('somebody with several numbers stands there once with each', async () => {
    const list = [person('Wipha', ['081 234 5678', '+66 2 123 4567'])];
    expect(await numbersFor(list, 'wip')).toEqual(['081 234 5678', '+66 2 123 4567']);
    expect(await numbersFor(list, '021')).toEqual(['+66 2 123 4567']);
  });
});

describe('by number', () => {
  it.each([
    ['081 234 5678', '0812', 'the beginning'],
    ['081 234 5678', '5678', 'the end'],
    ['081 234 5678', '1234', 'the middle'],
    ['081 234 5678', '+66 81', 'the international form of a national number'],
    ['081 234 5678', '6681', 'without the plus'],
    ['081 234 5678', '0066 81', 'with zeros for it'],
    ['+66 81-234-5678', '0812', 'the national form of an international one'],
    ['+66 (0)81 234 5678', '0812', 'with the zero in brackets'],
    ['66812345678', '0812', 'without the plus'],
    ['+44 20 7946 0958', '+44 20', 'another country'],
    ['081 234 5678', '๐๘๑๒', 'Thai digits'],
  ])('%s is found by %s: %s', async (number, typed) => {
    expect(await numbersFor([person('', number)], typed)).toEqual([number]);
  });

  it('two digits find a favourite and a colleague, three any number that begins so, four any that holds them', async () => {
    const list = [known('102', 'x', 'favourite'), known('103', 'y', 'colleague'), known('1045')];
    expect(await numbersFor(list, '10')).toEqual(['102', '103']);
    expect(await numbersFor(list, '104')).toEqual(['1045']);
    expect(await numbersFor([known('081 234 5678')], '567')).toEqual([]);
  });

  it('what is typed whole is no match: it says whose it is, both of two people who share it', async () => {
    const list = [
      person('Wipha', '02 123 4567'),
      person('Somchai', '+6621234567'),
      known('02 123 4567', 'CALLER ID'),
      known('081 234 5678'),
    ];
    const { matches, whose } = await ask(list, '021234567');
    expect(matches).toEqual([]);
    expect(whose.map((hit) => hit.person.name)).toEqual(['Wipha', 'Somchai']);
    expect((await ask(list, '0812345678')).whose).toEqual([]);
  });

  it('one number is one match, as the most trusted source has it; two people who share it are two', async () => {
    const list = [
      known('+66 81 234 5678', 'SOMCHAI J'),
      person('Somchai', '081 234 5678'),
      known('081-234-5678', 'Somchai', 'favourite'),
      person('Wipha', '0812345678'),
    ];
    const { matches } = await ask(list, '0812');
    expect(matches.map((hit) => [hit.person.source, hit.person.name])).toEqual([
      ['favourite', 'Somchai'],
      ['contact', 'Wipha'],
    ]);
  });

  it('a code finds codes alone', async () => {
    const list = [known('*72', 'Forward', 'favourite'), known('072 111 1111', 'x', 'favourite')];
    expect(await namesFor(list, '*7')).toEqual([]);
    expect((await ask(list, '*72')).whose.map((hit) => hit.person.name)).toEqual(['Forward']);
    expect(await namesFor(list, '072')).toEqual(['x']);
  });
});

// Without เ: two of them are one แ to whoever reads, and a slip beside one would be two.
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz', ...'กขคงจชดตนบปพมยรลวสหอาิีุูแ');
const word = fc.array(letter, { minLength: 5, maxLength: 10 }).map((letters) => letters.join(''));

describe('whatever the name', () => {
  it('any of its words, in any order, find it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), async (words, turn) => {
        const typed = [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)];
        expect(await finds(words.join(' '), typed.slice(0, 2).join(' '))).toBe(true);
      }),
    );
  });

  it('one slip anywhere in a word of it is forgiven', async () => {
    const slip = fc.constantFrom('out', 'in', 'other', 'crossed');
    await fc.assert(
      fc.asyncProperty(word, fc.nat(), letter, slip, async (name, place, other, how) => {
        const at = place % (name.length - 1);
        const [before, one, two, rest] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
        const typed = {
          out: `${before}${two}${rest}`,
          in: `${before}${other}${one}${two}${rest}`,
          other: `${before}${other}${two}${rest}`,
          crossed: `${before}${two}${one}${rest}`,
        }[how];
        expect(await finds(name, typed), typed).toBe(true);
      }),
    );
  });
});
