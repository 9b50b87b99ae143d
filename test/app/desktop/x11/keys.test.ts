import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDisplay } from '../../../../app/desktop/x11/connection.ts';
import { createXKeys, type XKeys } from '../../../../app/desktop/x11/keys.ts';

/** Numbers of keys by their place, which no layout changes. */
const key = { C: 54, D: 40, K: 45, N: 57, one: 10, Q: 24, A: 38 } as const;

/** A real X server and real key presses. */
describe.runIf(process.platform === 'linux')('a key that is heard in every window', () => {
  let server: ChildProcess;
  let env: NodeJS.ProcessEnv;
  let heard = 0;
  let remaps = 0;

  const keysOf = (pressed: () => void, remapped = () => {}): XKeys =>
    createXKeys({
      display: localDisplay(env.DISPLAY) ?? { number: '', screen: '' },
      xauthority: '/nonexistent',
      pressed,
      remapped,
    });
  const own = () =>
    keysOf(
      () => {
        heard += 1;
      },
      () => {
        remaps += 1;
      },
    );
  const layout = (...args: string[]) => execFileSync('setxkbmap', args, { env });
  const press = (keys: string) => execFileSync('xdotool', ['key', keys], { env });
  /** Nothing is heard after that which was not heard by then. */
  const soon = () => after(200);

  beforeEach(async () => {
    const started = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '640x480x24', '-noreset'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = started;
    const [number] = (await once(started.stdout, 'data')) as [Buffer];
    env = { ...process.env, DISPLAY: `:${number.toString().trim()}` };
    heard = 0;
    remaps = 0;
  });
  afterEach(async () => {
    server.kill();
    await once(server, 'exit');
  });

  it.each(['us', 'th', 'ru', 'us,th', 'th,us', 'de', 'fr'])(
    'is the same key with the layout %s, whatever else others have',
    async (name) => {
      layout(name);
      const other = keysOf(() => {});
      expect(await other.register('Control+Alt+K')).toBe(true);
      const keys = own();
      expect(await keys.register('Control+Alt+D')).toBe(true);
      press(`ctrl+alt+${key.D}`);
      await expect.poll(() => heard).toBe(1);
      for (const another of [key.C, key.N, key.K]) press(`ctrl+alt+${another}`);
      press(`ctrl+${key.D}`);
      press(`ctrl+alt+shift+${key.D}`);
      await soon();
      expect(heard).toBe(1);
    },
  );

  it('leaves all other keys to other programs', async () => {
    layout('th');
    expect(await own().register('Control+Alt+D')).toBe(true);
    for (const free of ['Control+Alt+K', 'Control+Alt+C', 'Control+Shift+D']) {
      expect(await keysOf(() => {}).register(free)).toBe(true);
    }
  });

  it('that another program has is not to be had, until that one lets go', async () => {
    layout('th');
    const other = keysOf(() => {});
    expect(await other.register('Control+Alt+D')).toBe(true);
    const keys = own();
    expect(await keys.register('Control+Alt+D')).toBe(false);
    other.unregister('Control+Alt+D');
    await soon();
    expect(await keys.register('Control+Alt+D')).toBe(true);
    keys.unregister('Control+Alt+D');
    await soon();
    press(`ctrl+alt+${key.D}`);
    await soon();
    expect(heard).toBe(0);
    expect(await other.register('Control+Alt+D')).toBe(true);
  });

  it('is heard with Num Lock and Caps Lock on', async () => {
    layout('us');
    expect(await own().register('Control+Alt+D')).toBe(true);
    press('Num_Lock');
    press(`ctrl+alt+${key.D}`);
    await expect.poll(() => heard).toBe(1);
    press('Caps_Lock');
    press(`ctrl+alt+${key.D}`);
    await expect.poll(() => heard).toBe(2);
    press('Num_Lock');
    press(`ctrl+alt+${key.D}`);
    await expect.poll(() => heard).toBe(3);
  });

  it('is the one that bears the sign, where one does', async () => {
    layout('fr');
    const keys = own();
    expect(await keys.register('Control+Alt+Q')).toBe(true);
    press(`ctrl+alt+${key.Q}`);
    await soon();
    expect(heard).toBe(0);
    press(`ctrl+alt+${key.A}`);
    await expect.poll(() => heard).toBe(1);
    // Written with Shift there, and pressed without.
    expect(await keys.register('Control+Alt+1')).toBe(true);
    press(`ctrl+alt+${key.one}`);
    await expect.poll(() => heard).toBe(2);
  });

  it.each([
    ['Control+Alt+Plus', 'ctrl+alt+shift+21'],
    ['Control+Shift+F9', 'ctrl+shift+75'],
    ['Control+Alt+num5', 'ctrl+alt+84'],
    ['Super+Shift+Space', 'super+shift+65'],
    ['Control+Alt+;', 'ctrl+alt+47'],
    ['Control+Alt+\\', 'ctrl+alt+51'],
    ['Control+Super+Up', 'ctrl+super+111'],
  ])('may be any that the settings take: %s', async (accelerator, pressed) => {
    layout('us');
    expect(await own().register(accelerator)).toBe(true);
    press(pressed);
    await expect.poll(() => heard).toBe(1);
  });

  it('that moves with the layout is told of, and one that stays where it is is not', async () => {
    layout('us');
    const keys = own();
    await keys.register('Control+Alt+Q');
    layout('th');
    await soon();
    expect(remaps).toBe(0);
    layout('fr');
    await expect.poll(() => remaps).toBeGreaterThan(0);
  });

  it('is not to be had where no display answers', async () => {
    const gone = createXKeys({
      display: { number: '4711', screen: '0' },
      xauthority: '/nonexistent',
      pressed: () => {},
      remapped: () => {},
    });
    expect(await gone.register('Control+Alt+D')).toBe(false);
  });
});
