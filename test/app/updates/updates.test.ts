import { describe, expect, it } from 'vitest';
import type { UpdateMode } from '../../../app/contract/updates.ts';
import { longestCall, mayInstall } from '../../../app/updates/may-install.ts';
import { packageKind } from '../../../app/updates/package-kind.ts';
import { UpdateError } from '../../../app/updates/update-error.ts';
import type { Updater } from '../../../app/updates/updater.ts';
import { createUpdates, pace } from '../../../app/updates/updates.ts';

/** A feed whose answers the test says, and a clock that it moves. */
function desk({ mode = 'install' as UpdateMode, installs = true, offered = true } = {}) {
  const at = {
    mode,
    free: false,
    newest: '2.0.0' as string | null,
    error: null as UpdateError | null,
    fetched: Promise.resolve() as Promise<unknown>,
    installError: null as UpdateError | null,
  };
  const did: string[] = [];
  let waiting: { ms: number; then: () => void }[] = [];
  const updater: Updater = {
    async look() {
      did.push('look');
      if (at.error) throw at.error;
      return at.newest === null ? null : { version: at.newest };
    },
    async fetch() {
      did.push('fetch');
      await at.fetched;
    },
    async stop() {
      did.push('stop');
    },
    install(startAgain) {
      did.push(startAgain ? 'install and start' : 'install');
      if (at.installError) throw at.installError;
    },
  };
  const updates = createUpdates({
    mode: () => at.mode,
    installs,
    open: offered
      ? async () => {
          did.push('open');
          return updater;
        }
      : null,
    async clear() {
      did.push('clear');
    },
    mayInstall: () => at.free,
    found: (version) => did.push(`tell ${version}`),
    changed: () => {},
    restart: () => did.push('restart'),
    timer(ms, then) {
      const one = { ms, then };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    random: () => 0,
    log: () => {},
  });
  return {
    at,
    updates,
    /** What was done since this was asked last. */
    done: () => did.splice(0),
    waits: () => waiting.map(({ ms }) => ms).sort((one, other) => one - other),
    /** So long goes by on one of the clocks. */
    async pass(ms: number) {
      const due = waiting.filter((one) => one.ms === ms);
      waiting = waiting.filter((one) => one.ms !== ms);
      for (const { then } of due) then();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('newer versions', () => {
  it.each([
    ['nobody turned them on', { mode: 'off' as const }],
    ['IT named no feed', { offered: false }],
  ])('where %s nothing is read, asked or waited for', async (_why, how) => {
    const { updates, done, waits, pass } = desk(how);
    updates.start();
    updates.follow();
    expect(waits()).toEqual([]);
    await updates.end();
    await pass(0);
    // But what an earlier run fetched goes.
    expect(done()).toEqual(['clear']);
  });

  it('are looked for some time after the start, and then a few times a day', async () => {
    const { at, updates, done, waits, pass } = desk();
    at.newest = null;
    updates.start();
    expect(done()).toEqual([]);
    await pass(pace.first);
    expect(done()).toEqual(['open', 'look']);
    expect(updates.view().now).toEqual({ state: 'newest' });
    expect(waits()).toEqual([pace.usual]);
    await pass(pace.usual);
    expect(done()).toEqual(['look']);
  });

  it.each([
    ['off', []],
    ['tell', [pace.usual]],
  ] as const)(
    'are looked for when somebody asks, also with "%s", and never fetched for that',
    async (mode, waits) => {
      const at = desk({ mode });
      at.updates.start();
      await at.pass(0);
      at.done();
      at.updates.check();
      at.updates.check();
      expect(at.updates.view().now).toEqual({ state: 'looking' });
      await at.pass(0);
      expect(at.done()).toEqual(['open', 'look', 'tell 2.0.0']);
      expect(at.updates.view().now).toEqual({ state: 'found', version: '2.0.0' });
      expect(at.waits()).toEqual(waits);
      at.at.error = new UpdateError('unreachable', 'no');
      at.updates.check();
      await at.pass(0);
      expect(at.updates.view().now).toEqual({ state: 'failed', why: 'unreachable' });
      expect(at.waits()).toHaveLength(waits.length);
    },
  );

  it('that are being fetched, or are ready, are not looked for once more', async () => {
    const { at, updates, done, pass } = desk();
    at.fetched = new Promise((resolve) => setTimeout(resolve, 20));
    updates.start();
    updates.check();
    await pass(0);
    updates.check();
    await at.fetched;
    await pass(0);
    updates.check();
    await pass(0);
    expect(done()).toEqual(['open', 'look', 'fetch']);
    expect(updates.view().now).toEqual({ state: 'ready', version: '2.0.0' });
  });

  it('are looked for nowhere where IT named no feed', async () => {
    const { updates, done, pass } = desk({ offered: false });
    updates.start();
    updates.check();
    await pass(0);
    expect(done()).toEqual(['clear']);
    expect(updates.view().now).toEqual({ state: 'unknown' });
  });

  it('are told, and not fetched, with "tell", and where somebody else installs', async () => {
    for (const how of [{ mode: 'tell' as const }, { installs: false }]) {
      const { at, updates, done, pass } = desk(how);
      at.free = true;
      updates.start();
      await pass(pace.first);
      expect(done()).toEqual(['clear', 'open', 'look', 'tell 2.0.0']);
      expect(updates.view().now).toEqual({ state: 'found', version: '2.0.0' });
      await updates.end();
      expect(done()).toEqual([]);
    }
  });

  it('are fetched with "install", and put in place once nobody is at work', async () => {
    const { at, updates, done, pass } = desk();
    updates.start();
    await pass(pace.first);
    expect(done()).toEqual(['open', 'look', 'fetch']);
    expect(updates.view().now).toEqual({ state: 'ready', version: '2.0.0' });
    await pass(pace.idle);
    await pass(pace.idle);
    expect(done()).toEqual([]);
    at.free = true;
    await pass(pace.idle);
    expect(done()).toEqual(['install and start', 'restart']);
    await updates.end();
    expect(done()).toEqual([]);
  });

  it('that are ready are put in place when the program ends, which is not started again', async () => {
    const { updates, done, pass } = desk();
    updates.start();
    await pass(pace.first);
    done();
    await updates.end();
    expect(done()).toEqual(['install']);
  });

  it('that are ready stay where they are once somebody turned it off, or wants to be told only', async () => {
    for (const mode of ['off', 'tell'] as const) {
      const { at, updates, done, pass } = desk();
      updates.start();
      await pass(pace.first);
      at.mode = mode;
      updates.follow();
      await pass(0);
      at.free = true;
      await pass(pace.idle);
      await updates.end();
      expect(done().filter((what) => what.startsWith('install'))).toEqual([]);
    }
  });

  it.each(['off', 'tell'] as const)(
    'that are being fetched are broken off and removed once it is "%s", and fetched anew when it is on again',
    async (mode) => {
      const { at, updates, done, pass } = desk();
      at.fetched = new Promise(() => {});
      updates.start();
      await pass(pace.first);
      expect(done()).toEqual(['open', 'look', 'fetch']);
      at.mode = mode;
      updates.follow();
      await pass(0);
      const after = mode === 'off' ? [] : ['look', 'tell 2.0.0'];
      expect(done()).toEqual(['stop', 'clear', ...after]);
      at.fetched = Promise.resolve();
      at.mode = 'install';
      updates.follow();
      await pass(0);
      expect(done()).toEqual(['look', 'fetch']);
      expect(updates.view().now).toEqual({ state: 'ready', version: '2.0.0' });
    },
  );

  it('are looked for at once when somebody turns it on', async () => {
    const { at, updates, done, pass } = desk({ mode: 'off' });
    updates.start();
    at.mode = 'tell';
    updates.follow();
    updates.follow();
    await pass(0);
    expect(done()).toEqual(['clear', 'clear', 'open', 'look', 'tell 2.0.0']);
  });

  it.each(['unreachable', 'signature', 'misfit', 'download', 'checksum'] as const)(
    'of which the last look said %s are looked for again, and it is said meanwhile',
    async (why) => {
      const { at, updates, done, pass } = desk();
      at.error = new UpdateError(why, '');
      updates.start();
      await pass(pace.first);
      expect(updates.view().now).toEqual({ state: 'failed', why });
      at.error = null;
      done();
      await pass(pace.afterFailure);
      expect(done()).toEqual(['look', 'fetch']);
    },
  );

  it('that are ready stay good while the feed cannot be reached, and not where it is forged', async () => {
    const { at, updates, done, pass } = desk();
    updates.start();
    await pass(pace.first);
    at.error = new UpdateError('unreachable', '');
    await pass(pace.usual);
    expect(updates.view().now).toEqual({ state: 'ready', version: '2.0.0' });
    at.error = new UpdateError('signature', '');
    await pass(pace.afterFailure);
    expect(updates.view().now).toEqual({ state: 'failed', why: 'signature' });
    at.free = true;
    done();
    await pass(pace.idle);
    await updates.end();
    expect(done()).toEqual([]);
  });

  it('that are ready and that IT took back are not put in place', async () => {
    const { at, updates, done, pass } = desk();
    updates.start();
    await pass(pace.first);
    at.newest = null;
    await pass(pace.usual);
    expect(updates.view().now).toEqual({ state: 'newest' });
    at.free = true;
    done();
    await pass(pace.idle);
    updates.tryNow();
    await updates.end();
    expect(done()).toEqual([]);
  });

  it('that cannot be put in place leave the program running, and are tried again', async () => {
    const { at, updates, done, pass } = desk();
    updates.start();
    await pass(pace.first);
    at.free = true;
    at.installError = new UpdateError('install', 'ENOSPC');
    await pass(pace.idle);
    expect(done()).not.toContain('restart');
    expect(updates.view().now).toEqual({ state: 'failed', why: 'install' });
    at.installError = null;
    await pass(pace.afterFailure);
    await pass(pace.idle);
    expect(done()).toEqual(['look', 'fetch', 'install and start', 'restart']);
  });
});

describe('the program is put in the place of itself', () => {
  const number = { shown: '', start: 0, end: 0 };
  const free = {
    resting: { state: { number, outcome: null } },
    dial: 'idle',
    lastCall: null,
    now: 10 * longestCall,
  } as const;

  it('where its page rests and nothing is on it', () => {
    expect(mayInstall(free)).toBe(true);
    expect(mayInstall({ ...free, resting: { state: null } })).toBe(true);
    expect(mayInstall({ ...free, dial: 'placed', lastCall: free.now - longestCall })).toBe(true);
  });

  it.each([
    ['somebody may look at it, listen, or type: there is a page', { resting: null }],
    ['a call is being asked for', { dial: 'calling' }],
    ['a question waits', { dial: 'asking' }],
    ['a call was asked for a moment ago', { lastCall: free.now - 60_000 }],
    ['the clock was set back behind the last call', { lastCall: free.now + 60_000 }],
    [
      'a number is half typed',
      { resting: { state: { number: { ...number, shown: '081' }, outcome: null } } },
    ],
    [
      'a failure was not read',
      { resting: { state: { number, outcome: { display: '081', failure: { code: 'timeout' } } } } },
    ],
  ] as const)('never while %s', (_what, change) => {
    expect(mayInstall({ ...free, ...change } as never)).toBe(false);
  });
});

describe('who installs', () => {
  const linux = { platform: 'linux', canWrite: (): boolean => true } as const;
  const mounted = { APPIMAGE: '/home/ploy/Companion.AppImage', APPDIR: '/tmp/.mount_Com' };
  const win = {
    platform: 'win32',
    canWrite: (): boolean => true,
    env: { LOCALAPPDATA: 'C:\\Users\\ploy\\AppData\\Local' },
  } as const;

  it.each([
    [
      'an AppImage of the person',
      { ...linux, env: mounted, executable: '/tmp/.mount_Com/promptcall-companion' },
      'appimage',
    ],
    [
      'an AppImage in a folder of root',
      { ...linux, canWrite: (): boolean => false, env: mounted, executable: '/tmp/.mount_Com/x' },
      'told',
    ],
    [
      'a .deb or .rpm',
      { ...linux, env: {}, executable: '/opt/promptcall-companion/promptcall-companion' },
      'told',
    ],
    [
      'a .deb started from another AppImage',
      { ...linux, env: mounted, executable: '/opt/promptcall-companion/x' },
      'told',
    ],
    ['a folder beside the mount', { ...linux, env: mounted, executable: '/tmp/.mount_Com2/x' }, 'told'],
    [
      'a program of one Windows user',
      { ...win, executable: 'C:\\Users\\ploy\\AppData\\Local\\Programs\\x\\x.exe' },
      'nsis',
    ],
    ['a program of all Windows users', { ...win, executable: 'C:\\Program Files\\x\\x.exe' }, 'told'],
    ['a program on another drive', { ...win, executable: 'D:\\x\\x.exe' }, 'told'],
    ['macOS', { ...linux, platform: 'darwin', env: mounted, executable: '/tmp/.mount_Com/x' }, 'told'],
  ] as const)('%s', (_what, installed, kind) => {
    expect(packageKind(installed)).toBe(kind);
  });
});
