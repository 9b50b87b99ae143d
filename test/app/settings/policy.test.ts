import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { noPolicy, openPolicy, readPolicy } from '../../../app/settings/policy.ts';
import { policySource } from '../../../app/settings/policy-file.ts';
import { createSettingsStore } from '../../../app/settings/store.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const outside = { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' };
const premium = { name: 'No premium numbers', match: '1900.', action: 'block' };

function read(policy: unknown) {
  const logged: string[] = [];
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return { ...readPolicy(text, (line) => logged.push(line)), logged };
}

describe('a policy of IT', () => {
  it('has rules and fixed settings', () => {
    const policy = read({
      rules: [outside, premium],
      settings: {
        country: 'LA',
        internalLength: 3,
        internalShortest: 2,
        numberForm: 'e164',
        beforeHotkeyCall: 'ask',
      },
      ownRules: false,
    });
    expect(policy.view).toEqual({
      rules: [outside, { ...premium, value: '' }],
      keys: ['country', 'numberForm', 'beforeHotkeyCall', 'internalLength', 'internalShortest', 'rules'],
      problem: null,
    });
    expect(policy.fixed).toEqual({
      country: 'LA',
      internalLength: 3,
      internalShortest: 2,
      numberForm: 'e164',
      beforeHotkeyCall: 'ask',
      rules: [],
    });
    expect(policy.logged).toEqual([]);
  });

  it('locks and fills in fields of the sign-in form', () => {
    const fixed = { address: 'pbx.example.com:4433', requests: 'post', allowPlainHttp: false, agentId: '' };
    const presets = { extension: '101', authentication: 'body' };
    const policy = read({ account: { settings: fixed, presets } });
    expect(policy.account).toEqual({ fixed, presets });
    expect(policy.logged).toEqual([]);
  });

  it.each([
    ['settings', { address: '' }],
    ['settings', { address: 'not an address' }],
    ['presets', { address: 'me@example.com' }],
    ['settings', { extension: '' }],
    ['settings', { extension: '101/102' }],
    ['presets', { agentId: 'a b' }],
    ['settings', { authentication: 'basic' }],
    ['settings', { allowPlainHttp: 'no' }],
  ])('leaves out of the account’s %s what cannot be meant: %j, and keeps the rest', (part, bad) => {
    const policy = read({ account: { [part]: { requests: 'get', ...bad } } });
    expect(policy.account).toMatchObject({ [part === 'settings' ? 'fixed' : part]: { requests: 'get' } });
    const [field] = Object.keys(bad);
    expect(policy.logged).toEqual([`policy: account.${part}.${field} left out, it does not fit`]);
    // A lock that does not hold is on every screen; a default that is none costs nobody anything.
    expect(policy.view.problem).toBe(part === 'settings' ? 'account' : null);
  });

  it.each([[], [{ theme: 'dark' }], 'Zx9', 7, true, null])(
    'says on every screen that what is locked does not hold, where the whole part is none: %j',
    (none) => {
      expect(read({ settings: none }).view.problem).toBe('settings');
      expect(read({ account: none }).view.problem).toBe('account');
      expect(read({ account: { settings: none } }).view.problem).toBe('account');
      expect(read({ presets: none }).view.problem).toBeNull();
      expect(read({ account: { presets: none } }).view.problem).toBeNull();
    },
  );

  it.each([
    ['{"settings":{"country":"LA"},"settings":{}}', 'settings'],
    ['{"account":{},"account":{}}', 'account'],
    ['{"account":{"settings":{},"settings":{}}}', 'account'],
    // Of what is locked, or preset, the last one is what IT meant as well as any.
    ['{"settings":{"country":"LA","country":"TH"}}', null],
    ['{"account":{"settings":{"requests":"get","requests":"post"}}}', null],
    ['{"presets":{},"presets":{}}', null],
  ])('of which a part stands twice, %s, says that what the first one locks is lost', (text, problem) => {
    expect(read(text).view.problem).toBe(problem);
  });

  it.each([
    { account: { settings: { apiSecret: 'Zx9' } } },
    { account: { presets: { apiKey: 'Zx9' } } },
    { account: { API_KEY: 'Zx9' } },
    { token: 'Zx9' },
    { account: { settings: { address: 'https://k:Zx9@pbx.example.com' } } },
    { account: { presets: { address: 'k:Zx9@pbx.example.com:4433' } } },
    { account: { presets: { address: 'https://pbx.example.com/pbxws.php/dial?token=Zx9' } } },
    { settings: { password: 'Zx9' } },
  ])('with a secret in it is told, and the secret is not: %j', (content) => {
    const policy = read(content);
    expect(policy.view.problem).toBe('secret');
    expect(policy.logged).toEqual(['policy: a key or secret is left out, everybody here can read it']);
    expect(JSON.stringify(policy)).not.toContain('Zx9');
  });

  it('keeps the address that a secret stands in, without it, and others as they are', () => {
    const addressOf = (address: string) => read({ account: { settings: { address } } }).account.fixed.address;
    expect(addressOf('https://k:Zx9@pbx.example.com/a/')).toBe('https://pbx.example.com/a/');
    for (const address of ['https://pbx.example.com:4433/a', '[2001:db8::1]:443', 'pbx.example.com?a=b'])
      expect(addressOf(address)).toBe(address);
  });

  it.each([
    'proxy.example.com:3128',
    { use: 'server' },
    { use: 'server', address: 'Zx9' },
    { use: 'server', address: 'proxy.example.com:99999' },
    { use: 'server', address: 'proxy.example.com:3128', password: 'Zx9' },
    { use: 'script', address: 'file:///Zx9.pac' },
    { use: 'proxy' },
    {},
    null,
  ])('with a locked proxy that is none says so, and leads nowhere: %j', (proxy) => {
    const policy = read({ settings: { proxy } });
    expect(policy.view).toMatchObject({ problem: 'proxy', keys: ['proxy'] });
    expect(policy.fixed.proxy).toEqual({ use: 'server', address: 'setting-of-it-cannot-be-read.invalid:1' });
    expect(policy.logged).toHaveLength(1);
    expect(JSON.stringify([policy, policy.logged])).not.toContain('Zx9');
    const preset = read({ presets: { proxy } });
    expect(preset.presets).toEqual({});
    expect(preset.view.problem).not.toBe('proxy');
  });

  it.each<[unknown, unknown]>([
    [
      { host: 'pbx.example.com', sha256: 'ab'.repeat(32) },
      [{ host: 'pbx.example.com', sha256: 'ab'.repeat(32) }],
    ],
    [{ host: 'pbx.example.com', sha256: 'Zx9' }, [{ host: 'pbx.example.com', sha256: '00'.repeat(32) }]],
    ['Zx9', []],
    [null, []],
    [{}, []],
  ])('with pins that are no list has nobody trusted in their place, and says so: %j', (pins, held) => {
    const policy = read({ settings: { trustedCertificates: pins } });
    expect(policy.view).toMatchObject({ problem: 'trustedCertificates', keys: ['trustedCertificates'] });
    expect(policy.fixed.trustedCertificates).toEqual(held);
    expect(JSON.stringify([policy, policy.logged])).not.toContain('Zx9');
  });

  it.each(['false', 'no', 0, null])('that locks whether people may trust by %j lets nobody', (askToTrust) => {
    const policy = read({ settings: { askToTrust } });
    expect(policy.view.keys).toEqual(['askToTrust']);
    expect(policy.fixed).toEqual({ askToTrust: false });
    expect(policy.logged).toHaveLength(1);
    expect(read({ presets: { askToTrust } }).presets).toEqual({});
  });

  it.each(['false', 1, null])(
    'that locks whether plain http is allowed by %j allows none',
    (allowPlainHttp) => {
      const policy = read({ account: { settings: { allowPlainHttp }, presets: { allowPlainHttp } } });
      expect(policy.account).toEqual({ fixed: { allowPlainHttp: false }, presets: {} });
      expect(policy.logged).toHaveLength(2);
    },
  );

  it('with a pin that is none trusts its host with nothing, and says so', () => {
    const good = { host: 'ad.example.com', sha256: 'ab'.repeat(32) };
    const host = 'pbx.example.com';
    const bad = [{ host, sha256: 'Zx9' }, { host }, { host, sha256: good.sha256, name: 'Zx9' }];
    for (const pin of bad) {
      const policy = read({ settings: { trustedCertificates: [pin, good] } });
      expect(policy.view).toMatchObject({ problem: 'trustedCertificates', keys: ['trustedCertificates'] });
      expect(policy.fixed.trustedCertificates).toEqual([{ host, sha256: '00'.repeat(32) }, good]);
      expect(JSON.stringify([policy, policy.logged])).not.toContain('Zx9');
    }
    const nobodys = read({ settings: { trustedCertificates: [{ host: '*', sha256: good.sha256 }, good] } });
    expect([nobodys.fixed.trustedCertificates, nobodys.view.problem]).toEqual([
      [good],
      'trustedCertificates',
    ]);
  });

  it('may be empty, may begin with a byte-order mark, and may have remarks beside a rule', () => {
    expect(read({}).view).toEqual(noPolicy.view);
    expect(read(`\ufeff${JSON.stringify({ rules: [{ ...outside, remark: 'since 2025' }] })}`).view).toEqual({
      rules: [outside],
      keys: [],
      problem: null,
    });
  });

  it.each(['', '{', 'null', '[]', '"x"', '7', '{"rules":[}'])(
    'that reads %j is said to be unreadable',
    (text) => {
      const policy = read(text);
      expect(policy).toMatchObject({ ...noPolicy, view: { rules: [], problem: 'file' } });
      expect(policy.logged).toHaveLength(1);
    },
  );

  it.each([
    [{ ...premium, match: '_1900.' }],
    [{ ...premium, action: 'forbid' }],
    [{ ...premium, name: '' }],
    [{ ...outside, value: '9w' }],
    [{ match: '1900.' }],
    [null],
    ['1900.'],
  ])('keeps the other rules beside %j, and says that one is missing', (bad) => {
    const policy = read({ rules: [outside, bad, premium] });
    expect(policy.view.rules.map(({ name }) => name)).toEqual([outside.name, premium.name]);
    expect(policy.view.problem).toBe('rules');
    expect(policy.logged).toEqual(['policy: rule 2 left out, it does not fit']);
  });

  it('says that rules are missing where they are no list', () => {
    expect(read({ rules: { 1: premium }, settings: { country: 'LA' } })).toMatchObject({
      view: { rules: [], keys: ['country'], problem: 'rules' },
      fixed: { country: 'LA' },
    });
  });

  it('fixes the good settings beside bad ones', () => {
    const policy = read({
      settings: { country: 'Thailand', internalLength: 4, theme: 'dim', numberForm: 7, colour: 'x' },
      presets: { theme: 'dark', country: 'Siam' },
      ownRules: 'no',
      later: true,
    });
    expect(policy.fixed).toEqual({ internalLength: 4 });
    expect(policy.presets).toEqual({ theme: 'dark' });
    expect(policy.view).toEqual({ rules: [], keys: ['internalLength'], problem: null });
    expect(policy.logged).toEqual([
      'policy: a part that this program does not know is left out',
      'policy: settings.country left out, it does not fit',
      'policy: settings.theme left out, it does not fit',
      'policy: settings.numberForm left out, it does not fit',
      'policy: presets.country left out, it does not fit',
      'policy: ownRules left out, it does not fit',
    ]);
  });

  it.each(['settings', 'presets'])('that has rules in its %s, of which one does not fit, says so', (part) => {
    const policy = read({ [part]: { rules: [outside, { ...premium, match: '[' }] } });
    expect(policy.view.problem).toBe('rules');
    expect({ ...policy.fixed, ...policy.presets }).toEqual({ rules: [outside] });
    expect(policy.logged).toEqual([`policy: ${part}.rules.2 left out, it does not fit`]);
  });

  it('keeps the rules that it locks where it allows no others', () => {
    expect(read({ settings: { rules: [premium] }, ownRules: false }).fixed).toEqual({
      rules: [{ ...premium, value: '' }],
    });
  });

  it.each([7, null, [], 'x'])('without settings in it but %j fixes none', (settings) => {
    expect(read({ settings }).fixed).toEqual({});
    expect(read({ settings }).logged).toHaveLength(1);
  });
});

describe('the file', () => {
  const open = (file: string) => {
    const logged: string[] = [];
    const source = { file, owners: [process.getuid?.() ?? 0] };
    return { ...openPolicy(source, (line) => logged.push(line)), logged };
  };
  const folder = temporaryFolder;

  it('that is not there is no policy, and nothing to talk about', () => {
    expect(open(path.join(folder(), 'policy.json'))).toEqual({ ...noPolicy, logged: [] });
    expect(open(path.join(folder(), 'no', 'folder', 'policy.json'))).toEqual({ ...noPolicy, logged: [] });
  });

  it.each<[string, (at: string) => string]>([
    [
      'a link that leads nowhere',
      (at) => {
        symlinkSync(path.join(at, 'nowhere'), path.join(at, 'policy.json'));
        return path.join(at, 'policy.json');
      },
    ],
    [
      'in a folder that is a link that leads nowhere',
      (at) => {
        symlinkSync(path.join(at, 'nowhere'), path.join(at, 'folder'));
        return path.join(at, 'folder', 'policy.json');
      },
    ],
    [
      'a file in the place of its folder',
      (at) => {
        writeFileSync(path.join(at, 'folder'), '{}');
        return path.join(at, 'folder', 'policy.json');
      },
    ],
    [
      'in a circle of links',
      (at) => {
        symlinkSync(path.join(at, 'policy.json'), path.join(at, 'policy.json'));
        return path.join(at, 'policy.json');
      },
    ],
  ])('that was meant and is %s, is said to be unreadable', (_what, make) => {
    const { view, logged } = open(make(folder()));
    expect(view.problem).toBe('file');
    expect(logged).toEqual([expect.stringMatching(/^policy: not read, E[A-Z]+$/)]);
  });

  it('is read', () => {
    const file = path.join(folder(), 'policy.json');
    writeFileSync(file, JSON.stringify({ rules: [outside] }));
    expect(open(file).view.rules).toEqual([outside]);
  });

  it('that cannot be read, or is far too long, is said to be unreadable', () => {
    const at = folder();
    mkdirSync(path.join(at, 'policy.json'));
    writeFileSync(path.join(at, 'long.json'), `{"rules":[]}${' '.repeat(1_000_000)}`);
    for (const name of ['policy.json', 'long.json']) {
      const policy = open(path.join(at, name));
      expect(policy.view.problem).toBe('file');
      expect(policy.logged).toHaveLength(1);
    }
  });

  it('is where administrators write', () => {
    const on = (platform: NodeJS.Platform) => policySource(platform, () => 'D:\\Windows').file;
    expect(on('linux')).toBe('/etc/promptcall-companion/policy.json');
    expect(on('darwin')).toBe('/Library/Application Support/promptCall Companion/policy.json');
    expect(on('win32')).toBe('D:\\ProgramData\\promptCall Companion\\policy.json');
  });
});

it('what IT fixes stands in place of the person’s choice, and never becomes it', () => {
  const held: Record<string, unknown> = { settings: { ...defaults, country: 'TH', rules: [outside] } };
  const file = {
    get: (key: string) => held[key],
    set: (key: string, value: unknown) => {
      held[key] = value;
    },
    delete: (key: string) => {
      delete held[key];
    },
  };
  const { fixed } = read({ settings: { country: 'LA' }, ownRules: false });
  const store = createSettingsStore(file, () => crypto.randomUUID(), fixed);
  expect(store.settings()).toMatchObject({ country: 'LA', rules: [] });
  expect(store.change({ theme: 'dark', country: 'US' })).toMatchObject({ country: 'LA', theme: 'dark' });
  expect(held.settings).toMatchObject({ rules: [outside] });
  expect(createSettingsStore(file, () => crypto.randomUUID()).settings().rules).toEqual([outside]);
});

describe('a feed that IT names', () => {
  const feed = 'https://it.example.com/companion/';
  const key = `MCowBQYDK2VwAyEA${'a'.repeat(43)}=`;

  it('names where newer versions come from, and whose signature they have', () => {
    expect(read({}).updates).toBeNull();
    expect(read({ updates: { feed, key } }).updates).toEqual({ feed, key });
    const keys = [key, key.replace('aaa', 'bbb')];
    expect(read({ updates: { feed, key: keys } }).updates).toEqual({ feed, key: keys });
  });

  it.each([
    [{ feed }],
    [{ key }],
    [{ feed: 'http://it.example.com/companion/', key }],
    [{ feed: 'https://it.example.com/companion', key }],
    [{ feed: 'https://user:secret@it.example.com/', key }],
    [{ feed: 'https://it.example.com/?token=x/', key }],
    [{ feed: 'file:///srv/companion/', key }],
    [{ feed: '', key }],
    [{ feed, key: 'a'.repeat(60) }],
    [{ feed, key: key.slice(1) }],
    [{ feed, key: [] }],
    [{ feed, key: [key, ''] }],
    [{ feed, key: Array(6).fill(key) }],
    [{ feed, key, more: true }],
    ['https://it.example.com/companion/'],
    [null],
  ])('looks nowhere for newer versions where it says %j', (updates) => {
    const policy = read({ rules: [outside], updates });
    expect(policy.updates).toBeNull();
    expect(policy.view).toMatchObject({ rules: [outside], problem: null });
    expect(policy.logged.length).toBeGreaterThan(0);
    expect(policy.logged.join()).not.toMatch(/example|secret|token|MCow/);
  });
});
