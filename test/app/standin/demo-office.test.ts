import type { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { cdrColumns } from '../../pbx/cdr.ts';
import { demoDesks, demoOffice } from '../../pbx/demo-office.ts';
import { json, post } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

const now = Date.parse('2026-11-23T07:00:00Z');
const { rows, recordings } = demoOffice({ now });

test('the demo shows the same calls whenever it is given the same moment', () => {
  expect(demoOffice({ now }).rows).toEqual(rows);
  expect(demoOffice({ now, seed: 2 }).rows).not.toEqual(rows);
});

test.each([now, Date.parse('2026-11-22T20:00:00Z'), Date.parse('2027-01-01T01:00:00Z')])(
  'the week of %i ends shortly before now and holds no call of the future',
  (moment) => {
    const week = demoOffice({ now: moment, timeZone: 'UTC' }).rows;
    const ends = week.map(
      ({ calldate, duration }) => Date.parse(`${calldate?.replace(' ', 'T')}Z`) + Number(duration) * 1_000,
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(moment);
    expect(Math.max(...ends)).toBeGreaterThan(moment - 15 * 60_000);
    expect(Math.min(...ends)).toBeGreaterThan(moment - 8 * 86_400_000);
    expect(week.length).toBeGreaterThan(100);
  },
);

test('rows have the columns of a real one, and no two are the same', () => {
  for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(cdrColumns.toSorted());
  expect(new Set(rows.map(({ uniqueid, sequence }) => `${uniqueid} ${sequence}`)).size).toBe(rows.length);
});

test('every extension has calls in and out, missed and answered; Thai and English names', () => {
  for (const { extension } of demoDesks) {
    const own = rows.filter(({ channel, dstchannel }) =>
      [channel, dstchannel].some((end) => end?.startsWith(`PJSIP/${extension}-`)),
    );
    expect(
      own.some(({ dcontext, disposition }) => dcontext === 'ext-local' && disposition === 'ANSWERED'),
    ).toBe(true);
    expect(
      own.some(({ dcontext, disposition }) => dcontext !== 'from-internal' && disposition === 'NO ANSWER'),
    ).toBe(true);
    expect(own.some(({ dstchannel }) => dstchannel?.startsWith('PJSIP/trunk-'))).toBe(true);
  }
  expect(rows.some(({ cnam }) => /\p{Script=Thai}/u.test(cnam ?? ''))).toBe(true);
  expect(rows.some(({ cnam }) => /^[A-Z][a-z]+/.test(cnam ?? ''))).toBe(true);
});

test('there is a ring group, a queue, a busy click-to-call, a transfer and a pair of a Local channel', () => {
  expect(rows.some(({ dst }) => dst === '300')).toBe(true);
  expect(rows.some(({ dst }) => dst === '600')).toBe(true);
  expect(rows.some(({ dst }) => dst === 'out-BUSY')).toBe(true);
  const pair = rows.find(({ channel }) => channel?.endsWith(';1'));
  expect(rows.filter(({ linkedid }) => linkedid === pair?.linkedid)).toHaveLength(2);
});

test('an answered call has sound for as long as it lasted, a missed one a header only', async () => {
  const pbx = await start({ rows, recordings });
  const sound = async (disposition: string): Promise<[Buffer, number]> => {
    const row = rows.find((one) => one.dcontext === 'ext-local' && one.disposition === disposition);
    const reply = await post(pbx, 'recapi', { uniqueid: row?.uniqueid });
    return [reply.body, Number(row?.billsec)];
  };
  const [talk, seconds] = await sound('ANSWERED');
  expect(talk.toString('latin1', 0, 4)).toBe('RIFF');
  expect(talk.readUInt32LE(40)).toBe(seconds * 16_000);
  expect(talk.length).toBe(44 + seconds * 16_000);
  expect(talk.subarray(44).some((byte) => byte !== 0)).toBe(true);
  expect((await sound('NO ANSWER'))[0].length).toBe(44);
});

test('the stand-in serves the week', async () => {
  const pbx = await start({ rows, recordings });
  const reply = json(
    await post(pbx, 'cdrapi', {
      numRecords: 9_999,
      startTime: '2026-11-01 00:00:00',
      endTime: '2026-11-30 00:00:00',
    }),
  );
  expect(reply).toEqual({ success: true, value: rows });
});
