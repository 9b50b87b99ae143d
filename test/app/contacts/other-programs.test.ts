import { describe, expect, it } from 'vitest';
import { readFileOf } from '../../../app/contacts/formats/read.ts';
import { textOf } from '../../../app/contacts/formats/text.ts';
import { cards, told } from './told.ts';

const named = (of: string) =>
  cards(of).map(({ name, company, note, numbers }) => ({
    ...{ name, company, note },
    numbers: numbers.map(({ number, label }) => `${label}:${number}`),
  }));

describe('the columns of programs that people keep customers and contacts in', () => {
  it.each([
    [
      'Zoho CRM',
      'Record Id,Contact Owner,First Name,Last Name,Account Name,Title,Department,Phone,Mobile,Asst Phone,Salutation,Full Name',
      'zcrm_1,Boss,Wipa,Jaidee,ABC Co,Manager,Sales,02 111 2222,081 234 5678,02 333 4444,Ms.,Ms. Wipa Jaidee',
      'Ms. Wipa Jaidee | ABC Co, Sales |  | :02 111 2222 | mobile:081 234 5678 | Asst Phone:02 333 4444',
    ],
    [
      'Salesforce',
      'Salutation,First Name,Last Name,Title,Account Name,Phone,Mobile,Account Owner',
      'Ms.,Wipa,Jaidee,CEO,ABC,(02) 111-2222,,Me',
      'Ms. Wipa Jaidee | ABC |  | :(02) 111-2222',
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Phone Number,Contact owner,Associated Company',
      '1,Wipa,Jaidee,02 111 2222,Me,ABC',
      'Wipa Jaidee | ABC |  | :02 111 2222',
    ],
    [
      'a title by hand',
      'First Name,Last Name,Title,Phone',
      'Wipa,Jaidee,Dr.,02 111 2222',
      'Dr. Wipa Jaidee |  |  | :02 111 2222',
    ],
    [
      'Outlook, whose title is none that is known',
      'Title,First Name,Last Name,Company,Job Title,Account,Business Phone',
      'Captain,Wipa,Jaidee,ABC,Pilot,77,02 111 2222',
      'Captain Wipa Jaidee | ABC |  | work:02 111 2222',
    ],
    [
      'Outlook in Thai',
      'คำนำหน้านาม,ชื่อ,นามสกุล,คำต่อท้ายชื่อ,บริษัท,ตำแหน่งงาน,โทรศัพท์ที่ทำงาน,โทรเลข,บันทึกย่อ',
      'คุณ,สมชาย,ใจดี,จูเนียร์,บจก. ก,ผู้จัดการ,02-111-0002,55555555,ลูกค้าเก่า',
      'คุณ สมชาย ใจดี จูเนียร์ | บจก. ก | ลูกค้าเก่า | work:02-111-0002',
    ],
    [
      'Yahoo',
      'First,Last,Home,Work,Mobile,Other,Company',
      'Wipa,Jaidee,02 111 0001,02 111 0002,081 234 5678,,ABC',
      'Wipa Jaidee | ABC |  | home:02 111 0001 | work:02 111 0002 | mobile:081 234 5678',
    ],
    [
      '3CX',
      'FirstName,LastName,Company,Mobile,Mobile2,Home,Home2,Business,Business2,Email,Other,BusinessFax,HomeFax,Pager',
      'Wipa,Jaidee,ABC,0812345678,0812345679,,,021112222,021112223,,0899998888,,,',
      'Wipa Jaidee | ABC |  | mobile:0812345678 | mobile:0812345679 | work:021112222 | work:021112223 | other:0899998888',
    ],
    [
      'Outlook in Thai, of a mobile telephone',
      'ชื่อ,นามสกุล,โทรศัพท์เคลื่อนที่',
      'วิภา,ใจดี,081-234-5678',
      'วิภา ใจดี |  |  | mobile:081-234-5678',
    ],
    [
      'a place of work that is a name',
      'ชื่อ,ที่ทำงาน,มือถือ',
      'วิภา,ธนาคาร,0812345678',
      'วิภา |  |  | mobile:0812345678',
    ],
  ])('%s', (_program, headings, row, person) => {
    expect(told(`${headings}\r\n${row}\r\n`)).toEqual([person]);
  });

  it('Android keeps a label of one’s own in a vCard 2.1', () => {
    const quoted = '=E0=B8=A3=E0=B9=89=E0=B8=B2=E0=B8=99';
    const of = [
      ...['BEGIN:VCARD', 'VERSION:2.1', 'FN:Wipa', 'TEL;X-Shop:021234567'],
      `TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,${quoted}):021234568`,
      ...['TEL;CELL;PREF:0812345678', 'END:VCARD', ''],
    ].join('\r\n');
    expect(told(of)).toEqual(['Wipa |  |  | mobile:0812345678 | Shop:021234567 | ร้าน:021234568']);
  });
});

describe('lines of a name and a number, as they stand in a chat', () => {
  it.each([
    ['สมชาย 081-234-5678\nวิภา 02-123-4567 ต่อ 12\n', ['สมชาย:081-234-5678', 'วิภา:02-123-4567 ต่อ 12']],
    ['1. สมชาย : 081-234-5678\r\n2. วิภา โทร. 02 123 4567\r\n', ['สมชาย:081-234-5678', 'วิภา:02 123 4567']],
    ['081-234-5678 สมชาย\n+66 2 123 4567 - Wipa', ['สมชาย:081-234-5678', 'Wipa:+66 2 123 4567']],
    ['คุณเอ\n081-234-5678\nคุณบี\n๐๒-๑๒๓-๔๕๖๗', ['คุณเอ:081-234-5678', 'คุณบี:๐๒-๑๒๓-๔๕๖๗']],
    ['เบอร์โทรทีมขาย\n• สมชาย (081-234-5678)\n• วิภา 101', ['สมชาย:081-234-5678', 'วิภา:101']],
    ['สมชาย 081-234-5678, 02-123-4567', ['สมชาย:081-234-5678', 'สมชาย:02-123-4567']],
  ])('%j', (text, people) => {
    expect(named(text).flatMap(({ name, numbers }) => numbers.map((number) => `${name}${number}`))).toEqual(
      people,
    );
  });

  it('what stands behind a number is a note', () => {
    expect(told('สมชาย 081-234-5678 ช่างไฟ')).toEqual(['สมชาย |  | ช่างไฟ | :081-234-5678']);
  });

  it('a table without headings stays one', () => {
    expect(told('สมชาย,081-234-5678\nวิภา,02-123-4567')).toEqual([
      'สมชาย |  |  | :081-234-5678',
      'วิภา |  |  | :02-123-4567',
    ]);
  });

  it.each(['Sign in first.\nQuestions? Call 02 123 4567\n', 'Ploy 021234567'])(
    'a server’s page is no list, for nobody sees it before it is taken: %j',
    (page) => {
      const bytes = Buffer.from(page);
      expect(readFileOf(bytes, textOf(bytes), { country: 'TH', most: 100, lists: false }).ok).toBe(false);
    },
  );
});
