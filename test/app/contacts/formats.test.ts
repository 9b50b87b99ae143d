import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../app/contacts/formats/card.ts';
import { readAsked } from '../../../app/contacts/formats/read.ts';
import { toTable } from '../../../app/contacts/formats/write-csv.ts';
import { toVcards } from '../../../app/contacts/formats/write-vcard.ts';
import { grouped } from '../../../app/util/grouped.ts';
import { fc } from '../../support/property.ts';
import * as files from './files.ts';
import { cards, told } from './told.ts';

describe('vCards', () => {
  it('of Outlook: 2.1, quoted-printable in a Thai encoding, without the picture', () => {
    expect(told(files.outlookVcard)).toEqual([
      'พลอย ใจดี | Siam Paper, Sales | Mondays⏎only; not, on = Fridays | home:+66 (38) 123 456 | work:02 123 4567 | mobile:081-234-5678 | fax:02 123 4568',
    ]);
  });

  it('of Google: labels of the person’s own, commas and line ends', () => {
    expect(told(files.googleVcard)).toEqual([
      'Somchai Jaidee, Jr. | Siam; Paper | first⏎second, with a comma | mobile:0812345678 | work:+66 2 123 4567 | Line shop:0891112222',
      'Only Mail |  | ',
    ]);
  });

  it('of Apple: a firm is no person, and its labels are known', () => {
    expect(told(files.appleVcard)).toEqual([' | ร้านดอกไม้ |  | main:02 999 9999 | fax:081 555 5555']);
  });

  it('of Nextcloud: 4.0, folded within a Thai word, numbers as addresses, no groups', () => {
    expect(told(files.nextcloudVcard)).toEqual([
      'Ploy Jaidee ผู้จัดการฝ่ายขายต่างประเทศที่มีชื่อยาวเกินกว่าหนึ่งบรรทัด | ACME |  | mobile:+66-81-234-5678 | work:+66-2-123-4567 ext. 12',
    ]);
  });

  it.each([
    ['windows-874, said', 'FN;CHARSET=windows-874:พลอย', files.inTis620, 'พลอย'],
    ['TIS-620, said', 'FN;CHARSET=TIS-620:พลอย', files.inTis620, 'พลอย'],
    ['TIS-620, by a name nobody knows', 'FN;CHARSET=thai:พลอย', files.inTis620, 'พลอย'],
    ['TIS-620, not said', 'FN:พลอย ใจดี', files.inTis620, 'พลอย ใจดี'],
    ['Windows-1252, not said', 'FN:Jürgen Müller', files.inLatin1, 'Jürgen Müller'],
    ['UTF-8 in quoted-printable, not said', 'FN;QUOTED-PRINTABLE:=E0=B8=81', files.inUtf8, 'ก'],
    ['Latin in quoted-printable, not said', 'FN;QUOTED-PRINTABLE:M=FCller', files.inUtf8, 'Müller'],
    ['UTF-16 with a mark', 'FN:พลอย', files.inUtf16, 'พลอย'],
    ['UTF-8 with a mark', 'FN:พลอย', files.withMark, 'พลอย'],
  ] as const)('are read in %s', (_what, line, encode, name) => {
    const file = encode(`BEGIN:VCARD\r\nVERSION:2.1\r\n${line}\r\nTEL;CELL:0812345678\r\nEND:VCARD\r\n`);
    expect(cards(file)).toEqual([
      { name, company: '', note: '', numbers: [{ number: '0812345678', label: 'mobile' }] },
    ]);
  });

  it('zeros that were quoted are no letters', () => {
    expect(told('BEGIN:VCARD\nFN;QUOTED-PRINTABLE:Pl=00oy=07\nTEL:081\nEND:VCARD')).toEqual([
      'Ploy |  |  | :081',
    ]);
  });

  it('one bad line costs no other, and one without an end costs no card', () => {
    const text =
      'BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL;TYPE="x:1\nnonsense\n;:\nTEL:081\nBEGIN:VCARD\nFN:B\nTEL:082\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:C\nTEL:083';
    expect(told(text)).toEqual(['A |  |  | :081', 'B |  |  | :082', 'C |  |  | :083']);
  });
});

describe('tables', () => {
  const ploy = 'คุณ พลอย ใจดี | Siam Paper, Sales | first⏎second';
  const rows = [
    'พลอย ใจดี | สยามกระดาษ | ลูกค้าประจำ | mobile:081-234-5678 | :02 123 4567',
    'สมชาย |  |  | mobile:0898765432 | mobile:0611112222',
    'ไม่มีเบอร์ |  | ',
  ];

  it('of Google, today’s and the one before', () => {
    expect(told(files.withMark(files.googleCsv))).toEqual([
      `${ploy} | mobile:+66 81 234 5678 | Line shop:02 123 4567 | Line shop:02 123 4568`,
      'No Number |  | ',
    ]);
    expect(told(files.oldGoogleCsv)).toEqual(['Somchai Jaidee | Siam Paper |  | mobile:0812345678']);
  });

  it('of Outlook: every number with its label', () => {
    expect(told(files.inLatin1(files.outlookCsv))).toEqual([
      "Mr. Somchai Jaidee | Siam Paper, Sales | VIP | Assistant's Phone:02 123 4500 | fax:02 123 4568 | work:02 123 4567 | main:02 123 4000 | mobile:081-234-5678",
    ]);
  });

  it('of Thunderbird, in the encoding of a German Windows', () => {
    expect(told(files.inLatin1(files.thunderbirdCsv))).toEqual([
      'Jürgen Müller | Müller & Söhne |  | work:+49 30 123456',
    ]);
  });

  for (const [between, name] of [
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)
    it.each([
      ['UTF-8', files.inUtf8],
      ['UTF-8 with a mark', files.withMark],
      ['TIS-620', files.inTis620],
      ['UTF-16', files.inUtf16],
    ] as const)(`of Excel in Thai, with ${name} between, in %s`, (_what, encode) => {
      expect(told(encode(files.thaiTable(between)))).toEqual(rows);
    });

  it('rows that were copied, without any headings', () => {
    expect(told('1\tPloy\tSiam Paper\t081-234-5678\n2\tSomchai\t\t02 123 4567\n')).toEqual([
      'Ploy | Siam Paper |  | :081-234-5678',
      'Somchai |  |  | :02 123 4567',
    ]);
    expect(told('Wer;Nummer\nPloy;0812345678\n')).toEqual(['Ploy |  |  | :0812345678']);
  });

  it('a first zero that Excel took away is put back, where it took all of them, and in Thailand only', () => {
    const table = 'Name,Phone\nPloy,812345678\nReception,21234567\nExtension,101\n';
    expect(told(table).map((line) => line.split(':')[1])).toEqual(['0812345678', '021234567', '101']);
    expect(told(table, 'DE').map((line) => line.split(':')[1])).toEqual(['812345678', '21234567', '101']);
    expect(told('Name,Phone\nA,812345678\nB,0898765432\n')[0]).toContain(':812345678');
  });

  it('what is keyed after a pause stays behind its number; the last digit of the next one is none', () => {
    expect(told('Name,Phone\nA,"02 123 4567,,12#"\nB,02 123 4567/8\n')).toEqual([
      'A |  |  | :02 123 4567 ext. 12',
      'B |  |  | :02 123 4567',
    ]);
  });
});

const word = fc.string({ unit: fc.constantFrom(...'abÀéกขพลอย๊่ ,;:\\"\'=+-@\n.🌸'), maxLength: 40 });
const label = fc.constantFrom(
  'mobile',
  'work',
  'home',
  'main',
  'fax',
  'pager',
  'other',
  '',
  'Line shop; "x"',
);
const number = fc.constantFrom('0812345678', '+66 81 234 5678', '(02) 123-4567', '101', '1900 123 123');
const trimmed = (text: string) => text.trim().replace(/\s+/g, ' ');
const card = fc.record({
  name: word.map(trimmed),
  company: word.map(trimmed),
  note: word.map((text) => text.trim()),
  numbers: fc.uniqueArray(fc.record({ number, label }), {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.number,
  }),
});
const people = fc.array(card, { minLength: 1, maxLength: 5 });

/** In a table a long number stands in groups, or a spreadsheet would take its zero away. */
const inGroups = (one: Card): Card => ({
  ...one,
  numbers: one.numbers.map(({ number, label }) => ({ number: grouped(number), label })),
});

describe('what is exported', () => {
  it('as vCard is read back as it was', () => {
    fc.assert(
      fc.property(people, (all) => {
        const kept = all.map((one) => (one.name === one.company ? { ...one, name: '' } : one));
        // Who has a number only stays without a name: no vCard is without one.
        expect(cards(files.inUtf8(toVcards(kept)))).toEqual(kept);
      }),
    );
  });

  it('as CSV is read back as it was, and runs no formula in a spreadsheet', () => {
    fc.assert(
      fc.property(people, (all) => {
        const table = toTable(all);
        const cells = Papa.parse<string[]>(table, { delimiter: ',' }).data.flat();
        expect(
          cells.filter((cell) => /^[\s"']*[=@+-]/.test(cell.replace(/^'/, 'x')) && !/^\+?[\d (]/.test(cell)),
        ).toEqual([]);
        expect(cards(files.inUtf8(table))).toEqual(all.map(inGroups));
      }),
    );
  });

  it('keeps numbers that begin with + or 0 whole', () => {
    const [one] = [
      {
        name: '=1+1',
        company: '+x',
        note: '@y',
        numbers: [
          { number: '+66 81 234 5678', label: '' },
          { number: '0812345678', label: '' },
        ],
      },
    ];
    const table = one === undefined ? '' : toTable([one]);
    expect(table).toContain(',+66 81 234 5678,,081 234 5678');
    expect(table).toContain(`"'=1+1",,"'+x","'@y"`);
  });
});

/** What no text has: all of ASCII's that steer a machine, but tabs and the ends of lines. */
const damages = Array.from({ length: 32 }, (_, code) => code)
  .filter((code) => code < 9 || code > 13)
  .concat(0x7f);

describe('a file with characters that no text has', () => {
  const kinds = {
    table: 'Name,Mobile Phone\r\nPloy,0812345678\r\nSomchai,0898765432\r\n',
    vCards:
      'BEGIN:VCARD\r\nFN:Ploy\r\nTEL;CELL:0812345678\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Somchai\r\nTEL;CELL:0898765432\r\nEND:VCARD\r\n',
  };
  const whole = ['Ploy |  |  | mobile:0812345678', 'Somchai |  |  | mobile:0898765432'];
  const encodings = {
    'UTF-8': files.inUtf8,
    'UTF-8 with a mark': files.withMark,
    'UTF-16': files.inUtf16,
    'an old encoding': files.inTis620,
    'a paste': (text: string) => text,
  };
  for (const [kind, text] of Object.entries(kinds))
    for (const [encoding, encode] of Object.entries(encodings))
      it(`${kind} in ${encoding} is read without them, wherever one stands`, () => {
        for (const code of damages)
          for (let at = 0; at < text.length; at += 1) {
            const of = encode(`${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at)}`);
            const read = readAsked({ of, country: 'TH' });
            expect(read, `${code} at ${at}`).toMatchObject({ ok: true, damagedLines: 1 });
            expect(told(of), `${code} at ${at}`).toEqual(whole);
          }
      });

  it('fields that a database filled up are read, in how many rows it did', () => {
    const row = (name: string, number: string) => `${name.padEnd(40, '\0')},${number.padEnd(20, '\0')}\n`;
    const of = files.inUtf8(`Name,Mobile\n${row('Ploy', '0812345678')}${row('พลอย', '0898765432')}`);
    expect(readAsked({ of, country: 'TH' })).toMatchObject({ ok: true, damagedLines: 2 });
    expect(told(of)).toEqual(['Ploy |  |  | mobile:0812345678', 'พลอย |  |  | mobile:0898765432']);
  });

  it('what DOS, or a crash, leaves at its end is not worth a word', () => {
    for (const end of ['\x1a', '\0', '\0'.repeat(70_000)])
      expect(readAsked({ of: files.inUtf8(kinds.table + end), country: 'TH' })).toMatchObject({
        ok: true,
        damagedLines: 0,
      });
  });
});

describe('what is no file of contacts', () => {
  const nothing = { ok: false, why: 'contacts-not-read' };
  it.each([
    ['nothing', '', nothing],
    ['a text', 'Dear all,\nplease call me.\n', nothing],
    [
      'a card that has only begun',
      'BEGIN:VCARD',
      { ok: true, cards: [{ name: '', company: '', note: '', numbers: [] }], damagedLines: 0 },
    ],
    ['NULs', new Uint8Array(5_000), nothing],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256), nothing],
    [
      'NULs and a letter',
      Uint8Array.from({ length: 3_000_000 }, (_, at) => (at === 2_999_999 ? 65 : 0)),
      nothing,
    ],
    [
      'a picture',
      Uint8Array.from({ length: 70_000 }, (_, at) => (at % 3 === 0 ? 0 : (at * at) % 251)),
      nothing,
    ],
    ['a workbook', files.inLatin1('PK\x03\x04rest'), { ok: false, why: 'contacts-packed' }],
    [
      'a workbook of before',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
      { ok: false, why: 'contacts-packed' },
    ],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), { ok: false, why: 'contacts-packed' }],
    ['a JSON text', '{"a":[1,2,3]}', nothing],
  ] as const)('%s', (_what, of, expected) => {
    expect(readAsked({ of, country: 'TH' })).toEqual(expected);
  });

  it('whatever it is, it is read or turned down', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom(
          'BEGIN:VCARD\n',
          'END:VCARD\n',
          'TEL',
          ';',
          ':',
          '"',
          '=\n',
          '\\',
          ',',
          '\t',
          ' ',
          '1',
          'ก',
          '\r',
          'item1.',
        ),
        maxLength: 60,
      }),
    );
    fc.assert(fc.property(anything, (of) => void readAsked({ of, country: 'TH' })));
  });
});
