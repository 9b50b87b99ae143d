import { createBook } from '../../app/calls/book.ts';
import { createSearch } from '../../app/calls/search.ts';
import type { CdrRecord } from '../../app/pbx/cdr-rows.ts';
import { openZone } from '../../app/pbx/zone.ts';
import type { CdrRow } from '../pbx/cdr.ts';
import { demoOffice } from '../pbx/demo-office.ts';

export interface CallsCost {
  readonly rows: number;
  readonly bytes: number;
  /** Medians, in milliseconds. */
  readonly parse: number;
  /** From rows to calls, where nearly every row is other people's, as on a busy PBX. */
  readonly fewOwn: number;
  /** The same where every row is the user's own. */
  readonly allOwn: number;
  /** One question to a list of 20,000 calls. */
  readonly search: number;
}

/** Rows to calls beside `JSON.parse` of the same reply, in alternating runs. */
export function callsCost({ rows: count = 100_000, runs = 5 } = {}): CallsCost {
  const times = {
    parse: [] as number[],
    fewOwn: [] as number[],
    allOwn: [] as number[],
    search: [] as number[],
  };
  const text = JSON.stringify({ success: true, value: manyRows(count) });
  const own = JSON.stringify({ success: true, value: manyRows(count).map((row) => asOwn(row)) });
  for (let run = 0; run < runs; run++) {
    few();
    all();
  }

  function few(): void {
    const records = timed(times.parse, () => read(text));
    timed(times.fewOwn, () => calls(records));
  }

  function all(): void {
    const records = read(own);
    const list = timed(times.allOwn, () => calls(records));
    const most = list.slice(0, 20_000);
    const search = createSearch();
    // What a call is found by is made at the first question.
    search.find(most, '1');
    timed(times.search, () => search.find(most, '+66 81 23'));
  }

  return {
    rows: count,
    bytes: text.length,
    parse: median(times.parse),
    fewOwn: median(times.fewOwn),
    allOwn: median(times.allOwn),
    search: median(times.search),
  };
}

function calls(records: readonly CdrRecord[]) {
  const book = createBook({ extension: '101', agentId: null }, openZone('Asia/Bangkok'), {
    calls: 20_000_000,
    age: Number.POSITIVE_INFINITY,
  });
  book.take(records);
  return book.calls();
}

function read(text: string): readonly CdrRecord[] {
  const { value } = JSON.parse(text) as { value: readonly CdrRecord[] };
  return value;
}

/** The demo's weeks over and over, each time other calls of other desks: of a hundred desks' rows, one's are the user's. */
function manyRows(count: number): CdrRow[] {
  const { rows } = demoOffice({ now: Date.UTC(2026, 10, 23, 10), seed: 1 });
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / rows.length);
    const row = rows[index % rows.length] ?? {};
    const desk = turn % 100;
    const other = (text: string | null | undefined): string =>
      desk === 0 ? (text ?? '') : (text ?? '').replaceAll(/\b10([1-4])\b/g, `${desk + 10}0$1`);
    return {
      ...row,
      src: other(row.src),
      dst: other(row.dst),
      cnum: other(row.cnum),
      channel: other(row.channel),
      dstchannel: other(row.dstchannel),
      lastdata: other(row.lastdata),
      uniqueid: `${row.uniqueid}${turn}`,
      linkedid: `${row.linkedid}${turn}`,
    };
  });
}

function asOwn(row: CdrRow): CdrRow {
  const phone = 'PJSIP/101-00000001';
  return row.did === '' ? { ...row, channel: phone } : { ...row, dstchannel: phone };
}

function timed<T>(into: number[], act: () => T): T {
  const start = performance.now();
  const result = act();
  into.push(performance.now() - start);
  return result;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
