import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { cdrColumns } from '../cdr.ts';
import type { WhoTookIt } from '../samples.ts';
import { handedOn } from './handed-on.ts';
import { menusAndQueues } from './menus-queues.ts';
import type { ToMake } from './placed.ts';

/**
 * Makes the calls of `menus-queues.ts` and `handed-on.ts` between two real Asterisks, a PBX and its phones, and writes down the rows that they leave:
 * `node --import tsx test/pbx/asterisk/make.ts ROOT FILE [ID …]`. ROOT has an Asterisk 16: see `../samples/README.md`.
 */
const [root = '', file = '', ...only] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
type Side = 'pbx' | 'phones';

const inRoot = (...parts: string[]): string => path.join(root, ...parts);
const configOf = (side: Side): string => `/etc/ast/${side}/asterisk.conf`;

function cli(side: Side, command: string): string {
  return execFileSync('chroot', [root, 'asterisk', '-C', configOf(side), '-rx', command], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
  });
}

async function start(side: Side) {
  rmSync(inRoot('var/ast', side), { recursive: true, force: true });
  for (const folder of ['spool/outgoing', 'spool/tmp', 'log/cdr-custom', 'log/cdr-csv'])
    mkdirSync(inRoot('var/ast', side, folder), { recursive: true });
  cpSync(path.join(here, side), inRoot('etc/ast', side), { recursive: true });
  const asterisk = spawn('chroot', [root, 'asterisk', '-f', '-C', configOf(side)], {
    stdio: 'ignore',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
  });
  for (let tries = 0; !existsSync(inRoot('var/ast', side, 'asterisk.ctl')) && tries < 100; tries++)
    await wait(100);
  cli(side, 'core waitfullybooted');
  return asterisk;
}

let serial = 0;
function place({ from, to, keys = '', hold = 10, wait: patience = 60 }: ToMake['calls'][number]): void {
  const line = from.length === 3 ? from : 'outside';
  const name = `${++serial}.call`;
  const lines = [
    `Channel: PJSIP/${line}/sip:${to}@127.0.0.1:15060`,
    `CallerID: <${from}>`,
    `WaitTime: ${patience}`,
    'MaxRetries: 0',
    'Context: caller',
    'Extension: s',
    'Priority: 1',
    `Setvar: KEYS=${keys}`,
    `Setvar: HOLD=${hold}`,
  ];
  const spool = inRoot('var/ast/phones/spool');
  writeFileSync(path.join(spool, 'tmp', name), `${lines.join('\n')}\n`);
  // Read as soon as it is there: it must be whole.
  renameSync(path.join(spool, 'tmp', name), path.join(spool, 'outgoing', name));
}

const rowsFile = inRoot('var/ast/pbx/log/cdr-custom/rows.csv');
function rowsSoFar(): Record<string, string>[] {
  if (!existsSync(rowsFile)) return [];
  return Papa.parse<string[]>(readFileSync(rowsFile, 'utf8'), { skipEmptyLines: true }).data.map((fields) =>
    Object.fromEntries(cdrColumns.flatMap((name, at) => (fields[at] ? [[name, fields[at]]] : []))),
  );
}

/**
 * What the queue itself wrote down of how long the caller waited: `Sales CONNECT 10`. The seconds are the first of an event's data where
 * somebody answered, and the last where the caller left (docs.asterisk.org, Queue Logs).
 */
function waitedSoFar(): string[] {
  const log = inRoot('var/ast/pbx/log/queue_log');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, , queue, , event = '', ...data] = line.split('|');
      if (event === 'CONNECT') return [`${queue} ${event} ${data[0]}`];
      return /^(?:ABANDON|EXITWITHTIMEOUT|EXITWITHKEY)$/.test(event)
        ? [`${queue} ${event} ${data.filter((part) => part !== '').at(-1)}`]
        : [];
    });
}

const isQuiet = (): boolean =>
  (['pbx', 'phones'] as const).every((side) =>
    /^0 active channels/m.test(cli(side, 'core show channels count')),
  );

async function make({ phones = {}, calls, redirect }: ToMake) {
  const before = rowsSoFar().length;
  const waitedBefore = waitedSoFar().length;
  for (const number of ['101', '102', '103', '104', ...Object.keys(phones)])
    cli('phones', `dialplan set global B${number} ${phones[number] ?? 'ring'}`);
  const began = Date.now();
  const events = [
    ...calls.map((one) => ({ at: one.at ?? 0, do: () => place(one) })),
    ...(redirect ? [{ at: redirect.at, do: () => sendTo(redirect.to) }] : []),
  ].sort((a, b) => a.at - b.at);
  for (const event of events) {
    await wait(Math.max(0, began + event.at * 1_000 - Date.now()));
    event.do();
  }
  await wait(2_500);
  while (!isQuiet() && Date.now() < began + 100_000) await wait(500);
  await wait(1_200);
  return { rows: rowsSoFar().slice(before), waited: waitedSoFar().slice(waitedBefore) };
}

function sendTo(extension: string): void {
  const channel = /^PJSIP\/trunk-\w+/m.exec(cli('pbx', 'core show channels concise'))?.[0] ?? '';
  cli('pbx', `channel redirect ${channel} from-internal,${extension},1`);
}

/** A row a line, so that they can be compared. */
function written({ id, text, waited, rows }: WhoTookIt): string {
  const head = JSON.stringify({ id, text, ...(waited.length > 0 ? { waited } : {}) }).slice(0, -1);
  return `${head},\n "rows":[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]}`;
}

const running = [await start('pbx'), await start('phones')];
try {
  const made: WhoTookIt[] = [];
  for (const one of [...menusAndQueues, ...handedOn].filter(
    ({ id }) => only.length === 0 || only.includes(id),
  )) {
    const { rows, waited } = await make(one);
    made.push({ id: one.id, text: one.text, waited, rows });
    process.stdout.write(`${one.id} ${one.text}: ${rows.length}\n`);
    writeFileSync(file, `[\n${made.map(written).join(',\n')}\n]\n`);
  }
} finally {
  for (const asterisk of running) asterisk.kill();
}
