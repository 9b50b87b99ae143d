import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { reference } from '../app/recordings/programs.ts';
import { hourOf } from '../bench/hours.ts';
import { sampleRecording, sampleRecordingNames } from '../pbx/samples.ts';
import { expectAccessible } from './support/accessible.ts';
import { withSignedIn } from './support/companion.ts';
import {
  answerSaveDialog,
  askedToSave,
  button,
  callsWith,
  gsm,
  heard,
  player,
  playing,
  playRecording,
  position,
  served,
  wav,
} from './support/recordings.ts';

const samples = path.join(import.meta.dirname, '../pbx/samples/recordings');
const withSound = sampleRecordingNames().filter((name) => (sampleRecording(name)?.length ?? 0) > 60);

const positionOf = async (page: Page) => Number(await position(page).inputValue());

/** What an element that the page makes for itself makes of an address; it holds nothing of it afterwards. */
const triedIn = (page: Page, address: string): Promise<string> =>
  page.evaluate(async (src) => {
    const audio = document.createElement('audio');
    audio.crossOrigin = 'anonymous';
    audio.muted = true;
    const what = await new Promise<string>((tell) => {
      audio.addEventListener('error', () => tell('error'));
      audio.addEventListener('timeupdate', () => audio.currentTime > 0 && tell('plays'));
      audio.src = src;
      audio.play().catch(() => undefined);
    });
    audio.removeAttribute('src');
    audio.load();
    return what;
  }, address);

/** Somewhere to save to, gone with the test. */
async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'saved-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('every recording that Asterisk wrote plays: to its length, from any place, sample by sample', async () => {
  await withSignedIn(
    async ({ app, page }) => {
      for (const [index, name] of withSound.entries()) {
        await playRecording(page, index);
        await playing(page);
        const expected = reference(path.join(samples, name));
        const rate = name.endsWith('.g722') ? 16_000 : 8_000;
        const seconds = expected.length / 2 / rate;
        await expect.poll(async () => (await heard(page)).at, { message: name }).toBeGreaterThan(0.2);
        const { length, address } = await heard(page);
        expect(Math.abs(length - seconds), name).toBeLessThan(0.1);

        await button(page, 'Pause').click();
        const middle = Math.round(seconds * 50) / 100;
        await position(page).fill(String(middle));
        await expect.poll(async () => Math.abs((await heard(page)).at - middle)).toBeLessThan(0.1);
        await button(page, 'Play').click();
        await expect
          .poll(async () => (await heard(page)).at, { message: name })
          .toBeGreaterThan(middle + 0.1);

        const bytes = await served(app, address);
        expect(bytes.subarray(-expected.length).equals(expected), name).toBe(true);
        await button(page, 'Close').click();
        await expect(player(page)).toBeHidden();
      }
    },
    { pbx: { rows: callsWith(withSound) } },
  );
});

test('what is wrong with a recording is told apart, in words, and tried again where that makes sense', async () => {
  const faults = [
    [{ kind: 'refuse', msg: 'Recording file not found' }, 'The PBX has no recording of this call.', true],
    [
      { kind: 'status', status: 404, body: '{"success":false,"msg":"Recording file not found"}' },
      'The PBX has no recording of this call.',
      true,
    ],
    [{ kind: 'refuse', msg: 'No permission' }, "The PBX won't give this recording.", true],
    [{ kind: 'html' }, 'A web page came in place of the recording.', true],
    [{ kind: 'empty' }, 'The recording is empty.', true],
    [{ kind: 'header-only' }, 'There is nothing to hear.', false],
    [{ kind: 'close-before-reply' }, "The PBX's reply got lost.", true],
    [{ kind: 'status', status: 500 }, 'The PBX has a problem of its own.', true],
  ] as const;
  await withSignedIn(
    async ({ page, pbx }) => {
      for (const [index, [fault, words, again]] of faults.entries()) {
        pbx.fault('recapi', fault);
        await playRecording(page, index);
        await expect(player(page).getByRole('alert')).toContainText(words);
        if (fault.kind === 'refuse') await expect(player(page)).toContainText(`“${fault.msg}”`);
        await expect(button(page, 'Try again')).toBeVisible({ visible: again });
        await expect(button(page, 'Save as…')).toBeHidden();
        pbx.fault('recapi', null);
        if (again) {
          await button(page, 'Try again').click();
          await playing(page);
        }
      }
    },
    { pbx: { rows: callsWith(faults.map(() => wav)) } },
  );
});

test('a recording plays, whatever PHP wrote in front of it', async () => {
  const noises = ['php-warning', 'bom', 'white-space'] as const;
  const expected = reference(path.join(samples, wav));
  await withSignedIn(
    async ({ app, page, pbx }) => {
      for (const [index, kind] of noises.entries()) {
        pbx.fault('recapi', { kind }, 1);
        await playRecording(page, index);
        await playing(page);
        const bytes = await served(app, (await heard(page)).address);
        expect(bytes.subarray(-expected.length).equals(expected), kind).toBe(true);
        await button(page, 'Close').click();
      }
    },
    { pbx: { rows: callsWith(noises.map(() => wav)) } },
  );
});

test('of a recording that is cut short or still being written one hears what there is, and is told', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      for (const [index, kind, words] of [
        [0, 'cut-file', 'the end is missing'],
        [1, 'still-written', 'this is what there is so far'],
      ] as const) {
        pbx.fault('recapi', { kind }, 1);
        await playRecording(page, index);
        await expect(player(page)).toContainText(words);
        await playing(page);
        await expect.poll(async () => (await heard(page)).length).toBeCloseTo(3.5, 1);
      }
    },
    { pbx: { rows: callsWith([wav, wav]) } },
  );
});

test('sound starts while the rest of the file is still on its way, and a transfer that breaks off is told of', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      pbx.fault('recapi', { kind: 'stall-mid-reply' }, 1);
      await playRecording(page, 0);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(0.5);
      expect((await heard(page)).length).toBeCloseTo(7, 1);

      pbx.fault('recapi', { kind: 'close-mid-reply' }, 1);
      await playRecording(page, 1);
      await expect(player(page).getByRole('alert')).toContainText("The PBX's reply got lost.");
      await button(page, 'Try again').click();
      await playing(page);
    },
    { pbx: { rows: callsWith([wav, wav]) } },
  );
});

test('G.729 says that it cannot be played, and is saved as it is', async () => {
  const bytes = Uint8Array.from({ length: 500 }, (_, at) => (at * 37 + 11) & 255);
  await withFolder(async (folder) => {
    await withSignedIn(
      async ({ app, page }) => {
        await playRecording(page, 0);
        await expect(player(page).getByRole('alert')).toContainText("can't be played here. It is in G.729.");
        const file = path.join(folder, 'call.g729');
        await answerSaveDialog(app, file);
        await button(page, 'Save as…').click();
        await expect(player(page)).toContainText('Saved.');
        expect(readFileSync(file)).toEqual(Buffer.from(bytes));
      },
      { pbx: { rows: callsWith(['call.g729']), recordings: () => bytes } },
    );
  });
});

test('a recording is saved as it is or as WAV, under a sensible name, and stopped without a trace', async () => {
  await withFolder(async (folder) => {
    await withSignedIn(
      async ({ app, page, pbx }) => {
        await playRecording(page, 0);
        await playing(page);
        const as = { wav: path.join(folder, 'as.wav'), original: path.join(folder, 'as.gsm') };
        await answerSaveDialog(app, as.wav);
        await button(page, 'Save as…').click();
        await expect(player(page)).toContainText('Saved.');
        const asked = await askedToSave(app);
        expect(path.basename(asked.defaultPath)).toMatch(
          /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d Outgoing 081 230 0001\.wav$/,
        );
        expect(asked.filters[0]?.extensions).toEqual(['wav']);
        const expected = reference(path.join(samples, gsm));
        expect(readFileSync(as.wav).subarray(44).equals(expected)).toBe(true);

        await answerSaveDialog(app, as.original);
        await player(page).getByRole('combobox', { name: 'File type' }).selectOption('As recorded (GSM)');
        await button(page, 'Save as…').click();
        await expect.poll(() => readdirSync(folder).sort()).toEqual(['as.gsm', 'as.wav']);
        expect(readFileSync(as.original)).toEqual(readFileSync(path.join(samples, gsm)));

        pbx.fault('recapi', { kind: 'stall-mid-reply' }, 1);
        await playRecording(page, 1);
        await playing(page);
        await answerSaveDialog(app, path.join(folder, 'half.wav'));
        await button(page, 'Save as…').click();
        await expect(player(page).getByRole('progressbar')).toBeVisible();
        await expect.poll(() => readdirSync(folder).length).toBe(3);
        await button(page, 'Cancel saving').click();
        await expect(button(page, 'Save as…')).toBeVisible();
        expect(readdirSync(folder).sort()).toEqual(['as.gsm', 'as.wav']);

        await answerSaveDialog(app, path.join(folder, 'no such folder', 'x.wav'));
        await playRecording(page, 0);
        await playing(page);
        await button(page, 'Save as…').click();
        await expect(player(page).getByRole('alert')).toContainText("The file can't be saved there.");
      },
      { pbx: { rows: callsWith([gsm, wav]) } },
    );
  });
});

test('one hand on the keyboard: play, pause, go back and forward, faster, and close', async () => {
  await withSignedIn(
    async ({ app, page }) => {
      await playRecording(page, 0);
      await playing(page);
      await button(page, 'Pause').focus();
      await page.keyboard.press('Space');
      await expect(button(page, 'Play')).toBeFocused();
      await position(page).focus();
      await page.keyboard.press('Home');
      await expect.poll(() => positionOf(page)).toBe(0);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => positionOf(page)).toBeCloseTo(5, 1);
      await button(page, 'Play').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => positionOf(page)).toBe(0);
      await button(page, 'Forward 10 seconds').press('Enter');
      await expect.poll(() => positionOf(page)).toBeCloseTo(7, 1);
      await button(page, 'Back 10 seconds').press('Enter');
      await expect.poll(() => positionOf(page)).toBe(0);

      await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('2×');
      expect(await heard(page)).toMatchObject({ speed: 2, paused: true });
      expect(await page.evaluate(() => document.querySelector('audio')?.preservesPitch)).toBe(true);
      await position(page).press('Space');
      await playing(page);
      // Twice as fast: by the recording's own clock against the page's.
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(0.5);
      const { address } = await heard(page);
      expect(await triedIn(page, address)).toBe('plays');
      await position(page).press('Escape');
      await expect(player(page)).toBeHidden();
      // The player's element has let go of it, and the program gives it to no other, nor does Chromium's memory.
      expect(
        await page.evaluate(() => {
          const audio = document.querySelector('audio');
          return [
            audio?.hasAttribute('src'),
            audio?.readyState === HTMLMediaElement.HAVE_NOTHING,
            audio?.networkState === HTMLMediaElement.NETWORK_EMPTY,
          ];
        }),
      ).toEqual([false, true, true]);
      expect(await triedIn(page, `${address}wav`)).toBe('error');
      expect((await served(app, address)).length).toBe(0);
    },
    { pbx: { rows: callsWith([wav]) } },
  );
});

test('in an hour of sound one goes to any place at once, also before its end was ever decoded', async () => {
  const hour = hourOf('hour.gsm');
  await withSignedIn(
    async ({ page }) => {
      await playRecording(page, 0);
      await playing(page);
      await expect.poll(async () => (await heard(page)).length).toBeCloseTo(3_600, 1);
      for (const place of [3_000, 60, 3_590]) {
        await position(page).fill(String(place));
        await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(place + 0.2);
        expect((await heard(page)).at).toBeLessThan(place + 8);
      }
    },
    { pbx: { rows: callsWith(['hour.gsm']), recordings: () => hour } },
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`nobody is kept out of the player, in ${theme}`, async () => {
    await withSignedIn(
      async ({ page, pbx }) => {
        await page.evaluate((value) => window.companion?.request('settings.set', { theme: value }), theme);
        await playRecording(page, 0);
        await playing(page);
        await expectAccessible(page, 'playing');
        pbx.fault('recapi', { kind: 'refuse', msg: 'Recording file not found' });
        await playRecording(page, 1);
        await expect(player(page).getByRole('alert')).toBeVisible();
        await expectAccessible(page, 'a problem');
      },
      { pbx: { rows: callsWith([gsm, wav]) } },
    );
  });
}

test('the list may be left and come back to: what plays goes on, and its player is where it was', async () => {
  await withSignedIn(
    async ({ page }) => {
      await playRecording(page, 0);
      await playing(page);
      await page.getByRole('tab', { name: 'Dial pad' }).click();
      const { at } = await heard(page);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(at + 0.3);
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await playing(page);
      // A call rings: nobody listens to two things at once.
      await page.getByRole('button', { name: 'Call 081 230 0001' }).click();
      await expect(button(page, 'Play')).toBeVisible();
    },
    { pbx: { rows: callsWith([wav]) } },
  );
});

test('a Chromium that makes nothing of the quick form gets the same as WAV', async () => {
  await withSignedIn(
    async ({ page }) => {
      await playRecording(page, 0);
      await playing(page);
      const { address } = await heard(page);
      const length = await page.evaluate(
        (src) =>
          new Promise((done) => {
            const audio = new Audio(src);
            audio.addEventListener('loadedmetadata', () => done(audio.duration));
            audio.addEventListener('error', () => done(null));
          }),
        `${address}wav`,
      );
      expect(length).toBeCloseTo(6, 2);
    },
    { pbx: { rows: callsWith([gsm]) } },
  );
});

test('one recording plays at a time, and each goes on where it was left', async () => {
  await withSignedIn(
    async ({ page }) => {
      await playRecording(page, 0);
      await playing(page);
      await button(page, 'Pause').click();
      await position(page).fill('3');
      await playRecording(page, 1);
      await playing(page);
      expect(await page.locator('audio').count()).toBe(1);
      await playRecording(page, 0);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThanOrEqual(3);
      expect((await heard(page)).at).toBeLessThan(6);
    },
    { pbx: { rows: callsWith([wav, wav]) } },
  );
});
