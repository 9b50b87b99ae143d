import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportToFile } from '../../../app/calls/export-file.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { saveToFile } from '../../../app/recordings/save-file.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { bangkok, callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const calls = Array.from({ length: 60 }).flatMap(() =>
  shownTo('101', callRows(customer, { dst: '101', channel: trunk, dstchannel: phone('101') })),
);
const exportInto = (file: string | null) =>
  exportToFile({
    calls,
    numberOf: (number) => ({ display: number, callable: null }),
    nameOf: () => null,
    whoIs: () => null,
    noteOf: () => 'a note',
    skew: 0,
    words: wordsFor('en'),
    zone: bangkok,
    now: 0,
    choose: async () => file,
    log: () => undefined,
  });
const recording = new Uint8Array(4_000).fill(7);
async function* pieces() {
  yield recording.subarray(0, 1_000);
  yield recording.subarray(1_000);
}
const saveInto = (file: string) => saveToFile(file, pieces(), () => undefined, new AbortController().signal);

/** Ways in which a file of the person's choice is written. */
const ways = [
  ['a table', exportInto],
  ['a recording', saveInto],
] as const;

test.each(ways)(
  '%s that the disk takes a part of leaves the older file of that name as it was',
  async (_what, write) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'mine');
    writeFileSync(file, 'older');
    const wrote = await withLittleRoom(2_000, async () => {
      try {
        return await write(file);
      } catch {
        return fail('not-saved');
      }
    });
    expect(wrote).toMatchObject({ ok: false, failure: { code: 'not-saved' } });
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['mine']);
  },
);

test.each(ways)(
  '%s that takes the place of a file that all could read is for its owner alone',
  async (_what, write) => {
    const file = path.join(temporaryFolder(), 'mine');
    writeFileSync(file, 'older');
    chmodSync(file, 0o666);
    await write(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).length).toBeGreaterThan(3_000);
  },
);

test.each(ways)('%s is saved in no folder that is not there', async (_what, write) => {
  const folder = path.join(temporaryFolder(), 'not there');
  await Promise.resolve(write(path.join(folder, 'mine'))).catch(() => undefined);
  expect(existsSync(folder)).toBe(false);
});

test('where no place was chosen nothing is written', async () => {
  expect(await exportInto(null)).toEqual(ok(false));
});
