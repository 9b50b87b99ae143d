import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { issue } from '../support/issue.ts';
import { basic, digest, startProxy, type TestProxy } from '../support/proxy.ts';
import { socksTo } from '../support/socks.ts';
import { type Cut, cuttingTunnelTo, say, silent, switchable } from '../support/switchable.ts';
import { expectAccessible } from './support/accessible.ts';
import {
  type Companion,
  dialByKeyboard,
  fillSignIn,
  newProfile,
  rmProfile,
  signIn,
  startCompanion,
} from './support/companion.ts';

const address = 'https://pbx.test';
const question = (page: Page) => page.getByRole('dialog', { name: 'Proxy password' });
async function choose(page: Page, proxy: object): Promise<void> {
  const told = await page.evaluate(
    (choice) => window.companion?.request('settings.set', { proxy: choice } as never),
    proxy,
  );
  expect(told).toMatchObject({ ok: true });
}

const server = ({ port }: Pick<TestProxy, 'port'>, scheme = '') => ({
  use: 'server',
  address: `${scheme}127.0.0.1:${port}`,
});

async function answer(page: Page, user: string, password: string): Promise<void> {
  await question(page).getByRole('textbox', { name: 'User name' }).fill(user);
  await question(page).getByRole('textbox', { name: 'Password' }).fill(password);
  await question(page).getByRole('button', { name: 'Go on' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

const placed = async ({ page }: Companion, number: string) =>
  await page.evaluate((tel) => window.companion?.request('dial.call', { number: tel, from: 'pad' }), number);

test('five proxies end as the guide says, and a password is asked for once', async () => {
  const root = issue({ subject: 'Office root', authority: true });
  const pbx = await startPbx({ tls: issue({ subject: 'pbx', by: root, names: ['DNS:pbx.test'] }) });
  const profile = newProfile();
  const trusted = path.join(profile, 'trusted.pem');
  writeFileSync(trusted, root.cert);
  const [open, guarded, better, refuses, gone] = await Promise.all([
    startProxy(pbx.port),
    startProxy(pbx.port, basic('somchai', 'right')),
    startProxy(pbx.port, digest('somchai', 'right')),
    startProxy(pbx.port, 'refuses'),
    startProxy(pbx.port),
  ]);
  await gone.close();
  const script = createServer((request, response) => {
    if (request.url === '/none.pac') return response.writeHead(404).end();
    const way =
      request.url === '/gone.pac' ? `SOCKS5 127.0.0.1:${gone.port}` : `PROXY 127.0.0.1:${open.port}`;
    return response
      .setHeader('content-type', 'application/x-ns-proxy-autoconfig')
      .end(`function FindProxyForURL(url, host) { return "${way}" }`);
  });
  await new Promise<void>((resolve) => script.listen(0, '127.0.0.1', resolve));
  const env = {
    COMPANION_TRUSTED: trusted,
    https_proxy: `http://127.0.0.1:${open.port}`,
    XDG_CURRENT_DESKTOP: '',
  };
  const companion = await startCompanion(profile, { env });
  const { page } = companion;
  const alert = page.getByRole('alert');
  try {
    // 1. Of the environment.
    await signIn(page, { address });
    expect(open.tunnels()).toBeGreaterThan(0);
    expect(await placed(companion, '021000001')).toMatchObject({ value: { kind: 'placed' } });
    await signOut(page);

    // 2. One that refuses, and one that nobody has.
    await page.getByRole('button', { name: 'Advanced' }).click();
    await page.getByRole('combobox', { name: 'Proxy' }).selectOption({ label: 'None' });
    await fillSignIn(page, { address });
    await expect(alert).toContainText("This network doesn't know the PBX's address.");
    for (const [proxy, told] of [
      [refuses, "The network's proxy doesn't let this through."],
      [gone, "The network's proxy can't be reached."],
    ] as const) {
      await choose(page, server(proxy));
      await fillSignIn(page, { address });
      await expect(alert).toContainText(told);
      await alert.getByRole('button', { name: 'Details' }).click();
      await expect(page.locator('.failure-pre')).toContainText(
        `Connecting through proxy 127.0.0.1:${proxy.port}`,
      );
      await page.getByRole('button', { name: 'Close' }).click();
    }

    // By SOCKS, where Chromium says only that it did not go.
    const socks = await switchable(silent);
    await choose(page, { use: 'server', address: `socks5://127.0.0.1:${socks.port}` });
    for (const [how, told] of [
      [socksTo(pbx.port, { answer: 2 }), "The network's proxy doesn't let this through."],
      [socksTo(pbx.port, { answer: 4 }), "The network's proxy gets no connection to the PBX."],
      [
        socksTo(pbx.port, { closes: 'after the wish' }),
        "The network's proxy closed the connection without a word.",
      ],
      [socksTo(pbx.port, { way: 255 }), "The network's SOCKS proxy lets in only who signs in to it."],
      [
        say('HTTP/1.1 400 Bad Request\r\n\r\n'),
        "What answers at the proxy's address isn't that kind of proxy.",
      ],
    ] as const) {
      socks.behave(how);
      await fillSignIn(page, { address });
      await expect(alert).toContainText(told);
    }
    const wishes: string[] = [];
    socks.behave(socksTo(pbx.port, { heard: (to) => wishes.push(to) }));
    await signIn(page, { address });
    expect(await placed(companion, '021000007')).toMatchObject({ value: { kind: 'placed' } });
    expect(new Set(wishes)).toEqual(new Set(['pbx.test:443']));
    for (const answer of [2, 5]) {
      socks.behave(socksTo(pbx.port, { answer }));
      expect(await placed(companion, '021000008')).toMatchObject({
        value: { failure: { code: answer === 2 ? 'proxy' : 'proxy-no-way' } },
      });
    }
    // One that closes in the middle of a call: nobody knows, so it is told, and nothing is sent again by itself.
    let cut: Cut = 'never';
    const cutting = await switchable(cuttingTunnelTo(pbx.port, () => cut));
    await choose(page, server(cutting));
    for (const [when, number] of [
      ['at the reply', '021000010'],
      ['at the request', '021000011'],
      ['never', '021000012'],
    ] as const) {
      cut = when;
      expect(await placed(companion, number), when).toMatchObject({
        value: when === 'never' ? { kind: 'placed' } : { failure: { code: 'unknown-outcome' } },
      });
    }
    await signOut(page);
    await cutting.close();
    await socks.close();

    // An HTTP proxy that closes is told apart as well.
    const shut = await switchable(say(''));
    await choose(page, server(shut));
    await fillSignIn(page, { address });
    await expect(alert).toContainText("The network's proxy closed the connection without a word.");
    await shut.close();

    // 3. A script, whose proxy is gone and then is there.
    const scripts = `http://127.0.0.1:${(script.address() as AddressInfo).port}`;
    await choose(page, { use: 'script', address: `${scripts}/gone.pac` });
    await fillSignIn(page, { address });
    await expect(alert).toContainText("The network's proxy can't be reached.");
    const before = open.tunnels();
    await choose(page, {
      use: 'script',
      address: `${scripts}/proxy.pac`,
    });
    await signIn(page, { address });
    expect(open.tunnels()).toBeGreaterThan(before);

    // One that is not there any more is told as what it is, and nothing goes without a proxy.
    await choose(page, { use: 'script', address: `${scripts}/none.pac` });
    expect(await placed(companion, '021000009')).toMatchObject({
      value: { failure: { code: 'proxy-script' } },
    });
    await signOut(page);
    await fillSignIn(page, { address });
    await expect(alert).toContainText("The network's proxy script (PAC) can't be read.");
    // A name in another script is one that Chromium asks for, and not one that it passes over.
    await choose(page, { use: 'server', address: 'พร็อกซี.test:3128' });
    await fillSignIn(page, { address });
    await expect(alert).toContainText("The network's proxy can't be reached.");

    // 4. One that wants a password in the clear.
    await choose(page, server(guarded));
    await fillSignIn(page, { address });
    await expect(question(page)).toContainText(`127.0.0.1:${guarded.port}`);
    await expectAccessible(page, 'the proxy password');
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(alert).toContainText("The network's proxy wants a password.");
    await alert.getByRole('button', { name: 'Enter password' }).click();
    const asked = guarded.told.filter((said) => said !== '').length;
    expect(asked).toBe(0);
    await answer(page, 'somchai', 'wrong');
    await expect(question(page)).toContainText("didn't take that user name or password");
    expect(guarded.told.filter((said) => said !== '')).toHaveLength(1);
    await answer(page, 'somchai', 'right');
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    expect(await placed(companion, '021000002')).toMatchObject({ value: { kind: 'placed' } });
    expect(companion.output()).not.toContain('right');
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: "Forget the proxy's password" }).scrollIntoViewIfNeeded();
    await signOut(page);

    // 5. One that wants it in a better way, which Chromium alone knows.
    await choose(page, server(better));
    await fillSignIn(page, { address });
    await answer(page, 'somchai', 'right');
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    await page.getByRole('tab', { name: 'Dial pad' }).click();
    await dialByKeyboard(page, '021000003');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    // Sent again, it would arrive twice.
    pbx.fault('dial', { kind: 'status', status: 421, headers: {} }, 1);
    expect(await placed(companion, '021000004')).toMatchObject({
      value: { failure: { code: 'unknown-outcome' } },
    });
    pbx.fault('dial', { kind: 'close-before-reply' }, 1);
    expect(await placed(companion, '021000005')).toMatchObject({
      value: { failure: { code: 'unknown-outcome' } },
    });
    expect(pbx.dials().map(({ tel }) => tel)).toEqual(
      ['01', '07', '10', '12', '02', '03', '04', '05'].map((end) => `0210000${end}`),
    );
    expect(companion.output()).not.toMatch(/not expected|unhandled/i);
    await companion.close();

    // The next run asks nothing.
    const again = await startCompanion(profile, { env });
    await expect(again.page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    expect(await placed(again, '021000006')).toMatchObject({ value: { kind: 'placed' } });
    await expect(question(again.page)).toBeHidden();
    await again.close();
  } finally {
    await companion.close().catch(() => undefined);
    script.close();
    for (const one of [open, guarded, better, refuses]) await one.close();
    await pbx.close();
    rmProfile(profile);
  }
});

test('a proxy that says nothing, a script that does not come and a proxy whose certificate is not trusted are told as what they are', async () => {
  const profile = newProfile();
  const quiet = await switchable(silent);
  // Spoken with in the clear, and `https://` before its address.
  const plain = await startProxy(quiet.port);
  const gone = await switchable(silent);
  await gone.close();
  const stranger = createTlsServer(issue({ subject: 'proxy', names: ['IP:127.0.0.1'] }));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const companion = await startCompanion(profile);
  const { page } = companion;
  try {
    for (const [proxy, told, details] of [
      [
        server(stranger.address() as AddressInfo, 'https://'),
        "This computer doesn't trust the proxy's certificate.",
        'ERR_PROXY_CERTIFICATE_INVALID',
      ],
      [
        server(plain, 'https://'),
        "What answers at the proxy's address isn't that kind of proxy.",
        'ERR_PROXY_CONNECTION_FAILED, no TLS in reply to a greeting',
      ],
      [server(gone, 'https://'), "The network's proxy can't be reached.", 'ERR_PROXY_CONNECTION_FAILED'],
      [
        server(quiet),
        "The network's proxy gets no connection to the PBX.",
        'connecting, no reply to CONNECT in time',
      ],
      [
        { use: 'script', address: `http://127.0.0.1:${quiet.port}/proxy.pac` },
        "The network's proxy script (PAC) can't be read.",
        'connecting, choosing a proxy takes too long',
      ],
    ] as const) {
      await choose(page, proxy);
      await fillSignIn(page, { address });
      await expect(page.getByRole('alert')).toContainText(told);
      await page.getByRole('alert').getByRole('button', { name: 'Details' }).click();
      await expect(page.locator('.failure-pre')).toContainText(details);
      await page.getByRole('button', { name: 'Close' }).click();
    }
  } finally {
    await companion.close();
    await quiet.close();
    await plain.close();
    stranger.close();
    rmProfile(profile);
  }
});
