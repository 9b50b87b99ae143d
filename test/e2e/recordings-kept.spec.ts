import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { seeded } from '../pbx/cdr.ts';
import { sampleRecording, sampleRecordingNames } from '../pbx/samples.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { newProfile, rmProfile, signIn, signOut, startCompanion, withSignedIn } from './support/companion.ts';
import {
  button,
  callsWith,
  gsm,
  heard,
  keptIn,
  player,
  playing,
  playRecording,
  served,
  wav,
} from './support/recordings.ts';

const withSound = sampleRecordingNames().filter((name) => (sampleRecording(name)?.length ?? 0) > 60);

test('a copy is kept encrypted, heard without the PBX, and gone with the sign-out', async () => {
  await withSignedIn(
    async ({ page, pbx, profile }) => {
      await playRecording(page, 0);
      await playing(page);
      await button(page, 'Close').click();
      await expect.poll(() => keptIn(profile).filter((name) => name.endsWith('.rec'))).toHaveLength(1);
      const [copy = ''] = keptIn(profile);
      const kept = readFileSync(path.join(profile, 'recordings', copy));
      expect(kept.includes(Buffer.from(sampleRecording(wav) ?? []).subarray(44, 76))).toBe(false);
      expect(kept.includes('RIFF')).toBe(false);

      const asked = pbx.received.filter(({ action }) => action === 'recapi').length;
      await playRecording(page, 0);
      await playing(page);
      expect(pbx.received.filter(({ action }) => action === 'recapi')).toHaveLength(asked);

      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      await expect.poll(() => keptIn(profile)).toEqual([]);
      expect((await heard(page)).address).toBe('');
    },
    { pbx: { rows: callsWith([wav]) } },
  );
});

test('without a keychain it plays all the same, with nothing on disk', async () => {
  await withSignedIn(
    async ({ page, profile }) => {
      await playRecording(page, 0);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(0.3);
      expect(keptIn(profile)).toEqual([]);
      await button(page, 'Close').click();
      await expect(player(page)).toBeHidden();
      expect(keptIn(profile)).toEqual([]);
    },
    {
      pbx: { rows: callsWith([gsm]) },
      env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' },
    },
  );
});

test('killed in the middle of a download, it never plays the half as the whole', async () => {
  const pbx = await startPbx({ rows: callsWith([wav]) });
  const profile = newProfile();
  try {
    const first = await startCompanion(profile);
    await signIn(first.page, { address: pbx.origin });
    pbx.fault('recapi', { kind: 'stall-mid-reply' }, 1);
    await playRecording(first.page, 0);
    await playing(first.page);
    expect(keptIn(profile)).toHaveLength(1);
    const ended = new Promise((done) => first.app.process().once('exit', done));
    first.app.process().kill('SIGKILL');
    await ended;
    expect(keptIn(profile).filter((name) => name.endsWith('.part'))).toHaveLength(1);

    const second = await startCompanion(profile);
    try {
      await expect(second.page.getByRole('tab', { name: 'Recent calls' })).toBeVisible();
      pbx.fault('recapi', { kind: 'refuse', msg: 'Not now' });
      await playRecording(second.page, 0);
      await expect(player(second.page).getByRole('alert')).toContainText('has no recording');
      pbx.fault('recapi', null);
      await button(second.page, 'Try again').click();
      await playing(second.page);
      const bytes = await served(second.app, (await heard(second.page)).address);
      const whole = Buffer.from(sampleRecording(wav) ?? []).subarray(44);
      expect(bytes.subarray(-whole.length).equals(whole)).toBe(true);
      expect(keptIn(profile).filter((name) => name.endsWith('.part'))).toEqual([]);
    } finally {
      await second.close();
    }
  } finally {
    await pbx.close();
    rmProfile(profile);
  }
});

/** Whether an element that is made anew finds sound there. */
const plays = (page: Page, address: string, crossOrigin: string | null) =>
  page.evaluate(
    ([src, origin]) =>
      new Promise<boolean>((done) => {
        const audio = new Audio();
        audio.addEventListener('error', () => done(false));
        audio.addEventListener('canplay', () => done(true));
        audio.crossOrigin = origin ?? null;
        audio.src = src ?? '';
      }),
    [address, crossOrigin],
  );

test('another person’s recording, a file of the computer and a made-up name are out of the page’s reach', async () => {
  const own = callsWith([wav]);
  const foreign = callsWith([gsm], '103').map((row) => ({ ...row, dst: '0899999999', uniqueid: '1.999' }));
  await withSignedIn(
    async ({ app, page, pbx }) => {
      await playRecording(page, 0);
      await playing(page);
      const { address } = await heard(page);
      await button(page, 'Close').click();
      await expect(player(page)).toBeHidden();
      // Not by what Chromium remembers of it, either.
      for (const crossOrigin of ['anonymous', null])
        expect(await plays(page, address, crossOrigin)).toBe(false);
      await playRecording(page, 0);
      await playing(page);
      const asked = pbx.received.length;
      const refused = await page.evaluate(
        async ([ownAddress, ...names]) => {
          const call = (name: string, input: unknown) =>
            Promise.resolve(window.companion?.request(name, input)).then(
              (reply) => JSON.stringify(reply),
              () => 'rejected',
            );
          const plays = (src: string) =>
            new Promise<string>((done) => {
              const audio = new Audio(src);
              audio.addEventListener('error', () => done('no'));
              audio.addEventListener('loadedmetadata', () => done('plays'));
            });
          const opened = [];
          for (const name of names) {
            opened.push(await call('recordings.open', { call: name, index: 0 }));
            opened.push(
              await call('recordings.save', { id: name, as: 'original', direction: '', party: '' }),
            );
          }
          opened.push(await call('recordings.open', { call: names[0], index: -1 }));
          opened.push(await call('recordings.measures', { id: `r${'0'.repeat(32)}`, count: 10 }));
          const heardOf = [];
          for (const name of [...names, `r${'0'.repeat(32)}`])
            heardOf.push(await plays(`recording://${encodeURIComponent(name)}/`));
          const fetched = await fetch(ownAddress ?? '').then(
            () => 'fetched',
            () => 'no',
          );
          const pulled = await new Promise((done) => {
            const request = new XMLHttpRequest();
            request.addEventListener('load', () => done('fetched'));
            request.addEventListener('error', () => done('no'));
            request.open('GET', ownAddress ?? '');
            request.send();
          });
          return { opened, heardOf, fetched, pulled };
        },
        [address, '1.999', gsm, '../../../../etc/passwd', 'file:///etc/passwd', `103 ${gsm}`],
      );
      expect(refused.fetched).toBe('no');
      expect(refused.pulled).toBe('no');
      expect(new Set(refused.heardOf)).toEqual(new Set(['no']));
      for (const reply of refused.opened)
        expect(reply).toMatch(/^rejected$|"code":"no-recording"|"value":null/);
      expect(pbx.received.slice(asked).filter(({ action }) => action === 'recapi')).toEqual([]);

      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      expect((await served(app, address)).length).toBe(0);
    },
    { pbx: { rows: [...own, ...foreign] } },
  );
});

test('no header and no cut makes it crash or hang: each file plays, or is told of', async () => {
  const random = seeded(7);
  const files = withSound.flatMap((name) => {
    const whole = Buffer.from(sampleRecording(name) ?? []);
    return [
      { name, bytes: whole.subarray(0, Math.floor(random() * Math.min(whole.length, 200))) },
      { name, bytes: whole.subarray(0, Math.floor(random() * whole.length)) },
      { name, bytes: spoilt(whole, random) },
    ];
  });
  const names = files.map(({ name }, index) => `${index}-${name}`);
  await withSignedIn(
    async ({ page }) => {
      for (const index of files.keys()) {
        await playRecording(page, index);
        const plays = button(page, 'Pause').or(button(page, 'Play'));
        await expect(plays.or(player(page).getByRole('alert')).first(), names[index]).toBeVisible();
      }
      await playRecording(page, files.length);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(0.3);
    },
    {
      pbx: {
        rows: callsWith([...names, wav]),
        recordings: (name) => files[names.indexOf(name)]?.bytes ?? sampleRecording(name),
      },
    },
  );
});

/** Any few bytes of the head changed, as a bad disk or a bad person would. */
function spoilt(whole: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(whole);
  for (let count = 0; count < 6; count++)
    bytes[Math.floor(random() * Math.min(64, bytes.length))] = Math.floor(random() * 256);
  return bytes;
}
