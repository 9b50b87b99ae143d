import { once } from 'node:events';
import * as http from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { bundle } from '../../build/bundle.ts';
import { inForeground, withDesktop } from '../../build/desktop-session.ts';
import { findElectron } from '../../build/electron/find.ts';
import { sandboxSwitches } from '../../build/electron/sandbox.ts';
import { readyMachine } from '../../build/machine/ready.ts';
import { projectFolder } from '../../build/project.ts';
import { newProfile, rmProfile, signIn, startCompanion } from '../e2e/support/companion.ts';
import { callsWith, heard, playRecording } from '../e2e/support/recordings.ts';
import { sampleRecording } from '../pbx/samples.ts';
import { type Pbx, startPbx } from '../pbx/stand-in.ts';
import { type Figure, median, resultOf, table } from './figures.ts';
import { hourOf } from './hours.ts';
import { memoryOf } from './processes.ts';

const rounds = 7;
const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';
const wav = 'external-101-0812345678-20261123-134406-1795416246.121.wav';
const hours = ['hour.gsm', 'hour.wav'] as const;

/** The real program with a stand-in PBX: how soon after the press something is heard, and what an hour takes of memory. */
export async function benchPlay(): Promise<Figure[]> {
  const names = [...Array.from({ length: rounds }, () => [gsm, wav]).flat(), ...hours];
  const files = new Map(hours.map((name) => [name as string, hourOf(name)]));
  const recordings = (name: string) => files.get(name) ?? sampleRecording(name);
  const pbx = await startPbx({ rows: callsWith(names), recordings });
  const profile = newProfile();
  const { app, page } = await startCompanion(profile);
  try {
    await signIn(page, { address: pbx.origin });
    const figures: Figure[] = [];
    for (const [place, name] of [gsm, wav].entries()) {
      const delay = 200;
      pbx.fault('recapi', { kind: 'slow', ms: delay });
      const floor: number[] = [];
      const ours: number[] = [];
      for (let round = 0; round < rounds; round++) {
        floor.push(await firstByte(pbx, name));
        ours.push(await firstSound(page, 2 * round + place));
      }
      pbx.fault('recapi', null);
      const most = 1.5 * median(floor) + 100;
      const what = `press to first sound, ${name.split('.').at(-1)}`;
      figures.push({ what, unit: 'ms', ours, floor, aim: { most: Math.round(most) } });
    }
    for (const [place, name] of hours.entries())
      figures.push({
        what: `memory above idle, ${name}`,
        unit: 'MiB',
        ours: [await hourInMemory(app, page, 2 * rounds + place)],
        aim: { most: 64 },
      });
    return figures;
  } finally {
    await app.close();
    await pbx.close();
    rmProfile(profile);
  }
}

/** Of a bare download: Node's own client, a connection of its own. */
async function firstByte(pbx: Pbx, filename: string): Promise<number> {
  const begin = performance.now();
  const token = Buffer.from('demo-key:demo-secret').toString('base64');
  const request = http.request(`${pbx.origin}/pbxws.php/recapi`, {
    method: 'POST',
    headers: { Authorization: `Basic ${token}`, 'Content-Type': 'application/json' },
  });
  request.end(JSON.stringify({ filename }));
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  await once(response, 'readable');
  const took = performance.now() - begin;
  response.destroy();
  return took;
}

/** By the page's own clock, from the press to what Chromium calls playing. */
async function firstSound(page: Page, index: number): Promise<number> {
  await page.evaluate(() => {
    const audio = document.querySelector('audio');
    // No function has a name here: the compiler would add a helper of its own, which this page does not have.
    document.addEventListener(
      'click',
      (event) => {
        const isPlay = event.target instanceof Element && event.target.closest('.call-action') !== null;
        if (isPlay) Reflect.set(window, 'pressedAt', performance.now());
      },
      { capture: true },
    );
    Reflect.set(
      window,
      'firstSound',
      new Promise((done) => {
        audio?.addEventListener('playing', () => done(performance.now() - Reflect.get(window, 'pressedAt')), {
          once: true,
        });
      }),
    );
  });
  await playRecording(page, index);
  return await page.evaluate(() => Reflect.get(window, 'firstSound') as Promise<number>);
}

/** The most above idle while it is fetched, its waveform drawn, played at twice the speed and looked through. */
async function hourInMemory(app: ElectronApplication, page: Page, index: number): Promise<number> {
  const pid = app.process().pid ?? 0;
  await after(3_000);
  const idle = memoryOf(pid);
  let most = idle;
  let over = false;
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, memoryOf(pid));
      await after(250);
    }
  })();
  await playRecording(page, index);
  for (const minute of [0, 10, 30, 55, 5, 59]) {
    await page.evaluate((at) => {
      const audio = document.querySelector('audio');
      if (audio) audio.currentTime = at * 60;
    }, minute);
    await after(3_000);
  }
  await heard(page);
  over = true;
  await watching;
  await page.getByRole('region', { name: 'Recording' }).getByRole('button', { name: 'Close' }).click();
  return most - idle;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env.COMPANION_ELECTRON) console.log(table((await benchPlay()).map(resultOf)));
  else {
    const electron = await findElectron();
    await readyMachine({ use: 'test', electron: electron.executable });
    const switches = await sandboxSwitches(electron.executable);
    await bundle(projectFolder);
    process.exitCode = await withDesktop({ desktop: 'own' }, (desktop) => {
      const env = {
        ...desktop,
        COMPANION_ELECTRON: electron.executable,
        COMPANION_SWITCHES: switches.join(' '),
      };
      return inForeground(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], env);
    });
  }
}
