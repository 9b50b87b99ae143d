import { setTimeout as after } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { switchable } from '../support/switchable.ts';
import {
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { button, callsWith, player, playing, playRecording, wav } from './support/recordings.ts';

test('nobody but the PBX is ever asked for anything', async () => {
  const pbx = await startPbx();
  const asked: string[] = [];
  const proxy = await switchable((client) =>
    client.once('data', (head: Buffer) => {
      asked.push(head.toString('latin1').split('\r\n')[0] ?? '');
      client.end();
    }),
  );
  const profile = newProfile();
  // Loopback needs no proxy: what comes here is for somebody else.
  const companion = await startCompanion(profile, { args: [`--proxy-server=127.0.0.1:${proxy.port}`] });
  try {
    await signIn(companion.page, { address: pbx.origin });
    await numberBox(companion.page).fill('0812345678');
    // Chromium's own errands come soon after the start.
    await after(3_000);
    expect(asked).toEqual([]);
  } finally {
    await companion.close();
    await proxy.close();
    await pbx.close();
    rmProfile(profile);
  }
});

/** As a driver, a scanner for viruses or the system that runs out of memory ends it. */
async function killNetworkService(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: program }) => {
    const service = program
      .getAppMetrics()
      .find(({ serviceName }) => serviceName === 'network.mojom.NetworkService');
    if (!service) throw new Error('no network service');
    const gone = new Promise((resolve) => program.once('child-process-gone', resolve));
    process.kill(service.pid, 'SIGKILL');
    return gone.then(() => undefined);
  });
}

test('a network service that dies takes nothing along but the request under way, which is not sent again', async () => {
  await withSignedIn(
    async ({ app, page, pbx, output }) => {
      const dial = async (number: string) =>
        await page.evaluate(
          (tel) => window.companion?.request('dial.call', { number: tel, from: 'pad' }),
          number,
        );
      for (const round of [1, 2]) {
        pbx.fault('dial', { kind: 'hang' }, 1);
        const underWay = dial(`02100000${round}`);
        await pbx.until((received) =>
          received.some(
            ({ action, body }) => action === 'dial' && JSON.stringify(body).includes(`02100000${round}`),
          ),
        );
        await killNetworkService(app);
        expect(await underWay).toMatchObject({
          value: { failure: { code: 'unknown-outcome', cause: 'no-reply' } },
        });
        expect(await dial(`02200000${round}`)).toMatchObject({ value: { kind: 'placed' } });
        expect(pbx.dials()).toHaveLength(2 * round);

        await playRecording(page, round);
        await playing(page);
        await button(page, 'Close').click();
        await expect(player(page)).toBeHidden();

        pbx.fault('cdrapi', { kind: 'hang' });
        const before = pbx.received.length;
        const looks = () => pbx.received.slice(before).filter(({ action }) => action === 'cdrapi').length;
        await page.getByRole('button', { name: 'Refresh' }).click();
        await pbx.until(() => looks() > 0);
        pbx.fault('cdrapi', null);
        await killNetworkService(app);
        // A look of the list's own may have been under way: then the one that was pressed for has come after it.
        const status = page.locator('.calls-status');
        const isLost = async () => (await status.textContent())?.includes("The PBX's reply got lost.");
        await expect.poll(async () => looks() > 1 || (await isLost())).toBe(true);
        await page.getByRole('button', { name: 'Refresh' }).click();
        await pbx.until(() => looks() > 1);
        await expect(page.locator('.calls-status')).toBeEmpty();
      }
      // The walls around the page stand.
      expect(
        await page.evaluate(
          (url) =>
            fetch(url).then(
              () => 'reached',
              () => 'refused',
            ),
          `${pbx.origin}/`,
        ),
      ).toBe('refused');
      await page.reload();
      await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
      expect(output().match(/the network service ended/g)).toHaveLength(4);
      expect(output()).not.toMatch(/not expected|unhandled/i);
    },
    { pbx: { rows: callsWith([wav, wav, wav]) } },
  );
});
