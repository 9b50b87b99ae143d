import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { Settings } from '../../../app/contract/settings.ts';
import type { SetUpState } from '../../../app/contract/setup.ts';
import type { Account } from '../../../app/pbx/account.ts';
import type { Pbx } from '../../../app/pbx/client.ts';
import { createSession } from '../../../app/session/session.ts';
import { signedOutMark } from '../../../app/session/signed-out-mark.ts';
import { createCredentialStore, timeLimit } from '../../../app/settings/credentials.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import type { NetworkSettings } from '../../../app/settings/network.ts';
import { noPolicy, type Policy } from '../../../app/settings/policy.ts';
import type { StoredAccount } from '../../../app/settings/schema.ts';
import { createSettingsStore, type ValueFile } from '../../../app/settings/store.ts';
import { readSetUpFile } from '../../../app/setup/read-file.ts';
import { saidOf } from '../../../app/setup/said.ts';
import { createSetUp } from '../../../app/setup/set-up.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { everySetting } from '../settings/every-setting.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const id = '6f2c1f0e-6a0c-4a51-9a4f-0f3d6d1f7b11';
const good = { address: 'pbx.example.com', extension: '101', apiKey: 'k', apiSecret: 's3cret' };

/** A desk whose PBX takes the secret `s3cret`, and whose keychain answers or does not. */
function desk({
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
  const asked: { readonly account: Account; readonly network: Partial<NetworkSettings> }[] = [];
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

type Desk = ReturnType<typeof desk>;
const started = async (options?: Parameters<typeof desk>[0]): Promise<Desk> => {
  const at = desk(options);
  await at.session.resume();
  return at;
};
const questionOf = ({ setUp }: Desk) => {
  const state = setUp.state();
  return state.kind === 'asking' ? state.question : '';
};
const words = wordsFor('en');
/** Whom the settings name. */
const elsewhere: StoredAccount = {
  address: 'https://pbx.example.com/pbxws.php',
  allowPlainHttp: false,
  extension: '102',
  agentId: null,
  authentication: 'header',
  requests: 'post',
};

describe('a set-up file', () => {
  it('signs in, keeps the settings, and is gone; the secret is in the keychain', async () => {
    const at = await started();
    const file = at.write({ ...good, agentId: '2001', settings: { country: 'LA', hotkey: 'Control+Alt+K' } });
    const end = await at.setUp.silently(file);
    expect(end).toEqual({ ok: true, extension: '101', left: [] });
    expect(saidOf(end, words)).toEqual({
      kind: 'done',
      message: 'Signed in as 101. The set-up file is removed.',
    });
    expect(at.session.current()?.account).toMatchObject({
      extension: '101',
      agentId: '2001',
      authentication: 'header',
    });
    expect(at.settings).toEqual([{ country: 'LA', hotkey: 'Control+Alt+K' }]);
    expect(existsSync(file)).toBe(false);
    expect(at.entries.get(id)).toContain('s3cret');
    expect(at.logged).toEqual(['set-up by file: signed in']);
  });

  it.each([true, false])('is read as Windows writes it, with a mark (%s) or without', async (mark) => {
    const at = await started();
    const file = at.write('');
    writeFileSync(file, Buffer.from(`${mark ? '\ufeff' : ''}${JSON.stringify(good)}`, 'utf16le'));
    expect(await at.setUp.silently(file)).toMatchObject({ ok: true, extension: '101' });
  });

  it('in no Unicode is not read: a name that was lost would be kept as if it were one', async () => {
    const at = await started();
    const file = at.write('');
    writeFileSync(file, Buffer.from(JSON.stringify({ ...good, settings: { deskName: 'café' } }), 'latin1'));
    expect(await at.setUp.silently(file)).toMatchObject({
      ok: false,
      failure: { code: 'set-up-unread', details: 'it is not in UTF-8' },
    });
    expect(at.done).toEqual([]);
  });

  it.each([
    [{ ...good, apiSecret: undefined }, ['apiSecret: does not fit, expected "apiSecret"']],
    [{ ...good, apiKey: '' }, ['apiKey: does not fit, expected >=1']],
    [{ ...good, extension: undefined }, ['extension: does not fit, expected "extension"']],
    [{ ...good, extension: 's3cret/1' }, ['extension: does not fit']],
    [{ ...good, password: 's3cret' }, ['5: has a name that this program does not know']],
    [{ ...good, colour: 's3cret' }, ['5: has a name that this program does not know']],
    [
      { ...good, settings: { theme: 's3cret', hotkey: 'D', colour: 1 } },
      ['settings › 3: has a name', 'settings › theme: does not fit', 'settings › hotkey: does not fit'],
    ],
    [
      JSON.stringify(good).replace('{', '{"extension":"102","apiSecret":"s3cret",'),
      ['extension: stands twice', 'apiSecret: stands twice'],
    ],
    ['{"apiSecret": "s3cret"', ['(no JSON object)']],
    [[good], ['(no JSON object)']],
  ])('that does not fit does nothing and is told by place, without content: %#', async (content, lines) => {
    const at = await started();
    const file = at.write(content);
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('unfit');
    for (const line of lines) expect(said.message).toContain(line);
    expect(said.message).not.toContain('s3cret');
    expect([at.done, at.who(), existsSync(file)]).toEqual([[], null, true]);
  });

  it('brings the password of the directory that it sets, which is in no line of what is said', async () => {
    const at = await started();
    const directory = { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example', bindDn: 'cn=r' };
    const file = at.write({ ...good, directoryPassword: 'hush', settings: { directory } });
    const end = await at.setUp.silently(file);
    expect(end).toEqual({ ok: true, extension: '101', left: [] });
    expect(at.settings).toEqual([{ directory }]);
    expect(at.done.at(-1)).toBe('directory hush');
    expect(JSON.stringify([at.logged, saidOf(end, words)])).not.toContain('hush');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [fail('directory-password'), ['set-up-settings'], false],
    [ok(false), ['set-up-settings', 'set-up-kept'], true],
  ])('says so where that password is kept for nothing, or nowhere: %#', async (kept, left, stays) => {
    const at = await started();
    at.at.directory = kept;
    const directory = { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example', bindDn: 'cn=r' };
    const file = at.write({ ...good, directoryPassword: 'hush', settings: { directory } });
    const end = await at.setUp.silently(file);
    expect(end.ok && end.left.map(({ code }) => code)).toEqual(left);
    expect(saidOf(end, words).message).toContain('directoryPassword');
    expect(existsSync(file)).toBe(stays);
  });

  it.each([
    [{ directoryPassword: 'hush' }, 'directoryPassword'],
    [{ directoryPassword: 'hush', settings: { directory: { from: 'none' } } }, 'directoryPassword'],
    [{ settings: { hotkey: 'Ctrl+Alt+K', boxKey: 'Control+Alt+K' } }, 'settings › hotkey'],
    [{ settings: { internalShortest: 6, internalLength: 5 } }, 'settings › internalShortest'],
    [{ settings: { keepCalls: 10, keepNotes: 20 } }, 'settings › keepNotes'],
    [{ settings: { openIn: 'http://crm.example.com/{number}' } }, 'settings › openIn'],
  ])('that asks for what cannot be does nothing, and is told by place: %j', async (more, place) => {
    const at = await started();
    const file = at.write({ ...good, ...more });
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('unfit');
    expect(said.message).toContain(`${place}: `);
    expect([at.done, at.who(), existsSync(file)]).toEqual([[], null, true]);
  });

  const byItsOwnWay = {
    proxy: { use: 'server', address: 'proxy.example.com:3128' },
    trustedCertificates: [{ host: 'pbx.example.com', sha256: 'ab'.repeat(32) }],
  };

  it('is proved as it says: by its proxy and pins, which are kept before anything else asks the PBX', async () => {
    const at = await started();
    const ways = { authentication: 'query', requests: 'get', allowPlainHttp: true };
    const file = at.write({
      ...{ ...good, ...ways, address: 'http://pbx.example.com' },
      settings: { ...byItsOwnWay, country: 'LA' },
    });
    expect(await at.setUp.silently(file)).toEqual({ ok: true, extension: '101', left: [] });
    expect(at.asked).toEqual([
      {
        network: byItsOwnWay,
        account: expect.objectContaining({ authentication: 'query', requests: 'get' }),
      },
    ]);
    expect(at.asked[0]?.account.endpoint.address).toMatch(/^http:/);
    expect(at.done).toEqual(['ask for 101', 'keep proxy trustedCertificates', 'connect', 'keep country']);
  });

  it('in the place of another person is proved as it says both times', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    at.setUp.openFile(at.write({ ...good, extension: '102', settings: byItsOwnWay }));
    await at.setUp.confirm(questionOf(at));
    expect(at.asked.map(({ network }) => network)).toEqual([{}, byItsOwnWay, byItsOwnWay]);
    expect(at.who()).toBe('102');
  });

  it('whose way the disk does not take signs nobody in who would ask by another one', async () => {
    const at = await started();
    at.at.full = true;
    const file = at.write({ ...good, settings: byItsOwnWay });
    expect(await at.setUp.silently(file)).toMatchObject(fail('settings-file'));
    expect([at.who(), existsSync(file), at.entries.size]).toEqual([null, true, 0]);
    expect(at.done).not.toContain('connect');
  });

  it('that the PBX turns down changes nothing, and stays', async () => {
    const at = await started();
    const settings = { ...byItsOwnWay, country: 'LA' };
    const file = at.write({ ...good, apiSecret: 'wrong', settings });
    const end = await at.setUp.silently(file);
    expect(saidOf(end, words)).toMatchObject({ kind: 'not-taken' });
    expect([at.who(), at.settings, existsSync(file)]).toEqual([null, [], true]);
  });

  it('takes nobody’s place in silence; the same account gets its new secret', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    const other = at.write({ ...good, extension: '102' });
    expect(saidOf(await at.setUp.silently(other), words).kind).toBe('another-account');
    expect([at.who(), existsSync(other)]).toEqual(['101', true]);
    const again = at.write({ ...good, address: 'https://PBX.example.com/', apiKey: 'new' });
    expect(await at.setUp.silently(again)).toMatchObject({ ok: true, left: [] });
    expect(at.entries.get(id)).toContain('new');
    expect(at.done).not.toContain('sign out');
  });

  it('stays where no keychain keeps its secret, and that is told', async () => {
    const at = await started({ keychain: false });
    const file = at.write(good);
    const end = await at.setUp.silently(file);
    expect(end).toEqual(fail('set-up-not-kept'));
    expect(saidOf(end, words).kind).toBe('not-kept');
    expect([existsSync(file), at.who(), at.settings]).toEqual([true, null, []]);
  });

  it('that a person says yes to signs in for this run there, and stays', async () => {
    const at = await started({ keychain: false });
    const file = at.write({ ...good, settings: { country: 'LA' } });
    at.setUp.openFile(file);
    await at.setUp.confirm(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'failed', failure: { code: 'set-up-no-keychain' } });
    expect([existsSync(file), at.who(), at.settings]).toEqual([true, '101', [{ country: 'LA' }]]);
  });

  it('that another name is left of, or whose settings were not kept, is told', async () => {
    const at = await started();
    const file = at.write({ ...good, settings: { hotkey: 'Control+Alt+K', country: 'LA' } });
    linkSync(file, `${file}.too`);
    at.at.settings = fail('hotkey-taken');
    const end = await at.setUp.silently(file);
    expect(end).toMatchObject({
      ok: true,
      left: [{ code: 'set-up-settings', details: 'hotkey (hotkey-taken)' }, { code: 'set-up-kept' }],
    });
    expect(at.settings).toEqual([{ country: 'LA' }]);
    const said = saidOf(end, words);
    expect(said.kind).toBe('not-all');
    for (const told of [said.message, at.logged.join()]) expect(told).toContain('hotkey (hotkey-taken)');
  });

  it.each(everySetting.filter(([key]) => !(key in byItsOwnWay)))(
    'keeps every other setting where %s is refused, and names it with the cause',
    async (key, value) => {
      const at = await started();
      at.at.refused = key;
      const other = key === 'country' ? { deskName: 'Front' } : { country: 'LA' };
      const end = await at.setUp.silently(at.write({ ...good, settings: { [key]: value, ...other } }));
      expect(end).toMatchObject({
        ok: true,
        left: [{ code: 'set-up-settings', details: `${key} (EACCES)` }],
      });
      expect(at.settings).toEqual([other]);
      expect(at.logged.join()).toContain(`${key} (EACCES)`);
    },
  );

  it('that was replaced meanwhile is not the one that is removed', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.json');
    writeFileSync(file, '{}');
    const read = readSetUpFile(file);
    writeFileSync(`${file}.new`, 'of somebody else');
    linkSync(file, `${file}.old`);
    // Another one under the same name, as an editor that saves leaves it.
    const { renameSync } = await import('node:fs');
    renameSync(`${file}.new`, file);
    expect(read.kind === 'text' && read.remove()).toContain('another file');
    expect(readdirSync(folder)).toContain('a.json');
  });

  it.each([
    ['is longer', '{"apiSecret": "of the next person"}', 0],
    ['is as long', '{"a": 2}', 0],
    ['is as long and as old', '{"a": 2}', 1],
    ['is the same, written anew', '{"a": 1}', 60],
  ])('whose content %s by then is left, and that is told', (_what, content, later) => {
    const file = path.join(temporaryFolder(), 'a.json');
    writeFileSync(file, '{"a": 1}');
    utimesSync(file, 1_000, 1_000);
    const read = readSetUpFile(file);
    writeFileSync(file, content);
    if (later > 0) utimesSync(file, 1_000, 999 + later);
    expect(read.kind === 'text' && read.remove()).toContain('changed');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is a plain file of one’s own or of root, and not a link, a folder or a heap of data', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.json');
    const why = (at: string, self?: number) => {
      const read = readSetUpFile(at, self);
      return read.kind === 'unreadable' ? read.why : read.kind;
    };
    writeFileSync(file, '{}');
    symlinkSync(file, `${file}.link`);
    mkdirSync(`${file}.folder`);
    writeFileSync(`${file}.heap`, ' '.repeat(1_000_001));
    expect(why(file)).toBe('text');
    expect(why(`${file}.link`)).toBe('it is a link to another file');
    expect(why(`${file}.folder`)).toMatch(/it is no file|EISDIR/);
    expect(why(`${file}.heap`)).toBe('1000001 bytes are too many');
    expect(why(`${file}.none`)).toBe('ENOENT');
    const own = process.getuid?.() ?? 0;
    if (own !== 0) expect(why(file, own + 1)).toBe(`it belongs to user ${own}`);
    chmodSync(file, 0o644);
  });
});

describe('a set-up file under IT’s policy', () => {
  const policy: Policy = {
    ...noPolicy,
    fixed: { country: 'TH', theme: 'dark' },
    account: { fixed: { address: 'pbx.example.com' }, presets: { extension: '100', authentication: 'body' } },
  };

  it('leaves out what the policy says', async () => {
    const at = await started({ policy });
    const file = at.write({ apiKey: 'k', apiSecret: 's3cret', settings: { country: 'TH' } });
    expect(await at.setUp.silently(file)).toMatchObject({ ok: true, extension: '100' });
    expect(at.session.current()?.account).toMatchObject({ authentication: 'body', requests: 'post' });
    expect(at.settings).toEqual([]);
  });

  it('takes a preset without encryption for the preset address, and for no other', async () => {
    const presets = { address: 'http://pbx.example.com', allowPlainHttp: true };
    const at = await started({ policy: { ...noPolicy, account: { fixed: {}, presets } } });
    const other = at.write({ ...good, address: 'http://other.example.com' });
    expect(await at.setUp.silently(other)).toEqual(fail('plain-http'));
    const same = at.write({ ...good, address: 'http://PBX.example.com/' });
    expect(await at.setUp.silently(same)).toMatchObject({ ok: true });
  });

  it.each([
    [{ ...good, address: 'other.example.com' }, 'address'],
    [{ ...good, settings: { country: 'LA' } }, 'country'],
    [{ ...good, settings: { country: 'LA', theme: 'light', deskName: 'Front' } }, 'theme, country'],
  ])('says nothing against what is locked, and is told what that is: %j', async (content, named) => {
    const at = await started({ policy });
    const file = at.write(content);
    const said = saidOf(await at.setUp.silently(file), words);
    expect(said.kind).toBe('managed');
    expect(said.message).toContain(`(${named})`);
    expect([at.done, existsSync(file)]).toEqual([[], true]);
  });

  it('that locks GET takes no file that has the token in the body', async () => {
    const locked = { ...noPolicy, account: { fixed: { requests: 'get' as const }, presets: {} } };
    for (const more of [{}, { requests: 'get' }, { requests: 'post' }]) {
      const at = await started({ policy: locked });
      const end = await at.setUp.silently(at.write({ ...good, authentication: 'body', ...more }));
      expect(end).toEqual(fail('managed', { details: 'requests' }));
      expect([at.done, at.who()]).toEqual([[], null]);
    }
  });

  it('takes a pin that is the locked one, however it is written', async () => {
    const pin = (host: string, sha256: string) => ({ trustedCertificates: [{ host, sha256 }] });
    const locked = { ...noPolicy, fixed: pin('pbx.example.com', 'ab'.repeat(32)) };
    const colons = Array.from({ length: 32 }, () => 'AB').join(':');
    const at = await started({ policy: locked });
    const same = at.write({ ...good, settings: pin('PBX.example.com', colons) });
    expect(await at.setUp.silently(same)).toMatchObject({ ok: true, left: [] });
    expect(at.settings).toEqual([]);
    const other = at.write({ ...good, settings: pin('pbx.example.com', 'cd'.repeat(32)) });
    expect(await at.setUp.silently(other)).toEqual(fail('managed', { details: 'trustedCertificates' }));
  });

  it('may have an address to open without encryption, and a directory that a password is for', async () => {
    const directory = {
      ...{ from: 'ldap' as const, address: 'ldaps://ad.example.com', base: 'dc=example', bindDn: 'cn=r' },
    };
    const at = await started({ policy: { ...noPolicy, openInPlainHttp: true, presets: { directory } } });
    const settings = { openIn: 'http://crm.example.com/{number}' };
    const file = at.write({ ...good, directoryPassword: 'hush', settings });
    expect(await at.setUp.silently(file)).toMatchObject({ ok: true, left: [] });
  });
});

describe('a set-up that a person is asked about', () => {
  const link = 'promptcall-companion://setup?address=pbx.example.com:4433&extension=102';

  it('by a file signs in on a yes, and not before', async () => {
    const at = await started();
    at.at.chosen = at.write({ ...good, settings: { country: 'LA' } });
    await at.setUp.choose();
    expect(at.setUp.state()).toMatchObject({
      ...{ kind: 'asking', from: 'file', extension: '101', host: 'pbx.example.com' },
      ...{ signsOut: false, settings: true, plainHttp: false, inQuery: false },
    });
    expect(JSON.stringify(at.states)).not.toContain('s3cret');
    expect(at.done).toEqual([]);
    const question = questionOf(at);
    await at.setUp.confirm(question);
    expect(at.states.map(({ kind }) => kind)).toEqual(['asking', 'working', 'done']);
    expect([at.who(), existsSync(at.at.chosen)]).toEqual(['101', false]);
    expect(await at.setUp.confirm(question)).toEqual(fail('question-gone'));
  });

  it('by a link fills the form in and signs nobody in', async () => {
    const at = await started();
    at.setUp.link(link);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', from: 'link', host: 'pbx.example.com:4433' });
    await at.setUp.confirm(questionOf(at));
    expect(at.session.view()).toMatchObject({
      state: 'signed-out',
      form: { address: 'pbx.example.com:4433', extension: '102' },
    });
    expect(at.done).toEqual([]);
  });

  it.each([
    ['query', true],
    ['header', false],
    ['body', false],
  ] as const)(
    'says whether the secret is to stand in the address, which a web page may wish for: %s',
    async (authentication, inQuery) => {
      const at = await started();
      at.setUp.link(`${link}&authentication=${authentication}`);
      expect(at.setUp.state()).toMatchObject({ kind: 'asking', inQuery });
      at.setUp.openFile(at.write({ ...good, authentication }));
      expect(at.setUp.state()).toMatchObject({ kind: 'asking', inQuery });
    },
  );

  it('signs out properly first where another account is signed in, and leaves that one where the new one does not work', async () => {
    const at = await started();
    await at.setUp.silently(at.write(good));
    at.done.length = 0;
    at.setUp.openFile(at.write({ ...good, extension: '102', apiSecret: 'wrong' }));
    expect(at.setUp.state()).toMatchObject({ signsOut: true });
    await at.setUp.confirm(questionOf(at));
    expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'unauthorised' } });
    expect(at.who()).toBe('101');
    at.setUp.openFile(at.write({ ...good, extension: '102' }));
    await at.setUp.confirm(questionOf(at));
    expect(at.who()).toBe('102');
    expect(at.done.filter((what) => what !== 'connect')).toEqual([
      ...['ask for 102', 'ask for 102', 'sign out', 'ask for 102'],
    ]);
  });

  it('by a file asks where a locked keychain has somebody else, who stays if it does not take the new one', async () => {
    for (const keychain of [false, true]) {
      const at = await started({ keychain, holder: elsewhere });
      const file = at.write(good);
      expect([at.who(), at.setUp.openFile(file)]).toMatchObject([null, { kind: 'asking', signsOut: true }]);
      await at.setUp.confirm(questionOf(at));
      if (keychain) {
        expect([at.setUp.state().kind, at.who(), existsSync(file)]).toEqual(['done', '101', false]);
        expect(at.kept()).toMatchObject({ extension: '101' });
        continue;
      }
      expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'set-up-not-kept' } });
      expect([at.who(), at.kept(), existsSync(file), at.settings]).toEqual([null, elsewhere, true, []]);
      // The form that a link fills in signs nobody out.
      const link = 'promptcall-companion://setup?address=pbx.example.com&extension=101';
      expect(at.setUp.link(link)).toMatchObject({ kind: 'asking', signsOut: false });
    }
  });

  it('by a link to whom is signed in already asks nothing; to another one it signs out', async () => {
    const at = await started();
    await at.setUp.silently(at.write({ ...good, extension: '102', address: 'pbx.example.com:4433' }));
    expect(at.setUp.link(link)).toBeNull();
    at.setUp.link(link.replace('102', '103'));
    expect(at.setUp.state()).toMatchObject({ signsOut: true });
    at.setUp.dismiss(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
    expect(at.who()).toBe('102');
    at.setUp.link(link.replace('102', '103'));
    await at.setUp.confirm(questionOf(at));
    expect([at.who(), at.done.at(-1)]).toEqual([null, 'sign out']);
    expect(at.session.view()).toMatchObject({ form: { extension: '103' } });
  });

  it('asks anew where somebody signed in meanwhile, and not for ever', async () => {
    const at = await started();
    at.setUp.link(link);
    const first = questionOf(at);
    await at.setUp.silently(at.write(good));
    await at.setUp.confirm(first);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', signsOut: true });
    expect(at.who()).toBe('101');
    at.at.expire();
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
    expect(await at.setUp.confirm(first)).toEqual(fail('question-gone'));
  });

  it('by a link signs nobody out who signed in as the very one meanwhile', async () => {
    const at = await started();
    at.setUp.link(link);
    const file = at.write({ ...good, extension: '102', address: 'pbx.example.com:4433' });
    await at.setUp.silently(file);
    await at.setUp.confirm(questionOf(at));
    expect([at.who(), at.setUp.state()]).toEqual(['102', { kind: 'done' }]);
    expect(at.done).not.toContain('sign out');
  });

  it('is not answered by a no to the question before it', async () => {
    const at = await started();
    at.setUp.link(link);
    const first = questionOf(at);
    at.setUp.link(link.replace('102', '103'));
    for (const other of [first, null, 'q0']) at.setUp.dismiss(other);
    expect(at.setUp.state()).toMatchObject({ kind: 'asking', extension: '103' });
    at.setUp.dismiss(questionOf(at));
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
  });

  it('says what a link or a file cannot do', async () => {
    const at = await started();
    at.setUp.link(`${link}&apiSecret=s3cret`);
    expect(at.setUp.state()).toEqual({ kind: 'failed', failure: { code: 'set-up-secret' } });
    at.setUp.openFile(path.join(at.folder, 'none.json'));
    expect(at.setUp.state()).toMatchObject({ kind: 'failed', failure: { code: 'set-up-unread' } });
    at.setUp.dismiss(null);
    expect(at.setUp.state()).toEqual({ kind: 'idle' });
  });
});
