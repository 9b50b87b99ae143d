import { setTimeout as after } from 'node:timers/promises';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { again, isFocused } from './support/again.ts';
import { numberBox, question, signOut, withSignedIn } from './support/companion.ts';
import { atDesk, press, xdotool } from './support/desk.ts';
import { asked, askedAndRead, notAsked, questionWindow } from './support/question.ts';

const letGo = () => after(1_100);

/** Of the small window, asked by the main process: the driver loses hold of a page whose process has ended. */
const textOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/question.html'),
    )?.webContents;
    return Promise.race([
      contents?.executeJavaScript('document.body.innerText').then(String) ?? '',
      new Promise<string>((resolve) => void setTimeout(() => resolve(''), 500)),
    ]);
  });

test('the question has a small window by the pointer, whole on the screen, which says who it is, and gives the focus back', async () => {
  await withSignedIn(async (at) => {
    const { app, page } = at;
    for (const [name, company] of [
      ['Somchai Jaidee', 'Siam Trading'],
      ['วิภา', ''],
    ] as const) {
      const contact = { name, company, note: '', numbers: [{ number: '0812345678', label: '' }] };
      await page.evaluate((wish) => window.companion?.request('contacts.add', wish), contact);
      await letGo();
    }
    await expect.poll(() => isFocused(at)).toBe(true);
    for (const [x, y] of [
      [640, 300],
      [1279, 899],
      [0, 0],
    ] as const) {
      await xdotool('mousemove', `${x}`, `${y}`);
      await again(at, 'tel:0812345678');
      const small = await asked(app);
      await expect(question(small)).toContainText('Somchai Jaidee / วิภา');
      await expect.poll(async () => (await questionWindow(app))?.focused).toBe(true);
      const { bounds, workArea, title } = (await questionWindow(app)) ?? {};
      if (!bounds || !workArea) throw new Error('no window');
      expect(title).toBe('Call this number?');
      expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
      expect(bounds.y).toBeGreaterThanOrEqual(workArea.y);
      expect(bounds.x + bounds.width).toBeLessThanOrEqual(workArea.x + workArea.width);
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.y + workArea.height);
      // Beside the pointer, and not under it.
      expect(Math.min(Math.abs(bounds.y - y), Math.abs(bounds.y + bounds.height - y))).toBeLessThan(40);
      expect(await small.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
      await press('Escape');
      await notAsked(app);
      // The pad was open, and had the focus.
      await expect.poll(() => isFocused(at)).toBe(true);
    }
    await expect.poll(() => questionWindow(app)).toBeNull();

    await page.evaluate(() => window.companion?.request('settings.set', { textSize: 200, theme: 'dark' }));
    await again(at, 'tel:+442079460123;ext=12');
    const large = await askedAndRead(app);
    await expectAccessible(large, 'the small window, twice as large, in the dark');
    const { bounds, workArea } = (await questionWindow(app)) ?? {};
    expect(bounds?.width).toBe(640);
    expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(workArea?.height ?? 0);
    expect(at.pbx.dials()).toEqual([]);
  });
});

test('in forced colours all of the chosen number is as dark, or as bright, as its row wants it', async () => {
  await withSignedIn(async (at) => {
    const { app, page } = at;
    const numbers = [{ number: '0812345678', label: 'mobile' }];
    const contact = { name: 'Somchai', company: 'Siam Trading', note: '', numbers };
    await page.evaluate((wish) => window.companion?.request('contacts.add', wish), contact);
    await letGo();
    const ended = again(at, '--dial', '081 234 5678 or 02 123 4567 ext 12');
    const small = await askedAndRead(app);
    await small.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await expect(small.getByRole('option')).toHaveCount(2);
    const colours = await small.getByRole('option', { selected: true }).evaluate((row) => {
      const all = [row, ...row.querySelectorAll('*')].map((one) => getComputedStyle(one).color);
      return [...all, getComputedStyle(row, '::before').color];
    });
    expect(colours.length).toBeGreaterThan(5);
    expect(new Set(colours)).toHaveProperty('size', 1);
    await press('Escape');
    await ended;
    await expect.poll(() => questionWindow(app)).toBeNull();
    // A window that goes says nothing that makes no sense.
    expect(at.output()).not.toContain('ipc refused');
  });
});

test('whatever comes while it asks, there is no call by mistake and none twice: a crash, a press, another number, a close, a sign-out', async () => {
  const desk = atDesk();
  await withSignedIn(async (at) => {
    const { app, page, pbx } = at;
    const inWindow = (method: 'close' | 'crash') =>
      app.evaluate(({ BrowserWindow }, does) => {
        const small = BrowserWindow.getAllWindows().find((one) =>
          one.webContents.getURL().endsWith('/question.html'),
        );
        if (does === 'close') small?.close();
        else small?.webContents.forcefullyCrashRenderer();
      }, method);

    // Its page ends: it asks anew, and what is pressed at once is no answer.
    await desk.mark('+44 20 7946 0123');
    await press('ctrl+alt+d');
    await askedAndRead(app);
    await inWindow('crash');
    await press('Return');
    await expect.poll(() => textOf(app)).toContain('This is a call abroad.');
    expect(pbx.dials()).toEqual([]);

    // The same number again is the same question; another one takes its place, and takes no yes at once.
    await letGo();
    await press('ctrl+alt+d');
    await letGo();
    await desk.mark('+44 20 7946 0999');
    await press('ctrl+alt+d');
    await expect.poll(() => textOf(app)).toContain('0999');
    await inWindow('close');
    await expect.poll(() => questionWindow(app)).toBeNull();
    expect(pbx.dials()).toEqual([]);

    // Typed and called in the pad meanwhile: the question is not that call's.
    await again(at, 'tel:0812345678');
    await asked(app);
    await page.evaluate(() => window.companion?.request('dial.call', { number: '021234567', from: 'pad' }));
    await notAsked(app);
    expect(pbx.dials().map(({ tel }) => tel)).toEqual(['021234567']);

    await again(at, 'tel:0812345678');
    await asked(app);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await signOut(page);
    await expect(page.getByRole('textbox', { name: 'PBX address' })).toBeVisible();
    await expect.poll(() => questionWindow(app)).toBeNull();
    await press('Return');
    expect(pbx.dials()).toHaveLength(1);
  });
  await desk.close();
});

test('a key that answers the question once more calls nobody: what is typed in the pad waits for a press of its own', async () => {
  await withSignedIn(async (at) => {
    const { app, page, pbx } = at;
    const called = () => pbx.dials().map(({ tel }) => tel);
    await numberBox(page).fill('021234567');
    for (const [last, answer] of [
      [1, 'Return'],
      [2, 'Return'],
      [3, 'Escape'],
    ] as const) {
      await again(at, `tel:089111101${last}`);
      await askedAndRead(app);
      await press(answer);
      await after(last * 150);
      await press('Return');
      await notAsked(app);
      await letGo();
      await letGo();
    }
    expect(called()).toEqual(['0891111011', '0891111012']);
    await expect.poll(() => isFocused(at)).toBe(true);
    await numberBox(page).focus();
    await press('Return');
    await expect.poll(called).toEqual(['0891111011', '0891111012', '021234567']);
  });
});

test('the small window can answer its question and nothing else, and the pad cannot answer it', async () => {
  await withSignedIn(async (at) => {
    const { app, page, output } = at;
    await again(at, 'tel:0812345678');
    const small = await askedAndRead(app);
    const asks = (where: typeof page, name: string, input?: unknown) =>
      where.evaluate(
        ([call, value]) =>
          window.companion?.request(call as string, value).then(
            () => 'answered',
            ({ message }: Error) => message,
          ),
        [name, input] as const,
      );
    for (const [name, input] of [
      ['session.get', undefined],
      ['dial.call', { number: '021234567', from: 'pad' }],
      ['contacts.search', { text: '', count: 1 }],
      ['settings.set', { theme: 'dark' }],
      ['app.quit', undefined],
    ] as const)
      expect(await asks(small, name, input)).toContain('no such request');
    const view = await small.evaluate(() => window.companion?.request('question.get', undefined));
    const { question: id } = (view as { value: { question: string } }).value;
    expect(await asks(page, 'question.call', { question: id, choice: 0 })).toContain('no such request');
    expect(await asks(page, 'dial.confirm', { question: id, choice: 0 })).toContain('in another window');
    const state = await page.evaluate(() => window.companion?.request('dial.get', undefined));
    expect(state).toEqual({ ok: true, value: { kind: 'idle' } });
    expect(at.pbx.dials()).toEqual([]);

    const here = small.url();
    await small.evaluate(() => {
      window.location.href = 'app://companion/index.html';
    });
    await small.evaluate(() => window.open('https://127.0.0.1:9/'));
    const states = await small.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'microphone', 'camera'] as PermissionName[]).map((name) =>
          navigator.permissions.query({ name }).then(({ state }) => state),
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
    await expect.poll(output).toContain('navigation refused');
    expect(output()).toContain('new window refused');
    expect(small.url()).toBe(here);
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => {
        const { preload: _own, ...others } = (
          one.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences();
        return others;
      }),
    );
    expect(preferences).toHaveLength(2);
    expect(preferences[0]).toEqual(preferences[1]);
    expect(preferences[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});
