import { describe, expect, it } from 'vitest';
import type { Row } from '../../../app/cdr/rows.ts';
import { openReplyRows } from '../../../app/sync/reply-rows.ts';

type Written = Partial<Record<keyof Row, unknown>> & Readonly<Record<string, unknown>>;
const own = { channel: 'PJSIP/trunk-01', dstchannel: 'PJSIP/101-02', src: '0812345678', dst: '101' };
const others = { channel: 'PJSIP/102-01', dstchannel: 'PJSIP/103-02', src: '102', dst: '103' };

function take(...rows: readonly Written[]) {
  const reply = openReplyRows({ extension: '101', agentId: null });
  for (const row of rows) reply.row(row);
  return reply;
}

describe('of a reply whose rows were looked at as they came', () => {
  it('every row is counted, and has its second where it has one', () => {
    const { count, seconds } = take(
      { ...own, calldate: '2026-11-23 10:00:07' },
      { ...others, calldate: '0000-00-00 00:00:00' },
      { ...others, calldate: Number.POSITIVE_INFINITY },
      {},
    );
    expect(count).toBe(4);
    expect(seconds).toEqual([Date.UTC(2026, 10, 23, 10, 0, 7) / 1_000, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("the owner's rows are kept, however many other people's there are, and of those the last", () => {
    const many = Array.from({ length: 45_000 }, (_, at) => ({ ...others, uniqueid: `9.${at}` }));
    const { count, records } = take({ ...own, uniqueid: '1.1' }, ...many, { ...own, uniqueid: '1.2' });
    expect(count).toBe(45_002);
    expect(records.slice(0, 2).map(({ uniqueid }) => uniqueid)).toEqual(['1.1', '1.2']);
    expect(records.length).toBeGreaterThan(10_000);
    expect(records.length).toBeLessThanOrEqual(20_002);
    const last = Array.from({ length: records.length - 2 }, (_, at) => `9.${45_002 - records.length + at}`);
    expect(records.slice(2).map(({ uniqueid }) => uniqueid)).toEqual(last);
  });

  it('nothing is kept that a call is not made of: other columns, lists, objects, and more of a text than fits', () => {
    const { records } = take({
      ...own,
      accountcode: 'secret',
      userfield: { a: 1 },
      cnam: ['x'],
      clid: { toString: 1 },
      did: null,
      billsec: Number.POSITIVE_INFINITY,
      lastdata: 'ก'.repeat(900_000),
    });
    expect(Object.keys(records[0] ?? {}).sort()).toEqual(
      [...Object.keys(own), 'did', 'billsec', 'lastdata'].sort(),
    );
    expect(String(records[0]?.lastdata)).toBe('ก'.repeat(2_000));
  });
});
