import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { CdrRow } from '../../pbx/cdr.ts';
import { dialledRow } from '../../pbx/dialled-row.ts';

/** `081 230 0001` for the first, and so on: one call for each recording, a minute apart, of extension 101. */
export function callsWith(files: readonly string[], extension = '101'): CdrRow[] {
  return files.map((file, index) => ({
    ...dialledRow({
      extension,
      tel: telOf(index),
      startedAt: Date.now() - (index + 2) * 60_000,
      seconds: 20,
      serial: 500 + index,
      timeZone: 'Asia/Bangkok',
    }),
    recordingfile: file,
  }));
}

const telOf = (index: number) => `081230${String(index + 1).padStart(4, '0')}`;

export const player = (page: Page): Locator => page.getByRole('region', { name: 'Recording' });
export const position = (page: Page): Locator => player(page).getByRole('slider', { name: 'Position' });

/** Shows the list with one call in it, and presses its button. */
export async function playRecording(page: Page, index: number): Promise<void> {
  await page.getByRole('tab', { name: 'Recent calls' }).click();
  await page.getByRole('searchbox', { name: 'Search calls' }).fill(telOf(index));
  const row = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await row.hover();
  await row.getByRole('button', { name: 'Play recording' }).click();
}

export interface Heard {
  readonly at: number;
  readonly length: number;
  readonly paused: boolean;
  readonly speed: number;
  readonly address: string;
}

/** What Chromium's player says of itself. */
export async function heard(page: Page): Promise<Heard> {
  return await page.evaluate(() => {
    const audio = document.querySelector('audio');
    if (audio === null) throw new Error('no sound in this page');
    const { currentTime: at, duration: length, paused, playbackRate: speed, src: address } = audio;
    return { at, length, paused, speed, address };
  });
}

/**
 * The bytes that the program serves to its player. Asked for by the main process, because the page may only play them; for that the
 * wall that keeps everything but the player out is taken down first.
 */
export async function served(app: ElectronApplication, address: string): Promise<Buffer> {
  const text = await app.evaluate(async ({ session }, url) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    const reply = await session.defaultSession.fetch(url);
    return Buffer.from(await reply.arrayBuffer()).toString('base64');
  }, address);
  return Buffer.from(text, 'base64');
}

/** The system's dialog cannot be pressed by a test: it answers with a file, or with nothing, and remembers what it was asked. */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      Reflect.set(globalThis, 'askedToSave', args.at(-1));
      return filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath };
    };
  }, file);
}

export async function askedToSave(
  app: ElectronApplication,
): Promise<{ readonly defaultPath: string; readonly filters: { readonly extensions: string[] }[] }> {
  return await app.evaluate(() => Reflect.get(globalThis, 'askedToSave'));
}

/** Files of kept recordings. */
export function keptIn(profile: string): string[] {
  try {
    return readdirSync(path.join(profile, 'recordings'));
  } catch {
    return [];
  }
}

/** Samples that each test may play: a WAV of some length, and a GSM file. */
export const wav = 'external-101-0812345678-20261123-134406-1795416246.121.wav';
export const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';

export const button = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true });
export const playing = (page: Page) => expect(button(page, 'Pause')).toBeVisible();
