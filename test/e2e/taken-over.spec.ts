import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { limits } from '../../app/policies/limits.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { withSignedIn } from './support/companion.ts';
import { atDesk, press, pressTaken } from './support/desk.ts';

interface Answer {
  readonly ok: boolean;
  readonly failure?: { readonly code: string };
}

/** As a page that was made to run somebody else's code asks: as often as it likes, without a screen. */
const ask = (page: Page, name: string, inputs: readonly unknown[]) =>
  page.evaluate(
    async ([call, all]) => {
      const one = async (input: unknown) => {
        try {
          const answer = (await window.companion?.request(call, input)) as Answer | undefined;
          return answer?.ok ? 'ok' : answer?.failure?.code;
        } catch {
          return 'refused';
        }
      };
      return await Promise.all(all.map(one));
    },
    [name, inputs] as const,
  );

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test('a page that is taken over rings a bounded number of telephones in a minute', async () => {
  await withSignedIn(async ({ page, pbx, output }) => {
    const most = limits['dial.call'].perMinute;
    for (let at = 0; at < 2 * most; at++) {
      await ask(page, 'dial.call', [{ number: `08123${10_000 + at}`, from: 'pad' }]);
    }
    expect(pbx.dials().length).toBeLessThanOrEqual(most);
    expect(pbx.dials().length).toBeGreaterThan(most / 2);
    expect(await ask(page, 'dial.call', [{ number: '0812345678', from: 'pad' }])).toEqual(['too-many']);
    expect(output()).toContain('ipc refused: too many of dial.call');
  });
});

test('a page that is taken over signs nobody else in', async () => {
  const other = await startPbx();
  await withSignedIn(async ({ page }) => {
    const wish = {
      address: other.origin,
      apiKey: 'k',
      apiSecret: 's',
      extension: '666',
      agentId: '',
      authentication: 'header',
      requests: 'post',
      allowPlainHttp: true,
    };
    expect(await ask(page, 'session.signIn', [wish, wish])).toEqual(['refused', 'refused']);
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
  });
  expect(other.connections()).toBe(0);
  await other.close();
});

test('a page that is taken over opens one dialog at a time, and a handful of files', async () => {
  await withSignedIn(async ({ app, page }) => {
    await app.evaluate(({ dialog, shell }) => {
      const opened = { dialogs: 0, files: 0 };
      Reflect.set(globalThis, 'opened', opened);
      dialog.showSaveDialog = (async () => {
        opened.dialogs += 1;
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { canceled: true, filePath: '' };
      }) as unknown as typeof dialog.showSaveDialog;
      shell.openPath = async () => {
        opened.files += 1;
        return '';
      };
    });
    const opened = () =>
      app.evaluate(() => Reflect.get(globalThis, 'opened') as { dialogs: number; files: number });
    await ask(
      page,
      'calls.export',
      times(10, () => ({ query: '', filter: 'all' })),
    );
    expect((await opened()).dialogs).toBe(1);
    // Closed, it may be opened again: two presses with a thought between them are two wishes.
    await ask(page, 'calls.export', [{ query: '', filter: 'all' }]);
    expect((await opened()).dialogs).toBe(2);
    await ask(
      page,
      'about.licences',
      times(50, () => undefined),
    );
    expect((await opened()).files).toBeLessThanOrEqual(5);
  });
});

test('the hotkey calls again when the page that recorded a new one is gone', async () => {
  const desk = atDesk();
  try {
    await withSignedIn(async ({ page, pbx }) => {
      await desk.mark('081 234 5678');
      expect(await ask(page, 'hotkey.record', [{ on: true }])).toEqual(['ok']);
      await press('ctrl+alt+d');
      await pause(1_500);
      expect(pbx.dials()).toEqual([]);
      await page.reload();
      await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
      await pressTaken('Control+Alt+D');
      await expect.poll(() => pbx.dials().length).toBe(1);
    });
  } finally {
    await desk.close();
  }
});
