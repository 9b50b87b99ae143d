import { expect, test } from 'vitest';
import { th } from '../../../app/words/th.ts';

const { calls } = th;

test.each([
  ['the list', calls.since],
  ['what was looked through', calls.nothingFoundHint],
  ['the day', calls.myDay.since],
])('in Thai, a time has a blank before it and a day has none: %s', (_what, since) => {
  expect(since('13:34')).toMatch(/ตั้งแต่ 13:34$/);
  expect(since('เมื่อวาน 13:34')).toMatch(/ตั้งแต่เมื่อวาน 13:34$/);
});
