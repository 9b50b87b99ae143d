import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { keptFor } from '../../../app/retention/kept-for.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { day, hour, minute, missed, now, onDisk, profile } from './profile.ts';

const old = '0811111111';
const young = '0822222222';

/** A list of forty days, with a note, a call placed from here and a recording of each age. */
async function used(folder: string, entries: Map<string, string>) {
  const rows = [...missed(now - 40 * day, old), ...missed(now - hour, young)];
  const before = profile({ folder, rows, at: now - 39 * day, entries });
  await before.retention.start();
  await before.pass(minute);
  before.recent.note(before.shown()[0]?.id ?? '', 'an old note');
  before.dialled('old', old);
  await before.listen('old');
  await before.recent.close();
  const at = profile({ folder, rows, entries });
  await at.retention.start();
  await at.pass(minute);
  at.recent.reachBack(now - 50 * day);
  await at.pass(minute);
  at.recent.note(at.shown().find(({ display }) => display === young)?.id ?? '', 'a young note');
  at.dialled('young', young);
  await at.listen('young');
  return at;
}

test('by default all is kept as long as it always was: calls for 400 days, recordings for two weeks', async () => {
  expect(keptFor(defaults)).toEqual({
    calls: 400 * day,
    notes: 400 * day,
    attempts: 400 * day,
    recordings: 14 * day,
  });
});

test('whoever wants less to be kept is told what goes; it goes at once, and from the files, and nothing else', async () => {
  const [folder, entries] = [temporaryFolder(), new Map<string, string>()];
  const at = await used(folder, entries);
  onTestFinished(() => at.recent.close());
  expect(at.callers().filter((one) => one === old)).toHaveLength(2);
  const wish = { keepCalls: 30, keepRecordings: 7 };
  // The recording of then went by itself, after two weeks.
  expect(await at.retention.going(wish)).toEqual({ calls: 1, notes: 1, attempts: 1, recordings: 0 });
  at.recent.machine({ awake: false });
  await at.set(wish);
  expect(new Set(at.callers())).toEqual(new Set([young]));
  expect(at.journal.all().map(({ id }) => id)).toEqual(['young']);
  await at.pass(minute);
  await expect.poll(() => onDisk(folder)).not.toContain(old);
  expect(onDisk(folder)).not.toContain('an old note');
  expect(onDisk(folder)).toContain('a young note');
  at.recent.machine({ awake: true });
  // The next look at the PBX, however far back, does not bring it again.
  at.recent.reachBack(now - 50 * day);
  await at.pass(2 * minute);
  expect(at.callers()).not.toContain(old);
  expect(await at.retention.going(wish)).toEqual({ calls: 0, notes: 0, attempts: 0, recordings: 0 });
});

test('who then wants more to be kept gets the older calls from the PBX again', async () => {
  const at = await used(temporaryFolder(), new Map());
  onTestFinished(() => at.recent.close());
  await at.set({ keepCalls: 30 });
  await at.set({ keepCalls: 400 });
  at.recent.reachBack(now - 50 * day);
  await at.pass(2 * minute);
  expect(at.callers()).toContain(old);
});

test.each([
  ['notes', { keepNotes: 30 }, 'an old note', { calls: 0, notes: 1, attempts: 0, recordings: 0 }],
  ['attempts', { keepAttempts: 30 }, '"id":"old"', { calls: 0, notes: 0, attempts: 1, recordings: 0 }],
  ['recordings', { keepRecordings: 0 }, '.rec\n', { calls: 0, notes: 0, attempts: 0, recordings: 1 }],
])('%s may be kept for less time than calls are', async (_what, wish, trace, going) => {
  const folder = temporaryFolder();
  const at = await used(folder, new Map());
  onTestFinished(() => at.recent.close());
  expect(onDisk(folder)).toContain(trace);
  expect(await at.retention.going(wish)).toEqual(going);
  await at.set(wish);
  await expect.poll(() => onDisk(folder)).not.toContain(trace);
  expect(at.callers()).toContain(old);
});

test('a recording that is not to be kept is not, and is heard all the same', async () => {
  const folder = temporaryFolder();
  const at = profile({ folder, rows: [], settings: { keepRecordings: 0 } });
  onTestFinished(() => at.recent.close());
  const intake = await at.copies.create('a call', 'wav');
  await intake.append(new Uint8Array(1_000));
  await intake.keep();
  expect((await intake.read(0, 1_000)).length).toBe(1_000);
  await intake.close();
  expect(onDisk(folder)).not.toContain('.rec\n');
  expect(await at.copies.find('a call')).toBeNull();
});

test('what grows too old while the program runs goes within a day, though the PBX is silent', async () => {
  const folder = temporaryFolder();
  const rows = missed(now - hour, old);
  const at = profile({ folder, rows, settings: { keepCalls: 1 } });
  onTestFinished(() => at.recent.close());
  await at.retention.start();
  await at.pass(minute);
  at.dialled('a', old);
  expect(at.callers()).toContain(old);
  at.recent.machine({ awake: false });
  await at.clock.advance(2 * day);
  await expect.poll(at.callers).toEqual([]);
  await at.pass(minute);
  await expect.poll(() => onDisk(folder)).not.toContain(old);
});

test('what nobody can read any more goes when it is too old, and not before', async () => {
  const folder = temporaryFolder();
  const names = [
    'calls.json',
    'calls.json.unreadable-2026-10-01',
    'notes-0123456789abcdef.json.unreadable-2026-10-01',
    'attempts.jsonl.unreadable',
  ];
  const write = (age: number) => {
    for (const name of names) {
      writeFileSync(path.join(folder, name), `of ${age} days`);
      utimesSync(path.join(folder, name), new Date(now - age * day), new Date(now - age * day));
    }
  };
  const at = profile({ folder, rows: [], settings: { keepCalls: 30 } });
  await at.recent.close();
  write(29);
  await at.retention.start();
  expect(onDisk(folder).match(/of 29 days/g)).toHaveLength(names.length);
  write(31);
  await at.clock.advance(25 * hour);
  await expect.poll(() => onDisk(folder)).not.toContain('days');
});
