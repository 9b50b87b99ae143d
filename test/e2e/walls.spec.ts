import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';

test('no page that the program could ever show goes elsewhere, opens a window or embeds a web view', async () => {
  const arrived: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    arrived.push(url);
    if (url === '/redirect') {
      response.writeHead(302, { location: '/elsewhere' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      url === '/'
        ? '<iframe src="/frame"></iframe><webview src="/web-view"></webview><a href="/link">x</a>'
        : '',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await withSignedIn(async ({ app, output }) => {
    // A session of its own, without the wall that keeps the page's from the network, and a page without a policy.
    await app.evaluate(async ({ BrowserWindow }, url) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { partition: 'other', webviewTag: true, sandbox: true },
      });
      await other.loadURL(url);
      await other.webContents.executeJavaScript(
        "document.querySelector('a').click(); window.open('/window'); undefined",
        true,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      await other.loadURL(`${url}/redirect`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 500));
      other.destroy();
    }, origin);
    expect(arrived.filter((url) => url !== '/favicon.ico')).toEqual(['/', '/redirect']);
    // The frame, the link, and what the server pointed to.
    expect(output().match(/navigation refused/g)?.length).toBeGreaterThanOrEqual(3);
    expect(output()).toContain('web view refused');
    expect(output()).toContain('new window refused');
  });
  server.close();
});

test('a recording is played by the page of the program, and given to nothing else', async () => {
  await withSignedIn(async ({ app }) => {
    const ids = ['a', 'b'].map((one) => `r${one.repeat(32)}`);
    const errors = await app.evaluate(async ({ BrowserWindow, session }, [image, sound]) => {
      const own = session.defaultSession;
      const told: Record<string, string> = {};
      own.webRequest.onErrorOccurred(({ url, error }) => {
        told[new URL(url).host] = error;
      });
      const other = new BrowserWindow({ show: false });
      // There is no such file, and so no policy comes with it.
      await other.loadURL('app://companion/nothing.html').catch(() => undefined);
      await other.webContents.executeJavaScript(
        `new Image().src = 'recording://${image}/'; new Audio('recording://${sound}/').load();`,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      other.destroy();
      return told;
    }, ids);
    expect(errors).toEqual(Object.fromEntries(ids.map((id) => [id, 'net::ERR_BLOCKED_BY_CLIENT'])));
  });
});

test('whatever the page asks a person to permit is denied, where it is there to be had', async () => {
  // A microphone and a camera that Chromium makes up: there, they are denied, and not missing.
  await withSignedIn(
    async ({ page }) => {
      const answers = await page.evaluate(async () => {
        const asked: Record<string, () => Promise<unknown>> = {
          microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
          camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
          midi: () => navigator.requestMIDIAccess({ sysex: true }),
          place: () => new Promise((had, failed) => navigator.geolocation.getCurrentPosition(had, failed)),
          reading: () => navigator.clipboard.readText(),
          notifications: async () => {
            if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
          },
        };
        const answer = async (ask: () => Promise<unknown>) => {
          try {
            await Promise.race([
              ask(),
              new Promise((_, late) => void setTimeout(() => late(new Error('no answer')), 3_000)),
            ]);
            return 'had';
          } catch (error) {
            if (error instanceof GeolocationPositionError)
              return error.code === error.PERMISSION_DENIED ? 'denied' : `${error.code}`;
            const { name, message } = error as Error;
            return ['NotAllowedError', 'SecurityError'].includes(name) ? 'denied' : message;
          }
        };
        const entries = Object.entries(asked).map(async ([name, ask]) => [name, await answer(ask)] as const);
        return Object.fromEntries(await Promise.all(entries));
      });
      expect(answers).toEqual({
        microphone: 'denied',
        camera: 'denied',
        midi: 'denied',
        place: 'denied',
        reading: 'denied',
        notifications: 'denied',
      });
    },
    { switches: ['--use-fake-device-for-media-stream'] },
  );
});

test('the page has no device of the computer, also not one that was chosen', async () => {
  await withSignedIn(
    async ({ app, page }) => {
      const answers = await app.evaluate(() => {
        const may = Reflect.get(globalThis, 'mayUseDevice') as ((details: object) => boolean) | undefined;
        return ['hid', 'serial', 'usb'].map((deviceType) =>
          may?.({ deviceType, origin: 'app://companion', device: { vendorId: 1, productId: 1, name: 'x' } }),
        );
      });
      expect(answers).toEqual([false, false, false]);
      const had = await page.evaluate(async () => {
        const devices = navigator as unknown as Record<
          string,
          { getDevices?(): Promise<unknown[]> } | undefined
        >;
        return await Promise.all(
          ['hid', 'usb'].map(async (kind) => (await devices[kind]?.getDevices?.())?.length ?? 0),
        );
      });
      expect(had).toEqual([0, 0]);
    },
    { program: path.join(import.meta.dirname, 'support/watched-program') },
  );
});
