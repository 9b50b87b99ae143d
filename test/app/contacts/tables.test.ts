import { describe, expect, it } from 'vitest';
import { readAsked } from '../../../app/contacts/formats/read.ts';
import { cards, told } from './told.ts';

/** What people keep beside telephone numbers, and what they write into one cell. */
describe('a table of an office', () => {
  const row = (headings: string, cells: string) => told(`${headings}\n${cells}\n`)[0];

  it.each([
    [
      'a running number',
      'Number,Name,Phone',
      '191,Ten Person,081-234-5678',
      'Ten Person |  |  | :081-234-5678',
    ],
    ['numbers alone', 'Number,Name', '101,Malee', 'Malee |  |  | :101'],
    ['a room', 'ชื่อ,เบอร์ห้อง,โทร', 'คุณก้อง,204,081-234-5678', 'คุณก้อง |  |  | :081-234-5678'],
    ['a bank account', 'ชื่อ,เบอร์บัญชี,เบอร์โทร', 'ก้อง,1234567890,0812345678', 'ก้อง |  |  | :0812345678'],
    ['a size', 'ชื่อ,เบอร์เสื้อ,มือถือ', 'ก้อง,42,0812345678', 'ก้อง |  |  | mobile:0812345678'],
    ['a date of calls', 'ชื่อ,วันที่โทรล่าสุด,โทร', 'ก้อง,12/03/2567,0812345678', 'ก้อง |  |  | :0812345678'],
    ['a bill', 'Name,Phone Bill,Phone', 'Kong,1500,0812345678', 'Kong |  |  | :0812345678'],
    ['a last use', 'Name,Phone last used,Phone', 'Kong,20260101,0812345678', 'Kong |  |  | :0812345678'],
    ['a number by day', 'Name,Daytime Phone', 'Kong,0812345678', 'Kong |  |  | Daytime Phone:0812345678'],
    [
      'an account that is rung',
      'Name,Account Phone',
      'Kong,0812345678',
      'Kong |  |  | Account Phone:0812345678',
    ],
  ])('knows %s', (_what, headings, cells, person) => {
    expect(row(headings, cells)).toBe(person);
  });

  it.each([
    ['Name,Phone,Ext', 'Supplier,02-765-4321,102', 'Supplier |  |  | :02-765-4321 ext. 102'],
    ['ชื่อ,โทร,เบอร์ต่อ', 'ร้าน,02-765-4321,102', 'ร้าน |  |  | :02-765-4321 ext. 102'],
    ['Ext,Name,Phone', '102,Supplier,02-765-4321', 'Supplier |  |  | :02-765-4321 ext. 102'],
    ['Name,Ext', 'Malee,102', 'Malee |  |  | Ext:102'],
    ['Name,Mobile,Ext', 'Malee,081-234-5678,102', 'Malee |  |  | mobile:081-234-5678 | Ext:102'],
    ['Name,Phone,Ext', 'Malee,,102', 'Malee |  |  | Ext:102'],
  ])('%s: an extension is of the number beside it, and else the person’s own', (headings, cells, person) => {
    expect(row(headings, cells)).toBe(person);
  });

  it.each([
    ['คำนำหน้า,ชื่อ,นามสกุล,มือถือ', 'นาย,สมชาย,ใจดี,0812345678', 'นาย สมชาย ใจดี'],
    ['คำนำหน้าชื่อ,ชื่อ,ชื่อกลาง,นามสกุล,โทร', 'นางสาว,น้ำทิพย์,,ศรีสุข,0812345678', 'นางสาว น้ำทิพย์ ศรีสุข'],
    ['ชื่อ,นามสกุล,โทร', 'พลอย,ใจดี,0812345678', 'พลอย ใจดี'],
    ['Name,Given Name,Family Name,Phone', 'Ploy Jaidee,Ploy,Jaidee,0812345678', 'Ploy Jaidee'],
    ['ชื่อ,โทร', 'พลอย ใจดี,0812345678', 'พลอย ใจดี'],
  ])('%s: a name has its parts in order', (headings, cells, name) => {
    expect(cards(`${headings}\n${cells}\n`)[0]?.name).toBe(name);
  });

  it.each(['รายชื่อเบอร์โทรศัพท์ลูกค้า 2569,,', 'Phone list 2024,,', 'Our company\n\nTel. 02 111 1111,,'])(
    'what stands above the headings is no person and no heading: %s',
    (above) => {
      expect(told(`${above}\nชื่อ,แผนก,โทร\nพลอย,ขาย,0812345678\n`)).toEqual(['พลอย | ขาย |  | :0812345678']);
    },
  );

  it.each([
    ['021234567,123', '021234567 ext. 123'],
    ['021234567;123', '021234567 ext. 123'],
    ['02-123-4567/8', '02-123-4567'],
    ['02-123-4567/4568', '02-123-4567'],
    ['081 234 5678 12/03/2024', '081 234 5678'],
    ['12/03/2567', undefined],
    ['2026-01-31', undefined],
    ['101/102', '101'],
  ])('%s in one cell leads to %s first', (cell, number) => {
    expect(cards(`Name,Phone\nKong,"${cell}"\n`)[0]?.numbers[0]?.number).toBe(number);
  });

  it('without headings a postcode and an identity card are no telephones', () => {
    const people = told('พลอย,10110,1103700123456,0812345678\nก้อง,10500,3100600445566,0891112222\n');
    expect(people).toEqual(['พลอย |  |  | :0812345678', 'ก้อง |  |  | :0891112222']);
  });
});

describe('an address in a vCard', () => {
  const numbers = (tel: string) =>
    cards(`BEGIN:VCARD\nVERSION:4.0\nFN:Kong\n${tel}\nEND:VCARD\n`).flatMap((one) =>
      one.numbers.map(({ number }) => number),
    );

  it.each([
    ['TEL;VALUE=uri:tel:102;phone-context=+6621234567', []],
    ['TEL;VALUE=uri:tel:102;phone-context=pbx.example.com', []],
    ['TEL:sip:103@partner.example', []],
    ['TEL;VALUE=uri:sips:reception@partner.example', []],
    ['TEL;VALUE=uri:sip:+66812345678@partner.example', ['+66812345678']],
    ['TEL;VALUE=uri:tel:021234567;phone-context=+66', ['021234567']],
    ['TEL;VALUE=uri:tel:+66-2-123-4567;ext=12', ['+66-2-123-4567 ext. 12']],
    ['TEL:102', ['102']],
  ])('%s rings nobody inside who is not meant', (tel, expected) => {
    expect(numbers(tel)).toEqual(expected);
  });
});

describe('a table that was damaged on its way', () => {
  it('keeps its letters where a byte of UTF-8 is none', () => {
    const table = Buffer.from(`ชื่อ,โทร\nพลอย ใจดี,0812345678\nก้องX,0891112222\nมาลี มีสุข,0861112222\n`);
    table[table.indexOf('X')] = 0xff;
    const read = readAsked({ of: table, country: 'TH' });
    expect(read).toMatchObject({ ok: true, damagedLines: 1 });
    expect(told(table)[1]).toBe('ก้อง |  |  | :0891112222');
  });

  it('has all its people where a quote was not closed', () => {
    expect(told('Name,Phone\n"Ploy,0812345678\nKong,0891112222\nMalee,"0861112222"\n')).toEqual([
      'Ploy |  |  | :0812345678',
      'Kong |  |  | :0891112222',
      'Malee |  |  | :0861112222',
    ]);
  });
});
