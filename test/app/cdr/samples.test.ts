import { describe, expect, it } from 'vitest';
import type { Call } from '../../../app/cdr/call.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { openZone } from '../../../app/util/zone.ts';
import { withPhpIntegers } from '../../pbx/cdr.ts';
import { type SampleCall, sampleCalls } from '../../pbx/samples.ts';

const bangkok = openZone('Asia/Bangkok');
const all = { calls: 100_000, age: Number.POSITIVE_INFINITY };
const samples = sampleCalls();

function callsOf(extension: string, rows: readonly Readonly<Record<string, unknown>>[]): readonly Call[] {
  const cdr = createCdrStore({ extension, agentId: null }, bangkok, all);
  cdr.take(rows);
  return cdr.calls();
}

/** As `calls.json` words it. */
function asSeen(call: Call, recordings: SampleCall['sees'][string]['recordings']) {
  const count = call.recordings.length;
  return {
    direction: call.direction,
    party: call.party.number,
    result: call.result,
    recordings:
      typeof recordings === 'string' && recordings.split('|').includes(String(count)) ? recordings : count,
  };
}

describe('what a real Asterisk wrote down', () => {
  describe.each(samples)('$id: $text', ({ rows, sees }) => {
    it.each(['10', '101', '1010', '102', '103', '0101', '300', '600', '700', '777', '1'])(
      'is shown to %s as it was',
      (extension) => {
        const seen = sees[extension];
        const expected = seen ? [seen] : [];
        expect(callsOf(extension, rows).map((call) => asSeen(call, seen?.recordings ?? 0))).toEqual(expected);
      },
    );
  });

  const changes: [string, (rows: SampleCall['rows']) => Readonly<Record<string, unknown>>[]][] = [
    ['with integers for the integer columns', (rows) => rows.map(withPhpIntegers)],
    ['with every row twice', (rows) => [...rows, ...rows]],
    ['in the opposite order', (rows) => rows.toReversed()],
    ['without the column linkedid', (rows) => rows.map(({ linkedid: _, ...row }) => row)],
    ['without the column sequence', (rows) => rows.map(({ sequence: _, ...row }) => row)],
    ['with a sequence that is always 0', (rows) => rows.map((row) => ({ ...row, sequence: '0' }))],
    ['without linkedid and uniqueid', (rows) => rows.map(({ linkedid: _, uniqueid: __, ...row }) => row)],
    [
      'with null for what is empty',
      (rows) =>
        rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, x]) => [k, x === '' ? null : x]))),
    ],
    [
      'with chan_sip instead of PJSIP',
      (rows) =>
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([k, x]) => [k, x?.replaceAll('PJSIP/', 'SIP/')])),
        ),
    ],
    [
      'without cnum, cnam and the other columns FreePBX adds',
      (rows) =>
        rows.map(
          ({
            cnum: _,
            cnam: __,
            outbound_cnum: ___,
            outbound_cnam: ____,
            dst_cnam: _____,
            did: ______,
            ...row
          }) => row,
        ),
    ],
  ];
  it.each(changes)('is the same %s', (_, change) => {
    const rows = change(samples.flatMap((sample) => sample.rows));
    for (const extension of ['101', '102', '103']) {
      const shown = callsOf(extension, rows).toReversed();
      const expected = samples.flatMap(({ sees }) => sees[extension] ?? []);
      expect(shown.map((call, index) => asSeen(call, expected[index]?.recordings ?? 0))).toEqual(expected);
    }
  });

  it('is the same whichever row comes first, one reply for each', () => {
    for (const { id, rows, sees } of samples) {
      for (const [extension, seen] of Object.entries(sees)) {
        for (const order of [rows, rows.toReversed()]) {
          const cdr = createCdrStore({ extension, agentId: null }, bangkok, all);
          for (const row of order) cdr.take([row]);
          expect([id, cdr.calls().map((call) => asSeen(call, seen.recordings))]).toEqual([id, [seen]]);
        }
      }
    }
  });
});
