import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base, type Slapd, startSlapd } from '../../support/slapd.ts';
import { deskWith } from './desk.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'slapd-'));
let slapd: Slapd;
beforeAll(async () => {
  const people = [
    { displayName: 'สมชาย ใจดี', cn: 'Somchai', ipPhone: '102' },
    { cn: 'Ploy Müller', ipPhone: '103' },
    { displayName: 'คุณวิภา', cn: 'Wipha', ipPhone: '104' },
  ];
  slapd = await startSlapd(folder, { people, open: true });
});
afterAll(async () => {
  await slapd.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['คุณสมชาย', ['สมชาย ใจดี']],
  ['ดร.สมชาย ใจดี', ['สมชาย ใจดี']],
  ['นายสมช้าย', ['สมชาย ใจดี']],
  ['K.Ploy', ['Ploy Müller']],
  ['Mr.Muller', ['Ploy Müller']],
  ['คุณวิภา', ['คุณวิภา']],
  ['นางวิภา', ['คุณวิภา']],
  ['นางฟ้า', []],
] as const)('a title that is typed is forgiven by a directory that is asked: %s', async (typed, names) => {
  const desk = await deskWith({ from: 'ldap', address: slapd.ldap, base, people: 'asked', allowPlain: true });
  const answered = once(desk.events, 'directory.changed');
  desk.directory.typed(typed);
  await desk.pass(300);
  await answered;
  expect([desk.failure(), desk.names()]).toEqual([null, names]);
});
