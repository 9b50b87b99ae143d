import * as v from 'valibot';
import { Line } from '../../contract/bounds.ts';
import type { BusSignal, SessionBus } from './session-bus.ts';

/**
 * Keys that a Wayland desktop gives, by its GlobalShortcuts portal (xdg-desktop-portal, org.freedesktop.portal.GlobalShortcuts): the desktop
 * asks the person, chooses the key, and says when it is pressed. Electron 45 can ask, but says yes before the portal has answered.
 */
export interface WantedKey {
  readonly id: string;
  /** For people: what it does. */
  readonly description: string;
  /** In the spelling of XDG's shortcuts, `CTRL+ALT+d`; `null`: none is proposed. */
  readonly preferred: string | null;
}

/** `declined`: the person said no. `failed`: the desktop gave none. */
export type KeysAnswer =
  | { readonly kind: 'given'; readonly triggers: ReadonlyMap<string, string> }
  | { readonly kind: 'declined' | 'failed' };

export interface GlobalShortcuts {
  /** Resolves once the desktop has answered, which may ask the person first. */
  bind(keys: readonly WantedKey[]): Promise<KeysAnswer>;
}

export interface GlobalShortcutsParts {
  readonly bus: SessionBus;
  /** Names of requests and sessions: letters and digits. */
  readonly newToken: () => string;
  /** Of the desktop entry, by which the desktop knows the program. */
  readonly appId: string;
  readonly pressed: (id: string) => void;
  /** The person gave other keys in the desktop's settings. */
  readonly moved: (triggers: ReadonlyMap<string, string>) => void;
  /** The desktop took the keys back. */
  readonly ended: () => void;
}

const desktop = 'org.freedesktop.portal.Desktop';
const place = '/org/freedesktop/portal/desktop';
const shortcuts = 'org.freedesktop.portal.GlobalShortcuts';
const requestOf = 'org.freedesktop.portal.Request';
const sessionOf = 'org.freedesktop.portal.Session';

/** For people, from the desktop: one line, without what a screen cannot show. */
const Trigger = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(0, 60),
  ),
);
const Shortcuts = v.array(
  v.tuple([v.string(), v.looseObject({ trigger_description: v.optional(Trigger, '') })]),
);
const Response = v.tuple([v.number(), v.record(v.string(), v.unknown())]);
const Activated = v.looseTuple([v.string(), v.string()]);
const Moved = v.looseTuple([v.string(), Shortcuts]);
const Owner = v.pipe(v.string(), v.startsWith(':'));

const triggersIn = (found: v.InferOutput<typeof Shortcuts>) =>
  new Map(found.map(([id, more]) => [id, more.trigger_description] as const));

/** `null`: this desktop has no such portal. Rejects where the bus fails. */
export async function openGlobalShortcuts(parts: GlobalShortcutsParts): Promise<GlobalShortcuts | null> {
  const { bus, newToken, appId, pressed, moved, ended } = parts;
  const ask = (method: string, types: string, ...body: unknown[]) =>
    bus.call({ to: desktop, path: place, interface: shortcuts, method, types, body });
  // Before all else. Earlier portals have no such thing, and go by how the program was started.
  await bus
    .call({ ...{ to: desktop, path: place }, ...registry, types: 'sa{sv}', body: [appId, {}] })
    .catch(() => undefined);
  const version = await property(bus, shortcuts, 'version').catch(() => null);
  if (!v.is(v.number(), version)) return null;
  // Whose signals these are: any program on the bus may send one that looks like it.
  const owner = v.parse(
    Owner,
    await bus.call({ ...broker, method: 'GetNameOwner', types: 's', body: [desktop] }),
  );

  let session: string | null = null;
  const waiting = new Map<string, (response: unknown) => void>();
  const readers: Readonly<Record<string, (signal: BusSignal) => void>> = {
    [`${requestOf}.Response`]: ({ path, body }) => waiting.get(path)?.(body),
    [`${shortcuts}.Activated`]: ({ body }) => {
      const read = v.safeParse(Activated, body);
      if (read.success && read.output[0] === session) pressed(read.output[1]);
    },
    [`${shortcuts}.ShortcutsChanged`]: ({ body }) => {
      const read = v.safeParse(Moved, body);
      if (read.success && read.output[0] === session) moved(triggersIn(read.output[1]));
    },
    [`${sessionOf}.Closed`]: ({ path }) => {
      if (path !== session) return;
      session = null;
      ended();
    },
  };
  await bus.listen(`type='signal',sender='${desktop}'`, (signal) => {
    if (signal.sender === owner) readers[signal.name]?.(signal);
  });

  /** Asks, and waits for what comes by a signal: the portal may ask the person first. Its path is known before it is asked. */
  async function answered(
    token: string,
    asks: () => Promise<unknown>,
  ): Promise<v.InferOutput<typeof Response>> {
    const path = `${place}/request/${bus.name().slice(1).replaceAll('.', '_')}/${token}`;
    const response = new Promise<unknown>((resolve) => waiting.set(path, resolve));
    try {
      await asks();
      return v.parse(Response, await response);
    } finally {
      waiting.delete(path);
    }
  }

  async function close(): Promise<void> {
    const path = session;
    session = null;
    if (path === null) return;
    const call = { to: desktop, path, interface: sessionOf, method: 'Close', types: '', body: [] };
    await bus.call(call).catch(() => undefined);
  }

  return {
    async bind(keys) {
      await close();
      const first = newToken();
      const names = { handle_token: first, session_handle_token: newToken() };
      const [made, opened] = await answered(first, () => ask('CreateSession', 'a{sv}', names));
      const handle = v.safeParse(v.looseObject({ session_handle: Line(300) }), opened);
      if (made !== 0 || !handle.success) return { kind: 'failed' };
      session = handle.output.session_handle;
      const second = newToken();
      const wanted = keys.map(({ id, description, preferred }) => [
        id,
        { description, ...(preferred === null ? {} : { preferred_trigger: preferred }) },
      ]);
      const [bound, results] = await answered(second, () =>
        ask('BindShortcuts', 'oa(sa{sv})sa{sv}', session, wanted, '', { handle_token: second }),
      );
      const given = v.safeParse(v.looseObject({ shortcuts: Shortcuts }), results);
      if (bound === 0 && given.success)
        return { kind: 'given', triggers: triggersIn(given.output.shortcuts) };
      // What it says from now on is not heard.
      await close();
      return { kind: bound === 1 ? 'declined' : 'failed' };
    },
  };
}

const broker = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
const registry = { interface: 'org.freedesktop.host.portal.Registry', method: 'Register' };

const property = (bus: SessionBus, of: string, name: string) =>
  bus.call({
    ...{ to: desktop, path: place, interface: 'org.freedesktop.DBus.Properties', method: 'Get' },
    ...{ types: 'ss', body: [of, name] },
  });
