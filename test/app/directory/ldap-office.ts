import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { base, reader, type Slapd, startSlapd } from '../../support/slapd.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { Desk } from './desk.ts';

export const root = issue({ subject: 'Office root', authority: true });
export const own = (more = {}): Issued =>
  issue({ subject: 'ldap', names: ['DNS:localhost'], by: root, ...more });

export const people = [
  {
    displayName: 'สมชาย ใจดี',
    cn: ['Somchai Jaidee', 'Chai'],
    ipPhone: '102',
    telephoneNumber: '+66 2 123 4567',
    mobile: '081-234-5678',
    company: 'Example',
    department: 'ขาย',
  },
  { cn: 'Ploy Smith', ipPhone: 'sip:103@pbx.example.com', ou: 'Sales' },
  { cn: 'Fax only', facsimileTelephoneNumber: '021112222' },
  { cn: 'Nobody' },
  { cn: 'Evil', telephoneNumber: '*7208999', mobile: '02 999 8888 ext 7' },
  { cn: 'Star (*) \\ Paren', telephoneNumber: '02 555 0000' },
];

const folders: string[] = [];
/** Of a server; removed at the end. */
export function folder(): string {
  folders.push(mkdtempSync(path.join(tmpdir(), 'slapd-')));
  return folders.at(-1) ?? '';
}

/** Of the office, while the tests run. */
export let slapd: Slapd;
beforeAll(async () => {
  slapd = await startSlapd(folder(), { people, certificate: own() });
});
afterAll(async () => {
  await slapd.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

export const bound = (address: string, more: Partial<LdapChoice> = {}): LdapChoice => ({
  from: 'ldap',
  address,
  base,
  bindDn: reader.dn,
  ...more,
});

export function trusting(...issued: Issued[]): {
  readonly folder: string;
  readonly trusted: readonly string[];
} {
  const place = temporaryFolder();
  const file = path.join(place, 'trusted.pem');
  writeFileSync(file, issued.map(({ cert }) => cert).join(''));
  return { folder: place, trusted: [file] };
}

export const { password } = reader;

/** Until the server has answered. */
export async function typing({ directory, events, pass }: Desk, text: string): Promise<void> {
  const answered = once(events, 'directory.changed');
  directory.typed(text);
  await pass(300);
  await answered;
}
