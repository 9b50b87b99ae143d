import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import type { SignIn } from '../../../app/contract/session.ts';
import { replaceFileSync } from '../../../app/files/replace.ts';
import type { Pbx } from '../../../app/pbx/client.ts';
import { createSession, type SignInBy } from '../../../app/session/session.ts';
import { signedOutMark } from '../../../app/session/signed-out-mark.ts';
import { createCredentialStore, timeLimit } from '../../../app/settings/credentials.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { type AccountPolicy, noPolicy } from '../../../app/settings/policy.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const id = '6f2c1f0e-6a0c-4a51-9a4f-0f3d6d1f7b11';
export const patience = 40;

/** Like a Secret Service: locked, it finds nothing, removes nothing and turns down what is written; silent, it stands at a prompt. */
export function scriptedKeychain() {
  const entries = new Map<string, string>();
  let waiting: (() => void)[] = [];
  const at = { locked: false, silent: false, forgetful: false };
  const answered = () =>
    at.silent ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve();
  const keychain: Keychain = {
    async read(name) {
      await answered();
      return at.locked ? null : (entries.get(name) ?? null);
    },
    async write(name, secret) {
      await answered();
      if (at.locked) throw new Error('locked');
      if (!at.forgetful) entries.set(name, secret);
    },
    async remove(name) {
      await answered();
      return !at.locked && entries.delete(name);
    },
  };
  const unlock = () => {
    Object.assign(at, { locked: false, silent: false });
    for (const go of waiting) go();
    waiting = [];
  };
  return { keychain, entries, at, unlock };
}

/** What electron-store does: each value is read from the disk, and each change written to it. */
export function settingsFile(file: string): ValueFile {
  const all = (): Record<string, unknown> => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  const write = (values: Record<string, unknown>) => replaceFileSync(file, JSON.stringify(values));
  return {
    get: (key) => all()[key],
    set: (key, value) => write({ ...all(), [key]: value }),
    delete(key) {
      const { [key]: _gone, ...others } = all();
      write(others);
    },
  };
}

/** A computer on which the program is started again and again. */
export function computer() {
  const folder = temporaryFolder();
  const settings = path.join(folder, 'settings.json');
  const scripted = scriptedKeychain();
  const it: { policy: AccountPolicy } = { policy: noPolicy.account };
  function start() {
    const file = settingsFile(settings);
    let giveUp = () => {};
    const session = createSession({
      store: createSettingsStore(file, () => id),
      credentials: createCredentialStore(scripted.keychain, [id, `${id} recordings`], timeLimit(patience)),
      mark: signedOutMark(path.join(folder, 'signed-out')),
      policy: it.policy,
      prove: async (account) => ok({ account, switchedToBody: false }),
      connect: () => ({}) as Pbx,
      changed: () => {},
      afterPatience: (then) => {
        giveUp = then;
      },
      log: () => {},
    });
    const signIn = (extension: string, other: Partial<SignIn> = {}, how?: SignInBy) =>
      session.signIn(
        {
          address: 'https://pbx.example',
          allowPlainHttp: false,
          apiKey: `key ${extension}`,
          apiSecret: 'secret',
          extension,
          agentId: '',
          authentication: 'header',
          requests: 'get',
          ...other,
        },
        how,
      );
    /** What the sign-in screen begins with. */
    const form = () => {
      const view = session.view();
      return view.state === 'signed-out' ? view.form : null;
    };
    const told = () => {
      const view = session.view();
      return view.state === 'signed-out' ? (view.failure?.code ?? null) : view.state;
    };
    const who = () => session.current()?.account.extension ?? null;
    return { session, signIn, told, who, form, giveUp: () => giveUp() };
  }
  /** What is told and who is signed in, once the keychain has done what it was asked. */
  async function startAndSettle() {
    const run = start();
    await run.session.resume();
    await new Promise((resolve) => setTimeout(resolve, 3 * patience));
    return run;
  }
  async function twoStarts() {
    await startAndSettle();
    return await startAndSettle();
  }
  /** Signed in and kept, with another entry of the profile. */
  async function keptAs(extension: string) {
    const run = await startAndSettle();
    await run.signIn(extension);
    scripted.entries.set(`${id} recordings`, 'x');
    expect(run.session.view()).toMatchObject({ kept: 'keychain' });
    return run;
  }
  return { ...scripted, settings, it, start, startAndSettle, twoStarts, keptAs };
}
