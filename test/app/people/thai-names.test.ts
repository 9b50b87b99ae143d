import { expect, it } from 'vitest';
import { alsoFoundBy, createNames, otherNamesOf } from '../../../app/calls/names.ts';
import { createSearch } from '../../../app/calls/search.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { missedFrom } from '../calls/some-calls.ts';
import { shownTo } from '../cdr/rows-of.ts';
import { openDesk } from '../contacts/desk.ts';
import { namesFor, person } from './office.ts';

const rows: readonly (readonly [name: string, nickname: string, ...typed: string[]])[] = [
  ['วิภา ศรีสุข', '', 'วิภา', 'ศรีสุข วิภา', 'วิภาศรีสุข', 'วภา', 'วิพา', 'ศรสุข'],
  ['น้ำผึ้ง แก้วใส', '', 'นำผึง', 'น้ำผื้ง', 'นํ้าผึ้ง', 'น้ําผึ้ง', 'แก้วใส น้ำผึ้ง', 'น้าผึ้ง', 'น้ำผึ่ง', 'เเก้วใส'],
  ['เเก้ว ใจดี', '', 'แก้ว', 'เเก้ว', 'แกว'],
  ['แก้ว ใจดี', '', 'เเก้ว', 'แก็ว'],
  ['สมชาย (ชาย) ใจดี', '', 'ชาย', 'สมชาย ใจดี', 'ใจดี สมชาย', 'สมชายใจดี', '(ชาย)', 'สมชาย (ชาย)'],
  ['สมหญิง ใจดี (หญิง)', '', 'หญิง', 'สมหญิงใจดี', '(หญิง) สมหญิง'],
  ['สมชาย ใจดี', 'ชาย', 'ชาย', 'สมชาย (ชาย)', 'สมชาย(ชาย)', 'ชาย ใจดี'],
  ['สมชาย "ต้น" ใจดี', '', 'ต้น', 'ตน', 'สมชาย ใจดี'],
  ['สมชาย [ต้น]', '', 'ต้น'],
  ['สมชาย/ต้น', '', 'ต้น', 'สมชาย'],
  ['พี่ต้น บัญชี', '', 'ต้น', 'พี่ต้น', 'พีต้น', 'ตน บัญชี', 'ต้น'],
  ['ปรียานุช', '', 'ปรียานุซ', 'ปรียนุช', 'ปรียาณุช', 'ปรียา', 'นุช'],
  ['ชญานุตม์', '', 'ชญานุต', 'ชญานุตม', 'ชยานุตม์'],
  ['กฤษณ์', '', 'กฤษ', 'กฤษณ'],
  ['อั้ม', '', 'อัม', 'อ้ัม', 'อั้ม'],
  ['ปุ๋ย', '', 'ปุ๋ย', 'ปุย', 'ปุ้ย'],
  ['เอ', '', 'เอ'],
  ['ณัฐวุฒิ', '', 'ณัฐวุฒิ', 'นัฐวุฒิ', 'ณัฐวุฒ', 'ณัฐ วุฒิ'],
  ['ฤทัย', '', 'ฤทัย', 'ฤาทัย'],
  [
    'Somchai Jaidee',
    '',
    'somchai',
    'jaidee somchai',
    'somchi',
    'soomchai',
    'osmchai',
    'somchaijaidee',
    'chai',
    'SOMCHAI',
    'ｓｏｍｃｈａｉ',
    'som chai',
  ],
  ['Somchai (Chai) Jaidee', '', 'somchai jaidee', 'chai jaidee', '(chai)'],
  ['Jaidee, Somchai', '', 'somchai jaidee', 'jaidee somchai'],
  ["O'Brien", '', 'obrien', 'o brien', 'o’brien', 'brien'],
  ['Jean-Luc Picard', '', 'jean luc', 'jeanluc', 'luc'],
  ['K.Ploy (Acc)', '', 'ploy', 'k ploy', 'acc', 'k.ploy', 'khun ploy'],
  ['บจก. สยามกระดาษ', '', 'สยามกระดาษ', 'กระดาษ', 'บริษัท สยามกระดาษ', 'สยาม กระดาษ'],
  ['สํานักงาน', '', 'สำนักงาน', 'สานักงาน'],
  ['ดร.วิภา', '', 'วิภา', 'ดร วิภา', 'ดร.วิภา', 'ด.ร.วิภา'],
  ['วิภา\u200bศรี', '', 'วิภาศรี', 'วิภา ศรี', 'ศรี'],
  ['น.ส.พลอย', '', 'พลอย', 'นส พลอย', 'นางสาวพลอย'],
  ['๑๐๒ พลอย', '', '102', 'พลอย 102', '๑๐๒'],
  ['ร้าน 7-11', '', '7-11', '7 11', 'ร้าน 711', 'ร้าน 7'],
];

/** As somebody at a desk has it in mind: marks, vowels in another order, brackets, words swapped or run together, one slip. */
const asked = rows.flatMap(([name, nickname, ...all]) =>
  all.map((typed) => [name, nickname, typed] as const),
);

it.each(asked)(
  '%s (%s) is found by %s on the dial pad, among the contacts and in the list of calls',
  async (name, nickname, typed) => {
    const desk = openDesk();
    const numbers = [{ number: '0899999999', label: '' }];
    desk.contacts.add({ name, nickname, company: '', note: '', numbers });
    expect(await namesFor([person(name, '0899999999', nickname ? { nickname } : {})], typed)).toEqual([name]);
    expect(desk.contacts.find({ text: typed, count: 9 }).total).toBe(1);
    const names = createNames(() => name);
    const { contacts } = desk.book.now();
    const search = createSearch({
      nameOf: names.of,
      alsoOf: (call) =>
        `${alsoFoundBy(call, names, wordsFor('en').calls)} ${otherNamesOf(call, () => contacts)}`,
    });
    const calls = shownTo('101', missedFrom(1, '0899999999', ''));
    expect(search.find(calls, typed)).toHaveLength(1);
  },
);

it.each(['()', '“ ”', '-', '👩'])('%s is no name, and finds nobody', async (typed) => {
  const desk = openDesk();
  desk.contacts.add({ name: 'สมชาย (ชาย)', company: '', note: '', numbers: [{ number: '102', label: '' }] });
  expect(desk.contacts.find({ text: typed, count: 9 }).total).toBe(0);
  expect(await namesFor([person('สมชาย (ชาย)', '102')], typed)).toEqual([]);
});
