import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { newProfile, rmProfile } from './support/companion.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** A checkout of its own: what is changed in it is changed for nobody else. */
async function newCheckout(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-dev-'));
  for (const name of ['app', 'renderer', 'build', 'docs', 'test/pbx', 'package.json', 'package-lock.json'])
    await cp(path.join(project, name), path.join(folder, name), { recursive: true });
  await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Changes a file as many editors do: a new one is put in its place. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(`${file}.new`, change(await readFile(file, 'utf8')));
  await rename(`${file}.new`, file);
}

test('`npm run dev` loads the page again, or starts the program again, when its part of the sources changes', async () => {
  // Four builds and two starts: on a busy machine they take a while.
  test.setTimeout(400_000);
  const checkout = await newCheckout();
  const profile = newProfile();
  const switches = (process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean);
  const dev = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'build/dev.ts',
      ...switches,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
    ],
    {
      cwd: checkout,
      env: {
        ...process.env,
        LANGUAGE: 'en',
        ELECTRON_OVERRIDE_DIST_PATH: path.dirname(process.env.COMPANION_ELECTRON ?? ''),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(dev, 'exit');
  let output = '';
  for (const stream of [dev.stdout, dev.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const addresses = () => [...output.matchAll(/^DevTools listening on (ws:\S+)/gm)].map(([, at]) => at ?? '');
  /** The page of the program that was started last. */
  async function connect(starts: number): Promise<{ browser: Browser; page: Page }> {
    await expect.poll(() => addresses().length, { timeout: 100_000, message: output }).toBe(starts);
    const browser = await chromium.connectOverCDP(addresses().at(-1) ?? '', { noDefaults: true });
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('the program has no page');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    return { browser, page };
  }
  const pid = async () => Number((await readlink(path.join(profile, 'SingletonLock'))).split('-').at(-1));

  try {
    const { page } = await connect(1);
    const first = await pid();
    await page.evaluate(() => Reflect.set(window, 'before', true));
    await edit(
      path.join(checkout, 'renderer/screens/session/view.css'),
      (css) => `${css}\nh1 { opacity: 0.5; }\n`,
    );
    await expect(page.getByRole('heading', { name: 'Sign in' })).toHaveCSS('opacity', '0.5', {
      timeout: 100_000,
    });
    expect(await page.evaluate(() => Reflect.get(window, 'before'))).toBeUndefined();
    expect(page.url()).toBe('app://companion/index.html');
    expect(await pid()).toBe(first);

    await edit(
      path.join(checkout, 'app/main.ts'),
      (source) => `${source}\nconsole.error('a change of main');\n`,
    );
    await connect(2);
    expect(await pid()).not.toBe(first);
    expect(output).toContain('a change of main');

    // What does not build is said, and what runs goes on running.
    await edit(path.join(checkout, 'renderer/app.tsx'), (source) => `${source}\nthis is no program`);
    await expect.poll(() => output, { timeout: 100_000 }).toMatch(/app\.tsx/);
    const last = await pid();
    dev.kill();
    await ended;
    expect(() => process.kill(last, 0)).toThrow('ESRCH');
  } finally {
    dev.kill();
    await ended;
    rmProfile(profile);
    await rm(checkout, { recursive: true, force: true });
  }
});
