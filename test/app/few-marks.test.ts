import { expect, it } from 'vitest';
import { readNotes, writeNotes } from '../../app/calls/notes-file.ts';
import { readRow } from '../../app/cdr/rows.ts';
import { tidyName, tidyNote } from '../../app/contacts/tidy.ts';
import { tidyColleague } from '../../app/directory/tidy.ts';
import { plainText } from '../../app/pbx/plain-text.ts';

/** All ways in of a name or a text that somebody else wrote. */
const ways: Readonly<Record<string, (text: string) => string | undefined>> = {
  'a name of the phone book': tidyName,
  'a note of the phone book': tidyNote,
  'a name of the directory': (text) =>
    tidyColleague({ names: [text], company: '', numbers: [{ number: '101', label: '' }] }, 'TH')?.name,
  'a company of the directory': (text) =>
    tidyColleague({ names: [], company: text, numbers: [{ number: '101', label: '' }] }, 'TH')?.company,
  'what the PBX calls a number': (text) => readRow({ cnam: text }).cnam,
  'what the PBX says': (text) => plainText(text, 300, (one) => one),
  'a note in a file': (text) => {
    const file = writeNotes('101', [{ call: '1', text, at: 0 }]);
    const read = readNotes(new TextEncoder().encode(file), '101', 0);
    return read.ok ? read.value.notes[0]?.text : undefined;
  },
};

/** All marks of Unicode that are drawn over or under a letter. */
const marks = Array.from({ length: 0xe0200 }, (_, code) => String.fromCodePoint(code)).filter((sign) =>
  /(?!\u034f)[\p{Mn}\p{Me}]/u.test(sign),
);
const stacked = /[\p{sc=Zinh}\p{sc=Thai}\p{sc=Lao}\p{sc=Cyrl}\p{Me}]/u;

it.each(Object.entries(ways))('%s has no letter with more marks than a script needs', (_way, read) => {
  expect(marks.length).toBeGreaterThan(1_900);
  for (const mark of marks) {
    const kept = mark.repeat(stacked.test(mark) ? 3 : 6);
    expect(read(`x${mark.repeat(30)}y`), JSON.stringify(mark)).toBe(`x${kept}y`);
  }
  const mixed = marks.filter((mark) => stacked.test(mark)).slice(0, 90);
  expect(read(`Z${mixed.join('')}a`)).toBe(`Z${mixed.slice(0, 3).join('')}a`);
});

it('a joiner among the marks begins no other letter', () => {
  expect(tidyName(`x${'\u0301\u200d'.repeat(9)}`)).toBe(
    `x\u0301\u200d\u0301\u200d\u0301${'\u200d'.repeat(7)}`,
  );
});

it.each([
  ['Thai', 'คุณนํ้าฝน พิสิฏฐ์ กุ๊ก ปิ่น สิทธิ์ ทั้งนั้น ผู้ใหญ่'],
  ['Pali in Thai', 'พุทฺธสฺส ธมฺมํ สงฺฆํ'],
  ['Lao', 'ສະບາຍດີ ຊື່ ຜູ້ຍິງ'],
  ['Vietnamese, taken apart', 'Nguyễn Thị Hằng Trần Đức Phước'.normalize('NFD')],
  ['Yoruba and Navajo, taken apart', 'Ọ̀ṣun Bẹ́ẹ̀ Shidá’í ą́'.normalize('NFD')],
  ['Greek, taken apart', 'ᾄδω ᾧ ᾦ'.normalize('NFD')],
  ['Hebrew with vowels and accents', 'שִׁמְשׁוֹן בְּרֵאשִׁ֖ית שּֽׁ֑'],
  ['Arabic with vowels', 'مُحَمَّدٌ ٱللَّٰه'],
  ['Devanagari', 'श्रीकृष्ण संज्ञा ज़िंदगी हिँदी'],
  ['Tibetan', 'བསྒྲུབས་ ཧྱཱུྃ སྐྱེ་ རྒྱུད་'],
  ['Burmese', 'မြွှောင့် ရွှံ့ ကျွန်ုပ်'],
  ['Khmer', 'ស្រ្តី ភ្នំពេញ ព្រះ'],
  ['emoji', '👩🏽‍🔧 ❤️‍🔥 1️⃣ 🏴‍☠️'],
])('nothing of %s is lost', (_script, name) => {
  expect(tidyName(name)).toBe(name);
  expect(tidyNote(name)).toBe(name);
});
