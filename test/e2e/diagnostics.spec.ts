import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { again, ended } from './support/again.ts';
import { dialByKeyboard, newProfile, rmProfile, signIn, startCompanion } from './support/companion.ts';

const hasNumber = /812345678|81[ -]234|Front desk/;

test('--diagnostics is written by the running program, and by one that is started for it and ends; no secret is in it', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const at = await startCompanion(profile);
  const { app, page } = at;
  try {
    const saveTo = (place: string) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
      }, place);
    // Nobody is signed in, for the PBX cannot be reached: that is when IT needs it.
    const signedOut = path.join(profile, 'signed-out.txt');
    await saveTo(signedOut);
    const fields = { 'PBX address': 'https://127.0.0.1:1', 'API key': 'k-1234', 'API secret': 's-1234' };
    for (const [name, text] of Object.entries({ ...fields, Extension: '101' }))
      await page.getByRole('textbox', { name, exact: true }).fill(text);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Diagnostics…' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    const told = readFileSync(signedOut, 'utf8');
    expect(told).toContain('PBX in the form: https://127.0.0.1:1\n');
    expect(told).toMatch(/^TCP connection.*\n {2}failed: ECONNREFUSED$/m);
    expect(told).not.toMatch(/[ks]-1234/);

    await signIn(page, { address: pbx.origin });
    await page.evaluate(() => window.companion?.request('settings.set', { deskName: 'Front desk' }));
    await dialByKeyboard(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    const file = path.join(profile, 'diagnostics.txt');
    const first = await again(at, '--diagnostics', file);
    expect(first).toMatchObject({ status: 0 });
    const written = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(written).toContain('the PBX answered');
    expect(written).toMatch(/^hotkey: CommandOrControl\+Alt\+D$/m);
    expect(written).toContain('started: ');
    expect(written).not.toMatch(hasNumber);
    for (const secret of ['demo-key', 'demo-secret']) {
      expect(written).not.toContain(secret);
      expect(written).not.toContain(Buffer.from(secret).toString('base64').slice(1, -3));
    }
    expect(await again(at, '--diagnostics', file)).toMatchObject({ status: 1 });
    expect(readFileSync(file, 'utf8')).toBe(written);

    // From the settings, where the system's dialog asks for the place.
    const chosen = path.join(profile, 'chosen.txt');
    await saveTo(chosen);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Diagnostics…' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    expect(readFileSync(chosen, 'utf8')).toContain('the PBX answered');

    expect(pbx.dials()).toHaveLength(1);
    // A program that has ended tells no more how it was started.
    const { spawnfile, spawnargs } = app.process();
    await at.close();
    const alone = path.join(profile, 'alone.txt');
    const args = spawnargs.slice(1).filter((one) => !/^--(?:inspect|remote-debugging)/.test(one));
    const fresh = spawn(spawnfile, [...args, '--diagnostics', alone], { env: at.env });
    expect(await ended(fresh)).toMatchObject({ status: 0 });
    expect(readFileSync(alone, 'utf8')).toContain('the PBX answered');
    expect(readFileSync(alone, 'utf8')).toMatch(/^hotkey: not known/m);
    expect(pbx.dials()).toHaveLength(1);
  } finally {
    await pbx.close();
    rmProfile(profile);
  }
});
