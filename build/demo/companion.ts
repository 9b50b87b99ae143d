import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Language } from '../../app/contract/settings.ts';
import { readSignIn } from '../../app/session/account.ts';
import { accountId } from '../../app/session/account-id.ts';
import { type Words, wordsFor } from '../../app/words/index.ts';
import { languageOf } from '../../app/words/languages.ts';
import { demoOffice } from '../../test/pbx/demo-office.ts';
import { parties } from '../../test/pbx/demo-people.ts';
import { type Pbx, startPbx } from '../../test/pbx/stand-in.ts';
import { projectFolder } from '../project.ts';
import { leavePastCalls } from './past-calls.ts';

/** How the stand-in PBX knows this desk. Nothing here is a secret. */
const account = { apiKey: 'demo-key', apiSecret: 'demo-secret', extension: '101' } as const;

export interface Office extends Pbx {
  /** When its week ended, in milliseconds since 1970: what was dialled from here stands in its records by that. */
  readonly now: number;
}

/** The PBX of a made-up office. A call asked for lasts half a minute and then stands in its records. */
export async function startOffice(): Promise<Office> {
  const now = Date.now();
  const pbx = await startPbx({
    ...demoOffice({ now }),
    apiKey: account.apiKey,
    apiSecret: account.apiSecret,
    onDial: 'leave-row',
    callLastsMs: 30_000,
  });
  return { ...pbx, now };
}

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export interface StartOptions {
  /** Name of the profile's folder. */
  readonly profile: string;
  readonly pbx: Office;
  /** Left out: as the system has them. */
  readonly look?: { readonly language: Language; readonly theme: 'light' | 'dark' };
}

const given = (name: string): string => process.env[name] ?? '';

/** What the app will call the account that signs in here. */
function ownerAt(pbx: Pbx): string {
  const ways = { authentication: 'header', requests: 'post', allowPlainHttp: false } as const;
  const read = readSignIn({ ...account, ...ways, address: pbx.origin, agentId: '' });
  if (!read.ok) throw new Error('The demo cannot read the address of its own PBX.');
  return accountId(read.value);
}

/** Starts the app as `npm start` does, in a profile that a few calls were made from. */
export async function startCompanion({ profile: name, pbx, look }: StartOptions): Promise<Started> {
  const profile = path.join(given('COMPANION_PROFILES'), name);
  leavePastCalls(profile, ownerAt(pbx), pbx.now);
  const switches = given('COMPANION_SWITCHES').split(' ').filter(Boolean);
  const app = await _electron.launch({
    executablePath: given('COMPANION_ELECTRON'),
    args: [
      ...switches,
      projectFolder,
      `--user-data-dir=${profile}`,
      // Twice as fine: the pictures are looked at on fine screens.
      ...(look ? [`--lang=${look.language}`, '--force-device-scale-factor=2'] : []),
    ],
    env: { ...(process.env as Record<string, string>), ...(look ? { LANGUAGE: look.language } : {}) },
    // Playwright's own default is light, whatever the desktop says.
    colorScheme: look?.theme ?? null,
  });
  return { app, page: await app.firstWindow() };
}

/** The language that the page came up in. */
export async function wordsOn(page: Page): Promise<Words> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  return wordsFor(languageOf((await page.locator('html').getAttribute('lang')) ?? ''));
}

/** Fills in the form that everybody signs in by. */
export async function fillIn(page: Page, words: Words, pbx: Pbx): Promise<void> {
  const { signIn } = words;
  await page.getByLabel(signIn.address, { exact: true }).fill(pbx.origin);
  await page.getByLabel(signIn.apiKey, { exact: true }).fill(account.apiKey);
  await page.getByLabel(signIn.apiSecret, { exact: true }).fill(account.apiSecret);
  await page.getByLabel(signIn.extension, { exact: true }).fill(account.extension);
}

export async function signIn(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await page.getByRole('tab', { name: words.tabs.dialPad }).waitFor();
}

/** People whom this desk calls often, kept as a person keeps them: by the form. */
export async function keepFavourites(page: Page, words: Words): Promise<void> {
  const { favourites } = words;
  const panel = page.getByRole('dialog', { name: favourites.title });
  await page.getByRole('button', { name: favourites.title, exact: true }).click();
  for (const party of [0, 1, 6, 2]) {
    const { name, number } = parties[party] ?? { name: '', number: '' };
    await panel.getByRole('button', { name: favourites.add, exact: true }).click();
    await panel.getByRole('textbox', { name: favourites.name, exact: true }).fill(name);
    await panel.getByRole('textbox', { name: favourites.number }).fill(number);
    await panel.getByRole('button', { name: favourites.save }).click();
    await panel.getByRole('button', { name: favourites.edit(name) }).waitFor({ state: 'attached' });
  }
  await panel.getByRole('button', { name: words.close }).click();
}

/** A call that goes out, one that is asked about, and one that the PBX turns down; a picture of each. */
export async function callAround(
  page: Page,
  words: Words,
  pbx: Pbx,
  take: (name: 'call-placed' | 'question' | 'call-refused') => Promise<void>,
): Promise<void> {
  const number = page.getByRole('textbox', { name: words.dial.number, exact: true });
  const call = page.getByRole('button', { name: words.dial.call, exact: true });
  const outcome = page.locator('[role=status]:visible');

  await number.fill('0812340012');
  await call.click();
  await outcome.filter({ hasText: words.dial.pickUp('101') }).waitFor();
  await take('call-placed');

  await number.fill('0812340012');
  await call.click();
  const question = page.getByRole('alertdialog', { name: words.dial.ask.title });
  await question.waitFor();
  await take('question');
  await question.getByRole('button', { name: words.dial.ask.cancel }).click();

  pbx.fault('dial', { kind: 'refuse', msg: 'Extension 101 is not registered' }, 1);
  await number.fill('021234518');
  await call.click();
  await outcome.filter({ hasText: words.failure['phone-not-connected']('101').what }).waitFor();
  await take('call-refused');
  // Typing takes the failure away.
  await number.fill('');
}
