import { EventEmitter } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { DirectoryChoice } from '../../../app/contract/directory.ts';
import { ok } from '../../../app/contract/failures.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { createPasswords } from '../../../app/directory/password.ts';
import { type DirectoryDesk, wireDirectory } from '../../../app/directory/wire.ts';
import type { Events } from '../../../app/events/events.ts';
import { timeLimit } from '../../../app/settings/credentials.ts';
import { systemStore } from '../../../app/trust/system-store.ts';
import { createTrust, type Trust } from '../../../app/trust/trust.ts';
import { nodeTransport } from '../../support/node-transport.ts';
import { readerBundle } from '../contacts/reader.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export interface Desk {
  readonly directory: DirectoryDesk;
  /** What the person may do about its certificate. */
  readonly certificate: Trust['directory'];
  readonly events: Events;
  readonly folder: string;
  readonly logged: string[];
  readonly entries: Map<string, string>;
  /** What the person sees by it. */
  readonly names: () => string[];
  readonly failure: () => string | null;
  set(part: Partial<Settings>): Promise<void>;
  signIn(who: string | null): Promise<void>;
  pass(ms: number): Promise<void>;
  /** Nothing is being done any more. */
  settled(): Promise<void>;
}

interface Wanted {
  readonly folder?: string;
  readonly trusted?: readonly string[];
  readonly trust?: string;
  readonly pins?: Settings['trustedCertificates'];
  /** IT's decision: nobody trusts any by hand. */
  readonly locked?: boolean;
  readonly password?: string;
  readonly now?: number;
  readonly version?: string;
}

/** A desk at which `101` is signed in. Time passes when the test says so; the thread, the disk and the servers are real. */
export async function deskWith(directory: DirectoryChoice, wanted: Wanted = {}): Promise<Desk> {
  const events: Events = new EventEmitter();
  const folder = wanted.folder ?? temporaryFolder();
  let settings: Settings = { ...defaults, directory, trustedCertificates: [...(wanted.pins ?? [])] };
  let owner: string | null = '101';
  let now = wanted.now ?? Date.UTC(2026, 10, 27);
  const timers = new Set<{ at: number; then: () => void }>();
  const logged: string[] = [];
  const entries = new Map<string, string>();
  const numbers = createNumbers(() => settings);
  const transport = nodeTransport(wanted.trust === undefined ? {} : { trust: wanted.trust });
  onTestFinished(transport.close);
  const passwords = createPasswords({
    keychain: {
      read: async (name) => entries.get(name) ?? null,
      write: async (name, secret) => void entries.set(name, secret),
      remove: async (name) => entries.delete(name),
    },
    entry: 'p directory',
    limit: timeLimit(1_000),
    hide: () => undefined,
    log: (line) => void logged.push(line),
  });
  if (wanted.password !== undefined && directory.from === 'ldap')
    await passwords.keep(directory, wanted.password);
  const trusted = wanted.trusted ?? [path.join(folder, 'nobody.pem')];
  async function set(part: Partial<Settings>): Promise<void> {
    settings = { ...settings, ...part };
    events.emit('settings.kept');
    await settled();
  }
  const trust = createTrust({
    system: systemStore(trusted),
    pins: () => settings.trustedCertificates,
    mayChange: () => wanted.locked !== true,
    mayAsk: () => settings.askToTrust,
    isLocked: () => wanted.locked === true,
    pbxHost: () => 'pbx.test',
    async keep(trustedCertificates) {
      await set({ trustedCertificates });
      return ok(undefined);
    },
    log: (line) => void logged.push(line),
  });
  const desk = wireDirectory({
    ...{ events, folder, passwords, reader: readerBundle },
    keeping: { log: (line) => void logged.push(line), damaged: () => undefined },
    owner: () => owner,
    settings: () => settings,
    trusted,
    version: wanted.version ?? '1.0.0',
    elsewhere: transport.send,
    seen: trust.directory.seen,
    keyOf: (number) => numbers.read(number)?.key ?? number,
    now: () => now,
    timer(ms, then) {
      const one = { at: now + ms, then };
      timers.add(one);
      return () => void timers.delete(one);
    },
  });
  const settled = async () => {
    for (let quiet = 0; quiet < 3; quiet = desk.view().refreshing ? 0 : quiet + 1)
      await new Promise((resolve) => void setTimeout(resolve, 15));
  };
  desk.start();
  await settled();
  onTestFinished(() => {
    owner = null;
    events.emit('owner.changed');
  });
  return {
    ...{ directory: desk, certificate: trust.directory, events, folder, logged, entries, set, settled },
    names: () => desk.people().map(({ name }) => name),
    failure: () => desk.view().failure?.code ?? null,
    async signIn(who) {
      owner = who;
      events.emit('owner.changed');
      await settled();
    },
    async pass(ms) {
      now += ms;
      for (const one of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(one);
        one.then();
      }
      await settled();
    },
    settled,
  };
}
