import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { SignIn } from '../../../app/contract/session.ts';
import { replaceFileSync } from '../../../app/files/replace.ts';
import type { Pbx } from '../../../app/pbx/client.ts';
import { createSession, type SignInBy } from '../../../app/session/session.ts';
import { signedOutMark } from '../../../app/session/signed-out-mark.ts';
import { createCredentialStore, timeLimit } from '../../../app/settings/credentials.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { type AccountPolicy, noPolicy } from '../../../app/settings/policy.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const id = '6f2c1f0e-6a0c-4a51-9a4f-0f3d6d1f7b11';
const patience = 40;

/** Like a Secret Service: locked, it finds nothing, removes nothing and turns down what is written; silent, it stands at a prompt. */
function scriptedKeychain() {
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
function settingsFile(file: string): ValueFile {
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
function computer() {
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

describe('a session', () => {
  it('that was kept goes on at the next start, and is over after a sign-out', async () => {
    const at = computer();
    await at.keptAs('101');
    const next = await at.startAndSettle();
    expect(next.who()).toBe('101');
    await next.session.signOut();
    expect(next.told()).toBeNull();
    expect(at.entries.size).toBe(0);
    expect((await at.startAndSettle()).told()).toBeNull();
  });

  it('of this run only leaves nothing, and nothing is said of a keychain that never held anything', async () => {
    const at = computer();
    at.at.locked = true;
    const run = await at.startAndSettle();
    await run.signIn('101');
    expect(run.session.view()).toMatchObject({ kept: 'this-run' });
    await run.session.signOut();
    expect(run.told()).toBeNull();
    expect((await at.startAndSettle()).told()).toBeNull();
  });

  it('is not kept by a keychain that forgets what it took', async () => {
    const at = computer();
    at.at.forgetful = true;
    const run = await at.startAndSettle();
    await run.signIn('101');
    expect(run.session.view()).toMatchObject({ kept: 'this-run' });
    expect((await at.startAndSettle()).told()).toBeNull();
  });
});

describe.each(['locked', 'silent'] as const)('what a %s keychain holds', (how) => {
  it.each(['101', '102'])(
    'is told at sign-out, and goes once it is unlocked, whoever signed in: %s',
    async (next) => {
      const at = computer();
      await at.keptAs('101');
      at.at[how] = true;
      const run = at.start();
      const resumed = run.session.resume();
      run.giveUp();
      if (how === 'locked') await resumed;
      expect(run.told()).toBe('keychain');
      await run.signIn(next);
      expect(run.session.view()).toMatchObject({ extension: next, kept: 'this-run' });
      await run.session.signOut();
      expect(run.told()).toBe('keychain-kept');
      at.unlock();
      await at.twoStarts();
      expect([...at.entries.keys()]).toEqual([]);
    },
  );

  it.each(['quits', 'signs out'])('goes once it is unlocked, where the next person %s', async (end) => {
    const at = computer();
    const run = await at.keptAs('101');
    at.at[how] = true;
    await run.session.signOut();
    expect(run.told()).toBe('keychain-kept');
    await run.signIn('102');
    if (end === 'signs out') {
      await run.session.signOut();
      expect(run.told()).toBe('keychain-kept');
    }
    at.unlock();
    const last = await at.twoStarts();
    expect(last.who()).toBeNull();
    expect([...at.entries.keys()]).toEqual([]);
  });

  it('signs nobody in again who has signed out, on a full disk too', async () => {
    const at = computer();
    const run = await at.keptAs('101');
    at.at[how] = true;
    await withLittleRoom(0, () => run.session.signOut());
    expect(run.told()).toBe('keychain-kept');
    at.unlock();
    const next = await at.startAndSettle();
    expect(next.who()).toBeNull();
    expect([...at.entries.keys()]).toEqual([]);
    await next.signIn('102');
    expect((await at.startAndSettle()).who()).toBe('102');
  });
});

const by = (keep = async (): Promise<Reply<unknown>> => ok(undefined)) => ({
  ...{ network: {}, keep, takesNobodysPlace: true, keptOrNothing: true },
});

/** As a script signs in: nobody is to lose their place, and nothing is half done. */
describe.each(['locked', 'silent', 'forgetful'] as const)('in silence, with a %s keychain', (how) => {
  const silently = (run: ReturnType<ReturnType<typeof computer>['start']>, extension: string) =>
    run.signIn(extension, { apiKey: 'new' }, by());
  const asItWas = (at: ReturnType<typeof computer>) => [readFileSync(at.settings, 'utf8'), [...at.entries]];

  it.each(['101', '102'])(
    'nobody is signed in as %s, and who was there is there still',
    async (extension) => {
      const at = computer();
      await at.keptAs('101');
      const run = await at.startAndSettle();
      const before = asItWas(at);
      at.at[how] = true;
      const code = extension === '101' ? 'set-up-not-kept' : 'another-account';
      expect(await silently(run, extension)).toEqual(fail(code));
      expect(run.who()).toBe('101');
      at.at.forgetful = false;
      at.unlock();
      await new Promise((resolve) => setTimeout(resolve, 3 * patience));
      expect(asItWas(at)).toEqual(before);
      expect((await at.startAndSettle()).who()).toBe('101');
    },
  );

  it('nobody is signed in for one run, and nothing is kept', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    const before = asItWas(at);
    at.at[how] = true;
    expect(await silently(run, '101')).toEqual(fail('set-up-not-kept'));
    expect(run.who()).toBeNull();
    expect(asItWas(at)).toEqual(before);
  });

  it.each(['101', '102'])(
    'a start that did not reach the keychain is nobody’s leave: %s',
    async (extension) => {
      const at = computer();
      await at.keptAs('101');
      const before = asItWas(at);
      at.at[how] = true;
      const run = at.start();
      const resumed = run.session.resume();
      run.giveUp();
      if (how !== 'silent') await resumed;
      const code = extension === '101' ? 'set-up-not-kept' : 'another-account';
      if (how !== 'forgetful') expect(await silently(run, extension)).toEqual(fail(code));
      expect(JSON.parse(String(asItWas(at)[0]))).toEqual(JSON.parse(String(before[0])));
      at.at.forgetful = false;
      at.unlock();
      await resumed;
      expect((await at.startAndSettle()).who()).toBe('101');
    },
  );
});

describe('in silence', () => {
  it('of two at once the second is told that somebody is there', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    const ends = await Promise.all([run.signIn('101', {}, by()), run.signIn('102', {}, by())]);
    expect(ends).toMatchObject([{ ok: true }, fail('another-account')]);
    expect((await at.startAndSettle()).who()).toBe('101');
  });

  it('whoever signs in by hand while the PBX is asked keeps their place', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    const [byHand, byFile] = await Promise.all([run.signIn('103'), run.signIn('102', {}, by())]);
    expect([byHand, byFile]).toMatchObject([{ ok: true }, fail('another-account')]);
    expect([run.who(), (await at.startAndSettle()).who()]).toEqual(['103', '103']);
  });

  it('settings that are not kept leave the secret that was there', async () => {
    const at = computer();
    await at.keptAs('101');
    const run = await at.startAndSettle();
    const before = at.entries.get(id);
    const refused = by(async () => fail('settings-file'));
    expect(await run.signIn('101', { apiKey: 'new' }, refused)).toEqual(fail('settings-file'));
    expect(at.entries.get(id)).toBe(before);
    expect(await run.signIn('101', { apiKey: 'new' }, by())).toMatchObject({ ok: true });
    expect(at.entries.get(id)).toContain('new');
  });
});

describe('a late answer of the keychain', () => {
  it.each([
    ['nobody has signed in', [], '101'],
    ['somebody has signed in', ['in'], '102'],
    ['somebody has signed in and out', ['in', 'out'], null],
  ] as const)('where %s', async (_what, steps, who) => {
    const at = computer();
    await at.keptAs('101');
    at.at.silent = true;
    const run = at.start();
    const resumed = run.session.resume();
    run.giveUp();
    for (const step of steps) await (step === 'in' ? run.signIn('102') : run.session.signOut());
    at.unlock();
    await resumed;
    expect(run.who()).toBe(who);
  });
});

it('what of a person is left behind is told where they have signed out, and not to who is signed in', async () => {
  const at = computer();
  const run = await at.keptAs('101');
  run.session.left(fail('calls-kept').failure);
  expect(run.told()).toBe('signed-in');
  await run.session.signOut();
  run.session.left(fail('calls-kept').failure);
  expect(run.told()).toBe('calls-kept');
});

describe('where the settings do not tell', () => {
  it('nothing is kept that the next start would not find', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    await withLittleRoom(0, () => run.signIn('101'));
    expect(run.session.view()).toMatchObject({ extension: '101', kept: 'this-run' });
    expect([...at.entries.keys()]).toEqual([]);
    // Room again, and signed in once more: kept.
    await run.session.signOut();
    await run.signIn('101');
    expect((await at.startAndSettle()).who()).toBe('101');
  });

  it('the same person stays kept on a full disk', async () => {
    const at = computer();
    await at.keptAs('101');
    const run = at.start();
    await withLittleRoom(0, () => run.signIn('101'));
    expect(run.session.view()).toMatchObject({ kept: 'keychain' });
    expect((await at.startAndSettle()).who()).toBe('101');
  });

  it.each([
    ['no account', ({ profile, settings }) => ({ profile, settings })],
    ['no account, and the rest', ({ account: _, ...rest }) => rest],
    ['an account that cannot be read', (all) => ({ ...all, account: { extension: 7 } })],
    ['nothing', () => ({})],
  ] satisfies [string, (all: Record<string, unknown>) => unknown][])(
    'who was signed in, nothing stays in the keychain: %s',
    async (_what, edit) => {
      const at = computer();
      await at.keptAs('101');
      writeFileSync(at.settings, JSON.stringify(edit(JSON.parse(readFileSync(at.settings, 'utf8')))));
      expect((await at.twoStarts()).who()).toBeNull();
      expect([...at.entries.keys()]).toEqual([]);
    },
  );

  it('because they are gone, nothing stays either', async () => {
    const at = computer();
    await at.keptAs('101');
    rmSync(at.settings);
    expect((await at.twoStarts()).who()).toBeNull();
    expect([...at.entries.keys()]).toEqual([]);
  });
});

describe('the form of whoever is signed out', () => {
  const last = {
    address: 'https://pbx.example/pbxws.php',
    extension: '101',
    agentId: '2001',
    authentication: 'body',
    requests: 'post',
    allowPlainHttp: false,
  } as const;

  it('keeps who was signed in, over a restart too, and never the key or the secret', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    await run.signIn('101', { agentId: '2001', authentication: 'body', requests: 'post' });
    expect(run.form()).toBeNull();
    await run.session.signOut();
    expect(run.form()).toEqual(last);
    expect((await at.twoStarts()).form()).toEqual(last);
    expect(readFileSync(at.settings, 'utf8')).not.toMatch(/key 101|"secret"/);
  });

  it('keeps them of a run without a keychain too, and of one whose keychain does not answer', async () => {
    const at = computer();
    at.at.locked = true;
    const run = await at.startAndSettle();
    await run.signIn('101');
    await run.session.signOut();
    expect(run.form()).toMatchObject({ extension: '101', requests: 'get' });
    const other = computer();
    await other.keptAs('102');
    other.at.locked = true;
    const next = await other.startAndSettle();
    expect(next.told()).toBe('keychain');
    expect(next.form()).toMatchObject({ extension: '102' });
  });
});

describe('an account in IT’s policy', () => {
  const locks = (fixed: AccountPolicy['fixed'], presets: AccountPolicy['presets'] = {}) => ({
    fixed,
    presets,
  });

  it('is filled in; what was there last wins over a preset, and over nothing that is locked', async () => {
    const at = computer();
    at.it.policy = locks({ address: 'PBX.example' }, { extension: '100', authentication: 'body' });
    const run = await at.startAndSettle();
    expect(run.form()).toMatchObject({
      address: 'PBX.example',
      extension: '100',
      authentication: 'body',
      requests: 'post',
    });
    expect(run.session.view()).toMatchObject({ locked: ['address'] });
    expect(await run.signIn('101')).toMatchObject({ ok: true });
    await run.session.signOut();
    expect(run.form()).toMatchObject({ address: 'PBX.example', extension: '101', authentication: 'header' });
  });

  it.each([
    [{ address: 'other.example' }],
    [{ address: 'pbx.example:4433' }],
    [{ extension: '102' }],
    [{ agentId: '2001' }],
    [{ authentication: 'body' }],
    [{ requests: 'post' }],
  ] as const)('that locks %j lets nobody sign in otherwise, whatever the page says', async (fixed) => {
    const at = computer();
    at.it.policy = locks(fixed);
    const run = await at.startAndSettle();
    expect(await run.signIn('101')).toEqual(fail('managed', { details: Object.keys(fixed)[0] ?? '' }));
    expect(run.who()).toBeNull();
    expect(at.entries.size).toBe(0);
  });

  it('that locks GET lets nobody put the token into a body, which only a POST has; a preset of it gives way', async () => {
    const at = computer();
    const before = await at.startAndSettle();
    await before.signIn('101', { authentication: 'body', requests: 'post' });
    at.it.policy = locks({ requests: 'get' }, { authentication: 'body' });
    const run = await at.startAndSettle();
    expect(run.told()).toBe('account-managed');
    expect(run.form()).toMatchObject({ authentication: 'header', requests: 'get' });
    for (const requests of ['get', 'post'] as const)
      expect(await run.signIn('101', { authentication: 'body', requests })).toEqual(
        fail('managed', { details: 'requests' }),
      );
    expect(await run.signIn('101')).toMatchObject({ ok: true });
  });

  it('that locks encryption allows no address without, and no consent', async () => {
    const at = computer();
    at.it.policy = locks({ allowPlainHttp: false });
    const run = await at.startAndSettle();
    const plain = { address: 'http://pbx.example' };
    expect(await run.signIn('101', { ...plain, allowPlainHttp: true })).toEqual(
      fail('managed', { details: 'allowPlainHttp' }),
    );
    expect(await run.signIn('101', plain)).toEqual(fail('plain-http'));
  });

  it.each([[{ address: 'other.example' }], [{ extension: '102' }], [{ agentId: '2001' }]] as const)(
    'that came later and locks %j signs nobody in elsewhere, says so, and removes nothing',
    async (fixed) => {
      const at = computer();
      await at.keptAs('101');
      at.it.policy = locks(fixed);
      const run = await at.startAndSettle();
      expect(run.told()).toBe('account-managed');
      expect(run.form()).toMatchObject({ address: 'https://pbx.example/pbxws.php', ...fixed });
      at.it.policy = locks({});
      expect((await at.startAndSettle()).who()).toBe('101');
    },
  );

  it('that came later and locks encryption signs out who had none', async () => {
    const at = computer();
    const before = await at.startAndSettle();
    await before.signIn('101', { address: 'http://pbx.example', allowPlainHttp: true });
    expect((await at.startAndSettle()).who()).toBe('101');
    at.it.policy = locks({ allowPlainHttp: false });
    expect((await at.startAndSettle()).told()).toBe('account-managed');
  });

  it('that came later and locks how is asked, and not whom, changes how', async () => {
    const at = computer();
    await at.keptAs('101');
    at.it.policy = locks({ authentication: 'body', requests: 'post' });
    const run = await at.startAndSettle();
    expect(run.session.current()?.account).toMatchObject({ authentication: 'body', requests: 'post' });
  });

  it('forgets that no encryption is meant where IT names another address', async () => {
    const at = computer();
    const run = await at.startAndSettle();
    await run.signIn('101', { address: 'http://pbx.example', allowPlainHttp: true });
    await run.session.signOut();
    expect(run.form()).toMatchObject({ allowPlainHttp: true });
    at.it.policy = locks({ address: 'http://pbx.example/' });
    expect((await at.startAndSettle()).form()).toMatchObject({ allowPlainHttp: true });
    at.it.policy = locks({ address: 'http://other.example' });
    expect((await at.startAndSettle()).form()).toMatchObject({ allowPlainHttp: false });
  });
});
