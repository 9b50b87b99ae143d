import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { before, noRequest } from '../support/before.ts';
import { type Issued, issue } from '../support/issue.ts';
import { base, reader, startSlapd } from '../support/slapd.ts';
import { expectAccessible } from './support/accessible.ts';
import { newProfile, numberBox, rmProfile, signIn, signOut, startCompanion } from './support/companion.ts';
import { answered, row } from './support/rows.ts';

const root = issue({ subject: 'Office root', authority: true });
const certificate = issue({ subject: 'office', names: ['DNS:localhost'], by: root });

/** Nobody knows who issued these. */
const [strange, stranger] = [1, 2].map(() => issue({ subject: 'office', names: ['DNS:localhost'] })) as [
  Issued,
  Issued,
];

const options = (page: Page) => page.getByRole('listbox', { name: 'Matches' }).getByRole('option');
const section = (page: Page) => page.getByRole('region', { name: 'Company directory' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

/** A file on an https server of the office, with what it was asked. */
async function website(certificate: Issued) {
  const asked: (string | undefined)[] = [];
  const at = {
    text: 'Name,Company,Phone\nMalee Web,Example,02 123 4504 ext 12\n',
    tag: '"1"',
    redirects: false,
  };
  const server = createServer(certificate, (request, response) => {
    const tag = request.headers['if-none-match'];
    asked.push(tag);
    if (at.redirects) return void response.writeHead(302, { location: 'https://localhost:1/' }).end();
    if (tag === at.tag) return void response.writeHead(304).end();
    response.writeHead(200, { etag: at.tag, 'content-type': 'text/csv' }).end(at.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { at, asked, address: `https://localhost:${port}/people.csv`, close: () => server.close() };
}

async function call(page: Page, typed: string, who: RegExp): Promise<void> {
  await numberBox(page).fill(typed);
  await expect(options(page).filter({ hasText: who })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(numberBox(page)).toHaveValue('');
}

test('colleagues of a directory server, asked or loaded, and of a web address, trusted by hand, are found in two scripts, called, named in the list, and gone with the person', async () => {
  const profile = newProfile();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'office-'));
  const trusted = path.join(folder, 'trusted.pem');
  writeFileSync(trusted, root.cert);
  mkdirSync(path.join(folder, 'slapd'));
  const slapd = await startSlapd(path.join(folder, 'slapd'), {
    people: [
      { displayName: 'สมชาย ใจดี', cn: 'Somchai Jaidee', ipPhone: '102', company: 'Example' },
      { cn: 'Ploy Smith', telephoneNumber: '+66 2 123 4567' },
    ],
    certificate,
  });
  mkdirSync(path.join(folder, 'untrusted'));
  const untrusted = await startSlapd(path.join(folder, 'untrusted'), {
    people: [{ cn: 'Wipa Strange', ipPhone: '105' }],
    certificate: strange,
  });
  const way = await before(Number(new URL(untrusted.ldap).port));
  const web = await website(stranger);
  const pbx = await startPbx({
    rows: [row(60, { ...answered, src: '102', cnum: '102' }), row(50, { ...answered, src: '021234567' })],
  });
  const env = { COMPANION_TRUSTED: trusted };
  const at = await startCompanion(profile, { env });
  const { page } = at;
  await signIn(page, { address: pbx.origin });

  // A directory server, filled in as a person does it, asked as they type.
  await tab(page, 'Settings');
  const region = section(page);
  const fill = async (name: string, text: string) => {
    await region.getByRole('textbox', { name }).fill(text);
    await region.getByRole('textbox', { name }).press('Tab');
  };
  await region.getByRole('combobox', { name: 'Comes from' }).selectOption('ldap');
  await fill('Directory server', slapd.ldap);
  await fill('Search base', base);
  await fill('Signs in as', reader.dn);
  await expect(region.getByRole('alert')).toContainText('The directory wants a name and password');
  await expectAccessible(page, 'a directory that wants a password');
  await region.getByRole('combobox', { name: 'Colleagues' }).selectOption('asked');
  await region.getByLabel('Directory password', { exact: true }).fill(reader.password);
  await region.getByRole('button', { name: 'Save password' }).click();
  await expect(region.getByText('Known, and kept in the keychain.')).toBeVisible();
  // Callers whom only the server knows are named, though nobody has typed.
  await tab(page, 'Recent calls');
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('Ploy Smith');
  await tab(page, 'Dial pad');
  await call(page, 'jaidee', /สมชาย ใจดี.*102/);
  await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '102' }]);
  await expect(page.getByRole('status').first()).toContainText('Calling สมชาย ใจดี · 102');
  expect(existsSync(path.join(profile, 'directory.json'))).toBe(false);

  // Loaded whole: the list of calls names everybody.
  await tab(page, 'Settings');
  await region.getByRole('combobox', { name: 'Colleagues' }).selectOption('all');
  await expect(region.getByText('2 colleagues. Refreshed')).toBeVisible();
  await tab(page, 'Recent calls');
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('Ploy Smith');
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('สมชาย ใจดี');
  await tab(page, 'Dial pad');
  await numberBox(page).fill('สมชาย');
  await expect(options(page).first()).toHaveText(/สมชาย ใจดี.*102/);
  // Among the contacts they are found as well, though there is none; to be called, and not changed.
  await tab(page, 'Contacts');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('ploy');
  const contacts = page.getByRole('list', { name: 'Contacts' });
  await expect(contacts.getByRole('listitem')).toHaveText(/Ploy Smith.*The company's/);
  await contacts.getByRole('button', { name: 'More about Ploy Smith' }).click();
  await expect(contacts.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await expectAccessible(page, 'a colleague among the contacts');
  await tab(page, 'Dial pad');
  await call(page, 'smith ploy', /Ploy Smith.*2 123 4567/);
  await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['102', '021234567']);
  await at.close();

  // It is not there, and is remembered; the password is in no file.
  await slapd.close();
  const later = await startCompanion(profile, { env });
  const directory = section(later.page);
  await tab(later.page, 'Settings');
  await directory.getByRole('button', { name: 'Refresh directory' }).click();
  await expect(directory.getByRole('alert')).toContainText("can't be reached");
  await expect(directory.getByText('2 colleagues.')).toBeVisible();
  const settings = readFileSync(path.join(profile, 'settings.json'), 'utf8');
  for (const text of [settings, later.output()]) expect(text).not.toContain(reader.password);
  for (const name of ['สมชาย', 'Ploy', '021234567']) expect(later.output()).not.toContain(name);
  expect(JSON.stringify(pbx.received)).not.toMatch(/Ploy|Somchai|%E0%B8/);

  // A server that nobody vouches for gets neither the password nor a question; once it is trusted it is asked by itself.
  const alert = directory.getByRole('alert');
  const question = later.page.getByRole('alertdialog', { name: 'Trust this certificate?' });
  await directory.getByRole('textbox', { name: 'Directory server' }).fill(`ldap://localhost:${way.port}`);
  await directory.getByRole('textbox', { name: 'Directory server' }).press('Tab');
  await expect(alert).toContainText('wants a name and password');
  await directory.getByLabel('Directory password', { exact: true }).fill(reader.password);
  await directory.getByRole('button', { name: 'Save password' }).click();
  await expect(alert).toContainText("doesn't know who issued the directory's certificate");
  await alert.getByRole('button', { name: 'Certificate' }).click();
  await expect(question).toContainText('localhost');
  const shown = (await question.locator('.certificate-fingerprint').textContent()) ?? '';
  expect(shown.replace(/\s/g, ':')).toBe(new X509Certificate(strange.cert).fingerprint256);
  await expectAccessible(later.page, "the directory's certificate");
  await question.getByRole('button', { name: 'Cancel' }).click();
  await alert.getByRole('button', { name: 'Certificate' }).click();
  expect(way.sent()).toBeLessThan(noRequest);
  await question.getByRole('button', { name: 'Trust' }).click();
  await expect(directory.getByText('1 colleague. Refreshed')).toBeVisible();
  expect(way.sent()).toBeGreaterThan(noRequest);

  // A web address with another certificate on that host is another one: told, forgotten, looked at, trusted, and nothing asked before.
  await directory.getByRole('combobox', { name: 'Comes from' }).selectOption('web');
  await directory.getByRole('textbox', { name: 'Directory address' }).fill(web.address);
  await directory.getByRole('textbox', { name: 'Directory address' }).press('Tab');
  await expect(alert).toContainText("The directory's certificate is not the one trusted here.");
  await alert.getByRole('button', { name: 'Certificate' }).click();
  const changed = later.page.getByRole('alertdialog', { name: "The directory's certificate" });
  await changed.getByRole('button', { name: 'Forget the old one' }).click();
  await expect(alert).toContainText("doesn't know who issued the directory's certificate");
  await alert.getByRole('button', { name: 'Certificate' }).click();
  expect(web.asked).toEqual([]);
  await question.getByRole('button', { name: 'Trust' }).click();

  // Asked by its tag, and not followed elsewhere. A page names no file, and allows nothing unencrypted.
  await expect(directory.getByText('1 colleague. Refreshed')).toBeVisible();
  await directory.getByRole('button', { name: 'Refresh directory' }).click();
  await expect.poll(() => web.asked).toEqual([undefined, '"1"']);
  web.at.redirects = true;
  await directory.getByRole('button', { name: 'Refresh directory' }).click();
  await expect(directory.getByRole('alert')).toContainText('sends to another address');
  for (const other of [
    { from: 'file', path: '/etc/passwd' },
    { from: 'web', address: 'http://it.test/', allowPlain: true },
  ] as const)
    await expect(
      later.page.evaluate((one) => window.companion?.request('settings.set', { directory: one }), other),
    ).rejects.toThrow();
  await tab(later.page, 'Dial pad');
  await call(later.page, 'malee', /Malee Web.*2 123 4504 ext\. 12/);
  await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '021234504' });
  await expect(later.page.getByRole('status').first()).toContainText('ext. 12');
  await expect(later.page.getByRole('status').first()).toContainText('Dial 12 yourself once they answer.');

  // The person goes, and what was kept for them.
  expect(existsSync(path.join(profile, 'directory.json'))).toBe(true);
  await tab(later.page, 'Settings');
  await signOut(later.page);
  await expect.poll(() => existsSync(path.join(profile, 'directory.json'))).toBe(false);
  await later.close();
  await pbx.close();
  web.close();
  way.close();
  await untrusted.close();
  rmSync(folder, { recursive: true, force: true });
  rmProfile(profile);
});
