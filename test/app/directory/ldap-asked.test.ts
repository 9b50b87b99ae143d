import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { eventually } from '../../support/eventually.ts';
import { type Slapd, startSlapd } from '../../support/slapd.ts';
import { deskWith } from './desk.ts';
import { bound, folder, own, password, root, slapd, trusting, typing } from './ldap-office.ts';

const asked = (more: Partial<LdapChoice> = {}) => bound(slapd.ldaps, { people: 'asked', ...more });

it('asked as somebody types, whoever has all the words is found, in both scripts, by the company, and by digits', async () => {
  for (const [typed, found] of [
    ['ใจดี', 'สมชาย ใจดี'],
    ['smith', 'Ploy Smith'],
    ['jaidee somchai', 'สมชาย ใจดี'],
    ['sales', 'Ploy Smith'],
    ['02-555', 'Star (*) \\ Paren'],
  ] as const) {
    const fresh = await deskWith(asked(), { ...trusting(root), password });
    await typing(fresh, typed);
    expect(fresh.names(), typed).toEqual([found]);
    expect(existsSync(path.join(fresh.folder, 'directory.json'))).toBe(false);
  }
});

it('a connection that ended while it rested is made anew, and the question is answered', async () => {
  const all: Socket[] = [];
  const rested = new Set<Socket>();
  const between = createServer((client) => {
    all.push(client);
    const onward = connect(Number(new URL(slapd.ldaps).port), '127.0.0.1');
    for (const one of [client, onward]) one.on('error', () => undefined);
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    // Its end is not seen until the next question.
    client.on('data', () => rested.has(client) && client.resetAndDestroy());
    client.pipe(onward).pipe(client);
    onTestFinished(() => void client.destroy());
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void between.close());
  await once(between, 'listening');
  const at = between.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const desk = await deskWith(asked({ address: `ldaps://localhost:${port}` }), {
    ...trusting(root),
    password,
  });
  await typing(desk, 'smith');
  expect([desk.failure(), all.length]).toEqual([null, 1]);
  for (const one of all) rested.add(one);
  await typing(desk, 'ใจดี');
  expect([desk.failure(), all.length]).toEqual([null, 2]);
  expect(desk.names()).toContain('สมชาย ใจดี');
});

it('signs of a filter that somebody types are looked for, and are no filter', async () => {
  for (const [typed, found] of [
    ['*)(cn=*', []],
    ['(*)', ['Star (*) \\ Paren']],
    ['\\ Paren', ['Star (*) \\ Paren']],
    [')(|(cn=*)', []],
    ['**', []],
    ['\u0000\u0000', []],
    ['\\2a\\2a', []],
  ] as const) {
    const desk = await deskWith(asked(), { ...trusting(root), password });
    await typing(desk, typed);
    expect(desk.names(), typed).toEqual(found);
    expect(desk.failure(), typed).toBeNull();
  }
});

const spelled = [
  { cn: 'As a text', otherTelephone: '02 123-45 67' },
  { cn: 'In brackets', otherTelephone: '(02) 222.3344' },
  { cn: 'World', mobile: '+66 81 234 5678' },
  { cn: 'World and home', otherMobile: '+66 (0)82-234-5678' },
  { cn: 'Code without plus', otherMobile: '66 83 234 5678' },
  { cn: 'Home', homePhone: '038-123-456' },
  { cn: 'Abroad', telephoneNumber: '+44 20 7123 4567' },
  { cn: 'Inside', ipPhone: '2345' },
  { cn: 'Desk', ipPhone: '23-46' },
  { cn: 'Müller, José', ipPhone: '3001' },
  { cn: 'Łukasz Żółć', ipPhone: '3002' },
  { cn: 'Muller Plain', ipPhone: '3003' },
  { displayName: 'น้อย ใจดี', cn: 'Noi', ipPhone: '3004' },
  { displayName: 'นํ้าฝน', cn: 'Namfon', ipPhone: '3005' },
  { displayName: 'สมชาย รักไทย', cn: 'Somchai', company: 'บริษัท ไทยกระดาษ', ipPhone: '3006' },
  ...Array.from({ length: 60 }, (_, at) => ({ cn: `Crowd ${at}`, otherTelephone: `1${at}0${at}2${at}3` })),
];
let office: Slapd;
beforeAll(async () => {
  office = await startSlapd(folder(), { people: spelled, certificate: own() });
});
afterAll(async () => await office.close());

it.each([
  // Numbers, whole and in part, as they are typed here and written there.
  ['021234567', 'As a text'],
  ['02 123 4567', 'As a text'],
  ['+66 2 123 4567', 'As a text'],
  ['1234567', 'As a text'],
  ['4567', 'As a text'],
  ['022223344', 'In brackets'],
  ['+6622223344', 'In brackets'],
  ['0812345678', 'World'],
  ['081-234', 'World'],
  ['66812345678', 'World'],
  ['๐๘๑๒๓๔', 'World'],
  ['0822345678', 'World and home'],
  ['+66 (0)82 234 5678', 'World and home'],
  ['0832345678', 'Code without plus'],
  ['+66832345678', 'Code without plus'],
  ['038123', 'Home'],
  ['+442071234567', 'Abroad'],
  ['+44 207', 'Abroad'],
  ['2345', 'Inside'],
  ['2346', 'Desk'],
  // Names, as they are typed here and spelled there.
  ['muller', 'Müller, José'],
  ['müller', 'Muller Plain'],
  ['MÜLLER', 'Müller, José'],
  ['jose muller', 'Müller, José'],
  ['mu\u0308ller', 'Müller, José'],
  ['łukasz', 'Łukasz Żółć'],
  ['lukasz', 'Łukasz Żółć'],
  ['นอย', 'น้อย ใจดี'],
  ['น้อย', 'น้อย ใจดี'],
  ['น้อยใจดี', 'น้อย ใจดี'],
  ['ใจดี น้อย', 'น้อย ใจดี'],
  ['น้ำฝน', 'นํ้าฝน'],
  ['นำฝน', 'นํ้าฝน'],
  ['สมชายรักไทย', 'สมชาย รักไทย'],
  ['กระดาษ', 'สมชาย รักไทย'],
  ['somchai 3006', 'สมชาย รักไทย'],
] as const)('asked for %s, a server finds %s, however it spells them', async (typed, found) => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  await typing(desk, typed);
  expect(desk.failure()).toBeNull();
  expect(desk.names()).toContain(found);
  expect(desk.names().length).toBeLessThanOrEqual(30);
  expect(desk.names().filter((name) => name.startsWith('Crowd'))).toEqual([]);
});

it('where the schema says nothing of how a number is searched, the whole number finds it', async () => {
  const debian = await startSlapd(folder(), { people: spelled, certificate: own(), asDebian: true });
  const desk = await deskWith(asked({ address: debian.ldaps }), { ...trusting(root), password });
  await typing(desk, '2345');
  expect(desk.names()).toContain('Inside');
  await typing(desk, '081 234');
  expect(desk.names()).toContain('World');
  await debian.close();
});

it('whatever is typed, nobody is found who is not meant, and the server understands the question', async () => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  for (const typed of [
    ...[
      '(&)',
      '*',
      '\\',
      '(((',
      ')))',
      'a*b',
      '1*2',
      '*1*',
      '\u0000 1',
      '()()()',
      '&|!',
      '=*',
      '~=x',
      '>=1',
      'x:=y',
    ],
    ...[
      '\ud800 x',
      '\u202e\u202e',
      '\u0301\u0301',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '9'.repeat(100),
    ],
    ...['\u0e48\u0e48', 'z\u0301', '😀😀', 'ก'.repeat(100)],
  ]) {
    const changed = once(desk.events, 'directory.changed');
    desk.directory.typed(typed);
    await desk.pass(300);
    if (typed.trim().length >= 2) await changed;
    expect(desk.failure(), JSON.stringify(typed)).toBeNull();
    expect(desk.names(), JSON.stringify(typed)).toEqual([]);
  }
});

it('one letter asks nobody; who types on is asked about once', async () => {
  const desk = await deskWith(asked({ address: 'ldaps://localhost:1' }), { ...trusting(root), password });
  const changes = vi.fn();
  desk.events.on('directory.changed', changes);
  desk.directory.typed('p');
  await desk.pass(300);
  for (const typed of ['pl', 'plo', 'ploy']) desk.directory.typed(typed);
  expect(changes).not.toHaveBeenCalled();
  await desk.pass(300);
  await eventually(() => expect(desk.failure()).toBe('directory-unreachable'));
  expect(changes).toHaveBeenCalledTimes(1);
});

it('a forgotten number goes from what was asked for; so does all of it with the person', async () => {
  const desk = await deskWith(asked(), { ...trusting(root), password });
  await typing(desk, 'ploy');
  expect(desk.directory.nameOf('103')).toBe('Ploy Smith');
  desk.directory.forget((number) => number === '103');
  expect(desk.directory.nameOf('103')).toBeNull();
  await typing(desk, 'smith');
  expect(desk.directory.nameOf('103')).toBe('Ploy Smith');
  await desk.signIn(null);
  expect(desk.names()).toEqual([]);
});

it.each([
  ['021234567', 'As a text'],
  ['+6621234567', 'As a text'],
  ['022223344', 'In brackets'],
  ['0812345678', 'World'],
  ['66812345678', 'World'],
  ['0832345678', 'Code without plus'],
  ['038123456', 'Home'],
  ['+442071234567', 'Abroad'],
  ['2345', 'Inside'],
  ['234', null],
  ['1234567', null],
  ['0812345670', null],
] as const)(
  'a caller without a name, %s, is found as %s where a server is asked, and nobody else',
  async (number, name) => {
    const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
    const { directory, names, failure, pass } = desk;
    directory.bare([number]);
    expect(names()).toEqual([]);
    // One who is there, so that there is an end to wait for.
    directory.bare(['3004']);
    await pass(1_000);
    await eventually(() => expect(names()).toContain('น้อย ใจดี'));
    expect(names()).toEqual(name === null ? ['น้อย ใจดี'] : [name, 'น้อย ใจดี']);
    expect(directory.nameOf(number)).toBe(name);
    expect(failure()).toBeNull();
  },
);

it('callers and what somebody types are asked about beside each other, and both are answered', async () => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  desk.directory.bare(['2345', '0812345678']);
  desk.directory.typed('muller');
  await desk.pass(1_000);
  await eventually(() =>
    expect(desk.names()).toEqual(expect.arrayContaining(['Inside', 'World', 'Müller, José'])),
  );
  await desk.signIn(null);
  expect(desk.directory.nameOf('2345')).toBeNull();
});

it.each([
  ['IT says no', { people: 'asked', callers: false }],
  ['it is loaded', { people: 'all' }],
] as const)('nobody is asked about callers where %s', async (_what, more) => {
  const desk = await deskWith(bound(office.ldaps, more), { ...trusting(root), password });
  const changes = vi.fn();
  desk.events.on('directory.changed', changes);
  desk.directory.bare(['2345']);
  await desk.pass(1_000);
  // Long enough for a server to answer.
  for (let turn = 0; turn < 20; turn += 1) await desk.settled();
  expect(changes).not.toHaveBeenCalled();
});

it('a server that gives no answer is not asked again by the page that hears so, and is once it is typed again later', async () => {
  const desk = await deskWith(asked({ address: 'ldaps://localhost:1' }), { ...trusting(root), password });
  const changes = vi.fn(() => desk.directory.typed('ploy'));
  desk.events.on('directory.changed', changes);
  desk.directory.typed('ploy');
  await desk.pass(300);
  await eventually(() => expect(changes).toHaveBeenCalled());
  for (let turn = 0; turn < 5; turn += 1) await desk.pass(300);
  expect(changes).toHaveBeenCalledTimes(1);
  await desk.pass(10_000);
  desk.directory.typed('ploy');
  await desk.pass(300);
  await eventually(() => expect(changes).toHaveBeenCalledTimes(2));
});

it.each([
  ['answers', () => slapd.ldaps],
  ['gives no answer', () => 'ldaps://localhost:1'],
])(
  'a name in the box and another above the contacts are each asked about once, where the server %s',
  async (_what, address) => {
    const desk = await deskWith(asked({ address: address() }), { ...trusting(root), password });
    const changes = vi.fn(() => {
      desk.directory.typed('ploy');
      desk.directory.searched('smith');
    });
    desk.events.on('directory.changed', changes);
    desk.directory.searched('smith');
    await eventually(async () => {
      await desk.pass(300);
      expect(changes.mock.calls.length).toBeGreaterThan(0);
    });
    for (let turn = 0; turn < 20; turn += 1) await desk.pass(300);
    expect(changes.mock.calls.length).toBeLessThanOrEqual(4);
  },
);
