import { expect, test } from 'vitest';
import { isWithheld } from '../../../app/words/withheld.ts';

/** What is found in the records and on the displays of PBXs, gateways and carriers. */
const withheld = {
  'a phone that withholds it (RFC 3323, RFC 3325)': [
    ...[
      'anonymous',
      'Anonymous',
      'ANONYMOUS',
      'anonymous@anonymous.invalid',
      'sip:anonymous@anonymous.invalid',
    ],
    ...[
      '<sip:anonymous@anonymous.invalid>',
      'sips:anonymous@192.0.2.1',
      'anonymous.invalid',
      'unknown@unknown.invalid',
    ],
  ],
  Asterisk: [
    'unknown',
    'Unknown',
    'asterisk',
    'Asterisk',
    's',
    '<unknown>',
    'unavailable',
    'Caller ID Unavailable',
  ],
  'an analogue line': [
    'P',
    'O',
    'p',
    'C',
    'S',
    'U',
    'Private',
    'PRIVATE',
    'Out of area',
    'OUT-OF-AREA',
    'OUT OF AREA',
    'Payphone',
  ],
  carriers: [
    ...[
      'PRIVATE NUMBER',
      'Private Number',
      'Private Caller',
      'Private name',
      'PRIVATE CALLER',
      'private_number',
    ],
    ...[
      'Unknown Number',
      'Unknown Caller',
      'UNKNOWN NAME',
      'Unknown Caller ID',
      'Restricted',
      'RESTRICTED NUMBER',
    ],
    ...['Blocked', 'Blocked Number', 'Caller ID Blocked', 'ID Withheld', 'Number Withheld', 'WITHHELD'],
    ...[
      'Number unavailable',
      'Unavailable',
      'Not available',
      'Not disclosed',
      'Undisclosed',
      'Suppressed',
      'Hidden ID',
    ],
    ...['No Caller ID', 'No CallerID', 'No number', 'Anonymous User', 'Anonym', 'Unidentified caller'],
    ...['Presentation restricted', 'Presentation prohibited', '  anonymous  ', '(Private)'],
  ],
  'a database': ['null', 'NULL', 'none', 'None', 'invalid', '-', '--', '?', '+', '()', '_'],
  'a gateway that takes digits alone': [
    ...[
      '0000',
      '000000',
      '0000000000',
      '+0000000000',
      '000-000-0000',
      '266696687',
      '1266696687',
      '+1 266-696-687',
    ],
    ...['7378742833', '1 737 874 2833', '86282452253'],
  ],
  Thailand: ['ไม่แสดงหมายเลข', 'ไม่แสดงเบอร์', 'ไม่ทราบหมายเลข', 'ปกปิดหมายเลข', 'เบอร์ส่วนตัว', 'หมายเลขส่วนตัว'],
};

const somebody = [
  ...[
    '0812345678',
    '+66 81 234 5678',
    '02 123 4567',
    '101',
    '1',
    '0',
    '00',
    '000',
    '001',
    '0001',
    '00000001',
    '999',
    '191',
  ],
  ...[
    '*43',
    '#31#',
    '*67',
    '*',
    '#',
    '2666966877',
    '266696688',
    '0812345678@pbx',
    'sip:malee@pbx',
    'sip:101@anonymous.invalid',
  ],
  ...[
    'malee',
    'Mr Private',
    'Private Bank',
    'Asterisk Ltd',
    'Anonymous Coffee',
    'Unknown Pleasures',
    'Pim',
    'Somchai S',
    'S1',
  ],
  ...['Nonthaburi', 'unavailable101', 'unknown01', 'Hidden Valley', 'ส่วนตัว สมชาย', 'หมายเลข', 'ส'],
];

for (const [who, spellings] of Object.entries(withheld))
  test.each(spellings)(`%j is what ${who} writes where a number is withheld`, (written) => {
    expect(isWithheld(written)).toBe(true);
  });

test.each(somebody)('%j is somebody', (written) => {
  expect(isWithheld(written)).toBe(false);
});

test('a number that is not there at all is not one that was withheld', () => {
  for (const blank of ['', ' ', '\u00a0']) expect(isWithheld(blank)).toBe(false);
});
