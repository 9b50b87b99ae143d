import { describe, expect, it } from 'vitest';
import { heldKey, pauseBetweenPresses } from '../../../app/hotkey/held-key.ts';
import { createHotkey, tryAgainAfter } from '../../../app/hotkey/hotkey.ts';

/** A keyboard with one owner for each combination, as the systems have it. */
function desk(ownedByOthers: string[] = []) {
  const others = new Set(ownedByOthers);
  const ours = new Set<string>();
  const timers: { ms: number; then: () => void }[] = [];
  const kept: string[] = [];
  let changes = 0;
  const hotkey = createHotkey({
    keys: {
      async register(accelerator) {
        if (others.has(accelerator) || ours.has(accelerator)) return false;
        ours.add(accelerator);
        return true;
      },
      unregister: (accelerator) => void ours.delete(accelerator),
    },
    platform: 'linux',
    timer(ms, then) {
      const timer = { ms, then };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    changed: () => {
      changes += 1;
    },
  });
  const keep = (accelerator: string) => void kept.push(accelerator);
  return { hotkey, others, ours, timers, kept, keep, changes: () => changes };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the hotkey', () => {
  it('is had at start, and a file that says "D" gives no key at all', async () => {
    const { hotkey, ours } = desk();
    expect(await hotkey.start('CommandOrControl+Alt+D')).toBe('works');
    expect([...ours]).toEqual(['Control+Alt+D']);
    expect(hotkey.label()).toBe('Ctrl+Alt+D');
    expect(await desk().hotkey.start('D')).toBe('off');
    expect(await desk().hotkey.start('')).toBe('off');
  });

  it('changes: the new one is kept and works, the old one is let go', async () => {
    const { hotkey, ours, kept, keep } = desk();
    await hotkey.start('Control+Alt+D');
    expect((await hotkey.change('ctrl+alt+k', keep)).ok).toBe(true);
    expect([...ours]).toEqual(['Control+Alt+K']);
    expect(kept).toEqual(['Control+Alt+K']);
    expect((await hotkey.change('', keep)).ok).toBe(true);
    expect([...ours]).toEqual([]);
    expect(hotkey.state()).toBe('off');
  });

  it('stays what it was where the new one is taken, does not do, or cannot be kept', async () => {
    const { hotkey, ours, kept, keep } = desk(['Control+Alt+K']);
    await hotkey.start('Control+Alt+D');
    expect(await hotkey.change('Ctrl+Alt+K', keep)).toMatchObject({
      ok: false,
      failure: { code: 'hotkey-taken' },
    });
    expect(await hotkey.change('K', keep)).toMatchObject({
      ok: false,
      failure: { code: 'hotkey-not-usable' },
    });
    const diskFull = () => {
      throw new Error('no space');
    };
    await expect(hotkey.change('Ctrl+Alt+M', diskFull)).rejects.toThrow('no space');
    expect([...ours]).toEqual(['Control+Alt+D']);
    expect(kept).toEqual([]);
    expect(hotkey.label()).toBe('Ctrl+Alt+D');
  });

  it('may be recorded as what it already is, under another name', async () => {
    const { hotkey, ours, keep } = desk();
    await hotkey.start('CommandOrControl+Alt+D');
    expect((await hotkey.change('Ctrl+Alt+D', keep)).ok).toBe(true);
    expect([...ours]).toEqual(['Control+Alt+D']);
  });

  it('that another program owned at start is had as soon as that program ends, and that is told', async () => {
    const { hotkey, others, ours, timers, changes } = desk(['Control+Alt+D']);
    expect(await hotkey.start('Control+Alt+D')).toBe('taken');
    expect(timers.map(({ ms }) => ms)).toEqual([tryAgainAfter]);
    timers.shift()?.then();
    await settled();
    expect([hotkey.state(), changes()]).toEqual(['taken', 0]);
    others.clear();
    timers.shift()?.then();
    await settled();
    expect([hotkey.state(), changes(), timers.length]).toEqual(['works', 1, 0]);
    expect([...ours]).toEqual(['Control+Alt+D']);
  });

  it('does not fire while a new one is recorded, and does again afterwards', async () => {
    const { hotkey, ours, keep } = desk(['Control+Alt+M']);
    await hotkey.start('Control+Alt+D');
    await hotkey.rest(true);
    expect([...ours]).toEqual([]);
    expect(hotkey.state()).toBe('works');
    await hotkey.rest(false);
    expect([...ours]).toEqual(['Control+Alt+D']);

    await hotkey.rest(true);
    expect((await hotkey.change('Ctrl+Alt+M', keep)).ok).toBe(false);
    expect((await hotkey.change('Ctrl+Alt+K', keep)).ok).toBe(true);
    expect([...ours]).toEqual([]);
    await hotkey.rest(false);
    expect([...ours]).toEqual(['Control+Alt+K']);
  });

  it('is in another place when the layout of the keyboard changes, and is had there', async () => {
    const { hotkey, ours, others, changes } = desk();
    await hotkey.start('Control+Alt+D');
    ours.clear();
    await hotkey.renew();
    expect([...ours]).toEqual(['Control+Alt+D']);
    others.add('Control+Alt+D');
    ours.clear();
    await hotkey.renew();
    expect([hotkey.state(), changes()]).toEqual(['taken', 1]);
  });

  it('that is asked for while the program ends is let go again', async () => {
    const { hotkey, ours } = desk();
    const started = hotkey.start('Control+Alt+D');
    hotkey.end();
    await started;
    expect([...ours]).toEqual([]);
  });

  it('that somebody took during the recording is told as taken', async () => {
    const { hotkey, others, changes } = desk();
    await hotkey.start('Control+Alt+D');
    await hotkey.rest(true);
    others.add('Control+Alt+D');
    await hotkey.rest(false);
    expect([hotkey.state(), changes()]).toEqual(['taken', 1]);
  });
});

describe('a key that is held down', () => {
  const presses = (at: readonly number[]) => {
    let now = 0;
    const held = heldKey(() => now);
    return at.filter((time) => {
      now = time;
      return held.isPress();
    });
  };

  it('is one press, as long as it is held', () => {
    const repeats = Array.from({ length: 1_000 }, (_, index) => 660 + index * 30);
    expect(presses([0, ...repeats])).toEqual([0]);
  });

  it('is a new press once it was let go for a second', () => {
    const released = 660 + 30 * 10;
    const repeats = Array.from({ length: 11 }, (_, index) => 660 + index * 30);
    const again = released + pauseBetweenPresses;
    expect(presses([0, ...repeats, again])).toEqual([0, again]);
  });
});
