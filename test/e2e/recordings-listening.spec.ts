import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, type Page, test } from '@playwright/test';
import { wavHeader } from '../../app/recordings/decode/wav-header.ts';
import { ffmpegMake, soxMake } from '../app/recordings/programs.ts';
import { signOut, withSignedIn } from './support/companion.ts';
import { atDesk, type Desk, xdotool } from './support/desk.ts';
import { button, callsWith, heard, player, playing, playRecording } from './support/recordings.ts';

const rate = 8_000;

/** A word, silence, a word: a minute of it, or so long in all. */
function spoken(seconds = 64): Uint8Array {
  const samples = Int16Array.from({ length: seconds * rate }, (_, at) => {
    const speaks = at < 2 * rate || at >= (seconds - 2) * rate;
    return speaks ? 8_000 * Math.sin((at * 2 * Math.PI * 440) / rate) : 0;
  });
  return Buffer.concat([wavHeader(rate, 1, samples.byteLength), new Uint8Array(samples.buffer)]);
}

const silent = Buffer.concat([wavHeader(rate, 1, 240 * rate), new Uint8Array(240 * rate)]);

test('a long recording is short to hear: silence is skipped, a mark is found again, from its note too', async () => {
  await withSignedIn(
    async ({ page }) => {
      await playRecording(page, 1);
      await playing(page);
      await player(page).getByRole('switch', { name: 'Skip silence' }).check();
      await expect(player(page)).toContainText('only silence');
      expect((await heard(page)).at).toBeLessThan(60);

      await playRecording(page, 0);
      await playing(page);
      const skip = player(page).getByRole('switch', { name: 'Skip silence' });
      await expect(player(page)).toContainText('saves 0:59');
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(61);
      await skip.uncheck();

      await button(page, 'Pause').click();
      await player(page).getByRole('slider', { name: 'Position' }).fill('13');
      await button(page, 'Add mark').click();
      await page.keyboard.type('price agreed');
      await page.keyboard.press('Enter');
      await expect(button(page, 'Play from 0:13 price agreed')).toBeVisible();
      await expect(button(page, 'Add mark')).toBeFocused();
      await page.keyboard.press('Enter');
      await page.keyboard.type('send the offer');
      await page.keyboard.press('Enter');
      await expect(button(page, 'Play from 0:13 send the offer')).toBeVisible();
      await expect(button(page, 'Play from 0:13 price agreed')).toBeVisible();

      await button(page, 'More').click();
      await button(page, 'Loop from here').click();
      await player(page).getByRole('slider', { name: 'Position' }).fill('12');
      await button(page, 'Loop to here').click();
      await expect(player(page)).toContainText('0:12–0:13');
      await button(page, 'Play').click();
      await page.waitForTimeout(1_500);
      expect((await heard(page)).at).toBeLessThan(14);
      await player(page).getByRole('slider', { name: 'Position' }).fill('40');
      await expect(player(page)).toContainText('Loop ended');
      await expect(button(page, 'Loop from here')).toBeVisible();

      await page.getByRole('searchbox', { name: 'Search calls' }).fill('price agreed');
      const row = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await expect(row).toHaveCount(1);
      await expect(player(page)).toBeHidden();
      await row.hover();
      await row.getByRole('button', { name: 'More' }).click();
      await expect(row.getByRole('textbox')).toHaveValue('0:13 price agreed\n0:13 send the offer');
      await row.getByRole('button', { name: 'Play from 0:13 price agreed' }).click();
      await playing(page);
      await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(13);
      expect((await heard(page)).at).toBeLessThan(30);
    },
    {
      pbx: {
        rows: callsWith(['one.wav', 'silent.wav']),
        recordings: (name) => (name === 'one.wav' ? spoken() : silent),
      },
    },
  );
});

test('one recording after the other: by button and key, a day in turn; the day is saved, and one dragged out', async () => {
  const short = wavHeader(rate, 1, 2 * rate);
  const bytes = Buffer.concat([short, new Uint8Array(2 * rate).fill(7)]);
  const rows = callsWith(['third.wav', 'second.wav', 'no file', 'first.wav']).filter(
    ({ recordingfile }) => recordingfile !== 'no file',
  );
  const saved = mkdtempSync(path.join(os.tmpdir(), 'saved-'));
  const desk = atDesk();
  const item = (page: Parameters<typeof player>[0], number: string) =>
    page.getByRole('listitem').filter({ hasText: number }).getByRole('region', { name: 'Recording' });
  try {
    await withSignedIn(
      async ({ app, page, profile }) => {
        await playRecording(page, 1);
        await page.getByRole('searchbox', { name: 'Search calls' }).fill('');
        const second = page.getByRole('listitem').filter({ hasText: '081 230 0002' });
        await second.hover();
        await second.getByRole('button', { name: 'Play recording' }).click();
        await button(page, 'Next recording').click();
        await expect(item(page, '081 230 0001')).toBeVisible();
        await expect(button(page, 'Next recording')).toBeDisabled();
        // No other follows: whoever pressed once too often has this one still.
        await button(page, 'Add mark').focus();
        await page.keyboard.press('n');
        await expect(button(page, 'Add mark')).toBeFocused();
        await page.keyboard.press('p');
        await expect(item(page, '081 230 0002')).toBeVisible();
        await expect(
          item(page, '081 230 0002').getByRole('button', { name: /^(Play|Pause)$/ }),
        ).toBeFocused();
        await page.keyboard.press('p');
        await expect(item(page, '081 230 0004')).toBeVisible();

        // From its row, the note is written below what plays; Escape folds it alone.
        const row = page.getByRole('listitem').filter({ hasText: '081 230 0004' });
        await row.getByRole('button', { name: 'Play recording' }).focus();
        await page.keyboard.press('n');
        const note = row.getByRole('textbox', { name: 'Note' });
        await expect(note).toBeFocused();
        await expect(item(page, '081 230 0004')).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(note).toBeHidden();
        await expect(item(page, '081 230 0004')).toBeVisible();
        // So the details, by a press on the row or its button, in sight.
        for (const more of [row.getByRole('button', { name: 'More' }).first(), row.getByText('Outgoing')]) {
          await more.click();
          await expect(row.getByText(/^Rang /)).toBeInViewport();
          await expect(item(page, '081 230 0004')).toBeVisible();
          await more.click();
          await expect(row.getByText(/^Rang /)).toBeHidden();
          await expect(item(page, '081 230 0004')).toBeVisible();
        }

        await button(page, 'Play the day').click();
        await expect(player(page)).toContainText('1 of 3');
        await expect(item(page, '081 230 0002')).toBeVisible();
        await expect(player(page)).toContainText('2 of 3');
        await expect(item(page, '081 230 0001')).toBeVisible();
        await expect(player(page)).not.toContainText('of 3');
        await expect.poll(async () => (await heard(page)).paused).toBe(true);

        await app.evaluate(({ dialog }, folder) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
        }, saved);
        await button(page, 'More').click();
        rmSync(saved, { recursive: true });
        await button(page, "Save the day's 3…").click();
        await expect(player(page)).toContainText('0 saved. 3 could not be saved.');
        const left = player(page).getByRole('list', { name: 'Not saved' }).getByRole('listitem');
        await expect(left.nth(1)).toHaveText(/Outgoing 081 230 0002The file can't be saved there\.$/);
        mkdirSync(saved);
        await button(page, 'Try again').click();
        await expect(player(page)).toContainText('3 saved.');
        await expect(left).toHaveCount(0);
        expect(readdirSync(saved).map((name) => name.slice(11))).toEqual([
          expect.stringMatching(/Outgoing 081 230 0004\.wav$/),
          expect.stringMatching(/Outgoing 081 230 0002\.wav$/),
          expect.stringMatching(/Outgoing 081 230 0001\.wav$/),
        ]);
        rmSync(saved, { recursive: true });

        const dropped = await droppedElsewhere(page, desk, () => madeIn(profile).length === 1);
        expect(dropped.name).toMatch(/^[\d-]+ [\d.]+ Outgoing 081 230 0001\.wav$/);
        expect(Buffer.from(dropped.bytes).equals(bytes)).toBe(true);
        await page.getByRole('tab', { name: 'Settings' }).click();
        await signOut(page);
        await expect.poll(() => existsSync(path.join(profile, 'dragged'))).toBe(false);
      },
      { pbx: { rows, recordings: () => bytes } },
    );
  } finally {
    await desk.close();
  }
});

/** The small file is taken by a real pointer to another program's window, and let go there. */
async function droppedElsewhere(page: Page, desk: Desk, isMade: () => boolean) {
  const other = await desk.open({ text: 'Drop it here' });
  const handle = page.getByTitle('Drag it into a mail or a folder');
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  const [left, top] = await page.evaluate(() => [window.screenX, window.screenY]);
  if (box === null || other.stdout === null) throw new Error('nothing to be dragged, or nowhere to');
  const [x, y] = [left + box.x + box.width / 2, top + box.y + box.height / 2];
  await xdotool('mousemove', `${x}`, `${y}`, 'sleep', '0.2', 'mousedown', '1');
  await expect.poll(isMade).toBe(true);
  const said = once(createInterface(other.stdout), 'line');
  // In steps: programs that hand a file to each other talk about it at each.
  for (let left = 11; left >= 0; left--) {
    const [atX, atY] = [200 + ((x - 200) * left) / 12, 60 + ((y - 60) * left) / 12];
    await xdotool('mousemove', `${Math.round(atX)}`, `${Math.round(atY)}`, 'sleep', '0.15');
  }
  await xdotool('mouseup', '1');
  const [line] = (await said) as [string];
  return JSON.parse(line) as { readonly name: string; readonly bytes: number[] };
}

function madeIn(profile: string): string[] {
  const folder = path.join(profile, 'dragged');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wav'));
}

/** A tone on each side, so loud (1: as loud as can be). */
function tone(sides: readonly number[]): Uint8Array {
  const samples = Int16Array.from({ length: 6 * rate * sides.length }, (_, at) => {
    const loud = sides[at % sides.length] ?? 0;
    return 32_767 * loud * Math.sin((Math.floor(at / sides.length) * 2 * Math.PI * 440) / rate);
  });
  return Buffer.concat([wavHeader(rate, sides.length, samples.byteLength), new Uint8Array(samples.buffer)]);
}

test('a quiet recording is as loud as the others, and of two sides one can be heard alone', async () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'loud.wav': tone([0.2]),
    'quiet.wav': tone([0.02]),
    'sides.wav': tone([0.1, 0.01]),
  };
  await withSignedIn(
    async ({ page }) => {
      // What goes to the loudspeaker is looked at on its way there.
      await page.evaluate(() => {
        const { connect } = AudioNode.prototype;
        AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...more: number[]) {
          if (to !== this.context.destination) return Reflect.apply(connect, this, [to, ...more]);
          const apart = new ChannelSplitterNode(this.context);
          const ears = [0, 1].map((side) => {
            const ear = new AnalyserNode(this.context);
            Reflect.apply(connect, apart, [ear, side]);
            return ear;
          });
          Reflect.apply(connect, this, [apart]);
          Reflect.set(window, 'ears', ears);
          return Reflect.apply(connect, this, [to, ...more]);
        } as typeof connect;
      });
      const loudest = () =>
        page.evaluate(() =>
          (Reflect.get(window, 'ears') as AnalyserNode[]).map((ear) => {
            const samples = new Float32Array(ear.fftSize);
            ear.getFloatTimeDomainData(samples);
            return Math.max(...samples);
          }),
        );
      // 23 dB below full scale is a sine of this height.
      const target = 10 ** (-20 / 20);
      for (const index of [0, 1]) {
        await playRecording(page, index);
        await playing(page);
        for (const ear of [0, 1])
          await expect.poll(async () => (await loudest())[ear]).toBeCloseTo(target, 2);
      }
      await playRecording(page, 2);
      await playing(page);
      // Two waves, of which the second is the softer one.
      await expect(player(page).locator('.wave-heard')).toHaveAttribute('d', /M0 1\.0.*M0 32\.3/);
      await expect.poll(async () => (await loudest())[1]).toBeCloseTo(target / 10, 2);
      await button(page, 'More').click();
      await player(page).getByRole('slider', { name: 'Balance' }).fill('1');
      await expect.poll(async () => (await loudest())[0]).toBeCloseTo(0, 3);
      expect((await loudest())[1]).toBeGreaterThan(0);
    },
    { pbx: { rows: callsWith(Object.keys(files)), recordings: (name) => files[name] ?? null } },
  );
});

test('AAC, MP3 and AU play, with a waveform and their silences, and what Chromium makes nothing of, or was cut off, says so', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'formats-'));
  try {
    const from = path.join(folder, 'from.wav');
    soxMake(from, ['-r', '8000', '-c', '1', '-b', '16'], 5);
    const files: Record<string, Uint8Array> = {};
    for (const name of ['call.m4a', 'call.aac', 'call.au']) {
      ffmpegMake(from, path.join(folder, name), []);
      files[name] = readFileSync(path.join(folder, name));
    }
    files['broken.m4a'] = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypM4A ', 'latin1'),
      new Uint8Array(9_000).fill(7),
    ]);
    writeFileSync(from, spoken(18));
    ffmpegMake(from, path.join(folder, 'call.mp3'), []);
    files['call.mp3'] = readFileSync(path.join(folder, 'call.mp3'));
    const whole = files['call.m4a'] ?? new Uint8Array(0);
    files['half.m4a'] = whole.subarray(0, whole.length / 2);
    files['half.mp3'] = files['call.mp3'].subarray(0, files['call.mp3'].length / 2);
    const names = Object.keys(files);
    await withSignedIn(
      async ({ page }) => {
        const plays = await page.evaluate(
          () => new Audio().canPlayType('audio/mp4; codecs="mp4a.40.2"') !== '',
        );
        for (const index of [0, 1, 2]) {
          await playRecording(page, index);
          if (!plays && index < 2) {
            await expect(player(page).getByRole('alert')).toContainText("can't be played here.");
            continue;
          }
          await playing(page);
          await expect
            .poll(async () => (await heard(page)).at, { message: names[index] ?? '' })
            .toBeGreaterThan(0.3);
          await expect(player(page).locator('.wave-heard')).toBeVisible();
        }
        await playRecording(page, 3);
        await expect(player(page).getByRole('alert')).toContainText("can't be played here. It is in MPEG-4.");
        await expect(button(page, 'Save as…')).toBeVisible();

        await playRecording(page, 4);
        await playing(page);
        await expect(player(page)).toContainText('saves 0:13');
        await player(page).getByRole('switch', { name: 'Skip silence' }).check();
        await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(15);

        await playRecording(page, 5);
        await expect(player(page).getByRole('alert')).toContainText('The recording arrived incomplete.');
        await expect(button(page, 'Try again')).toBeVisible();
        await playRecording(page, 6);
        await playing(page);
        await expect(player(page)).toContainText('the end is missing');
      },
      { pbx: { rows: callsWith(names), recordings: (name) => files[name] ?? null } },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
