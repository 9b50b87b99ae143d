import * as v from 'valibot';
import { expect, it } from 'vitest';
import { DiallingRule, type DraftRule } from '../../../app/contract/rules.ts';
import { draftProblems } from '../../../app/dialing/draft-rule.ts';

const good: DraftRule = { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' };

it.each<[change: Partial<DraftRule>, problems: object]>([
  [{}, {}],
  [{ name: '  ' }, { name: 'empty' }],
  [{ name: 'x'.repeat(61) }, { name: 'too-long' }],
  [{ match: '' }, { match: 'empty' }],
  [{ match: '_0X.' }, { match: 'underscore' }],
  [{ value: '' }, {}],
  [{ value: '+66' }, {}],
  [{ value: '*67' }, {}],
  [{ value: '๙' }, {}],
  [{ value: '＋๖๖' }, {}],
  [{ value: '9w' }, { value: 'character' }],
  [{ value: '9+' }, { value: 'character' }],
  [{ value: '9'.repeat(21) }, { value: 'too-long' }],
  [{ action: 'block', value: 'left over' }, {}],
  [
    { name: '', match: '[', value: '?' },
    { name: 'empty', match: 'open-set', value: 'character' },
  ],
])('a rule with %j: %j', (change, problems) => {
  const draft = { ...good, ...change };
  const found = draftProblems(draft);
  expect(found).toEqual({ name: null, match: null, value: null, ...problems });
  // What has no problem can be kept, and what has one cannot.
  const kept = { ...draft, value: draft.action === 'block' ? '' : draft.value };
  const fit = v.is(DiallingRule, kept) && kept.name.trim() !== '';
  expect(fit).toBe(Object.values(found).every((problem) => problem === null));
});

it.each([
  ['๙', '9'],
  ['＋๖๖', '+66'],
  ['\u200b9', '9'],
])('%j before a number is %j: digits are digits in every script', (value, expected) => {
  expect(v.parse(DiallingRule, { ...good, value }).value).toBe(expected);
});
