import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createRecentCalls } from '../../../app/calls/recent-calls.ts';
import type { CallView } from '../../../app/contract/calls.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { openJournal } from '../../../app/dialing/journal.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { accountId } from '../../../app/session/account-id.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, clockOf, seeded } from '../../pbx/cdr.ts';
import { dialledRow } from '../../pbx/dialled-row.ts';
import type { Fault } from '../../pbx/stand-in.ts';
import { underTest } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { nobodyHears } from './nobody-hears.ts';
import { hour, minute, nothingForgotten, quiet } from './opened-desk.ts';

const day = 24 * hour;
const monday = Date.UTC(2026, 10, 23, 1);
const bangkok = clockOf('Asia/Bangkok');
const random = seeded(2026);
const below = (count: number): number => Math.floor(random() * count);
const oneOf = <T>(some: readonly T[]): T => some[below(some.length)] as T;

/** Twenty-four callers, each with every spelling of their number that a trunk may send. */
const people = Array.from({ length: 24 }, (_, index) => {
  const rest = String(812_340_000 + index * 7);
  return [`0${rest}`, `+66${rest}`, `66${rest}`];
});

/** What happened, as somebody with a pencil would have it: no line of the program has a part in it. */
interface Happened {
  readonly who: number | 'withheld';
  readonly start: number;
  readonly what: 'missed' | 'spoken' | 'not reached';
  readonly id: string;
}

const faults: readonly Fault[] = [
  ...([{ kind: 'status', status: 502 }, { kind: 'html' }, { kind: 'cut-json' }, { kind: 'empty' }] as const),
  ...([{ kind: 'php-warning' }, { kind: 'close-before-reply' }, { kind: 'close-mid-reply' }] as const),
];

test('after a week of one desk, with faults and restarts, each missed call was called back, answered later, marked, or is still to be done, and nothing counts twice', async () => {
  const folder = temporaryFolder();
  let clock = createVirtualClock(monday);
  const now = () => clock.now();
  const { standIn, account, pbx } = await underTest({
    pbx: { rows: [], now, order: 'shuffled', maxRows: 40 },
  });
  const numbers = createNumbers(() => defaults);
  const log: Happened[] = [];
  const marked = new Set<string>();
  const reminded: string[] = [];
  const told: string[] = [];
  let serial = 0;

  /** The program; what it left on the disk is all that the next one knows. A killed one is left behind with its clock. */
  function start() {
    const journal = openJournal({
      file: path.join(folder, 'attempts.jsonl'),
      owner: () => accountId(account),
      keeping: quiet,
      changed: () => recent?.attempted(),
    });
    const { timer, now } = clock;
    const recent = createRecentCalls({
      ...{ folder, now, timer, random, keeping: quiet, attempts: journal.all },
      keyOf: (number) => numbers.read(number)?.key ?? number,
      callers: callersOf((number) => numbers.read(number)?.key ?? number),
      sentFor: (number) => numbers.read(number)?.send ?? number,
      prefixes: () => prefixesOf('TH'),
      forgotten: nothingForgotten,
      numberOf: (number) => ({ display: number, callable: number }),
      ...nobodyHears,
      settings: () => defaults,
      missed: (calls) => told.push(...calls.map(({ ids }) => ids[0] ?? '')),
      remind: (reminders) => reminded.push(...reminders.map(({ call, at }) => `${call.party.number} ${at}`)),
    });
    recent.signedIn({ account, pbx });
    return { recent, journal };
  }

  let program = start();

  /** HTTP and the disk know no virtual time: they get real time before more of the other passes. */
  async function idle(): Promise<void> {
    await program.recent.settled();
    for (let quietFor = 0; quietFor < 3; quietFor += 1) {
      while (program.recent.status().working) await turn();
      await turn();
    }
  }
  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 4 * minute) {
      await clock.advance(Math.min(left, 4 * minute));
      await idle();
    }
  }
  /** The list is opened and whole: also the days before, and what a fault had kept back. */
  async function look(): Promise<void> {
    program.recent.open(true);
    for (let tries = 0; tries < 40; tries += 1) {
      await pass(minute);
      const { working, failure, completeFrom } = program.recent.status();
      if (!working && failure === null && completeFrom !== null && completeFrom <= monday) return;
      program.recent.reachBack(monday - hour);
      // Somebody presses it, and again.
      const done = program.recent.refresh();
      await pass(minute);
      await done;
    }
    throw new Error(`the list is not whole: ${JSON.stringify(program.recent.status())}`);
  }

  function write(row: CdrRow, happened: Omit<Happened, 'id' | 'start'>, began: number): void {
    standIn.rows.push(row);
    log.push({ ...happened, start: Math.floor(began / 1_000) * 1_000, id: row.uniqueid ?? '' });
  }
  function rowAt(began: number, columns: CdrRow): CdrRow {
    serial += 1;
    const id = `${Math.floor(began / 1_000)}.${serial}`;
    const hex = serial.toString(16).padStart(8, '0');
    return {
      ...{
        calldate: bangkok(began),
        clid: '',
        dcontext: 'ext-local',
        lastapp: 'Dial',
        lastdata: '',
        did: '',
      },
      ...{
        duration: '14',
        billsec: '0',
        disposition: 'NO ANSWER',
        uniqueid: id,
        linkedid: id,
        cnum: '',
        cnam: '',
      },
      ...{ sequence: String(serial), recordingfile: '' },
      channel: `PJSIP/${columns.src === '101' ? '101' : 'trunk'}-${hex}`,
      dstchannel: `PJSIP/${columns.src === '101' ? 'trunk' : '101'}-${hex}f`,
      ...columns,
    };
  }
  const taken = { disposition: 'ANSWERED', duration: '74', billsec: '60' };

  function theyCall(who: number | 'withheld', isAnswered: boolean): void {
    const src = who === 'withheld' ? 'anonymous' : oneOf(people[who] ?? []);
    const began = now() - 80_000;
    const row = rowAt(began, { src, dst: '101', did: '021110000', ...(isAnswered ? taken : {}) });
    write(row, { who, what: isAnswered ? 'spoken' : 'missed' }, began);
  }
  function callBack(who: number, how: 'phone' | 'here'): void {
    const dst = oneOf(people[who] ?? []);
    const isReached = random() < 0.6;
    const what = isReached ? 'spoken' : 'not reached';
    const began = now() - 80_000;
    if (how === 'here' && isReached) {
      serial += 1;
      const id = `call-${serial}`;
      program.journal.begin({ id, at: began, number: dst, display: dst, from: 'call-back' });
      program.journal.end(id, { outcome: 'placed', failure: null });
      const call = { extension: '101', tel: dst, startedAt: began, seconds: 60, serial: 10_000 + serial };
      write(dialledRow({ ...call, timeZone: 'Asia/Bangkok' }), { who, what }, began);
      return;
    }
    write(rowAt(began, { src: '101', cnum: '101', dst, ...(isReached ? taken : {}) }), { who, what }, began);
  }

  /** Of whom which missed calls are left, by the pencil: the newest conversation ends what was before it, a mark what it was put on. */
  function left(): Map<string, string[]> {
    const callers = new Map<string, string[]>();
    for (const { who, what, start, id } of log) {
      if (what !== 'missed' || marked.has(id)) continue;
      const spoken = log.some(
        (one) => one.who === who && who !== 'withheld' && one.what === 'spoken' && one.start >= start,
      );
      if (spoken) continue;
      const caller = who === 'withheld' ? id : `person ${who}`;
      callers.set(caller, [...(callers.get(caller) ?? []), id]);
    }
    return callers;
  }
  const rows = (filter: 'to-do' | 'all'): CallView[] => {
    const shown: CallView[] = [];
    for (;;) {
      const page = program.recent.page({ query: '', filter, from: shown.length, count: 200 });
      if (!page.ok) throw new Error(page.failure.code);
      shown.push(...page.value.calls);
      if (page.value.calls.length < 200) return shown;
    }
  };
  const whose = (number: string | null): string =>
    `person ${people.findIndex((spellings) => spellings.includes(number ?? ''))}`;

  function check(): void {
    const truth = left();
    const toDo = rows('to-do').filter((row) => row.toDo > 0);
    const shown = toDo.map(({ display, toDo: count, id }) => [
      display === 'anonymous' ? id : whose(display),
      count,
    ]);
    expect(shown.sort()).toEqual([...truth].map(([caller, ids]) => [caller, ids.length]).sort());
    // What the tray and the line above the list say is what the list shows.
    expect(program.recent.status().toDo).toBe(rows('to-do').length);
    const all = rows('all');
    expect(all.length).toBe(log.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(log.length);
    const week = program.recent.myDay('week');
    expect(week).toMatchObject({
      value: {
        now: {
          calls: log.length,
          missed: log.filter(({ what }) => what === 'missed').length,
          answered: log.filter(({ what }) => what === 'spoken').length,
        },
      },
    });
  }

  async function restart(how: 'end' | 'kill'): Promise<void> {
    if (how === 'end') await program.recent.close();
    // Nothing of a killed program runs on: its clock stands still.
    clock = createVirtualClock(clock.now());
    program = start();
    await idle();
  }

  const wished: string[] = [];
  for (let today = 0; today < 5; today += 1) {
    let calls = 0;
    let reminders = 0;
    let marks = 0;
    while (calls < 100) {
      await pass(minute * (2 + below(6)));
      if (random() < 0.12) standIn.fault('cdrapi', oneOf(faults), 1 + below(4));
      const who = random() < 0.08 ? 'withheld' : below(people.length);
      const kind = random();
      if (kind < 0.45 || who === 'withheld') theyCall(who, false);
      else if (kind < 0.65) theyCall(who, true);
      else callBack(who, random() < 0.5 ? 'here' : 'phone');
      calls += 1;
      if (calls % 33 === 0) await restart(random() < 0.5 ? 'kill' : 'end');
      if (calls % 45 === 10 && marks < 2) {
        await look();
        const row = oneOf(rows('to-do').filter(({ toDo }) => toDo > 0));
        const caller = row.display === 'anonymous' ? row.id : whose(row.display);
        for (const id of left().get(caller) ?? []) marked.add(id);
        expect(program.recent.done(row.id).ok).toBe(true);
        marks += 1;
        program.recent.open(false);
      }
      if (calls % 40 === 20 && reminders < 2) {
        await look();
        const row = oneOf(rows('all').filter(({ reminder }) => reminder === null));
        // The second one is for the night, when the program is off.
        const at = now() + (reminders === 0 ? 40 * minute : 15 * hour);
        expect(program.recent.remind(row.id, at).ok).toBe(true);
        wished.push(`${row.display} ${at}`);
        reminders += 1;
        program.recent.open(false);
      }
    }
    standIn.fault('cdrapi', null);
    await look();
    check();
    await program.recent.close();
    // The night.
    clock = createVirtualClock(monday + (today + 1) * day);
    program = start();
    await idle();
  }

  standIn.fault('cdrapi', null);
  await look();
  check();
  expect(log).toHaveLength(500);
  // Each once, those of the nights at the next start; and each is to be done until it is done.
  expect(reminded.toSorted()).toEqual(wished.toSorted());
  expect(rows('to-do').filter(({ reminder }) => reminder !== null)).not.toHaveLength(0);
  // Nobody was told twice of a missed call.
  expect(new Set(told).size).toBe(told.length);
  for (const row of rows('to-do')) program.recent.done(row.id);
  expect(program.recent.status().toDo).toBe(0);
  await restart('kill');
  await look();
  expect(rows('to-do')).toEqual([]);
  onTestFinished(() => program.recent.close());
}, 240_000);
