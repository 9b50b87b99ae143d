import { describe, expect, it } from 'vitest';
import { askEvery, isScreenLocked, watchScreenLock } from '../../../app/desktop/screen-lock.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { startLogind } from '../../e2e/support/logind.ts';

describe.runIf(process.platform === 'linux')('whether the screen is locked', () => {
  it('is what logind says, and nobody knows without it', async () => {
    const logind = await startLogind();
    const env = { ...process.env, ...logind.env };
    try {
      expect(await isScreenLocked('linux', env)).toBe(false);
      await logind.screen('lock');
      expect(await isScreenLocked('linux', env)).toBe(true);
      // Elsewhere Electron tells.
      expect(await isScreenLocked('win32', env)).toBeNull();
      await logind.screen('unlock');
      expect(await isScreenLocked('linux', env)).toBe(false);
    } finally {
      await logind.close();
    }
    expect(await isScreenLocked('linux', env)).toBeNull();
    expect(await isScreenLocked('linux', { ...env, PATH: '/nowhere' })).toBeNull();
  });
});

describe('watching the screen', () => {
  function watched(answers: (boolean | null)[]) {
    const clock = createVirtualClock(0);
    const told: boolean[] = [];
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return answers.length > 1 ? (answers.shift() ?? null) : (answers[0] ?? null);
    };
    watchScreenLock(ask, clock.timer, (locked) => told.push(locked));
    return {
      told,
      asked: () => asked,
      pass: (minutes: number) => clock.advance(minutes * askEvery.unlocked),
    };
  }

  it('tells of each change once', async () => {
    const { told, pass } = watched([false, false, true, true, false]);
    await pass(10);
    expect(told).toEqual([true, false]);
  });

  it('goes on asking where now and then nobody answers', async () => {
    const { told, pass, asked } = watched([null, null, false, null, null, true, false]);
    await pass(20);
    expect(told).toEqual([true, false]);
    expect(asked()).toBeGreaterThan(15);
  });

  it('asks seldom while the screen is unlocked, and more often while somebody may come back', async () => {
    const [open, locked] = [watched([false]), watched([true])];
    await open.pass(10);
    await locked.pass(10);
    expect([open.asked(), locked.asked()]).toEqual([11, 61]);
  });

  it('takes the screen for unlocked when nobody knows any more, and stops asking', async () => {
    const { told, pass, asked } = watched([true, null]);
    await pass(60);
    expect(told).toEqual([true, false]);
    expect(asked()).toBe(4);
  });
});
