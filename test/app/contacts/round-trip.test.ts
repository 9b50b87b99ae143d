import { describe, expect, it } from 'vitest';
import { toTable } from '../../../app/contacts/formats/write-csv.ts';
import { toVcards } from '../../../app/contacts/formats/write-vcard.ts';
import { bringing } from './bringing.ts';

const names = [
  ...['สมชาย ใจดี', 'คุณสมชาย', 'นางสาว พลอย ใจดี', 'ดร.วิภา', 'Dr. Smith', "O'Brien", 'Jean-Luc', 'Łukasz Żółć'],
  ...[
    '=1+1',
    '+66',
    '-2',
    '@x',
    '007',
    '0102',
    '1e5',
    'TRUE',
    '3-4',
    '12/11/2026',
    '"Bob"',
    "'quoted'",
    'a;b',
    'a,b',
  ],
  ...[
    'a\\b',
    'a\\,b',
    'x:y',
    'BEGIN:VCARD',
    'ก้อง/น้อง',
    '👩‍💼 งาน',
    'Name',
    'ชื่อ',
    'a|b',
    'ext. 12',
    '102',
    'é',
    'นํ้า',
  ],
];
const nicknames = ['ชาย', 'พลอย', 'a,b', 'a;b', '=x', '07', 'Bob "the cat"', 'น้องเมย์, เมย์'];
const numbers = [
  ...[
    '0812345678',
    '081-234-5678',
    '+66812345678',
    '+442079460018',
    '0102',
    '102',
    '00',
    '021234567 ext. 12',
  ],
  ...[
    '021234567 ext. 0102',
    '*97',
    '#31#0812345678',
    '1669',
    '(02) 123 4567',
    '001442079460018',
    '1900123456',
  ],
];
const companies = ['', 'ACME, Ltd.', 'บริษัท ก;ข จำกัด', '=HYPERLINK("x")', '0007'];
const notes = ['', 'one\ntwo', 'a,b;c\\n', '#vip =1', '0812345678'];
const labels = ['', 'mobile', 'work', 'ชั้น 2', 'x,y'];

/** Every odd thing once at least, each beside others. */
const people = Array.from({ length: 210 }, (_, at) => ({
  name: `${names[at % names.length]}${at < names.length ? '' : ` ${at}`}`,
  nickname: at % 3 === 0 ? '' : (nicknames[at % nicknames.length] ?? ''),
  company: companies[at % companies.length] ?? '',
  note: notes[at % notes.length] ?? '',
  numbers: [{ number: numbers[at % numbers.length] ?? '', label: labels[at % labels.length] ?? '' }],
}));

const told = (at: ReturnType<typeof bringing>) =>
  at.book
    .now()
    .contacts.map(({ name, nickname = '', company, note, numbers: all }) =>
      JSON.stringify([
        ...[name, nickname, company, note],
        ...all.map(({ number, label }) => [at.numbers.read(number)?.key, at.numbers.shown(number), label]),
      ]),
    )
    .sort();

describe.each([
  ['vCard', toVcards],
  ['CSV', toTable],
] as const)('210 odd people written as %s', (_, write) => {
  it('come back as they were, are nobody new beside themselves, and are found', async () => {
    const at = bringing();
    for (const one of people) {
      const added = at.contacts.add(one);
      expect(added.ok, JSON.stringify(one)).toBe(true);
    }
    const { contacts } = at.book.now();
    const file = Buffer.from(write(contacts));
    const other = bringing();
    await other.bring(new Uint8Array(file));
    expect(told(other)).toEqual(told(at));
    expect(await at.bring(new Uint8Array(file))).toMatchObject({ fresh: 0, changed: 0, same: people.length });
    for (const { name, nickname } of people)
      for (const typed of [name, nickname].filter((one) => /\p{L}{2}/u.test(one)))
        expect(other.contacts.find({ text: typed, count: 200 }).total, typed).toBeGreaterThan(0);
  });
});
