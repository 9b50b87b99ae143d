import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMarks } from '../../../app/calls/marks.ts';
import { asideOf } from '../files/aside.ts';
import { withLittleRoom } from '../files/little-room.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (log: string[] = []) =>
  openMarks({
    file: path.join(folder, 'notes.json'),
    now: () => 1,
    keeping: { log: (line) => log.push(line), damaged: () => {} },
  });

test('a note outlives the program, readable by the person alone; an empty one takes it away', () => {
  const first = open();
  first.note(['a'], '  Ask for the invoice  ');
  first.note(['b'], 'x');
  first.note(['b'], ' ');
  expect(open().noteOf(['a'])).toBe('Ask for the invoice');
  expect(open().noteOf(['b'])).toBe('');
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

test('notes are bounded in number: the oldest goes', () => {
  const notes = Array.from({ length: 2_000 }, (_, note) => [`call ${note}`, { text: 'xxx', at: 1 }]);
  writeFileSync(
    path.join(folder, 'notes.json'),
    JSON.stringify({ version: 1, seenUpTo: 0, toldUpTo: 0, notes }),
  );
  const marks = open();
  marks.note(['call 2000'], 'xxx');
  expect(marks.noteOf(['call 0'])).toBe('');
  expect(marks.noteOf(['call 1'])).toBe('xxx');
  marks.note(['long'], 'y'.repeat(900));
  expect(marks.noteOf(['long'])).toHaveLength(900);
});

test('a damaged file is put aside and not thrown away', () => {
  writeFileSync(path.join(folder, 'notes.json'), '{"version":1');
  const log: string[] = [];
  expect(open(log).noteOf(['a'])).toBe('');
  expect(readFileSync(asideOf(path.join(folder, 'notes.json')), 'utf8')).toBe('{"version":1');
  expect(log).toHaveLength(1);
});

test('a note that the disk does not take is said to be lost, and is not there; once there is room it can be kept', async () => {
  const marks = open();
  marks.note(['a'], 'before');
  const room = readFileSync(path.join(folder, 'notes.json'), 'utf8').length;
  await withLittleRoom(room, () => {
    expect(() => marks.note(['a'], 'x'.repeat(room))).toThrow();
    expect(() => marks.note(['b'], 'new')).toThrow();
    // Nobody waits for this one.
    marks.seen(7);
  });
  expect([marks.noteOf(['a']), marks.noteOf(['b']), marks.seenUpTo()]).toEqual(['before', '', 7]);
  marks.note(['b'], 'new');
  expect([open().noteOf(['a']), open().noteOf(['b']), open().seenUpTo()]).toEqual(['before', 'new', 7]);
});

test('what was written under several ids of one call is one note, and is kept under the first', () => {
  const marks = open();
  marks.note(['try'], 'while it rang');
  marks.note(['row'], 'afterwards');
  expect(marks.noteOf(['row', 'try'])).toBe('afterwards\nwhile it rang');
  marks.note(['row', 'try'], marks.noteOf(['row', 'try']));
  expect([...open().noted()]).toEqual(['row']);
  const long = 'x'.repeat(500);
  for (const id of ['row', 'try', 'third']) marks.note([id], long);
  marks.note(['row', 'try', 'third'], marks.noteOf(['row', 'try', 'third']));
  expect(open().noteOf(['row'])).toBe([long, long, long].join('\n'));
});

test('a note that cannot be read costs no other, nor what was seen', () => {
  const good = ['a', { text: 'x', at: 1 }];
  const bad = ['b', { text: 'x'.repeat(99_999), at: 1 }];
  const text = JSON.stringify({ version: 1, seenUpTo: 5, toldUpTo: 6, notes: [good, bad] });
  writeFileSync(path.join(folder, 'notes.json'), text);
  const marks = open();
  expect([marks.noteOf(['a']), marks.noteOf(['b']), marks.seenUpTo(), marks.toldUpTo()]).toEqual([
    'x',
    '',
    5,
    6,
  ]);
  expect(readFileSync(asideOf(path.join(folder, 'notes.json')), 'utf8')).toBe(text);
});
