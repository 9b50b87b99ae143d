import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../app/settings/check-policy.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { policySchema, setUpSchema } from '../../../build/policy/schema.ts';
import { isBaseName } from '../../../renderer/screens/settings/addresses.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { allOfIt, everySetting } from './every-setting.ts';

function check(content: unknown, language: 'en' | 'th' = 'en'): string[] {
  const file = path.join(temporaryFolder(), 'any name.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return checkPolicy(file, wordsFor(language).policyCheck);
}

const outside = { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' };

describe('a check of a policy', () => {
  it('has nothing to say where all fits', () => {
    expect(check({})).toEqual([]);
    const all = { $schema: 'policy.schema.json', rules: [outside], settings: allOfIt, presets: allOfIt };
    const updates = { feed: 'https://it.example.com/', key: `MCowBQYDK2VwAyEA${'A'.repeat(43)}=` };
    expect(check(`\ufeff${JSON.stringify({ ...all, ownRules: true, updates })}`)).toEqual([]);
  });

  it.each(everySetting)('says where %s does not fit, locked or preset', (key) => {
    const lines = check({ settings: { [key]: { secret: 's3cret' } }, presets: { [key]: 7.5 } });
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toContain(`settings › ${key}`);
    expect(lines.at(-1)).toContain(`presets › ${key}`);
    expect(lines.join()).not.toMatch(/s3cret|7\.5/);
  });

  // Of each setting: another type, another value, too much, too little, and what has no form at all.
  const wrong = [7.5, -1, 99_999, 's3cret!', 'x'.repeat(3_000), true, [], [{}], {}, { from: 's3cret' }, null];
  it.each(everySetting)('says of whatever %s cannot be what is expected', (key) => {
    const taken = wrong.filter((value) => {
      const lines = check({ settings: { [key]: value } }).filter((line) => !line.includes('means nothing'));
      for (const line of lines) {
        expect(line).toMatch(new RegExp(`^settings › ${key}( › .+)?: `));
        expect(line).toMatch(/expected .+|has a name that this program does not know/);
        expect(line).not.toContain('s3cret');
      }
      return lines.length === 0;
    });
    // Text of any kind, an empty list, `null` where it stands for something.
    expect(taken.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['proxy', { use: 'server' }, 'address: does not fit, expected "address"'],
    ['proxy', { use: 'script' }, 'address: does not fit, expected "address"'],
    [
      'proxy',
      { use: 'server', address: 'proxy' },
      'address: does not fit, expected e.g. proxy.example.com:3128',
    ],
    ['proxy', { use: 'none', address: 'proxy:1' }, '2: has a name that this program does not know'],
    ['proxy', { use: 'server', address: 'proxy:1', password: 's3cret' }, '3: is a key or secret'],
    ['directory', { from: 'file' }, 'path: does not fit, expected "path"'],
    ['directory', { from: 'web' }, 'address: does not fit, expected "address"'],
    ['directory', { from: 'ldap', base: 'dc=example' }, 'address: does not fit, expected "address"'],
    ['directory', { from: 'ldap', address: 'ldaps://ad' }, 'base: does not fit, expected "base"'],
    ['quietHours', { from: '24:00', to: '07:00' }, 'from: does not fit, expected e.g. 07:30'],
  ])('says what is missing or wrong in %s %j', (key, value, said) => {
    expect(check({ settings: { [key]: value } })).toEqual([
      expect.stringContaining(`settings › ${key} › ${said}`),
    ]);
  });

  const based = (base: string) =>
    check({ settings: { directory: { from: 'ldap', address: 'ldaps://ad.example.com', base } } });
  it.each([
    'dc=example,dc=com',
    'OU=People, DC=example, DC=com',
    'ou=Sales\\, Asia,dc=example',
    'cn="a, b",dc=example',
    '2.5.4.11=people',
    'cn=a+sn=b,dc=example',
    'ou=ฝ่ายขาย,dc=example',
    '<GUID=6f2c1f0e>',
    '',
  ])('takes %j as a name below which people are', (base) => {
    expect(based(base)).toEqual([]);
  });
  it.each([
    'example.com',
    'people',
    'dc=example,com',
    'dc=example,',
    '=example',
    'ldap://ad/dc=example',
    'dc=a;;dc=b',
    ',',
  ])('says that %j is none', (base) => {
    expect(based(base)).toEqual([
      'settings › directory › base: does not fit, expected e.g. ou=people,dc=example,dc=com',
    ]);
    expect(isBaseName(base)).toBe(false);
  });

  it('gives one line and its place for each thing, and never the content', () => {
    const lines = check({
      rules: [outside, { ...outside, match: '_s3cret', action: 's3cret' }, null],
      settings: { s3cret: 1, theme: 's3cret', quietHours: { from: '7', s3cret: '08:00' }, hotkey: 'D' },
      presets: { rules: [{ ...outside, value: 's3cret' }], country: 'TH' },
      ownRules: 's3cret',
      setings: {},
    });
    expect(lines).toEqual([
      '5: has a name that this program does not know',
      'rules › 2 › match: does not fit, expected e.g. 0X.',
      'rules › 2 › action: does not fit, expected ("prefix" | "replace" | "block")',
      'rules › 3: does not fit, expected Object',
      'settings › 1: has a name that this program does not know',
      'settings › theme: does not fit, expected ("system" | "light" | "dark")',
      expect.stringMatching(/^settings › quietHours › from: does not fit, expected /),
      'settings › quietHours › to: does not fit, expected "to"',
      'settings › quietHours › 2: has a name that this program does not know',
      'settings › hotkey: does not fit, expected e.g. Control+Alt+K',
      expect.stringMatching(/^presets › rules › 1 › value: does not fit, expected /),
      'ownRules: does not fit, expected boolean',
    ]);
    expect(lines.join()).not.toMatch(/s3cret|setings/);
  });

  it('says which rule puts digits somewhere and does not name them, or names them by another name', () => {
    const { value, ...bare } = outside;
    const misspelt = { ...bare, vlaue: value };
    const list = [outside, misspelt, { ...bare, action: 'replace' }, { ...outside, value: '' }];
    const blocks = { name: 'No premium', match: '1900.', action: 'block', remark: 'since 2025' };
    const lines = (place: string) => [2, 3].map((at) => `${place} › ${at}: means nothing without value`);
    expect(check({ rules: [...list, blocks] })).toEqual(lines('rules'));
    expect(check({ settings: { rules: list } })).toEqual(lines('settings › rules'));
    expect(check({ presets: { rules: [...list, blocks] } })).toEqual(lines('presets › rules'));
  });

  it('says what stands twice, wherever it does, of which the first would be lost in silence', () => {
    const block = '{"name":"No premium","match":"1900.","action":"block"}';
    const twice = (text: string) => check(text);
    const said = 'stands twice; only the last one counts';
    expect(twice(`\ufeff{"rules":[${block}],"rul\\u0065s":[]}`)).toEqual([`rules: ${said}`]);
    expect(twice(`{"rules":[${block},{"name":"{\\"","match":"0.","match":"9.","action":"block"}]}`)).toEqual([
      `rules › 2 › match: ${said}`,
    ]);
    expect(twice('{"settings":{"theme":"dark","theme":"light"},"presets":{"theme":"dark"}}')).toEqual([
      `settings › theme: ${said}`,
    ]);
    expect(twice('{"account":{"presets":{},"settings":{},"presets":{}}}')).toEqual([
      `account › presets: ${said}`,
    ]);
    expect(twice('{"s3cret":1,"s3cret":1}')[0]).toBe(`1: ${said}`);
    expect(twice(`{"rules":[${block},${block}],"settings":{"deskName":"a: {\\"b\\": [1, 2]"}}`)).toEqual([]);
    // The ways to all of them would be some gigabytes.
    const [levels, deep] = [5_000, '{"a":1,"a":'];
    expect(twice(`${deep.repeat(levels)}1${'}'.repeat(levels)}`).length).toBeLessThan(20);
  });

  it('says where in the account something does not fit, and that a secret has no place there', () => {
    const account = {
      settings: { address: 's3cret address', requests: 'put', apiSecret: 's3cret' },
      presets: { extension: '' },
      apiKey: 's3cret',
    };
    const lines = check({ account });
    const secret = 'is a key or secret, and is left out: everybody at the computer can read this file';
    expect(lines).toEqual([
      `account › 3: ${secret}`,
      `account › settings › 3: ${secret}`,
      'account › settings › address: does not fit, expected e.g. pbx.example.com',
      'account › settings › requests: does not fit, expected ("post" | "get")',
      'account › presets › extension: does not fit, expected e.g. 101',
    ]);
    expect(
      check({ account: { settings: { address: 'pbx.example.com' }, presets: { extension: '101' } } }),
    ).toEqual([]);
  });

  it.each([
    ['{\n"rules": [],\n"ownRules": s3cret }', 'en'],
    ['{\n"rules": [],\n', 'en'],
    ['[]', 'en'],
    ['', 'th'],
    ['"s3cret"', 'th'],
  ] as const)('says of %j that it is no JSON object', (text, language) => {
    const lines = check(text, language);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('s3cret');
  });

  it('reads what Windows writes, and says what is in no Unicode', () => {
    const file = path.join(temporaryFolder(), 'policy.json');
    const words = wordsFor('en').policyCheck;
    writeFileSync(file, Buffer.from('\ufeff{"settings":{"deskName":"ขาย"}}', 'utf16le'));
    expect(checkPolicy(file, words)).toEqual([]);
    writeFileSync(file, Buffer.from('{"settings":{"deskName":"café"}}', 'latin1'));
    const notAll = 'Not all of it is in UTF-8: what is not ASCII there is lost.';
    expect(checkPolicy(file, words)).toEqual([notAll]);
    // One byte more, of a shell that knows nothing of it.
    writeFileSync(file, Buffer.concat([Buffer.from('\ufeff{}', 'utf16le'), Buffer.from('\n')]));
    expect(checkPolicy(file, words)).toEqual([notAll, 'Line 1: here it stops being JSON.']);
  });

  it('says in which line the JSON ends', () => {
    expect(check('{\n"rules": [],\n')).toEqual(['Line 3: here it stops being JSON.']);
    // V8 names no place for these.
    for (const word of ['True', 's3cret', 'nul1', '.5', "'a'"])
      expect(check(`{\n"rules": [],\n"ownRules": ${word},\n"settings": {}\n}`)).toEqual([
        'Line 3: here it stops being JSON.',
      ]);
  });

  it('says that a file cannot be read, or is not there', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'policy.json'));
    const words = wordsFor('en').policyCheck;
    expect(checkPolicy(path.join(folder, 'policy.json'), words)).toEqual([
      "The file can't be read: it is no file.",
    ]);
    expect(checkPolicy(path.join(folder, 'none.json'), words)).toEqual(["The file can't be read: ENOENT."]);
  });
});

it.each([
  ['policy.schema.json', policySchema],
  ['set-up.schema.json', setUpSchema],
] as const)(
  'the JSON Schema that is shipped is up to date: `npm run policy-schema` makes %s',
  (name, make) => {
    const file = path.join(import.meta.dirname, '../../../build', name);
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(make())));
  },
);
