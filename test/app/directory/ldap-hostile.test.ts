import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { longest } from '../../../app/contract/contacts.ts';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { tidyColleague } from '../../../app/directory/tidy.ts';
import { base, type Slapd, startSlapd } from '../../support/slapd.ts';
import { deskWith } from './desk.ts';

const many = 10_000;
const crowd = Array.from({ length: 1_200 }, (_, at) => ({ cn: `Person ${at}`, ipPhone: String(2_000 + at) }));
const people = [
  { cn: 'Ploy', ipPhone: '101' },
  { cn: 'Switchboard', telephoneNumber: Array.from({ length: many }, (_, at) => `02${1_000_000 + at}`) },
  { cn: 'Noise', telephoneNumber: Array.from({ length: many }, (_, at) => `nobody ${at}`), ipPhone: '102' },
  { cn: Array.from({ length: many }, (_, at) => `Name ${at}`), ipPhone: '103' },
];
/** Nothing that has a name; a company is what they are called then. */
const nameless = [
  { cn: ' ', ipPhone: '104' },
  { cn: '\u200b', ipPhone: '105', o: 'ACME' },
];
/** Where other servers have the rest: what a search meets is a reference, and a base within it is none of this server's. */
const elsewhere = [
  {
    dn: `ou=north,${base}`,
    objectClass: ['referral', 'extensibleObject'],
    ou: 'north',
    ref: 'ldap://other.test/ou=north,dc=example,dc=com',
  },
  {
    dn: `ou=south,${base}`,
    objectClass: ['referral', 'extensibleObject'],
    ou: 'south',
    ref: ['ldaps://127.0.0.1:1/dc=evil??sub?', 'ldap:///'],
  },
];

const folder = mkdtempSync(path.join(tmpdir(), 'slapd-'));
let slapd: Slapd;
beforeAll(async () => {
  slapd = await startSlapd(folder, { people: [...elsewhere, ...people, ...nameless, ...crowd], open: true });
}, 60_000);
afterAll(async () => {
  await slapd.close();
  rmSync(folder, { recursive: true, force: true });
});

const choice = (more: Partial<LdapChoice> = {}): LdapChoice => ({
  ...{ from: 'ldap', address: slapd.ldap, base, allowPlain: true },
  ...more,
});

it('references to other servers are not followed, and cost nobody; thousands of numbers and names of one person hold nothing up', async () => {
  const desk = await deskWith(choice());
  expect(desk.failure()).toBeNull();
  // All but who has neither a name nor a company.
  expect(desk.names()).toHaveLength(crowd.length + people.length + 1);
  const of = (name: string) => desk.directory.people().find((one) => one.name === name)?.numbers.length;
  expect([of('Switchboard'), of('Noise')]).toEqual([longest.numbers, 1]);
  expect(desk.directory.nameOf('105')).toBe('ACME');
  expect(desk.directory.nameOf('104')).toBeNull();
  expect(desk.directory.nameOf('103')).toMatch(/^Name \d+$/);
});

it('of sixty people with ten thousand numbers each, all that are kept are read, and no more', () => {
  const raw = {
    names: ['Ploy'],
    company: '',
    numbers: Array.from({ length: many }, (_, at) => ({ number: `nobody, 02 ${1_000_000 + at}`, label: '' })),
  };
  for (let time = 0; time < 60; time += 1)
    expect(tidyColleague(raw, 'TH')?.numbers).toHaveLength(longest.numbers);
});

it.each(['all', 'asked'] as const)('a base that another server has is told (%s)', async (who) => {
  const desk = await deskWith(choice({ base: `ou=north,${base}`, people: who }));
  if (who === 'asked') {
    const answered = once(desk.events, 'directory.changed');
    desk.directory.typed('ploy');
    await desk.pass(300);
    await answered;
  }
  expect([desk.failure(), desk.directory.view().failure?.details, desk.names()]).toEqual([
    'directory-redirected',
    'LDAP result 10',
    [],
  ]);
});

it('asked as one types, references and crowds are no failure', async () => {
  const desk = await deskWith(choice({ people: 'asked' }));
  for (const typed of ['person', 'switchboard']) {
    const answered = once(desk.events, 'directory.changed');
    desk.directory.typed(typed);
    await desk.pass(300);
    await answered;
    expect([typed, desk.failure()]).toEqual([typed, null]);
  }
  expect(desk.names()).toContain('Switchboard');
});

/** Sends on what slapd says: up to so many bytes, and then ends; each piece after a while. */
async function between() {
  const how = { bytes: Number.POSITIVE_INFINITY, resets: false, slowly: false, told: 0 };
  const server = createServer((client) => {
    const onward = connect(Number(new URL(slapd.ldap).port), '127.0.0.1');
    for (const one of [client, onward]) one.on('error', () => undefined);
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    client.pipe(onward);
    how.told = 0;
    onward.on('data', (piece: Buffer) => {
      const rest = piece.subarray(0, Math.max(0, how.bytes - how.told));
      how.told += rest.length;
      client.write(rest);
      if (how.told >= how.bytes) return void (how.resets ? client.resetAndDestroy() : client.end());
      if (!how.slowly) return;
      onward.pause();
      setTimeout(() => onward.resume(), 20);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const place = server.address();
  return { how, address: `ldap://localhost:${typeof place === 'object' && place !== null ? place.port : 0}` };
}

it('a server that ends in the middle of a page, the first or the last, takes nobody away, and half of them are not taken for all', async () => {
  const { how, address } = await between();
  const desk = await deskWith(choice({ address }));
  const [known, whole] = [desk.names(), how.told];
  expect(known.length).toBeGreaterThan(crowd.length);
  for (const bytes of [20, 300, 20_000, whole - 20_000, whole - 30])
    for (const resets of [true, false]) {
      Object.assign(how, { bytes, resets });
      await desk.directory.refresh();
      expect([bytes, desk.failure(), desk.names().length]).toEqual([
        bytes,
        'directory-unreachable',
        known.length,
      ]);
    }
  how.bytes = Number.POSITIVE_INFINITY;
  await desk.directory.refresh();
  expect([desk.failure(), desk.names().length]).toEqual([null, known.length]);
}, 60_000);

it('a slow server is waited for', async () => {
  const { how, address } = await between();
  how.slowly = true;
  const desk = await deskWith(choice({ address, filter: '(|(ou=*)(cn=Person 1*))' }));
  expect([desk.failure(), desk.names().length > 100]).toEqual([null, true]);
});
