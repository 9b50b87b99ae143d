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
  ['#12', ['12']],
  ['#a.b', ['a']],
  [`#${'x'.repeat(60)}`, ['x'.repeat(40)]],
])('finds the tags of %j', (note, tags) => {
  expect(tagsOf(note)).toEqual(tags);
});

it('puts those first that are used most, whatever their case', () => {
  expect(tagsIn(['#b', '#a', '#B late', '#c #c'], 10)).toEqual(['b', 'a', 'c']);
  expect(tagsIn(['#b', '#a', '#B'], 1)).toEqual(['b']);
});
