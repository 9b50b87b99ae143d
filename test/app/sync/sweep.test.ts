import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { createCap } from '../../../app/sync/cap.ts';
import type { ReplyRows } from '../../../app/sync/reply-rows.ts';
import { type AskCdr, type SweepParts, sweep } from '../../../app/sync/sweep.ts';
import { readShown } from '../../../app/util/zone.ts';
import { type CdrRow, type RowOrder, seeded, selectRows } from '../../pbx/cdr.ts';
import { fc } from '../../support/property.ts';
import { arrived } from './arrived.ts';

const day = 86_400;
const begin = (readShown('2026-11-23 00:00:00') ?? 0) / 1_000;
const shown = (second: number): string =>
  new Date(second * 1_000).toISOString().slice(0, 19).replace('T', ' ');

const rowsAt = (seconds: readonly number[]): CdrRow[] =>
  seconds.map((second, index) => ({
    calldate: shown(begin + second),
    uniqueid: `${begin + second}.${index}`,
    sequence: String(index),
  }));

interface Table {
  readonly rows: readonly CdrRow[];
  readonly maxRows: number;
  readonly order: RowOrder | 'oldest-first';
  readonly endExcluded?: boolean;
}

/** The stand-in's own selection, without the network: thousands of replies in a second. */
function tableOf({ rows, maxRows, order, endExcluded = false }: Table) {
  const random = seeded(7);
  const sorted =
    order === 'oldest-first'
      ? rows.toSorted((a, b) => ((a.calldate ?? '') < (b.calldate ?? '') ? -1 : 1))
      : rows;
  let requests = 0;
  const ask: AskCdr = async (query) => {
    requests += 1;
    const within = endExcluded ? sorted.filter((row) => (row.calldate ?? '') < query.endTime) : sorted;
    const how = { maxRows, order: order === 'oldest-first' ? 'inserted' : order, random } as const;
    return ok(arrived(selectRows(within, query, how)));
  };
  return { ask, requests: () => requests };
}

async function sweepAll(
  table: Table,
  rows: number,
  cap = createCap(),
  expected: Pick<SweepParts, 'ahead' | 'rate'> = {},
) {
  const { ask } = tableOf(table);
  const found = new Map<string, number>();
  const take = ({ records }: ReplyRows): void => {
    for (const { uniqueid } of records) found.set(String(uniqueid), (found.get(String(uniqueid)) ?? 0) + 1);
  };
  const swept = await sweep(
    { from: begin, to: begin + day - 1 },
    { ask, cap, take, rows, budget: 5_000, ...expected },
  );
  return { swept, found };
}

const orders = ['inserted', 'newest-first', 'oldest-first', 'shuffled'] as const;

describe('a sweep', () => {
  it('finds every row, whatever the limit, the cap and the order, or says which seconds it cannot see through', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 0, max: day - 1 }), fc.integer({ min: 30_000, max: 30_020 })), {
          maxLength: 120,
        }),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 150 }),
        fc.constantFrom(...orders),
        fc.boolean(),
        fc.record({
          ahead: fc.integer({ min: 0, max: 2 * day }),
          rate: fc.option(fc.double({ min: 1e-6, max: 1e3 })),
        }),
        async (seconds, rows, maxRows, order, endExcluded, expected) => {
          const all = rowsAt(seconds);
          const table = { rows: all, maxRows, order, endExcluded };
          const { swept, found } = await sweepAll(table, rows, createCap(), expected);
          expect(swept.done).toBe(true);
          const silent = [...swept.incomplete, ...swept.unproven].map(shown);
          const lost = all.filter(
            ({ uniqueid, calldate }) => !found.has(uniqueid ?? '') && !silent.includes(calldate ?? ''),
          );
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes no PBX that looks at times for one that does not, whatever its rows are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...orders),
        fc.boolean(),
        async (seconds, maxRows, order, endExcluded) => {
          // All of them look alike, but for the time.
          const rows = seconds.map((second) => ({ calldate: shown(begin + 30_000 + second) }));
          const { swept } = await sweepAll({ rows, maxRows, order, endExcluded }, 20);
          expect(swept.ignoresTimes).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('says aloud that a second holds more than the PBX ever gives', async () => {
    for (const order of orders) {
      for (const rows of [10, 1_000]) {
        const all = rowsAt([100, 200, ...Array<number>(25).fill(30_000), 40_000, 40_001, 50_000]);
        const { swept } = await sweepAll({ rows: all, maxRows: 10, order }, rows);
        expect([order, rows, swept.incomplete.map(shown)]).toEqual([order, rows, [shown(begin + 30_000)]]);
      }
    }
  });

  it('has nothing to say where a second holds more than was asked for, but not more than the PBX gives', async () => {
    const all = rowsAt([
      ...Array<number>(60).fill(30_000),
      ...Array.from({ length: 200 }, (_, index) => index * 300),
    ]);
    const { swept, found } = await sweepAll({ rows: all, maxRows: 1_000, order: 'shuffled' }, 20);
    expect(found.size).toBe(260);
    expect(swept.incomplete).toEqual([]);
    expect(swept.unproven).toEqual([]);
  });

  it('needs few requests: about two for each full reply', async () => {
    const random = seeded(3);
    const busy = Array.from({ length: 6_000 }, () => Math.floor(8 * 3_600 + random() * 9 * 3_600));
    for (const order of orders) {
      for (const maxRows of [100, 1_000, Number.POSITIVE_INFINITY]) {
        const { swept, found } = await sweepAll({ rows: rowsAt(busy), maxRows, order }, 1_000);
        expect(found.size).toBe(6_000);
        expect(swept.requests).toBeLessThan(20 + (2.5 * 6_000) / Math.min(maxRows, 1_000));
      }
    }
  });

  it('fits its first reply where an earlier one told how busy the PBX is, however far its end lies ahead', async () => {
    const hour = 3_600;
    const seconds = Array.from({ length: 2_000 }, (_, index) => index * 9 * (hour / 9_000) + 8 * hour);
    const expected = { ahead: day - 1 - 10 * hour, rate: 2_000 / (2 * hour) };
    for (const order of ['oldest-first', 'inserted'] as const) {
      const table = { rows: rowsAt(seconds.map(Math.floor)), maxRows: 5_000, order };
      const cap = () => createCap({ largest: 1_000, cut: null });
      const { swept, found } = await sweepAll(table, 1_000, cap(), expected);
      expect(found.size).toBe(2_000);
      expect(swept.rate).toBeCloseTo(expected.rate, 2);
      // Nothing is fetched and thrown away but at the edges.
      expect([...found.values()].reduce((sum, times) => sum + times, 0)).toBeLessThan(3_000);
    }
  });

  it('needs one request where the PBX has shown before that it gives more', async () => {
    const cap = createCap({ largest: 400, cut: null });
    const { swept } = await sweepAll(
      { rows: rowsAt([1, 2, 3, 70_000]), maxRows: 500, order: 'shuffled' },
      1_000,
      cap,
    );
    expect(swept.requests).toBe(1);
  });

  it('finds a limit that the administrator has lowered', async () => {
    const random = seeded(5);
    const seconds = Array.from({ length: 3_000 }, () => Math.floor(random() * day));
    for (const maxRows of [100, 250, 500]) {
      const cap = createCap({ largest: 1_000, cut: null });
      const { found } = await sweepAll({ rows: rowsAt(seconds), maxRows, order: 'newest-first' }, 1_000, cap);
      expect([maxRows, found.size]).toEqual([maxRows, 3_000]);
    }
  });

  it('asks for less where a reply is too large', async () => {
    const { ask } = tableOf({ rows: rowsAt([1, 30_000, 80_000]), maxRows: 100, order: 'inserted' });
    const found = new Set<unknown>();
    const swept = await sweep(
      { from: begin, to: begin + day - 1 },
      {
        ask: async (window) =>
          (readShown(window.endTime) ?? 0) - (readShown(window.startTime) ?? 0) > 20_000_000
            ? fail('too-large')
            : ask(window),
        cap: createCap(),
        take: ({ records }) => {
          for (const { uniqueid } of records) found.add(uniqueid);
        },
        rows: 100,
        budget: 100,
      },
    );
    expect(found.size).toBe(3);
    expect(swept.done).toBe(true);
  });

  it('keeps what it has when the PBX stops answering, and says from where on', async () => {
    const seconds = Array.from({ length: 500 }, (_, index) => index * 170);
    const { ask } = tableOf({ rows: rowsAt(seconds), maxRows: 100, order: 'inserted' });
    const found = new Set<unknown>();
    let left = 6;
    const swept = await sweep(
      { from: begin, to: begin + day - 1 },
      {
        ask: async (window) => (left-- > 0 ? ask(window) : fail('unreachable')),
        cap: createCap(),
        take: ({ records }) => {
          for (const { uniqueid } of records) found.add(uniqueid);
        },
        rows: 100,
        budget: 100,
      },
    );
    expect(swept.failure?.code).toBe('unreachable');
    expect(swept.done).toBe(false);
    const newer = rowsAt(seconds).filter((row) => (row.calldate ?? '') >= shown(swept.downTo));
    expect(newer.length).toBeGreaterThan(0);
    expect(newer.every(({ uniqueid }) => found.has(uniqueid))).toBe(true);
  });
});
