import { describe, expect, it } from 'vitest';
import { withoutTitle } from '../../../app/people/titles.ts';
import { fc } from '../../support/property.ts';
import { openDesk } from '../contacts/desk.ts';
import { ask, namesFor, person } from './office.ts';

const thai = [
  ...[
    'คุณ',
    'คุณ ',
    'คุณ\u200b',
    'คุณหมอ',
    'นาย',
    'นาง',
    'นางสาว',
    'น.ส.',
    'น.ส. ',
    'พี่',
    'น้อง',
    'ป้า',
    'ลุง',
    'ช่าง',
  ],
  ...['ดร.', 'ดร. ', 'ผศ.ดร.', 'นพ.', 'พล.ต.อ. ', 'ด.ช.', 'ว่าที่ ร.ต.', 'อาจารย์', 'อ.', 'เจ๊', 'บริษัท ', 'หจก.'],
];
const latin = [
  'K.',
  'K. ',
  'k ',
  'Khun ',
  'khun',
  'Mr.',
  'Mr ',
  'MRS. ',
  'Miss ',
  'Dr.',
  'Prof. Dr. ',
  "P'",
  'P’',
  'N.',
  'Nong ',
  'Ajarn ',
];
const names = ['สมชาย', 'เพลิน', 'โสภา', 'Ploy', 'Smith'];

const found = async (name: string, typed: string) =>
  (await namesFor([person(name, '0812345678')], typed)).length === 1;

describe('a title that is typed', () => {
  it.each([...thai, ...latin])('%s is forgiven, whatever the name and its own title', async (title) => {
    for (const name of names)
      for (const own of ['', 'คุณ', 'Khun ', 'นาย', 'Mr.'])
        expect(await found(own + name, title + name), `${title}${name} for ${own}${name}`).toBe(true);
    expect(await found('สมชาย ใจดี', `${title}สมชาย ใจดี`)).toBe(true);
    expect(await found('สมชาย ใจดี', `  ${title}สมขาย`), 'with a slip').toBe(true);
    expect(await found('วิภา', `${title}สมชาย`)).toBe(false);
  });

  it.each([...thai, ...latin])('%s is forgiven where the phone book is searched', (title) => {
    const { contacts } = openDesk();
    for (const name of names)
      contacts.add({ name, company: '', note: '', numbers: [{ number: '0812345678', label: '' }] });
    for (const name of names)
      expect(
        contacts.find({ text: title + name, count: 9 }).contacts.map((one) => one.name),
        title,
      ).toEqual([name]);
  });

  it('stands before: who is called as it is typed comes first, however little they are trusted', async () => {
    const people = [
      person('สมชาย', '021111111', { source: 'favourite' }),
      person('นายสมชาย', '023333333', { source: 'favourite' }),
      person('คุณสมชาย', '022222222', { source: 'recent' }),
    ];
    expect(await namesFor(people, 'คุณสมชาย')).toEqual(['คุณสมชาย', 'สมชาย', 'นายสมชาย']);
    expect(await namesFor(people, 'สมชาย')).toEqual(['สมชาย', 'นายสมชาย', 'คุณสมชาย']);
  });

  it('alone, it is what it says', async () => {
    const people = [person('คุณสมชาย', '021111111'), person('พี่', '022222222'), person('Mr Bean', '023333333')];
    for (const [typed, name] of [
      ['คุณ', 'คุณสมชาย'],
      ['พี่', 'พี่'],
      ['mr', 'Mr Bean'],
      ['Mr.', 'Mr Bean'],
    ] as const)
      expect(
        (await ask(people, typed)).matches.map((hit) => hit.person.name),
        typed,
      ).toContain(name);
  });
});

it.each([
  'นายิกา',
  'ดรุณี',
  'คุณากร',
  'นางา',
  'พีระ',
  'นาวิน',
  'แมวน้อย',
  'ป้าย',
  'Kate',
  'Missy',
  'Drew',
  'Nathan',
  'Paul',
  'Prof',
  'K',
  '',
])('%s has no title, for its beginning is none', (name) => expect(withoutTitle(name)).toBe(name));

it('whatever is typed, what is left is the end of it', () => {
  const part = fc.constantFrom(...thai, ...latin, ...names, ' ', '.', "'", '\u0e48', '\u0e30', '🌸');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const typed = parts.join('');
      const bare = withoutTitle(typed);
      expect(typed.endsWith(bare)).toBe(true);
      expect(bare.trim() === '' && typed.trim() !== '').toBe(false);
    }),
  );
});
