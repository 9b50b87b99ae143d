import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAnnotations } from '../../../app/calls/annotations.ts';
import { longestKeptNote } from '../../../app/contract/calls.ts';
import { asideOf } from '../files/aside.ts';
import { withLittleRoom } from '../files/little-room.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'annotations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (log: string[] = []) =>
  openAnnotations({
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

test('what was told of only moves on', () => {
  const annotations = open();
  annotations.told(30, []);
  annotations.told(5, []);
  expect(open().toldUpTo()).toBe(30);
});

test('what was told of ahead of the clock is taken back to it, and nothing else', () => {
  const annotations = open();
  annotations.told(30, []);
  annotations.notAfter(40);
  expect(open().toldUpTo()).toBe(30);
  annotations.notAfter(25);
  expect(open().toldUpTo()).toBe(25);
});

test('notes are bounded in number: one more is turned down, and none goes for it; nor is one cut', () => {
  const notes = Array.from({ length: 20_000 }, (_, note) => [`call ${note}`, { text: 'xxx', at: 1 }]);
  writeFileSync(
    path.join(folder, 'notes.json'),
    JSON.stringify({ version: 1, seenUpTo: 0, toldUpTo: 0, notes }),
  );
  const annotations = open();
  expect(annotations.note(['one more'], 'xxx')).toBe(false);
  expect([annotations.noteOf(['call 0']), annotations.noteOf(['one more'])]).toEqual(['xxx', '']);
  // What is there may be changed, and makes room once it is gone.
  expect(annotations.note(['call 0'], 'y'.repeat(longestKeptNote))).toBe(true);
  expect(annotations.note(['call 0'], 'y'.repeat(longestKeptNote + 1))).toBe(false);
  expect(open().noteOf(['call 0'])).toHaveLength(longestKeptNote);
  annotations.note(['call 1'], '');
  expect(annotations.note(['one more'], 'xxx')).toBe(true);
  expect(open().noted().size).toBe(20_000);
});

test('a damaged file is put aside and not thrown away', () => {
  writeFileSync(path.join(folder, 'notes.json'), '{"version":1');
  const log: string[] = [];
  expect(open(log).noteOf(['a'])).toBe('');
  expect(readFileSync(asideOf(path.join(folder, 'notes.json')), 'utf8')).toBe('{"version":1');
  expect(log).toHaveLength(1);
});

test('a note that the disk does not take is said to be lost, and is not there; once there is room it can be kept', async () => {
  const annotations = open();
  annotations.note(['a'], 'before');
  const room = readFileSync(path.join(folder, 'notes.json'), 'utf8').length;
  await withLittleRoom(room, () => {
    expect(() => annotations.note(['a'], 'x'.repeat(room))).toThrow();
    expect(() => annotations.note(['b'], 'new')).toThrow();
    // Nobody waits for this one.
    annotations.told(7, []);
  });
  expect([annotations.noteOf(['a']), annotations.noteOf(['b']), annotations.toldUpTo()]).toEqual([
    'before',
    '',
    7,
  ]);
  annotations.note(['b'], 'new');
  expect([open().noteOf(['a']), open().noteOf(['b']), open().toldUpTo()]).toEqual(['before', 'new', 7]);
});

test('what was written under several ids of one call is one note, and is kept under the first', () => {
  const annotations = open();
  annotations.note(['try'], 'while it rang');
  annotations.note(['row'], 'afterwards');
  expect(annotations.noteOf(['row', 'try'])).toBe('afterwards\nwhile it rang');
  annotations.note(['row', 'try'], annotations.noteOf(['row', 'try']));
  expect([...open().noted()]).toEqual(['row']);
  const long = ['x', 'y', 'z'].map((letter) => letter.repeat(500));
  for (const [index, id] of ['row', 'try', 'third'].entries()) annotations.note([id], long[index] ?? '');
  annotations.note(['row', 'try', 'third'], annotations.noteOf(['row', 'try', 'third']));
  expect(open().noteOf(['row'])).toBe(long.join('\n'));
});

test('a note or a mark that cannot be read costs no other, nor what was told', () => {
  const good = ['a', { text: 'x', at: 1 }];
  const bad = ['b', { text: 'x'.repeat(99_999), at: 1 }];
  const text = JSON.stringify({
    version: 1,
    seenUpTo: 5,
    toldUpTo: 6,
    notes: [good, bad],
    done: [
      ['c', 1],
      ['d', 'x'],
    ],
  });
  writeFileSync(path.join(folder, 'notes.json'), text);
  const annotations = open();
  expect([annotations.noteOf(['a']), annotations.noteOf(['b']), annotations.toldUpTo()]).toEqual([
    'x',
    '',
    6,
  ]);
  expect([annotations.isDone(['c']), annotations.isDone(['d'])]).toEqual([true, false]);
  expect(readFileSync(asideOf(path.join(folder, 'notes.json')), 'utf8')).toBe(text);
});

test('what is done stays done over restarts, under every id of the call, until it is taken back or its time is over', () => {
  const annotations = open();
  annotations.setDone([['a', 'a2'], ['b'], ['c']], true);
  expect(open().isDone(['other', 'a'])).toBe(true);
  annotations.setDone([['b']], false);
  expect([open().isDone(['a']), open().isDone(['b']), open().isDone(['c'])]).toEqual([true, false, true]);
  annotations.forget(new Set(['c']));
  expect(open().isDone(['c'])).toBe(false);
  // How long notes are kept says nothing of it.
  annotations.expire(2, 1);
  expect(open().isDone(['a'])).toBe(true);
  annotations.expire(0, 2);
  expect(open().isDone(['a'])).toBe(false);
});

test('since when missed calls are to be dealt with stays as it was at first, but for a clock that ran ahead', () => {
  const day = 86_400_000;
  const from = (now: number) => {
    const annotations = open();
    annotations.begin(now);
    return annotations.toDoFrom();
  };
  expect(from(300 * day)).toBe(293 * day);
  expect(from(100 * day)).toBe(93 * day);
  expect(from(200 * day)).toBe(93 * day);
});

test('what an earlier release kept is taken over: its notes, and what was told of', () => {
  const notes = [['a', { text: 'x', at: 1 }]];
  const before = { version: 1, seenUpTo: 5, toldUpTo: 6, notes };
  writeFileSync(path.join(folder, 'notes.json'), JSON.stringify(before));
  const annotations = open();
  expect([annotations.noteOf(['a']), annotations.toldUpTo(), annotations.isDone(['a'])]).toEqual([
    'x',
    6,
    false,
  ]);
});
