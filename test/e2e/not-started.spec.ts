import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { rmProfile } from './support/companion.ts';

const said = {
  'disk-full': 'The disk is full. Make room and start it again.',
  'not-writable': 'Its folder may not be written to. Ask IT to change that.',
  'not-there': 'Its folder is not there, or is no folder. Ask IT to look at it.',
  'in-use': 'Another program has its folder, or the system let nobody have it. Restart the computer.',
  other: 'Start it again. If it stays like this, tell IT.',
};
const project = path.resolve(import.meta.dirname, '../..');
const electron = process.env.COMPANION_ELECTRON ?? '';
const switches = (process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean);

let place: string;
test.beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'companion-start-'));
});
test.afterEach(() => rmProfile(place));

/** A disk of its own for this process alone, mounted at `at`; who is not root is root in a namespace of their own. */
const onDisk = (at: string, prepare: string): string[] => [
  'unshare',
  process.getuid?.() === 0 ? '-m' : '-rm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=16k tmpfs '${at}' && ${prepare} && exec "$@"`,
  'sh',
];

interface Start {
  readonly profile: string;
  readonly args?: readonly string[];
  readonly before?: readonly string[];
  readonly env?: Record<string, string>;
}

async function start({ profile, args = [], before = [], env = {} }: Start) {
  const folder = profile === '' ? [] : [`--user-data-dir=${profile}`];
  const [command = electron, ...rest] = [...before, electron, ...switches, project, ...folder, ...args];
  const child = spawn(command, rest, {
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const late = pause(40_000).then(() => 'still there' as const);
  const status = await Promise.race([once(child, 'close').then(([code]) => code as number), late]);
  child.kill('SIGKILL');
  return { status, output };
}

const cases: readonly [string, keyof typeof said, () => Start][] = [
  [
    'a dangling link in the place of the profile',
    'not-there',
    () => {
      symlinkSync(path.join(place, 'nowhere'), path.join(place, 'profile'));
      return { profile: path.join(place, 'profile') };
    },
  ],
  [
    'a file in the place of the profile',
    'not-there',
    () => {
      writeFileSync(path.join(place, 'profile'), '');
      return { profile: path.join(place, 'profile') };
    },
  ],
  [
    'no place for settings at home',
    'not-there',
    () => {
      symlinkSync(path.join(place, 'nowhere'), path.join(place, '.config'));
      return { profile: '', env: { HOME: place, XDG_CONFIG_HOME: '' } };
    },
  ],
  [
    'a full disk',
    'disk-full',
    () => ({
      profile: path.join(place, 'profile'),
      before: onDisk(place, `{ head -c 100k /dev/zero > '${place}/fill' || true; } 2>/dev/null`),
    }),
  ],
  [
    'a disk that is read-only',
    'not-writable',
    () => ({
      profile: path.join(place, 'profile'),
      before: onDisk(place, `mkdir '${place}/profile' && mount -o remount,ro '${place}'`),
    }),
  ],
  [
    'no place for temporary files',
    'other',
    () => ({ profile: path.join(place, 'profile'), env: { TMPDIR: path.join(place, 'nowhere') } }),
  ],
  [
    'a profile that nobody can claim',
    'in-use',
    () => {
      const profile = path.join(place, 'profile');
      mkdirSync(path.join(profile, 'SingletonLock', 'x'), { recursive: true });
      return { profile };
    },
  ],
];

for (const [what, reason, prepare] of cases) {
  test(`a start that fails for ${what} says so, and a script that dials is told soon`, async () => {
    test.slow();
    const at = prepare();
    for (const args of [[], ['--dial', '0812345678']]) {
      const { status, output } = await start({ ...at, args });
      expect(status).toBe(1);
      expect(output).toContain('promptCall Companion could not start.');
      expect(output).toContain(said[reason]);
    }
  });
}

test('without a display it says so, with a status of its own, and has done nothing', async () => {
  const env = { DISPLAY: '', WAYLAND_DISPLAY: '', XDG_RUNTIME_DIR: '' };
  const profile = path.join(place, 'profile');
  for (const args of [[], ['--set-up', path.join(place, 'set-up.json')], ['--dial', '0812345678']]) {
    const { status, output } = await start({ profile, args, env });
    expect(status).toBe(1);
    expect(output).toContain('Not started: there is no display here.');
  }
  // Chromium makes the folder before anything else.
  expect(readdirSync(profile)).toEqual([]);
});

test('a start from an icon that fails says so in a dialog, and a script that dials is not held up by one', async () => {
  writeFileSync(path.join(place, 'profile'), '');
  const from = (...args: string[]) =>
    spawn(electron, [...switches, project, `--user-data-dir=${path.join(place, 'profile')}`, ...args], {
      // As a desktop starts it: nobody reads what is said.
      stdio: 'ignore',
    });
  const dialling = from('--dial', '0812345678');
  expect(await once(dialling, 'exit')).toEqual([1, null]);

  const started = from();
  const dialogs = () =>
    spawnSync('xdotool', ['search', '--onlyvisible', '--pid', `${started.pid}`])
      .stdout.toString()
      .trim();
  await expect.poll(dialogs).not.toBe('');
  // Away with it, as its button does: whoever closes a dialog has read it.
  spawnSync('xdotool', ['windowfocus', '--sync', dialogs().split('\n')[0] ?? '', 'key', 'Return']);
  expect(await once(started, 'exit')).toEqual([1, null]);
});
