import { fileURLToPath } from 'node:url';
import { createNames } from '../../app/calls/names.ts';
import { createSearch } from '../../app/calls/search.ts';
import { createCdrStore } from '../../app/cdr/cdr-store.ts';
import type { CdrRecord } from '../../app/cdr/record.ts';
import { createByNumber } from '../../app/contacts/by-number.ts';
import { type ContactNames, createContactNames } from '../../app/contacts/names.ts';
import { defaults } from '../../app/contract/settings.ts';
import { createNumbers } from '../../app/dialing/numbers.ts';
import { readCdrReply } from '../../app/pbx/cdr-rows.ts';
import { openReplyRows } from '../../app/sync/reply-rows.ts';
import { openZone } from '../../app/util/zone.ts';
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
  /** From the bytes of the reply, as they come, to calls: reading included. */
  readonly whole: number;
  /** The longest that the program stands still for one piece of making 20,000 calls ready to be searched. */
  readonly ready: number;
  /** One question to a list of 20,000 calls. */
  readonly search: number;
}

/** Rows to calls beside `JSON.parse` of the same reply, in alternating runs. */
export async function callsCost({ rows: count = 100_000, runs = 5 } = {}): Promise<CallsCost> {
  const times = {
    parse: [] as number[],
    fewOwn: [] as number[],
    allOwn: [] as number[],
    whole: [] as number[],
    ready: [] as number[],
    search: [] as number[],
  };
  const text = JSON.stringify({ success: true, value: manyRows(count) });
  const bytes = Buffer.from(text);
  const own = JSON.stringify({ success: true, value: manyRows(count).map((row) => asOwn(row)) });
  for (let run = 0; run < runs; run++) {
    few();
    all();
    await whole();
  }

  function few(): void {
    const records = timed(times.parse, () => read(text));
    timed(times.fewOwn, () => calls(records));
  }

  function all(): void {
    const records = read(own);
    const list = timed(times.allOwn, () => calls(records));
    const most = list.slice(0, 20_000);
    const search = createSearch({ nameOf: createNames(inPhoneBook()).of, revision: () => 1 });
    for (let from = 0; from < most.length; from += 500)
      timed(times.ready, () => search.ready(most.slice(from, from + 500)));
    timed(times.search, () => search.find(most, '+66 81 23'));
  }

  async function whole(): Promise<void> {
    const start = performance.now();
    calls(await replyRowsOf(piecesOf(bytes)));
    times.whole.push(performance.now() - start);
  }

  return {
    rows: count,
    bytes: text.length,
    parse: median(times.parse),
    fewOwn: median(times.fewOwn),
    allOwn: median(times.allOwn),
    search: median(times.search),
    whole: median(times.whole),
    ready: Math.max(...times.ready.slice(Math.ceil(times.ready.length / runs))),
  };
}

function calls(records: readonly CdrRecord[]) {
  const cdr = createCdrStore({ extension: '101', agentId: null }, openZone('Asia/Bangkok'), {
    calls: 20_000_000,
    age: Number.POSITIVE_INFINITY,
  });
  cdr.take(records);
  return cdr.calls();
}

/** A phone book of numbers all of which call: the most that names can cost. */
const contacts = [
  ...new Set(demoOffice({ now: Date.UTC(2026, 10, 23, 10), seed: 1 }).rows.map(({ src }) => src ?? '')),
]
  .filter((number) => number !== '')
  .slice(0, 200)
  .map((number) => ({
    ...{ id: number, name: `Contact ${number}`, company: '', note: '' },
    numbers: [{ id: number, number, label: '' }],
  }));
const numbers = createNumbers(() => defaults);
const keyOf = (number: string): string => numbers.read(number)?.key ?? number;
/** Nothing of it is known before. */
const inPhoneBook = (): ContactNames['of'] =>
  createContactNames(() => ({ contacts, pins: [] }), createByNumber({ contacts: () => contacts, keyOf })).of;

/** As much at a time as comes off the network. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function replyRowsOf(body: AsyncIterable<Uint8Array>): Promise<readonly CdrRecord[]> {
  const open = () => openReplyRows({ extension: '101', agentId: null });
  const reply = await readCdrReply({ status: 200, headers: {}, body }, open, (said) => said);
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.value.rows.records;
}

function read(text: string): readonly CdrRecord[] {
  const { value } = JSON.parse(text) as { value: readonly CdrRecord[] };
  return value;
}

/** The demo's weeks over and over, each time other calls of other desks: of a hundred desks' rows, one's are the user's. */
export function manyRows(count: number): CdrRow[] {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cost = await callsCost();
  const times = (ms: number): string => `${(ms / cost.parse).toFixed(2)}× JSON.parse`;
  const { fewOwn, allOwn, whole } = cost;
  console.table({ ...cost, fewOwn: times(fewOwn), allOwn: times(allOwn), whole: times(whole) });
}
