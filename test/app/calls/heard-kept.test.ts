import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { dialledRow } from '../../pbx/dialled-row.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, hour, minute } from './opened-desk.ts';

const now = Date.UTC(2026, 10, 23, 3);
const tels = ['0812345678', '0898765432'];
const attempts = tels.map((number, index): Attempt => {
  const at = now - (index + 1) * hour;
  const how = { outcome: 'placed', failure: null, message: '' } as const;
  return { id: `a${index}`, at, number, display: number, from: 'pad', ...how };
});
const rows = attempts.map(({ at, number }, index) =>
  dialledRow({
    ...{ extension: '101', tel: number, startedAt: at, seconds: 21 },
    ...{ serial: index + 1, timeZone: 'Asia/Bangkok' },
  }),
);

async function deskOf(folder: string, at = now, more: Parameters<typeof deskIn>[3] = {}, told = rows) {
  const opened = await deskIn(folder, at, told, { attempts, ...more });
  opened.desk.set({ open: true });
  await opened.clock.advance(minute);
  const lengths = () =>
    opened.desk.list.all().map(({ talkSeconds, lineSeconds }) => talkSeconds ?? -(lineSeconds ?? 0));
  return { ...opened, lengths };
}

/** One whose recordings were opened; its calls were 14 and 9 seconds long, whatever their rows say. */
async function heardIn(folder: string) {
  const opened = await deskOf(folder);
  expect(opened.lengths()).toEqual([-20, -20]);
  for (const [index, seconds] of [14.2, 9].entries())
    opened.desk.measured(opened.desk.list.all()[index]?.id ?? '', seconds);
  expect(opened.lengths()).toEqual([14, 9]);
  return opened;
}

test('the length that a recording told is told after a restart too, whether or not the try is still known', async () => {
  const folder = temporaryFolder();
  await (await heardIn(folder)).desk.stop();
  const later = await deskOf(folder, now + hour);
  expect(later.lengths()).toEqual([14, 9]);
  // Days are added up by what the list shows.
  expect(later.desk.myDay('day').now).toMatchObject({ talkedSeconds: 23, longestSeconds: 14, atMost: false });
  await later.desk.stop();
});

test('it goes with its call: with a number that is forgotten, when the call is too old, at sign-out', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'calls.json');
  const kept = (): number => JSON.parse(readFileSync(file, 'utf8')).heard.length;
  const first = await heardIn(folder);
  await first.desk.stop();
  expect(kept()).toBe(2);

  const second = await deskOf(folder, now);
  const gone = second.desk.list.all()[0];
  await second.desk.drop(gone ? [gone] : [], (number) => number === gone?.party.number);
  expect(kept()).toBe(1);
  await second.desk.stop();

  const third = await deskOf(folder, now + 50 * 24 * hour, { keepCalls: 10, attempts: [] });
  third.desk.trim();
  await third.desk.stop();
  expect(kept()).toBe(0);

  await (await heardIn(temporaryFolder())).desk.forget();
  const signedOut = await heardIn(folder);
  await signedOut.desk.forget();
  const again = await deskOf(folder);
  expect(again.lengths()).toEqual([-20, -20]);
  await again.desk.stop();
});

test.each([
  ['no list', 7],
  ['what is none', [['x'], [1, 2], ['x', -1], null, 'y']],
])('%s of lengths on the disk costs no call', async (_, broken) => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'calls.json');
  const first = await heardIn(folder);
  await first.desk.stop();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), heard: broken }));
  // Where the PBX tells nothing, the calls are those of the disk.
  const later = await deskOf(folder, now + minute, {}, []);
  expect(later.lengths()).toEqual([-20, -20]);
  await later.desk.stop();
});
