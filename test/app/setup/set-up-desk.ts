import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { Settings } from '../../../app/contract/settings.ts';
import type { SetUpState } from '../../../app/contract/setup.ts';
import type { Account } from '../../../app/pbx/account.ts';
import type { Pbx } from '../../../app/pbx/client.ts';
import { createSession } from '../../../app/session/session.ts';
import { signedOutMark } from '../../../app/session/signed-out-mark.ts';
import { createCredentialStore, timeLimit } from '../../../app/settings/credentials.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import type { NetworkTrial } from '../../../app/settings/network.ts';
import { noPolicy, type Policy } from '../../../app/settings/policy.ts';
import type { StoredAccount } from '../../../app/settings/schema.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';
import { createSetUp } from '../../../app/setup/set-up.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const id = '6f2c1f0e-6a0c-4a51-9a4f-0f3d6d1f7b11';
export const good = { address: 'pbx.example.com', extension: '101', apiKey: 'k', apiSecret: 's3cret' };

/** A desk whose PBX takes the secret `s3cret`, and whose keychain answers or does not. */
export function desk({
  policy = noPolicy,
  keychain = true,
  holder,
}: {
  policy?: Policy;
  keychain?: boolean;
  holder?: StoredAccount;
} = {}) {
  const folder = temporaryFolder();
  const values = new Map<string, unknown>();
  const file: ValueFile = {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.delete(key),
  };
  if (holder) values.set('account', holder);
  const entries = new Map<string, string>();
  const answers = <T>(answer: T) => (keychain ? Promise.resolve(answer) : Promise.reject(new Error('none')));
  const chain: Keychain = {
    read: (name) => answers(entries.get(name) ?? null),
    write: (name, secret) => answers(void (keychain && entries.set(name, secret))),
    remove: (name) => answers(entries.delete(name)),
  };
  const done: string[] = [];
  const asked: { readonly account: Account; readonly network: NetworkTrial }[] = [];
  const logged: string[] = [];
  const settings: Partial<Settings>[] = [];
  const session = createSession({
    store: createSettingsStore(file, () => id),
    credentials: createCredentialStore(chain, [id], timeLimit(1_000)),
    mark: signedOutMark(path.join(folder, 'signed-out')),
    policy: policy.account,
    prove: async (account, network) => {
      done.push(`ask for ${account.extension}`);
      asked.push({ account, network });
      if (network.proxyLogin?.password === 'wrong')
        return fail('proxy-password', { details: 'HTTP 407', proxy: 'other.example.com:8080' });
      return account.apiSecret === 's3cret' ? ok({ account, switchedToBody: false }) : fail('unauthorised');
    },
    connect: () => {
      done.push('connect');
      return {} as Pbx;
    },
    changed: () => {},
    afterPatience: () => {},
    log: () => {},
  });
  const at = {
    settings: ok(undefined) as Reply<unknown>,
    chosen: null as string | null,
    full: false,
    refused: '',
    directory: ok(true) as Reply<boolean>,
    proxy: true,
    expire: () => {},
  };
  const states: SetUpState[] = [];
  let questions = 0;
  const setUp = createSetUp({
    session,
    signOut: async () => {
      done.push('sign out');
      return await session.signOut();
    },
    rules: policy,
    changeSettings: async (part) => {
      done.push(`keep ${Object.keys(part).join(' ')}`);
      if (at.full) throw new Error('ENOSPC');
      if (at.refused in part) throw Object.assign(new Error('refused'), { code: 'EACCES' });
      if (at.settings.ok || !('hotkey' in part)) settings.push(part);
      return 'hotkey' in part ? at.settings : ok(undefined);
    },
    keepDirectoryPassword: async (password) => {
      done.push(`directory ${password}`);
      return at.directory;
    },
    keepProxyLogin: async ({ proxy, user, password }) => {
      done.push(`proxy ${user}:${password}@${proxy}`);
      return { isKept: at.proxy, putBack: async () => void done.push('proxy put back') };
    },
    choose: async () => at.chosen,
    changed: (state) => void states.push(state),
    newId: () => `q${++questions}`,
    timer: (_ms, then) => {
      at.expire = then;
      return () => {};
    },
    log: (line) => void logged.push(line),
  });
  const write = (content: unknown, name = 'set-up.json') => {
    const place = path.join(folder, name);
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 });
    return place;
  };
  const who = () => session.current()?.account.extension ?? null;
  const kept = () => values.get('account');
  return { session, setUp, write, who, kept, done, asked, settings, entries, folder, at, states, logged };
}

export type Desk = ReturnType<typeof desk>;
export const started = async (options?: Parameters<typeof desk>[0]): Promise<Desk> => {
  const at = desk(options);
  await at.session.resume();
  return at;
};
export const questionOf = ({ setUp }: Desk) => {
  const state = setUp.state();
  return state.kind === 'asking' ? state.question : '';
};
export const words = wordsFor('en');
/** Whom the settings name. */
export const elsewhere: StoredAccount = {
  address: 'https://pbx.example.com/pbxws.php',
  allowPlainHttp: false,
  extension: '102',
  agentId: null,
  authentication: 'header',
  requests: 'post',
};
