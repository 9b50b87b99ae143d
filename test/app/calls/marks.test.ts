import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMarks } from '../../../app/calls/marks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (log: string[] = []) =>
  openMarks({ file: path.join(folder, 'notes.json'), now: () => 1, log: (line) => log.push(line) });

test('a note outlives the program, readable by the person alone; an empty one takes it away', () => {
  const first = open();
  first.note('a', '  Ask for the invoice  ');
  first.note('b', 'x');
  first.note('b', ' ');
  expect(open().noteOf('a')).toBe('Ask for the invoice');
  expect(open().noteOf('b')).toBe('');
  expect(statSync(path.join(folder, 'notes.json')).mode & 0o777).toBe(0o600);
});

test('what was seen and told of only moves on', () => {
  const marks = open();
  marks.seen(20);
  marks.seen(10);
  marks.told(30);
  marks.told(5);
  expect([open().seenUpTo(), open().toldUpTo()]).toEqual([20, 30]);
});

test('what was seen and told of ahead of the clock is taken back to it, and nothing else', () => {
  const marks = open();
  marks.seen(20);
  marks.told(30);
  marks.notAfter(40);
  expect([open().seenUpTo(), open().toldUpTo()]).toEqual([20, 30]);
  marks.notAfter(25);
  expect([open().seenUpTo(), open().toldUpTo()]).toEqual([20, 25]);
  marks.notAfter(10);
  expect([open().seenUpTo(), open().toldUpTo()]).toEqual([10, 10]);
});

test('notes are bounded, in length and in number: the oldest goes', () => {
  const marks = open();
  for (let note = 0; note <= 2_000; note++) marks.note(`call ${note}`, 'x'.repeat(note === 0 ? 900 : 3));
  expect(marks.noteOf('call 0')).toBe('');
  expect(marks.noteOf('call 1')).toBe('xxx');
  marks.note('long', 'y'.repeat(900));
  expect(marks.noteOf('long')).toHaveLength(500);
});

test('a damaged file is put aside and not thrown away', () => {
  writeFileSync(path.join(folder, 'notes.json'), '{"version":1');
  const log: string[] = [];
  expect(open(log).noteOf('a')).toBe('');
  expect(readFileSync(path.join(folder, 'notes.json.unreadable'), 'utf8')).toBe('{"version":1');
  expect(log).toHaveLength(1);
});
