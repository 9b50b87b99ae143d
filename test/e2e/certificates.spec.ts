import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { before, noRequest } from '../support/before.ts';
import { type Issued, issue } from '../support/issue.ts';
import { expectAccessible } from './support/accessible.ts';
import { dialByKeyboard, fillSignIn, newProfile, rmProfile, startCompanion } from './support/companion.ts';

const names = ['DNS:localhost', 'IP:127.0.0.1'];
const root = issue({ subject: 'Office root', authority: true });
const between = issue({ subject: 'Office', by: root, authority: 0 });
const stranger = issue({ subject: 'Stranger', authority: true });
const own = (wanted = {}) => issue({ subject: 'pbx', names, ...wanted });
const withChain = ({ cert, key }: Issued, ...above: Issued[]): Issued => ({
  cert: [cert, ...above.map((one) => one.cert)].join(''),
  key,
});

const unknown = "This computer doesn't know who issued the PBX's certificate.";
const expired = "The PBX's certificate has expired.";
const untrusted = "This computer doesn't trust the PBX's certificate.";

/** What a person who signs in sees. `null`: they are signed in. `asks`: whether to trust it. */
const table: readonly { what: string; tls: Issued; told: string | null; asks?: boolean }[] = [
  { what: "a company's, the system trusts it", tls: withChain(own({ by: between }), between), told: null },
  { what: 'by itself', tls: own(), told: unknown, asks: true },
  {
    what: "a stranger's authority",
    tls: withChain(own({ by: stranger }), stranger),
    told: unknown,
    asks: true,
  },
  { what: 'without the authority between', tls: own({ by: between }), told: unknown, asks: true },
  {
    what: 'for another name',
    tls: withChain(own({ by: between, names: ['DNS:other.test'] }), between),
    told: "The PBX's certificate is for another address.",
  },
  { what: 'expired', tls: withChain(own({ by: between, from: -20, to: -5 }), between), told: expired },
  { what: 'by itself, expired', tls: own({ from: -20, to: -5 }), told: expired },
  {
    what: 'not valid yet',
    tls: withChain(own({ by: between, from: 5 }), between),
    told: "The PBX's certificate is not valid yet.",
  },
  {
    what: 'signed with SHA-1',
    tls: withChain(own({ by: between, digest: 'sha1' }), between),
    told: untrusted,
  },
  {
    what: 'for clients',
    tls: withChain(own({ by: between, extensions: ['extendedKeyUsage = clientAuth'] }), between),
    told: untrusted,
  },
];

const address = ({ port }: { port: number }) => `https://localhost:${port}`;
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Trust this certificate?' });

test('ten certificates end as the guide says, a pin trusts one of them, and nothing is sent to whom is not trusted', async () => {
  const profile = newProfile();
  const trusted = path.join(profile, 'trusted.pem');
  writeFileSync(trusted, root.cert);
  const { page, close, output } = await startCompanion(profile, { env: { COMPANION_TRUSTED: trusted } });
  const alert = page.locator('[role=alert]');
  try {
    for (const { what, tls, told, asks = false } of table) {
      const pbx = await startPbx({ tls });
      const way = await before(pbx.port);
      await fillSignIn(page, { address: address(way) });
      if (told === null) {
        await expect(page.getByRole('tab', { name: 'Dial pad' }), what).toBeVisible();
        expect(way.sent()).toBeGreaterThan(noRequest);
        await signOut(page);
      } else {
        await expect(alert, what).toContainText(told);
        if (asks) await expect(question(page), what).toBeVisible();
        if (asks) await question(page).getByRole('button', { name: 'Cancel' }).click();
        await expect(question(page), what).toBeHidden();
        expect(pbx.received, what).toEqual([]);
        expect(way.sent(), what).toBeLessThan(noRequest);
      }
      way.close();
      await pbx.close();
    }

    const [tls, other] = [own(), own()];
    const ask = (askToTrust: boolean) =>
      page.evaluate((on) => window.companion?.request('settings.set', { askToTrust: on }), askToTrust);
    const [pbx, instead] = [await startPbx({ tls }), await startPbx({ tls: other })];
    const way = await before(pbx.port);
    // Where nobody is to be asked, it can be looked at.
    await ask(false);
    await fillSignIn(page, { address: address(way) });
    await expect(alert).toContainText(unknown);
    await alert.getByRole('button', { name: 'Certificate' }).click();
    const look = page.getByRole('dialog', { name: "The PBX's certificate" });
    await expect(look.getByRole('button')).toHaveText(['Close']);
    await look.getByRole('button', { name: 'Close' }).click();
    await ask(true);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(question(page)).toContainText('localhost, 127.0.0.1');
    await expectAccessible(page, 'the certificate');
    const shown = (await question(page).locator('.certificate-fingerprint').textContent()) ?? '';
    expect(shown.replace(/\s/g, ':')).toBe(new X509Certificate(tls.cert).fingerprint256);
    expect(pbx.received).toEqual([]);
    // It goes on by itself.
    await question(page).getByRole('button', { name: 'Trust' }).click();
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    // Chromium asks about each certificate once: one that comes again is told as before, also where the right one came between.
    way.sendTo(instead.port);
    await dialByKeyboard(page, '021234566');
    await expect(page.getByText("The PBX's certificate is not the one trusted here.").first()).toBeVisible();
    way.sendTo(pbx.port);
    await dialByKeyboard(page, '021234567');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    expect(pbx.dials()).toHaveLength(1);

    way.sendTo(instead.port);
    await dialByKeyboard(page, '021234568');
    await expect(page.getByText("The PBX's certificate is not the one trusted here.").first()).toBeVisible();
    expect(instead.connections()).toBeGreaterThan(0);
    expect([pbx.dials().length, instead.received]).toEqual([1, []]);

    await signOut(page);
    await fillSignIn(page, { address: address(way) });
    await expect(alert).toContainText("The PBX's certificate is not the one trusted here.");
    await expect(question(page)).toBeHidden();
    await alert.getByRole('button', { name: 'Certificate' }).click();
    const changed = page.getByRole('alertdialog', { name: "The PBX's certificate" });
    await changed.getByRole('button', { name: 'Forget the old one' }).click();
    await question(page).getByRole('button', { name: 'Trust' }).click();
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    await page.getByRole('tab', { name: 'Settings' }).click();
    const remove = page.getByRole('button', { name: 'No longer trust localhost' });
    await remove.scrollIntoViewIfNeeded();
    // A page that is taken over pins nothing.
    const pins = [{ host: 'localhost', sha256: 'ab'.repeat(32) }];
    const refused = page.evaluate(
      (trustedCertificates) => window.companion?.request('settings.set', { trustedCertificates }),
      pins,
    );
    await expect(refused).rejects.toThrow();
    await remove.click();
    await expect(remove).toBeHidden();
    await page.getByRole('tab', { name: 'Dial pad' }).click();
    await dialByKeyboard(page, '021234569');
    await expect(page.getByText(unknown).first()).toBeVisible();
    expect(instead.dials()).toEqual([]);
    expect(output()).not.toMatch(/not expected|unhandled/i);
    way.close();
    await Promise.all([pbx.close(), instead.close()]);
  } finally {
    await close();
    rmProfile(profile);
  }
});

async function signOut(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
