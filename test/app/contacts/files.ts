/** Files as the programs write them, by their documented formats; the people are made up. */

const crlf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

/** Windows-874, of which TIS-620 is a part: Thai letters are bytes from A1 on. */
export function inTis620(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : code;
  });
}
export const inLatin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
export const inUtf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
export const withMark = (text: string): Uint8Array => inUtf8(`\ufeff${text}`);
export const inUtf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

const quoted = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Outlook writes 2.1: parameters without names, quoted-printable in the computer's own encoding, soft breaks, a picture. */
export const outlookVcard = inLatin1(
  crlf([
    'BEGIN:VCARD',
    'VERSION:2.1',
    `N;LANGUAGE=th;CHARSET=windows-874;ENCODING=QUOTED-PRINTABLE:${quoted(inTis620('ใจดี'))};${quoted(inTis620('พลอย'))}`,
    `FN;CHARSET=windows-874;ENCODING=QUOTED-PRINTABLE:${quoted(inTis620('พลอย')).slice(0, 6)}=`,
    `${quoted(inTis620('พลอย')).slice(6)}=20${quoted(inTis620('ใจดี'))}`,
    'ORG:Siam Paper;Sales',
    'NOTE;ENCODING=QUOTED-PRINTABLE:Mondays=0D=0Aonly=3B not=2C on = Fridays',
    'TEL;WORK;VOICE:02 123 4567',
    'TEL;CELL;VOICE:081-234-5678',
    'TEL;WORK;FAX:02 123 4568',
    'TEL;PREF;HOME:+66 (38) 123 456',
    'X-MS-OL-DEFAULT-POSTAL-ADDRESS:0',
    'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
    ' /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRof',
    ' Hh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwh',
    '',
    'REV:20261101T090000Z',
    'END:VCARD',
  ]),
);

/** Google's and Android's: 3.0 in UTF-8, custom labels as groups. */
export const googleVcard = inUtf8(
  crlf([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Somchai Jaidee\\, Jr.',
    'N:Jaidee;Somchai;;;Jr.',
    'TEL;TYPE=CELL:0812345678',
    'TEL;TYPE=WORK:+66 2 123 4567',
    'item1.TEL:0891112222',
    'item1.X-ABLabel:Line shop',
    'item2.ORG:Siam\\; Paper',
    'NOTE:first\\nsecond\\, with a comma',
    'CATEGORIES:myContacts',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Only Mail',
    'N:Mail;Only;;;',
    'EMAIL;TYPE=INTERNET:only@example.com',
    'END:VCARD',
  ]),
);

/** Apple's: labels of its own, folded pictures, a firm without a name. */
export const appleVcard = inUtf8(
  crlf([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Apple Inc.//macOS 15.1//EN',
    'N:;;;;',
    'FN:ร้านดอกไม้',
    'ORG:ร้านดอกไม้;',
    'TEL;type=MAIN;type=VOICE;type=pref:02 999 9999',
    'item1.TEL;type=pref:081 555 5555',
    'item1.X-ABLabel:_$!<HomeFAX>!$_',
    'X-ABShowAs:COMPANY',
    'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBMRXhpZgAATU0AKgAA',
    '  AAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAAJgAAAAAAAqACAAQAAAABAAAAkKADAAQAAAAB',
    'END:VCARD',
  ]),
);

/** Nextcloud and Thunderbird of today: 4.0, numbers as addresses, a group of people. */
export const nextcloudVcard = inUtf8(
  crlf([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Nextcloud Contacts v6.1.0',
    'UID:4f2b7d1e-2a35-4b19-9d5e-1f3c8a7b9d01',
    'FN:Ploy Jaidee ผู้จัดการฝ่ายขายต่างประเทศที่มีชื่อยาวเกินกว่าหนึ่งบ',
    ' รรทัด',
    'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+66-81-234-5678',
    'TEL;TYPE="work,voice";VALUE=URI:tel:+66-2-123-4567;ext=12',
    'ORG:ACME;',
    'RELATED;VALUE=text:not; a: number',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:group',
    'FN:Everybody',
    'TEL:021111111',
    'MEMBER:urn:uuid:4f2b7d1e-2a35-4b19-9d5e-1f3c8a7b9d01',
    'END:VCARD',
  ]),
);

/** Google's table of today. */
export const googleCsv =
  'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\r\n' +
  'พลอย,,ใจดี,,คุณ,,,,Siam Paper,Manager,Sales,,"first\nsecond",https://example.com/p.jpg,* myContacts,Work,ploy@example.com,Mobile,+66 81 234 5678,Line shop,02 123 4567 ::: 02 123 4568\r\n' +
  'No,,Number,,,,,,,,,,,,* myContacts,,no@example.com,,,,\r\n';

/** Google's table of before. */
export const oldGoogleCsv =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name\n' +
  'Somchai Jaidee,Somchai,,Jaidee,,,* myContacts,Mobile,0812345678,,Siam Paper\n';

/** Outlook's, as it writes it in English. */
export const outlookCsv =
  '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street","Business Country/Region","Assistant\'s Phone","Business Fax","Business Phone","Business Phone 2","Callback","Car Phone","Company Main Phone","Home Phone","Mobile Phone","Other Phone","Pager","Primary Phone","Telex","E-mail Address","Government ID Number","Notes"\r\n' +
  '"Mr.","Somchai","","Jaidee","","Siam Paper","Sales","Manager","1 Silom Rd","Thailand","02 123 4500","02 123 4568","02 123 4567","","","","02 123 4000","","081-234-5678","","","","","som@example.com","1234567890123","VIP"\r\n';

/** Thunderbird's. */
export const thunderbirdCsv =
  'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Organization,Custom 1,Notes\n' +
  'Jürgen,Müller,Jürgen Müller,Jogi,j@example.com,,,+49 30 123456,,,,,,Müller & Söhne,,\n';

/** What a person writes in Excel. */
export const thaiTable = (between: string): string =>
  [
    ['ลำดับ', 'ชื่อ', 'นามสกุล', 'บริษัท', 'เบอร์มือถือ', 'เบอร์โทร', 'หมายเหตุ'],
    ['1', 'พลอย', 'ใจดี', 'สยามกระดาษ', '081-234-5678', '02 123 4567', 'ลูกค้าประจำ'],
    ['2', 'สมชาย', '', '', '0898765432 / 0611112222', '', ''],
    ['3', 'ไม่มีเบอร์', '', '', '', '', ''],
  ]
    .map((row) => `${row.join(between)}\r\n`)
    .join('');
