import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { dialByKeyboard, withSignedIn } from './support/companion.ts';

test('the page runs in the sandbox, apart from the preload, without Node', async () => {
  await withSignedIn(async ({ app, page }) => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    });
    const names = await page.evaluate(() => ({
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      companion: Object.keys(window.companion ?? {}).sort(),
      origin: location.origin,
    }));
    expect(names).toEqual({
      node: ['undefined', 'undefined'],
      companion: ['on', 'request'],
      origin: 'app://companion',
    });
  });
});

test('the page may load its own files and run its own scripts, and nothing else', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    const policy = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const script = document.createElement('script');
      let trusted = 'no';
      try {
        script.text = 'window.injected = true';
        trusted = 'yes';
      } catch {
        // Trusted Types turn the assignment itself down.
      }
      document.body.append(script);
      const image = new Image();
      image.src = 'https://127.0.0.1:9/x.png';
      document.body.append(image);
      const frame = document.createElement('iframe');
      frame.src = 'https://127.0.0.1:9/';
      document.body.append(frame);
      // Later: what a debugger evaluates itself is let through.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "yes"')());
          } catch {
            resolve('no');
          }
        });
      });
      const fetched = await fetch('app://companion/index.html').then(
        () => 'yes',
        () => 'no',
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { violations, trusted, evaluated, fetched, injected: Reflect.get(window, 'injected') };
    });
    expect(policy).toMatchObject({ trusted: 'no', evaluated: 'no', fetched: 'no', injected: undefined });
    expect(policy.violations).toEqual(expect.arrayContaining(['img-src', 'frame-src', 'connect-src']));
    expect(pbx.received.every(({ action }) => action === 'cdrapi')).toBe(true);
  });
});

test('the page cannot go elsewhere, open a window, embed a web view or use a permission', async () => {
  await withSignedIn(async ({ app, page, output }) => {
    const here = page.url();
    await page.evaluate(() => {
      window.location.href = 'https://127.0.0.1:9/';
    });
    await page.evaluate(() => window.open('https://127.0.0.1:9/'));
    await page.evaluate(() => {
      document.body.append(document.createElement('webview'));
    });
    const permissions = await page.evaluate(async () => {
      const states = await Promise.all(
        (['geolocation', 'notifications', 'microphone', 'camera'] as PermissionName[]).map((name) =>
          navigator.permissions.query({ name }).then(({ state }) => state),
        ),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'yes',
        () => 'no',
      );
      return { states, media };
    });
    expect(permissions).toEqual({ states: ['denied', 'denied', 'denied', 'denied'], media: 'no' });
    await expect.poll(output).toContain('navigation refused');
    expect(output()).toContain('new window refused');
    expect(page.url()).toBe(here);
    const all = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getType()),
    );
    expect(all).toEqual(['window']);
  });
});

test('behind the policy of the page, its session reaches no network at all', async () => {
  let arrived = 0;
  const server = createServer((_request, response) => {
    arrived += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await withSignedIn(async ({ app }) => {
    const told = await app.evaluate(
      ({ session }, url) => session.defaultSession.fetch(url).then(String, ({ message }: Error) => message),
      `http://127.0.0.1:${port}/`,
    );
    expect(told).toContain('ERR_BLOCKED_BY_CLIENT');
  });
  expect(arrived).toBe(0);
  server.close();
});

test('a message that the contract does not know, or from another frame, is rejected and logged', async () => {
  await withSignedIn(async ({ app, page, output }) => {
    const direct = (name: string, input: unknown) =>
      page.evaluate(
        ([call, value]) =>
          Promise.resolve()
            .then(() => window.companion?.request(call as string, value))
            .then(
              () => 'answered',
              ({ message }: Error) => message,
            ),
        [name, input] as const,
      );
    expect(await direct('session.getToken', undefined)).toContain('no such request');
    expect(await direct('dial.call', { number: 7 })).toContain('bad input');
    expect(await direct('settings.set', { theme: 'dark', apiSecret: 'x' })).toContain('bad input');
    expect(output()).toContain('ipc refused: bad input for dial.call');

    // A window that is not ours, with our preload: what a compromised helper page would be.
    const foreign = await app.evaluate(async ({ app: own, BrowserWindow }) => {
      const preload = `${own.getAppPath()}/out/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('app://companion/index.html');
      const told = await other.webContents.executeJavaScript(
        "window.companion.request('session.get', undefined).then(() => 'answered', (error) => error.message)",
      );
      other.destroy();
      return String(told);
    });
    expect(foreign).toContain('not from the companion window');
  });
});

test('no redirect is followed and no credential goes where it points', async () => {
  const other = await startPbx();
  await withSignedIn(async ({ page, pbx }) => {
    for (const status of [301, 302, 303, 307, 308] as const) {
      pbx.fault('dial', { kind: 'redirect', to: `${other.origin}/pbxws.php/dial`, status }, 1);
      await dialByKeyboard(page, `08123456${status - 270}`);
      await expect.poll(() => pbx.dials().some(({ tel }) => tel === `08123456${status - 270}`)).toBe(true);
      await expect(page.getByRole('button', { name: 'Call', exact: true })).toBeEnabled();
    }
    expect(pbx.dials()).toHaveLength(5);
  });
  expect(other.received).toHaveLength(0);
  expect(other.connections()).toBe(0);
  await other.close();
});

test('About opens the guide and the licences, files that exist, and no other can be named', async () => {
  await withSignedIn(async ({ app, page }) => {
    await app.evaluate(({ shell }) => {
      Reflect.set(globalThis, 'opened', []);
      shell.openPath = async (file: string) => {
        (Reflect.get(globalThis, 'opened') as string[]).push(file);
        return '';
      };
    });
    const refused = await page.evaluate(() =>
      window.companion?.request('about.licences', { file: '/etc/passwd' }).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    await page.getByRole('tab', { name: 'Settings' }).click();
    const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
    const pressed = async (name: string) => {
      const before = (await opened()).length;
      await page.getByRole('button', { name }).click();
      await expect.poll(opened).toHaveLength(before + 1);
      return await readFile((await opened())[before] ?? '', 'utf8');
    };
    expect(await pressed('Help')).toContain('<html lang="en">');
    const text = await pressed('Open-source licences');
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toContain('LICENSES.chromium.html');
  });
});
