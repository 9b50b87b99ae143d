import { describe, expect, it } from 'vitest';
import { fc } from '../../support/property.ts';
import { inTis620, inUtf8 } from './files.ts';
import { cards, told } from './told.ts';

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const boss = 'Boss | Example |  | :021111111';
const fred = 'Fred Friday |  |  | work:022222222';
const inside = card('VERSION:2.1', 'N:Friday;Fred', 'TEL;WORK:022222222');
const escaped = (text: string) => text.replaceAll('\r\n', '\\n').replace(/[;,]/g, '\\$&');

describe('a card within a card is somebody else, and what follows it is the outer one’s', () => {
  it.each([
    ['2.1, behind its line', `AGENT:\r\n${inside}`],
    ['2.1, with a type', `AGENT;VCARD:\r\n${inside}`],
    ['2.1, in a group', `item1.AGENT;TYPE=VCARD:\r\n${inside}`],
    ['2.1, a blank line between', `AGENT:\r\n\r\n${inside}`],
    ['2.1, begun in its line', `AGENT:${inside}`],
    ['3.0, in one line', `AGENT:${escaped(inside)}\r\n`],
    ['3.0, folded', `AGENT:${escaped(inside).replace(/.{30}/g, '$&\r\n ')}\r\n`],
  ])('%s', (_how, agent) => {
    const outer = (...lines: string[]) => `BEGIN:VCARD\r\nVERSION:2.1\r\n${lines.join('')}END:VCARD\r\n`;
    const own = ['FN:Boss\r\n', 'TEL:021111111\r\nORG:Example\r\n'];
    for (const text of [outer(agent, ...own), outer(...own, agent), outer(own[0] ?? '', agent, own[1] ?? '')])
      expect(told(text + card('FN:Next', 'TEL:023')).sort()).toEqual([boss, fred, 'Next |  |  | :023']);
  });

  it('one in one in one, for ever, and one that nothing ends', () => {
    const deep = (depth: number): string =>
      card(`FN:P${depth}`, 'TEL:101', depth === 0 ? 'NOTE:x' : `AGENT:\r\n${deep(depth - 1).trim()}`);
    expect(told(deep(5))).toHaveLength(6);
    expect(told(deep(500)).length).toBeGreaterThan(0);
    expect(told('BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Fred\nTEL:102').sort()).toEqual([
      'Boss |  | ',
      'Fred |  |  | :102',
    ]);
    expect(told(card('FN:Boss', 'AGENT;VALUE=URI:CID:1', 'TEL:021111111', 'AGENT:', 'ORG:Example'))).toEqual([
      boss,
    ]);
  });
});

const bytes = (text: Uint8Array): string =>
  [...text].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const name = 'คุณสมชาย ใจดี';
const one = (value: string, params = 'CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE') =>
  told(card('VERSION:2.1', `FN;${params}:${value}`, 'TEL;CELL:0812345678'))[0];
const whole = `${name} |  |  | mobile:0812345678`;

describe('quoted-printable', () => {
  const quoted = bytes(inUtf8(name));
  const places = Array.from({ length: quoted.length / 3 - 1 }, (_, at) => 3 * (at + 1));

  it('may be broken after any byte, within a letter too, whoever folds it as well', () => {
    for (const at of places)
      for (const between of ['=\r\n', '=\n', '= \r\n'])
        expect(one(quoted.slice(0, at) + between + quoted.slice(at)), `${at}`).toBe(whole);
    const within = places.filter((at) => /^=[89AB]/.test(quoted.slice(at)));
    for (const at of within)
      for (const between of ['=\r\n ', '=\r\n\t'])
        expect(one(quoted.slice(0, at) + between + quoted.slice(at)), `${at}`).toBe(whole);
    for (const every of [18, 24, 27, 30])
      for (const between of ['=\r\n', '=\r\n ', '=\r\n\t'])
        expect(one(quoted.replace(new RegExp(`.{${every}}(?=.)`, 'g'), `$&${between}`)), `${every}`).toBe(
          whole,
        );
  });

  it('may have a blank of the text behind a break', () => {
    expect(one('Somchai=\r\n Jaidee')).toContain('Somchai Jaidee');
    const [first, second] = name.split(' ').map((part) => bytes(inUtf8(part)));
    expect(one(`${first}=\r\n ${second}`)).toBe(whole);
    const [third, fourth] = name.split(' ').map((part) => bytes(inTis620(part)));
    expect(one(`${third}=\r\n ${fourth}`, 'ENCODING=QUOTED-PRINTABLE;CHARSET=TIS-620')).toBe(whole);
    expect(one(`${third}=\r\n ${fourth}`, 'CHARSET=windows-874;QUOTED-PRINTABLE')).toBe(whole);
  });

  it('that says it goes on, and does not, costs no other line and no other card', () => {
    const broken = 'FN;ENCODING=QUOTED-PRINTABLE:Somchai=';
    for (const next of ['TEL;CELL:0812345678', 'item1.TEL;CELL:0812345678', 'X-A:b\r\nTEL;CELL:0812345678'])
      expect(told(card(broken, next))).toEqual(['Somchai |  |  | mobile:0812345678']);
    expect(told(card('TEL;CELL:0812345678', broken) + card('FN:Next', 'TEL:023'))).toEqual([
      'Somchai |  |  | mobile:0812345678',
      'Next |  |  | :023',
    ]);
  });

  it('any text, broken anywhere, is read as it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abก่อนÀé🌸=;:0'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (written, every) => {
        const value = bytes(inUtf8(written)).replace(new RegExp(`(?:=..){${every}}(?=.)`, 'g'), '$&=\r\n');
        const read = told(card('FN:A', `NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${value}`, 'TEL:101'));
        expect(read).toEqual([`A |  | ${written} | :101`]);
      }),
    );
  });
});

describe('groups, and names as they sound', () => {
  it('a property is what it is in any group, and a label is of its own group', () => {
    const text = card(
      ...[
        'home.FN:Ploy',
        'item1.TEL;type=pref:0811111111',
        'item1.X-ABLabel:Line shop',
        'A.B.TEL;CELL:0822222222',
      ],
      ...[
        'item2.X-ABLabel:_$!<Work>!$_',
        'item2.TEL:0833333333',
        'ITEM-3.ORG:Example',
        'g.NOTE;ENCODING=QUOTED-PRINTABLE:=E0=',
        '=B8=81',
      ],
    );
    expect(told(text)).toEqual([
      'Ploy | Example | ก | Line shop:0811111111 | mobile:0822222222 | work:0833333333',
    ]);
  });

  it('a name as it sounds is the name of whoever has no other, and is mixed with none', () => {
    const sounds = [
      'X-PHONETIC-FIRST-NAME:Som',
      'X-PHONETIC-LAST-NAME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=',
      '=61i',
      'SORT-STRING:zz',
    ];
    expect(told(card(...sounds, 'N:;;;;', 'TEL:101'))).toEqual(['Som Jai |  |  | :101']);
    expect(told(card(...sounds, 'FN:สมชาย ใจ', 'TEL:101'))).toEqual(['สมชาย ใจ |  |  | :101']);
  });
});

describe('what a telephone keys after a pause stays behind its number', () => {
  const tel = (value: string) => told(card('VERSION:2.1', 'FN:A', `TEL;CELL:${value}`))[0];

  it.each([
    ['021234567,12', '021234567'],
    ['021234567\\,12', '021234567'],
    ['021234567;12', '021234567'],
    ['021234567\\;12', '021234567'],
    ['021234567p12', '021234567'],
    ['021234567W12#', '021234567'],
    ['02-123-4567 , 12', '02-123-4567'],
    ['(02) 123 4567p12', '(02) 123 4567'],
    ['+66 (2) 123-4567,,12#', '+66 (2) 123-4567'],
  ])('%s', (value, number) => {
    expect(tel(value)).toBe(`A |  |  | mobile:${number} ext. 12`);
  });

  it.each([
    '0812345679;0812345680',
    '0812345679,0812345680',
    '021234567',
    '101,12',
    '*123*0812345678p1',
    'p12',
  ])('%s has none', (value) => expect(tel(value)).not.toContain('ext.'));

  it('however long it is, it is read at once', () => {
    for (const long of [
      '1 '.repeat(50_000),
      '1'.repeat(100_000),
      `${'1'.repeat(50_000)}p${'1'.repeat(50_000)}`,
    ])
      expect(tel(long)).not.toContain('ext.');
  });
});

it('a nickname that Android keeps in a line of its own is read, and never in the place of the card’s', () => {
  const nick = (value: string) => `X-ANDROID-CUSTOM;CHARSET=UTF-8:vnd.android.cursor.item/${value};1;;;;;;`;
  const lines = ['VERSION:2.1', 'FN:สมชาย', 'TEL;CELL:0812345678'];
  const quoted = `X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;${bytes(inUtf8('ต้น'))};1;;`;
  const nicknameOf = (...more: string[]) => cards(card(...lines, ...more))[0]?.nickname;
  for (const line of [nick('nickname;ต้น'), quoted]) expect(nicknameOf(line)).toBe('ต้น');
  for (const line of [nick('relation;ต้น'), nick('nickname;'), 'X-ANDROID-CUSTOM:', nick('nickname; ')])
    expect(nicknameOf(line)).toBeUndefined();
  expect(nicknameOf(nick('nickname;ต้น'), 'NICKNAME:ชาย')).toBe('ชาย');
});
