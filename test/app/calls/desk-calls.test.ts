import path from 'node:path';
import { expect, test } from 'vitest';
import { openMarks } from '../../../app/calls/marks.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, digest, hour, minute, openDesk, quiet } from './opened-desk.ts';

const missed = (began: number, src = '0812345678'): CdrRow[] =>
  callRows({}, { ...customer, src, dst: '101', channel: trunk, dstchannel: phone('101') }).map((row) => ({
    ...row,
    calldate: bangkok.write(began),
  }));

test('a call that is missed after the time zone was put right counts, and is told of', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = missed(now - hour);
  // Read as if it were written in London, the call lies six hours ahead.
  const wrong = await deskIn(folder, now, rows, { zoneName: 'Europe/London' });
  wrong.desk.set({ open: true });
  await wrong.clock.advance(minute);
  expect(wrong.desk.list.all()[0]?.start).toBe(now + 6 * hour);
  wrong.desk.seen();
  await wrong.desk.stop();

  const right = await deskIn(folder, now + minute, rows);
  right.desk.set({ notices: true });
  await right.clock.advance(10 * minute);
  expect(right.desk.unseen()).toBe(0);
  rows.push(...missed(right.clock.now() - minute, '0898765432'));
  await right.clock.advance(10 * minute);
  expect(right.told.map(({ party }) => party.number)).toEqual(['0898765432']);
  expect(right.desk.unseen()).toBe(1);
  await right.desk.stop();
});

test('a program that ends before it has read the kept list leaves it as it was', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const first = await deskIn(folder, now, missed(now - hour));
  first.desk.set({ open: true });
  await first.clock.advance(minute);
  await first.desk.stop();

  await openDesk(folder, now, []).desk.stop();
  const later = await deskIn(folder, now + minute, []);
  expect(later.desk.list.all()).toHaveLength(1);
  await later.desk.stop();
});

test('what was seen stays seen where the clocks differ by some minutes only', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = missed(now + 4 * minute);
  const before = await deskIn(folder, now, rows);
  before.desk.set({ open: true });
  await before.clock.advance(minute);
  before.desk.seen();
  expect(before.desk.unseen()).toBe(0);
  await before.desk.stop();
  const after = await deskIn(folder, now + minute, rows);
  after.desk.set({ notices: true });
  await after.clock.advance(5 * minute);
  expect(after.desk.unseen()).toBe(0);
  expect(
    openMarks({
      file: path.join(folder, `notes-${digest.slice(0, 16)}.json`),
      now: () => now,
      keeping: quiet,
    }).seenUpTo(),
  ).toBe(now + 4 * minute);
  await after.desk.stop();
});

test('a list of as many calls as are kept says from when on it is whole, asks for no older ones, and after a restart says the same', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = Array.from({ length: 30 }).flatMap((_, index) => missed(now - (index + 1) * hour));
  const calls = 12;
  const first = await deskIn(folder, now, rows, { calls });
  first.desk.set({ open: true });
  await first.clock.advance(minute + 5_000);
  const oldest = () => first.desk.list.all().at(-1)?.start ?? 0;
  expect(first.desk.list.all()).toHaveLength(calls);
  expect(first.desk.status().completeFrom).toBe(oldest());
  expect(first.desk.full()).toBe(true);
  const asked = first.asked.length;
  first.desk.reachBack(now - 200 * hour);
  await first.clock.advance(1_000);
  expect(first.asked.length).toBe(asked);
  // Another call pushes the oldest out.
  rows.push(...missed(now + minute));
  await first.clock.advance(5 * minute);
  expect(first.desk.status().completeFrom).toBe(oldest());
  await first.desk.stop();

  const second = await deskIn(folder, now + 6 * minute, rows, { calls });
  second.desk.set({ open: true });
  await second.clock.advance(minute);
  expect(second.desk.status().completeFrom).toBe(second.desk.list.all().at(-1)?.start);
  await second.desk.stop();

  const roomy = await deskIn(temporaryFolder(), now, rows);
  roomy.desk.set({ open: true });
  await roomy.clock.advance(minute);
  expect(roomy.desk.full()).toBe(false);
  expect(roomy.desk.status().completeFrom).toBe(now - 24 * hour);
  await roomy.desk.stop();
});
