import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { requests } from '../../../app/contract/requests.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { checkPolicy } from '../../../app/settings/check-policy.ts';
import { noPolicy, readPolicy } from '../../../app/settings/policy.ts';
import { misfitsIn, readSettings } from '../../../app/settings/schema.ts';
import { planOfFile } from '../../../app/setup/plan.ts';
import { bareHost } from '../../../app/trust/pins.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { isAddress } from '../../../renderer/screens/settings/addresses.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { addressKinds, addressRows } from './addresses.ts';

const shipped = (name: string): object =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../build', name), 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false });
const policySchema = ajv.compile(shipped('policy.schema.json'));
const setUpSchema = ajv.compile(shipped('set-up.schema.json'));

function check(policy: unknown): string[] {
  const policyFile = path.join(temporaryFolder(), 'policy.json');
  writeFileSync(policyFile, JSON.stringify(policy));
  return checkPolicy(policyFile, wordsFor('en').policyCheck);
}

const signIn = { address: 'pbx.example.com', extension: '101', apiKey: 'k', apiSecret: 's' };

/** Who takes it: the settings' page, IT's policy, a set-up file. */
function takenBy(setting: string, value: unknown) {
  const settings = { [setting]: value };
  return {
    page: v.safeParse(requests['settings.set'].input, settings).success,
    lock: check({ settings }).length === 0,
    preset: check({ presets: settings }).length === 0,
    setUp: planOfFile(JSON.stringify({ ...signIn, settings }), noPolicy).ok,
  };
}

describe('what can be an address is taken by the page, a policy and a set-up file alike, and by the schemas for editors:', () => {
  it.each(addressRows('good'))('%s %j', (_kind, _address, setting, value) => {
    expect(takenBy(setting, value)).toEqual({ page: true, lock: true, preset: true, setUp: true });
    expect(policySchema({ settings: { [setting]: value } })).toBe(true);
    expect(setUpSchema({ ...signIn, settings: { [setting]: value } })).toBe(true);
  });
});

/** Names that no pattern tells, though their signs are right. */
const onlyByLooking =
  /(?:^|\/)(?:a\.\.b|-a\.test|a-\.test|101|300\.1\.1\.1|192\.168\.001\.010|\[1:2\]|1:2|a{64}\.test)(?=$|[:/])/;

describe('what cannot is taken by none of them:', () => {
  it.each(addressRows('bad'))('%s %j', (kind, address, setting, value) => {
    expect(takenBy(setting, value)).toEqual({ page: false, lock: false, preset: false, setUp: false });
    // A star in a pin's host has a sentence of its own, which a schema has not.
    if (onlyByLooking.test(address) || address.includes('*')) return;
    expect([kind, address, policySchema({ presets: { [setting]: value } })]).toEqual([kind, address, false]);
    expect(setUpSchema({ ...signIn, settings: { [setting]: value } })).toBe(false);
  });

  it.each(addressRows('bad'))(
    'and %s %j is said in one line that shows what fits',
    (_k, _a, setting, value) => {
      const lines = check({ settings: { [setting]: value } });
      expect(lines).toEqual([expect.stringMatching(/expected e\.g\. [\w:/.-]+$|stands for many hosts/)]);
    },
  );

  it.each(addressRows('bad'))(
    'and %s %j, kept by an earlier release, costs no other setting',
    (_k, _a, setting, value) => {
      const stored = { ...defaults, theme: 'dark', [setting]: value };
      expect(readSettings(stored)).toEqual({ ...defaults, theme: 'dark' });
      expect(misfitsIn(stored)).toEqual([setting]);
      expect(misfitsIn({ ...defaults, theme: 'dark' })).toEqual([]);
    },
  );
});

it('a pin that is kept and cannot be one leaves those of other hosts', () => {
  const good = { host: 'pbx.test', sha256: 'ab'.repeat(32) };
  const stored = { trustedCertificates: [{ ...good, host: 'https:pbx.test' }, good] };
  expect(readSettings(stored).trustedCertificates).toEqual([good]);
  expect(misfitsIn(stored)).toEqual(['trustedCertificates']);
  const logged: string[] = [];
  const { fixed } = readPolicy(JSON.stringify({ settings: stored }), (line) => logged.push(line));
  expect(fixed.trustedCertificates).toEqual([good]);
  expect(logged).toHaveLength(1);
});

it.each(addressKinds.pin.good)('a pin for %s is for a host that Chromium could name', (host) => {
  expect(bareHost(host)).toMatch(/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:]+)$/);
});

describe('the page knows as much of addresses as the contract', () => {
  const rows = (['good', 'bad'] as const).flatMap((which) =>
    (['proxy', 'script', 'web', 'ldap'] as const).flatMap((kind) =>
      addressKinds[kind][which].map((address) => [kind, address, which === 'good'] as const),
    ),
  );
  it.each(rows)('%s %j: %j', (kind, address, fits) => {
    expect(isAddress(kind, address)).toBe(fits);
  });
});
