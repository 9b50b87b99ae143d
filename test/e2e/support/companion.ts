import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import {
  _electron,
  type BrowserContext,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { type Pbx, type PbxOptions, startPbx } from '../../pbx/stand-in.ts';

const project = path.resolve(import.meta.dirname, '../../..');

/** The Electron that `npm test` found, with the switches this machine makes necessary. */
const executablePath = process.env.COMPANION_ELECTRON ?? '';
const switches = (process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean);

export interface Companion {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly env: NodeJS.ProcessEnv;
  /** All that the program printed and logged so far. */
  readonly output: () => string;
  close(): Promise<void>;
}

/** A profile folder of its own, removed by `rmProfile`. */
export const newProfile = (): string => mkdtempSync(path.join(os.tmpdir(), 'companion-'));
/**
 * Chromium's helpers may still write there while the program ends. Each try looks anew at what lies there: `maxRetries` goes on with what
 * the first one saw.
 */
export function rmProfile(profile: string): void {
  for (let left = 50; ; left -= 1) {
    try {
      rmSync(profile, { recursive: true, force: true });
      return;
    } catch (error) {
      if (left === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

/** What the program logged, in the profile that it was started with. */
export function logOf(profile: string): string {
  const file = path.join(profile, 'logs', 'companion.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export interface StartOptions {
  readonly env?: Record<string, string>;
  readonly args?: readonly string[];
  /** Chromium's, which are not the program's to read. */
  readonly switches?: readonly string[];
  readonly locale?: string;
  /** A folder whose program starts this one. */
  readonly program?: string;
}

const programs = new WeakMap<BrowserContext, ElectronApplication>();

/** While something reads a whole page, that page answers nobody, and on a busy computer the program would make it anew. */
export async function whileItReads<T>(page: Page, read: () => Promise<T>): Promise<T> {
  const app = programs.get(page.context());
  await app?.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      contents.executeJavaScript = () => Promise.resolve();
  });
  try {
    return await read();
  } finally {
    await app?.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents())
        Reflect.deleteProperty(contents, 'executeJavaScript');
    });
  }
}

export async function startCompanion(profile: string, options: StartOptions = {}): Promise<Companion> {
  const env = {
    ...(process.env as Record<string, string>),
    LANGUAGE: options.locale ?? 'en',
    ...options.env,
  };
  const app = await _electron.launch({
    executablePath,
    args: [
      ...switches,
      ...(options.switches ?? []),
      options.program ?? project,
      `--user-data-dir=${profile}`,
      `--lang=${options.locale ?? 'en-US'}`,
      ...(options.args ?? []),
    ],
    env,
  });
  programs.set(app.context(), app);
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const page = await app.firstWindow();
  // Chromium lets go of each key until it has painted the page once, and nobody presses one that soon. A page that never is is a test's own matter.
  await page
    .waitForFunction(() => document.hidden || performance.getEntriesByType('paint').length > 0, null, {
      polling: 50,
      timeout: 10_000,
    })
    .catch(() => undefined);
  return { app, page, env, output: () => output + logOf(profile), close: () => app.close() };
}

export interface SignInFields {
  readonly address: string;
  readonly apiKey?: string;
  readonly apiSecret?: string;
  readonly extension?: string;
  readonly agentId?: string;
  readonly authentication?: 'Authorization header' | 'Request body' | 'Query string';
  readonly requests?: 'POST' | 'GET';
}

export async function fillSignIn(page: Page, fields: SignInFields): Promise<void> {
  await page.getByRole('textbox', { name: 'PBX address' }).fill(fields.address);
  await page.getByRole('textbox', { name: 'API key' }).fill(fields.apiKey ?? 'demo-key');
  await page.getByLabel('API secret').fill(fields.apiSecret ?? 'demo-secret');
  await page.getByRole('textbox', { name: 'Extension' }).fill(fields.extension ?? '101');
  await page.getByRole('textbox', { name: 'Agent ID' }).fill(fields.agentId ?? '');
  if (fields.authentication || fields.requests) {
    await page.getByRole('button', { name: 'Advanced' }).click();
    if (fields.authentication) {
      await page.getByRole('combobox', { name: 'Authentication' }).selectOption(fields.authentication);
    }
    if (fields.requests) await page.getByRole('combobox', { name: 'Requests' }).selectOption(fields.requests);
  }
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signIn(page: Page, fields: SignInFields): Promise<void> {
  await fillSignIn(page, fields);
  await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
}

/** From the settings, with the question answered. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await confirmSignOut(page);
}

export async function confirmSignOut(page: Page): Promise<void> {
  const asked = page.getByRole('alertdialog', { name: 'Sign out?' });
  await asked.getByRole('button', { name: 'Sign out' }).click();
}

type Act = (at: Companion & { readonly pbx: Pbx; readonly profile: string }) => Promise<void>;

interface WithPbx extends StartOptions {
  readonly pbx?: Partial<PbxOptions>;
}

/** Whether anything is painted, and what the program logged last. */
async function stateOf({ app, page, output }: Companion): Promise<string> {
  const of = async (asked: Promise<unknown>) =>
    JSON.stringify(await Promise.race([asked.catch(String), after(2_000, 'no answer')]));
  const windows = app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      visible: window.isVisible(),
      focused: window.isFocused(),
    })),
  );
  const painted = page.evaluate(() => ({
    hidden: document.hidden,
    paints: performance.getEntriesByType('paint').length,
  }));
  const log = output().trim().split('\n').slice(-3).join('\n');
  return `windows ${await of(windows)}, page ${await of(painted)}\n${log}`;
}

/** The stack begins with the message, and is what is shown of an error of Playwright's own. */
function addTo(error: Error, more: string): void {
  const message = `${error.message}\n${more}`;
  error.stack = (error.stack ?? '').replace(error.message, () => message);
  error.message = message;
}

/** Started beside a PBX of its own, and both gone afterwards, whatever happens between. */
export async function withStarted(act: Act, options: WithPbx = {}): Promise<void> {
  const pbx = await startPbx(options.pbx);
  const profile = newProfile();
  const companion = await startCompanion(profile, options);
  try {
    await act({ ...companion, pbx, profile });
  } catch (error) {
    // A run that was red once may leave nothing else to find the cause by.
    if (error instanceof Error) addTo(error, await stateOf(companion));
    throw error;
  } finally {
    await companion.close();
    await pbx.close();
    rmProfile(profile);
  }
}

/** Signed in to a PBX of its own. */
export const withSignedIn = (
  act: Act,
  options: WithPbx & { readonly fields?: Partial<SignInFields> } = {},
): Promise<void> =>
  withStarted(async (at) => {
    await signIn(at.page, { address: at.pbx.origin, ...options.fields });
    await act(at);
  }, options);

export const numberBox = (page: Page) => page.getByRole('textbox', { name: 'Name or number' });
export const callButton = (page: Page) => page.getByRole('button', { name: 'Call', exact: true });

export const question = (page: Page) => page.getByRole('alertdialog', { name: 'Call this number?' });

/** Waits until the question takes a yes, as a person does who reads it. */
export const readQuestion = (page: Page): Promise<void> =>
  expect(question(page).getByRole('button', { name: 'Call', exact: true })).toBeEnabled();

export async function dialByKeyboard(page: Page, number: string): Promise<void> {
  await numberBox(page).fill(number);
  await numberBox(page).press('Enter');
}
