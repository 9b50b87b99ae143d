import { expect, test } from 'vitest';
import { clockOf } from '../../pbx/cdr.ts';
import { sampleCalls, sampleRecordingNames, sampleRows } from '../../pbx/samples.ts';
import type { CdrRow, Pbx, PbxOptions } from '../../pbx/stand-in.ts';
import { ask, json, post, tokenOf } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

const wholeDay = { numRecords: 1_000, startTime: '2026-11-23 00:00:00', endTime: '2026-11-23 23:59:59' };

async function records(pbx: Pbx, query: Readonly<Record<string, unknown>> = wholeDay): Promise<CdrRow[]> {
  const reply = json(await post(pbx, 'cdrapi', query));
  expect(reply).toMatchObject({ success: true });
  return (reply as { value: CdrRow[] }).value;
}

const at = (calldate: string): CdrRow => ({ calldate, uniqueid: calldate, duration: '3' });
const minutes = ['10:03', '10:01', '10:04', '10:02', '10:05'].map((time) => at(`2026-11-23 ${time}:00`));
const timesOf = (rows: readonly CdrRow[]): string[] =>
  rows.map(({ calldate }) => (calldate ?? '').slice(11, 16));

test('the sample calls are there without being asked for, as strings and in their order', async () => {
  expect(await records(await start())).toEqual(sampleRows());
});

test('a query string asks as well as a JSON body does', async () => {
  const pbx = await start();
  const query = new URLSearchParams({ ...wholeDay, numRecords: '3', token: tokenOf() });
  const reply = json(await ask(pbx.origin, { path: `/pbxws.php/cdrapi?${query}` }));
  expect(reply).toEqual({ success: true, value: sampleRows().slice(0, 3) });
});

test('both ends belong to the window', async () => {
  const pbx = await start({ rows: minutes });
  const window = { numRecords: 10, startTime: '2026-11-23 10:02:00', endTime: '2026-11-23 10:04:00' };
  expect(timesOf(await records(pbx, window))).toEqual(['10:03', '10:04', '10:02']);
});

test('a window without calls has null for a value', async () => {
  const pbx = await start();
  const reply = json(await post(pbx, 'cdrapi', { ...wholeDay, startTime: '2026-11-23 23:00:00' }));
  expect(reply).toEqual({ success: true, value: null });
});

test('no more rows than asked for, nor than the silent cap', async () => {
  const few = await start({ rows: minutes });
  expect(await records(few, { ...wholeDay, numRecords: 2 })).toHaveLength(2);
  const capped = await start({ rows: minutes, maxRows: 3 });
  expect(await records(capped)).toHaveLength(3);
});

test.each<[Partial<PbxOptions>['order'] & string, string[]]>([
  ['inserted', ['10:03', '10:01']],
  ['newest-first', ['10:05', '10:04']],
])('rows %s are put in order before they are cut', async (order, expected) => {
  const pbx = await start({ rows: minutes, order });
  expect(timesOf(await records(pbx, { ...wholeDay, numRecords: 2 }))).toEqual(expected);
});

test('shuffled rows are all there, in another order each time, and in the same orders in each run', async () => {
  const inTurn = async (): Promise<string[][]> => {
    const pbx = await start({ rows: sampleRows(), order: 'shuffled' });
    return [timesOf(await records(pbx)), timesOf(await records(pbx))];
  };
  const [first, second] = await inTurn();
  expect(first).not.toEqual(second);
  expect(first?.toSorted()).toEqual(timesOf(sampleRows()).toSorted());
  expect(await inTurn()).toEqual([first, second]);
});

test('after an update of PHP the integer columns are integers and the others stay strings', async () => {
  const [row] = await records(await start({ columnsAs: 'php82' }));
  expect(row).toMatchObject({ duration: 9, billsec: 8, amaflags: 3, sequence: 0 });
  expect(row).toMatchObject({ src: '021110000', uniqueid: '1795415765.0', accountcode: '' });
});

test('rows may be added while it runs, and the caller keeps his own list', async () => {
  const rows = [at('2026-11-23 10:00:00')];
  const pbx = await start({ rows });
  pbx.rows.push(at('2026-11-23 11:00:00'));
  expect(await records(pbx)).toHaveLength(2);
  expect(rows).toHaveLength(1);
});

test.each([
  { ...wholeDay, numRecords: 0 },
  { ...wholeDay, numRecords: 'many' },
  { startTime: wholeDay.startTime, endTime: wholeDay.endTime },
  { ...wholeDay, startTime: '2026-11-23T00:00:00Z' },
  { ...wholeDay, endTime: '23/11/2026' },
])('a careless question is refused: %j', async (query) => {
  const reply = json(await post(await start(), 'cdrapi', query));
  expect(reply).toEqual({ success: false, msg: expect.any(String) });
});

test('local times are those of the zone, at midnight too', () => {
  const moment = Date.parse('2026-11-23T17:00:00Z');
  expect(clockOf('Asia/Bangkok')(moment)).toBe('2026-11-24 00:00:00');
  expect(clockOf('Europe/Berlin')(moment)).toBe('2026-11-23 18:00:00');
});

test('the samples are whole: 28 calls, and every recording that a row names with sound or a header', () => {
  const calls = sampleCalls();
  expect(calls).toHaveLength(28);
  const named = new Set(sampleRows().flatMap(({ recordingfile }) => recordingfile || []));
  expect(sampleRecordingNames()).toEqual(expect.arrayContaining([...named]));
});
