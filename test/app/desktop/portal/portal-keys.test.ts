import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createDesktopKeys } from '../../../../app/desktop/portal/desktop-keys.ts';
import { openPortalKeys } from '../../../../app/desktop/portal/portal-keys.ts';
import { startEmptyBus } from '../../../e2e/support/empty-bus.ts';
import { type DesktopAnswer, type Portal, startPortal } from '../../../e2e/support/portal.ts';
import { eventually } from '../../../support/eventually.ts';

interface Desk {
  readonly portal: Portal | null;
  readonly address: string;
}

/** A session bus of its own, with the real portal on it, or none. */
async function withBus(answer: DesktopAnswer | null, act: (desk: Desk) => Promise<void>): Promise<void> {
  const bus = await startEmptyBus();
  const portal = answer === null ? null : await startPortal(bus.env, answer);
  try {
    await act({ portal, address: bus.env.DBUS_SESSION_BUS_ADDRESS ?? '' });
  } finally {
    await portal?.close();
    await bus.service.end();
  }
}

const call = { id: 'dial-selection', description: 'Call', preferred: 'CTRL+ALT+d' };
const box = { id: 'show', description: 'Open', preferred: null };

/** A program at that desk. */
function program(address: string, wanted = [call, box], before = false) {
  const at = { asked: before, presses: [] as string[], logged: [] as string[] };
  const keys = createDesktopKeys({
    open: (heard) =>
      openPortalKeys({
        ...heard,
        address,
        appId: 'com.promptcall.companion',
        log: (line) => at.logged.push(line),
      }),
    wanted: () => wanted,
    asked: { get: () => at.asked, keep: (asked) => void Object.assign(at, { asked }) },
    timer: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    changed: () => {},
    log: (line) => at.logged.push(line),
  });
  for (const id of ['dial-selection', 'show'] as const) keys.on(id, () => at.presses.push(id));
  return { keys, at };
}

const run = promisify(execFile);

describe.runIf(process.platform === 'linux')('a desktop with a portal for keys', { timeout: 60_000 }, () => {
  it('is asked once the person asks, says which key it gave, and each press of that is heard once', async () => {
    await withBus('give', async ({ portal, address }) => {
      const { keys, at } = program(address);
      await keys.start();
      expect(keys.state()).toBe('offered');
      expect(portal?.bound()).toEqual([]);

      await keys.ask();
      expect(keys.state()).toBe('given');
      await eventually(() => expect(portal?.bound()).toEqual(['dial-selection CTRL+ALT+d', 'show']));
      expect([keys.trigger('dial-selection'), keys.trigger('show')]).toEqual(['CTRL+ALT+d', '']);
      expect(at.asked).toBe(true);

      await portal?.press('dial-selection');
      await eventually(() => expect(at.presses).toEqual(['dial-selection']));
      await portal?.press('show');
      await eventually(() => expect(at.presses).toEqual(['dial-selection', 'show']));

      // The person gives it another one.
      await portal?.move('show', 'Ctrl+F9');
      await eventually(() => expect(keys.trigger('show')).toBe('Ctrl+F9'));
      await keys.end();
    });
  });

  it('is asked again by the next start, where it gave keys before; what it takes back is gone', async () => {
    await withBus('give', async ({ portal, address }) => {
      const { keys, at } = program(address, [call], true);
      await keys.start();
      expect(keys.state()).toBe('given');
      await eventually(() => expect(portal?.bound()).toEqual(['dial-selection CTRL+ALT+d']));
      await portal?.end();
      await eventually(() => expect(keys.state()).toBe('failed'));
      expect(keys.trigger('dial-selection')).toBe('');
      await portal?.press('dial-selection');
      // Asked anew, it is another session, and its presses count.
      await keys.ask();
      await portal?.press('dial-selection');
      await eventually(() => expect(at.presses).toEqual(['dial-selection']));
      await keys.end();
    });
  });

  it.each([
    ['decline', 'declined', false],
    ['fail', 'failed', true],
  ] as const)('that answers with %s has given none', async (answer, state, asked) => {
    await withBus(answer, async ({ portal, address }) => {
      const { keys, at } = program(address, [call], true);
      await keys.start();
      expect([keys.state(), keys.trigger('dial-selection')]).toEqual([state, '']);
      // Who said no is not asked at each start; who said nothing is.
      expect(at.asked).toBe(asked);
      await portal?.press('dial-selection');
      await keys.end();
      expect(at.presses).toEqual([]);
    });
  });

  it('is believed alone: what another program says in its name calls nobody', async () => {
    await withBus('give', async ({ portal, address }) => {
      const { keys, at } = program(address, [call]);
      await keys.ask();
      const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
      const { stdout } = await run(
        'dbus-send',
        ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ListNames'],
        { env },
      );
      const names = [...stdout.matchAll(/"(:[\d.]+)"/g)].map(([, name]) => name ?? '');
      for (const name of names)
        for (const place of ['/org/freedesktop/portal/desktop', '/org/freedesktop/portal/desktop/session/x'])
          await run(
            'dbus-send',
            [
              ...['--session', '--type=signal', `--dest=${name}`, '/org/freedesktop/portal/desktop'],
              'org.freedesktop.portal.GlobalShortcuts.Activated',
              ...[`objpath:${place}`, 'string:dial-selection', 'uint64:0', 'dict:string:string:'],
            ],
            { env },
          ).catch(() => undefined);
      await portal?.press('dial-selection');
      await eventually(() => expect(at.presses).toEqual(['dial-selection']));
      await keys.end();
    });
  });

  it('is asked for nothing where no key is wanted', async () => {
    await withBus('give', async ({ portal, address }) => {
      const { keys } = program(address, [], true);
      await keys.start();
      expect([keys.state(), portal?.bound()]).toEqual(['offered', []]);
      await keys.end();
    });
  });
});

describe.runIf(process.platform === 'linux')('a desktop without one', { timeout: 60_000 }, () => {
  it('is told as such, whether it has a bus or not', async () => {
    await withBus(null, async ({ address }) => {
      const { keys } = program(address);
      await keys.start();
      await keys.ask();
      expect(keys.state()).toBe('none');
    });
    await withBus('nothing', async ({ address }) => {
      const { keys } = program(address);
      await keys.start();
      expect(keys.state()).toBe('none');
    });
    const { keys, at } = program('unix:path=/nowhere/bus');
    await keys.start();
    expect(keys.state()).toBe('none');
    expect(at.logged.length).toBeGreaterThan(0);
  });

  it('that goes away takes its keys with it', async () => {
    const bus = await startEmptyBus();
    const portal = await startPortal(bus.env);
    const { keys } = program(bus.env.DBUS_SESSION_BUS_ADDRESS ?? '', [call]);
    await keys.ask();
    expect(keys.state()).toBe('given');
    await bus.service.end();
    await eventually(() => expect(keys.state()).toBe('failed'));
    await portal.close();
  });
});
