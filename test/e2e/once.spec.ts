import { expect, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';

/**
 * Chromium's network stack sends a request again when a reused connection closes before the reply. Here the program
 * itself, in the real Electron, calls 200 numbers through a PBX that rings the phone and hangs up on the program, with a
 * warm connection at hand each time.
 */
test('200 calls through a PBX that takes them and closes without a reply are 200 calls', async () => {
  // A page is held to sixty calls a minute.
  for (let part = 0; part < 8; part += 1) await inOneRun(part * 25, 25);
});

async function inOneRun(from: number, count: number): Promise<void> {
  await withSignedIn(async ({ page, pbx }) => {
    // Hundreds of notifications would be the slowest part of this.
    await page.evaluate(() =>
      window.companion?.request('settings.set', { notifyPlaced: false, notifyFailed: false }),
    );
    for (let n = from; n < from + count; n += 1) {
      const tel = String(812_000_000 + n);
      // Every other call succeeds, so that its connection stays open, warm, when the next one is made.
      await page.evaluate(
        (number) => window.companion?.request('dial.call', { number, from: 'pad' }),
        `02${tel.slice(2)}`,
      );
      pbx.fault('dial', { kind: 'close-before-reply' }, 1);
      const told = await page.evaluate(
        (number) => window.companion?.request('dial.call', { number, from: 'pad' }),
        `0${tel}`,
      );
      expect(told).toMatchObject({ value: { kind: 'failed', failure: { code: 'unknown-outcome' } } });
    }
    expect(pbx.dials()).toHaveLength(2 * count);
    expect(new Set(pbx.dials().map(({ tel }) => tel)).size).toBe(2 * count);
  });
}
