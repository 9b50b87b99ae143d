import { expect, test } from 'vitest';
import {
  caretForDeletingForward,
  deleted,
  digitMeant,
  type Field,
  filled,
  inserted,
  isPlainNumber,
  longest,
  regrouped,
  typedIn,
} from '../../../renderer/screens/dialing/number-field.ts';

/** A field drawn as text: `|` is the caret, `[` and `]` hold the selection. */
function field(drawn: string): Field {
  const shown = drawn.replace(/[|[\]]/g, '');
  if (drawn.includes('[')) return { shown, start: drawn.indexOf('['), end: drawn.indexOf(']') - 1 };
  return { shown, start: drawn.indexOf('|'), end: drawn.indexOf('|') };
}
function draw({ shown, start, end }: Field): string {
  if (start === end) return `${shown.slice(0, start)}|${shown.slice(start)}`;
  return `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`;
}

test('the caret stays behind the digit that was typed when groups come and go around it', () => {
  expect(draw(regrouped(field('0812|345678'), '081 234 5678'))).toBe('081 2|34 5678');
  expect(draw(regrouped(field('081 2|3'), '08123'))).toBe('0812|3');
  expect(draw(regrouped(field('|0812345678'), '081 234 5678'))).toBe('|081 234 5678');
});

test('a selection covers the same digits after grouping', () => {
  expect(draw(regrouped(field('0[812]345678'), '081 234 5678'))).toBe('0[81 2]34 5678');
});

test('grouping that would change what was typed is not shown', () => {
  const typed = field('*7212|');
  expect(regrouped(typed, '*72 13')).toBe(typed);
  expect(regrouped(typed, '')).toBe(typed);
});

test('a key of the pad goes in where the caret is and takes the place of what is selected', () => {
  expect(draw(inserted(field('08|2'), '1'))).toBe('081|2');
  expect(draw(inserted(field('[081 234]'), '5'))).toBe('5|');
});

test('Delete behind a space takes the digit before it, not the space that would come back', () => {
  expect(draw(deleted(field('081 |234')))).toBe('08| 234');
  expect(draw(deleted(field('|081')))).toBe('|081');
  expect(draw(deleted(field('0[81] 2')))).toBe('0| 2');
});

test('deleting forwards skips the space too', () => {
  expect(caretForDeletingForward(field('081| 234'))).toBe(4);
});

test('no more goes in than may be sent', () => {
  const full = filled('1'.repeat(longest));
  expect(inserted(full, '2')).toBe(full);
});

test('Thai and full-width digits are digits, and separators are not sent', () => {
  expect(typedIn('๐๘๑-๒๓๔ ๕๖๗๘')).toBe('0812345678');
  expect(typedIn('\uff10\uff18\uff11')).toBe('081');
  expect(typedIn('+66 (81) 234.56/78')).toBe('+66812345678');
});

test('a bare number is pasted as it is, a text is searched', () => {
  expect(isPlainNumber(' 081-234-5678\n')).toBe(true);
  expect(isPlainNumber('*97')).toBe(true);
  expect(isPlainNumber('Tel. 081-234-5678')).toBe(false);
});

test('the digit row of a Thai keyboard dials, and letters elsewhere do not', () => {
  expect(digitMeant({ key: 'ๅ', code: 'Digit1', shiftKey: false })).toBe('1');
  expect(digitMeant({ key: '1', code: 'Digit1', shiftKey: false })).toBeNull();
  expect(digitMeant({ key: '#', code: 'Digit3', shiftKey: true })).toBeNull();
  expect(digitMeant({ key: 'ฟ', code: 'KeyA', shiftKey: false })).toBeNull();
});
