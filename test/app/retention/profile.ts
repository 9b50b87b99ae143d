import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { createRecentCalls } from '../../../app/calls/recent-calls.ts';
import { wireContacts } from '../../../app/contacts/wire.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { openJournal } from '../../../app/dialing/journal.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import type { Events, Happened } from '../../../app/events/events.ts';
import { endOf } from '../../../app/numbers/end-of.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import type { Account } from '../../../app/pbx/account.ts';
import type { CdrWindow, Pbx } from '../../../app/pbx/client.ts';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createPlayer } from '../../../app/recordings/player.ts';
import { createRecordings } from '../../../app/recordings/recordings.ts';
import { createForgetting } from '../../../app/retention/forgetting.ts';
import { openForgotten } from '../../../app/retention/forgotten.ts';
import { keptFor } from '../../../app/retention/kept-for.ts';
import { wireRetention } from '../../../app/retention/wire.ts';
import { accountId } from '../../../app/session/account-id.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { createSecretKey } from '../../../app/settings/secret-key.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { callersOf } from '../calls/callers-of.ts';
import { nobodyHears } from '../calls/nobody-hears.ts';
import { quiet } from '../calls/opened-desk.ts';
import { bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { copiesIn, keychainOf } from '../recordings/copies-under-test.ts';
import { savesNowhere } from '../recordings/recordings-under-test.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const now = Date.UTC(2026, 10, 23, 3);

const usual = accountAt('https://pbx.example.com');

/** Somebody called, and was missed. */
export const missed = (at: number, src: string): CdrRow[] =>
  callRows({}, { ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101') }).map(
    (row) => ({ ...row, calldate: bangkok.write(at) }),
  );

interface Where {
  readonly folder: string;
  readonly rows: CdrRow[];
  readonly at?: number;
  readonly settings?: Partial<Settings>;
  /** The keychain; `null`: none answers. */
  readonly entries?: Map<string, string> | null;
  /** In the place of one that has these entries. */
  readonly keychain?: Keychain;
  /** Who is signed in. */
  readonly account?: Account;
}

/** What a profile keeps, in its files, as the program does it; the PBX gives rows. */
export function profile({
  folder,
  rows,
  at = now,
  settings: own = {},
  entries = new Map(),
  keychain = keychainOf(entries),
  account = usual,
}: Where) {
  const clock = createVirtualClock(at);
  const events: Events = new EventEmitter<Happened>();
  let settings: Settings = { ...defaults, ...own };
  const random = seeded(7);
  const numbers = createNumbers(() => settings);
  const keyOf = (number: string) => numbers.read(number)?.key ?? number;
  const log: string[] = [];
  const keeping = { ...quiet, log: (line: string) => log.push(line) };
  const owner = () => accountId(account);
  /** The keychain has had its time. */
  const soon = async (): Promise<never> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error('the keychain did not answer');
  };
  const journal = openJournal({
    file: path.join(folder, 'attempts.jsonl'),
    owner,
    keeping,
    changed: () => recent.attempted(),
  });
  const cdr: Pbx['cdr'] = async (window: CdrWindow, open) => {
    const sink = open();
    for (const row of selectRows(rows, window, { order: 'shuffled', maxRows: 5_000, random })) sink.row(row);
    return ok({ rows: sink, at: clock.now() });
  };
  const unused = async () => fail('unreachable');
  const forgotten = openForgotten({
    file: path.join(folder, 'forgotten.json'),
    key: createSecretKey(keychain, 'forgotten', (work) => work),
    ...{ keyOf, endOf, keeping, timer: clock.timer },
    limit: (work) => Promise.race([work, Promise.resolve().then(soon)]),
    told: () => events.emit('forgotten.told'),
  });
  const recent = createRecentCalls({
    folder,
    attempts: journal.all,
    keyOf,
    callers: callersOf(keyOf),
    sentFor: (number) => numbers.read(number)?.send ?? number,
    prefixes: () => prefixesOf('TH'),
    now: clock.now,
    timer: clock.timer,
    random,
    keeping,
    forgotten,
    numberOf: (number) => ({ display: number, callable: number }),
    ...nobodyHears,
    settings: () => settings,
  });
  const copies = copiesIn(
    path.join(folder, 'recordings'),
    entries,
    {},
    clock.now,
    () => keptFor(settings).recordings,
  );
  events.on('settings.kept', forgotten.changed);
  events.on('forgotten.told', recent.forgottenTold);
  events.on('settings.kept', recent.settingsChanged);
  const retention = wireRetention({
    events,
    folder,
    settings: () => settings,
    recent,
    journal,
    copies,
    now: clock.now,
    timer: clock.timer,
    log: keeping.log,
  });
  const { contacts, forgetting: inContacts } = wireContacts({
    events,
    folder,
    keeping,
    owner,
    numbers,
    settings: () => settings,
    language: () => 'en',
    words: () => wordsFor('en'),
    reader: '',
    openFile: async () => null,
    saveFile: async () => null,
  });
  const player = createPlayer({
    recordings: createRecordings({ copies, download: () => null, decode: decodeHere() }),
    recordingsOf: recent.recordingsOf,
    measured: recent.measured,
    owner,
    choose: async () => null,
    saving: () => undefined,
    ...savesNowhere,
    now: clock.now,
    log: keeping.log,
  });
  const forgetting = createForgetting({
    folder,
    owner,
    numbers,
    endOf,
    recent,
    journal,
    contacts: inContacts,
    forgetColleague: () => undefined,
    dialler: { reset: () => undefined },
    player,
    copies,
    forgotten,
    now: clock.now,
    log: keeping.log,
  });
  recent.signedIn({ account, pbx: { cdr, dial: unused, check: unused } });
  recent.open(true);
  /** The disk knows no virtual time: now and then it gets some real time. */
  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= minute / 2) {
      await clock.advance(Math.min(left, minute / 2));
      await recent.settled();
      await eventually(() => expect(recent.status().working).toBe(false));
    }
  }
  const shown = () => {
    const found = recent.find({ query: '', filter: 'all', count: 100 });
    return found.ok ? found.value.calls : [];
  };
  return {
    clock,
    numbers,
    journal,
    recent,
    copies,
    retention,
    contacts,
    forgetting,
    log,
    pass,
    /** All that may have changed is asked for. */
    async refresh() {
      const done = recent.refresh();
      await pass(minute);
      await done;
    },
    shown,
    /** Whose calls are on the screen. */
    callers: () => shown().map(({ display }) => display),
    async set(part: Partial<Settings>) {
      settings = { ...settings, ...part };
      events.emit('settings.kept');
      await pass(minute);
    },
    /** To the recordings of a call, or to any. */
    async listen(call: string) {
      const [key = call] = player.keysOf(recent.recordingsOf(call));
      const intake = await copies.create(key, 'wav');
      await intake.append(new Uint8Array(1_000));
      await intake.keep();
      await intake.close();
    },
    dialled: (id: string, number: string, at = clock.now()) => {
      journal.begin({ id, at, number, display: number, from: 'pad' });
      journal.end(id, { outcome: 'placed', failure: null });
    },
  };
}

/** All that is in the files of a profile. */
export function onDisk(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => `${one.name}\n${readFileSync(path.join(one.parentPath, one.name), 'utf8')}`)
    .join('\n');
}
