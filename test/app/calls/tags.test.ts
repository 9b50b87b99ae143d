import { expect, it } from 'vitest';
import { tagsIn, tagsOf } from '../../../app/calls/tags.ts';

it.each<[string, string[]]>([
  ['#invoice', ['invoice']],
  ['call back #invoice and #VIP-2', ['invoice', 'VIP-2']],
  ['#ใบแจ้งหนี้ #ด่วน', ['ใบแจ้งหนี้', 'ด่วน']],
  ['first line\n#second', ['second']],
  ['#Invoice #invoice', ['Invoice']],
  ['(#late)', ['late']],
  ['nothing', []],
  ['', []],
  ['# alone', []],
  ['##twice', []],
  ['order no#12', []],
  ['https://crm.example.com/#page', []],
  ['press *43#', []],
  ['order #4711', []],
  ['#12-34 #๑๒', []],
  ['#2026-review', ['2026-review']],
  ['เรื่อง#ด่วน โทรกลับ', ['ด่วน']],
  ['(เรื่อง)#ด่วน', ['ด่วน']],
  ['ສະບາຍ#ດ່ວນ 至急#電話', ['ດ່ວນ', '電話']],
  ['#ด่วน,#ใบแจ้งหนี้', ['ด่วน', 'ใบแจ้งหนี้']],
  ['#a;#b:#c.#d|#e "#f" “#g” [#h]', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ['#ด่วน#ใบแจ้งหนี้#vip#late', ['ด่วน', 'ใบแจ้งหนี้', 'vip', 'late']],
  ['ดูhttps://ไทย.example/เรื่อง#ด่วน #ok', ['ok']],
  ['www.ไทย.example/ก#ด่วน ไทย.com/ก#ด่วน', []],
  ['crm.example.com#page C#sharp', []],
  ['วิภา#x@example.com a#b@example.com #vip@home', ['vip']],
  ['#a.b', ['a']],
  [`#${'x'.repeat(60)}`, ['x'.repeat(60)]],
  // Never the beginning of one.
  [`#${'x'.repeat(61)}`, []],
])('finds the tags of %j', (note, tags) => {
  expect(tagsOf(note)).toEqual(tags);
});

it('puts those first that are used most, whatever their case', () => {
  expect(tagsIn(['#b', '#a', '#B late', '#c #c'].map(tagsOf), 10)).toEqual(['b', 'a', 'c']);
  expect(tagsIn(['#b', '#a', '#B'].map(tagsOf), 1)).toEqual(['b']);
});
