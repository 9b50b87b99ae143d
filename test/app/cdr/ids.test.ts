import { expect, test } from 'vitest';
import type { Call } from '../../../app/cdr/call.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { sampleRows } from '../../pbx/samples.ts';
import { fc } from '../../support/property.ts';
import { deskIn, minute } from '../calls/opened-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { bangkok, callRows, everything, phone, trunk } from './rows-of.ts';

const now = Date.UTC(2026, 10, 23, 3);

/** A desk at which the list is looked at, and at which calls were asked for. */
async function deskWithATry(folder: string, attempts: readonly Attempt[], rows: CdrRow[], at = now) {
  const opened = await deskIn(folder, at, rows, { attempts });
  opened.desk.set({ open: true });
  return opened;
}

const attempt: Attempt = {
  id: 'a',
  at: now - minute,
  display: '081 234 5678',
  number: '0812345678',
  from: 'pad',
  outcome: 'placed',
  failure: null,
  message: '',
};
const itsRow = (): CdrRow[] =>
  callRows(
    { channel: phone('101'), dstchannel: trunk },
    { src: '101', cnum: '101', dst: '0812345678', disposition: 'ANSWERED' },
  ).map((row) => ({ ...row, calldate: bangkok.write(now - minute + 3_000) }));

const noteOn = (desk: Awaited<ReturnType<typeof deskWithATry>>['desk'], id: string, text: string) =>
  desk.annotations.note(desk.find(id)?.ids ?? [id], text);
const only = (desk: Awaited<ReturnType<typeof deskWithATry>>['desk']): Call => {
  const [call, ...others] = desk.list.all();
  if (call === undefined || others.length > 0) throw new Error(`${others.length + 1} calls`);
  return call;
};

test('a call keeps its id and its note when its row comes, also for who had it open before', async () => {
  const folder = temporaryFolder();
  const rows: CdrRow[] = [];
  const { desk, clock } = await deskWithATry(folder, [attempt], rows);
  await clock.advance(minute);
  const before = only(desk);
  noteOn(desk, before.id, 'ask for Malee');
  expect([...desk.noted()]).toEqual(['a']);
  rows.push(...itsRow());
  await clock.advance(5 * minute);
  const after = only(desk);
  expect(after.attempt?.recorded).toBe(true);
  expect([after.id, desk.noteOf(after)]).toEqual([before.id, 'ask for Malee']);
  expect([...desk.noted()]).toEqual([]);
  // Typed to its end while the row came.
  noteOn(desk, before.id, 'ask for Malee, in the morning');
  expect(desk.noteOf(only(desk))).toBe('ask for Malee, in the morning');
  await desk.stop();

  // The try is forgotten: signed out and in again, or two thousand calls later.
  const later = await deskWithATry(folder, [], rows, now + 10 * minute);
  await later.clock.advance(minute);
  expect(only(later.desk).attempt).toBeNull();
  expect(later.desk.noteOf(only(later.desk))).toBe('ask for Malee, in the morning');
  await later.desk.stop();
});

test('notes on the try and on the row become one, and none comes back that was taken away', async () => {
  const folder = temporaryFolder();
  const rows = itsRow();
  const without = await deskWithATry(folder, [], rows);
  await without.clock.advance(minute);
  noteOn(without.desk, only(without.desk).id, 'on the row');
  noteOn(without.desk, 'attempt a', 'on the try');
  await without.desk.stop();

  const joined = await deskWithATry(folder, [attempt], rows, now + minute);
  await joined.clock.advance(minute);
  const call = only(joined.desk);
  expect(joined.desk.noteOf(call)).toBe('on the row\non the try');
  expect([...joined.desk.annotations.noted()]).toEqual([call.ids[0]]);
  noteOn(joined.desk, call.id, '');
  expect(joined.desk.noteOf(only(joined.desk))).toBe('');
  await joined.desk.stop();
});

test('whatever rows come in whatever order, without a linkedid, a call that is shown keeps its id, and finds its notes again', () => {
  const rows = sampleRows().map(({ linkedid: _, ...row }) => row);
  const whole = createCdrStore({ extension: '101', agentId: null }, bangkok, everything);
  whole.take(rows);
  const nextRun = new Map(whole.calls().flatMap((call) => call.ids.map((id) => [id, call])));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      fc.integer({ min: 1, max: 9 }),
      (shuffled, at) => {
        const cdr = createCdrStore({ extension: '101', agentId: null }, bangkok, everything);
        const shown = new Map<string, readonly string[]>();
        for (let from = 0; from < shuffled.length; from += at) {
          cdr.take(shuffled.slice(from, from + at));
          const ids = cdr.calls().map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const call of cdr.calls()) shown.set(call.id, call.ids);
        }
        const left = cdr.calls();
        for (const [id, ids] of shown) {
          const now = left.find((call) => call.id === id || call.ids.some((one) => ids.includes(one)));
          expect(now).toBeDefined();
          // Written at any moment under the id that lasts, it is found by the next run.
          expect(nextRun.get(ids[0] ?? '')?.ids).toEqual(now?.ids);
        }
        // No call that stayed by itself has changed its id.
        for (const { id, ids } of left) {
          const before = [...shown].filter(([, known]) => known.some((one) => ids.includes(one)));
          expect(before.map(([shownAs]) => shownAs)).toContain(id);
        }
      },
    ),
    { numRuns: 30 },
  );
});
