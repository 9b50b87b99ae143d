import { expect, test } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import type { TrustedCertificate } from '../../../app/contract/trust.ts';
import type { Presented } from '../../../app/trust/judge.ts';
import { createTrust } from '../../../app/trust/trust.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { authorities, names, read } from './authorities.ts';

const { root, office } = authorities;
const own = issue({ subject: 'pbx', names });
const later = issue({ subject: 'pbx', names });
const forTests = { subject: 'ldap', names: ['DNS:*.office.test'] };
const [first, second] = [issue(forTests), issue(forTests)];
const leaf = issue({ subject: 'pbx', names, by: office });

function desk(pins: TrustedCertificate[] = [], may = { mayChange: true, mayAsk: true }, pbxHost = '') {
  let now = pins;
  const trust = createTrust({
    system: { named: () => [] },
    pins: () => now,
    mayChange: () => may.mayChange,
    mayAsk: () => may.mayAsk,
    isLocked: () => !(may.mayChange && may.mayAsk),
    pbxHost: () => pbxHost,
    keep: async (next) => {
      now = next;
      return ok(undefined);
    },
    log: () => undefined,
  });
  const present = (
    chain: readonly Issued[],
    chromium = 'net::ERR_CERT_AUTHORITY_INVALID',
    host = 'localhost',
  ) => {
    const presented: Presented = { host, chain: chain.map(read), chromium };
    return trust.judgePbx(presented).wrong;
  };
  const directory = (one: Issued, host = 'localhost') =>
    trust.judgeDirectory({ host, chain: [read(one)], chromium: 'net::ERR_CERT_AUTHORITY_INVALID' }).wrong;
  return { trust, present, directory, pins: () => now };
}

test('by the pins of a set-up that is not taken yet, those that are kept do not count, and nobody changes any', async () => {
  const kept = [{ host: 'localhost', sha256: read(own).fingerprint256 }];
  const brought = [{ host: 'localhost', sha256: read(later).fingerprint256 }];
  const { trust, present, pins } = desk(kept);
  const judge = trust.judgeBy(brought);
  const chromium = 'net::ERR_CERT_AUTHORITY_INVALID';
  const tried = (one: Issued) => judge({ host: 'localhost', chain: [read(one)], chromium }).wrong;
  expect(tried(later)).toBeNull();
  expect(tried(own)).toBe('certificate-changed');
  expect(trust.pbx.refused()).toMatchObject({ changed: true, mayTrust: false, mayForget: false });
  expect(await trust.pbx.forget()).toMatchObject({ ok: false });
  expect(pins()).toEqual(kept);
  expect([present([own]), present([later])]).toEqual([null, 'certificate-changed']);
  expect(trust.pbx.refused()).toMatchObject({ mayForget: true });
});

test('who looks at a certificate sees what it is, and after a yes it is trusted for its host', async () => {
  const { trust, present, pins } = desk();
  expect(trust.pbx.refused()).toBeNull();
  expect(present([own])).toBe('certificate-unknown');
  const shown = trust.pbx.refused();
  expect(shown).toMatchObject({
    sha256: read(own).fingerprint256,
    subject: 'pbx',
    issuer: 'pbx',
    names: ['localhost', '127.0.0.1'],
    authority: null,
    changed: false,
    mayTrust: true,
    mayForget: false,
  });
  expect(new Date(shown?.to ?? 0).getTime()).toBeGreaterThan(Date.now());
  expect(await trust.pbx.trust(shown?.sha256 ?? '')).toMatchObject({ ok: true });
  expect(pins()).toEqual([{ host: 'localhost', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(present([own])).toBeNull();
  expect(present([own], undefined, '127.0.0.1')).toBe('certificate-unknown');
});

test.each([
  ['one that nobody vouches for', []],
  ['one in the place of what was trusted', [later]],
] as const)('%s can be looked at again when it comes back after a good one', async (_what, pinned) => {
  const { trust, present } = desk(
    pinned.map((one) => ({ host: 'localhost', sha256: read(one).fingerprint256 })),
  );
  present([own]);
  const shown = trust.pbx.refused();
  expect(shown?.sha256).toBe(read(own).fingerprint256);
  // Nothing was there before.
  trust.pbx.cameBack('pbx.example.com');
  present([pinned[0] ?? leaf], 'net::OK');
  expect(trust.pbx.refused()).toBeNull();
  trust.pbx.cameBack('pbx.example.com');
  expect(trust.pbx.refused()).toBeNull();
  // Chromium has judged it before, and does not ask again.
  trust.pbx.cameBack('localhost');
  expect(trust.pbx.refused()).toEqual(shown);
});

test.each([
  ['trusted', [], ({ trust }: ReturnType<typeof desk>) => trust.pbx.trust(read(own).fingerprint256)],
  ['forgotten', [later], ({ trust }: ReturnType<typeof desk>) => trust.pbx.forget()],
] as const)('once it was %s, nothing of before comes back', async (_what, pinned, answer) => {
  const at = desk(pinned.map((one) => ({ host: 'localhost', sha256: read(one).fingerprint256 })));
  at.present([own]);
  at.present([pinned[0] ?? leaf], 'net::OK');
  at.present([own]);
  expect(await answer(at)).toMatchObject({ ok: true });
  at.trust.pbx.cameBack('localhost');
  expect(at.trust.pbx.refused()).toBeNull();
});

test('a yes that is pressed twice is one pin', async () => {
  const { trust, present, pins } = desk();
  present([own]);
  const { fingerprint256 } = read(own);
  await Promise.all([trust.pbx.trust(fingerprint256), trust.pbx.trust(fingerprint256)]);
  expect(pins()).toHaveLength(1);
});

test('the authority that a server presents may be trusted in its place', async () => {
  const { trust, present } = desk();
  present([leaf, office]);
  expect(trust.pbx.refused()?.authority?.subject).toBe('Office');
  present([leaf, office, root]);
  expect(trust.pbx.refused()?.authority).toEqual({
    subject: 'Office root',
    sha256: read(root).fingerprint256,
  });
  // One that vouches for nothing is none.
  present([own, root]);
  expect(trust.pbx.refused()?.authority).toBeNull();
  present([leaf, office, root]);
  expect(await trust.pbx.trust(read(root).fingerprint256)).toMatchObject({ ok: true });
  expect(present([issue({ subject: 'pbx', names, by: office }), office, root])).toBeNull();
});

test('only what was shown can be trusted', async () => {
  const { trust, present, pins } = desk();
  const fingerprint = read(own).fingerprint256;
  expect(await trust.pbx.trust(fingerprint)).toMatchObject({ failure: { code: 'managed' } });
  present([own]);
  // Meanwhile another one came.
  present([later]);
  expect(await trust.pbx.trust(fingerprint)).toMatchObject({ failure: { code: 'certificate-changed' } });
  present([leaf, office, own]);
  expect(await trust.pbx.trust(fingerprint)).toMatchObject({ failure: { code: 'certificate-changed' } });
  for (const wrong of ['net::OK', 'net::ERR_CERT_REVOKED']) {
    present([own]);
    present([own], wrong);
    expect(trust.pbx.refused()).toBeNull();
  }
  expect(pins()).toEqual([]);
});

test.each([
  { mayChange: false, mayAsk: true },
  { mayChange: true, mayAsk: false },
])('where IT lets nobody trust any, it can be looked at: %o', async (may) => {
  const { trust, present, pins } = desk([], may);
  present([own]);
  expect(trust.pbx.refused()).toMatchObject({ mayTrust: false, mayForget: false, locked: true });
  expect(await trust.pbx.trust(read(own).fingerprint256)).toMatchObject({ failure: { code: 'managed' } });
  expect(pins()).toEqual([]);
});

test('one that changed cannot be trusted before the old one is forgotten', async () => {
  const pin = { host: 'LOCALHOST', sha256: read(own).fingerprint256 };
  const elsewhere = { host: 'pbx.test', sha256: 'ab'.repeat(32) };
  const { trust, present, pins } = desk([pin, elsewhere]);
  expect(present([own])).toBeNull();
  expect(present([later])).toBe('certificate-changed');
  expect(trust.pbx.refused()).toMatchObject({ changed: true, mayTrust: false, mayForget: true });
  expect(await trust.pbx.trust(read(later).fingerprint256)).toMatchObject({ failure: { code: 'managed' } });
  expect(await trust.pbx.forget()).toMatchObject({ ok: true });
  expect(pins()).toEqual([elsewhere]);
  expect(present([later])).toBe('certificate-unknown');
  expect(trust.pbx.refused()).toMatchObject({ changed: false, mayTrust: true, mayForget: false });
});

test("what changed stays so where IT's list is locked", async () => {
  const pin = { host: 'localhost', sha256: read(own).fingerprint256 };
  const { trust, present, pins } = desk([pin], { mayChange: false, mayAsk: true });
  present([later]);
  expect(trust.pbx.refused()).toMatchObject({ changed: true, mayTrust: false, mayForget: false });
  expect(await trust.pbx.forget()).toMatchObject({ failure: { code: 'managed' } });
  expect(pins()).toEqual([pin]);
});

test("a directory's certificate is looked at beside the PBX's: neither is trusted or forgotten in the other's place", async () => {
  const { trust, present, directory, pins } = desk();
  present([first], undefined, 'pbx.office.test');
  expect(directory(later)).toBe('certificate-unknown');
  expect(trust.directory.refused()).toMatchObject({ sha256: read(later).fingerprint256, mayTrust: true });
  expect(trust.pbx.refused()?.sha256).toBe(read(first).fingerprint256);
  expect(await trust.directory.trust(read(first).fingerprint256)).toMatchObject({ ok: false });
  expect(await trust.pbx.trust(read(later).fingerprint256)).toMatchObject({ ok: false });
  expect(await trust.directory.trust(read(later).fingerprint256)).toMatchObject({ ok: true });
  expect(pins().map(({ host }) => host)).toEqual(['localhost']);
  expect(directory(later)).toBeNull();
  expect(directory(own)).toBe('certificate-changed');
  expect(await trust.directory.trust(read(own).fingerprint256)).toMatchObject({ ok: false });
  expect(await trust.directory.forget()).toMatchObject({ ok: true });
  expect(pins()).toEqual([]);
  expect(trust.pbx.refused()?.sha256).toBe(read(first).fingerprint256);
});

test('who goes from one server to another and back sees the certificate of the one that is asked', () => {
  const { trust, directory } = desk();
  directory(first, 'a.office.test');
  directory(second, 'b.office.test');
  // Chromium has judged it before, and does not ask again.
  trust.directory.cameBack('a.office.test');
  expect(trust.directory.refused()?.sha256).toBe(read(first).fingerprint256);
  for (let more = 0; more < 30; more += 1) directory(second, `host-${more}.office.test`);
  trust.directory.cameBack('a.office.test');
  expect(trust.directory.refused()?.sha256).toBe(read(second).fingerprint256);
});

test("on the PBX's own host nobody trusts another certificate for the directory: the PBX would be turned away by it", async () => {
  const { trust, present, directory, pins } = desk([], undefined, 'PBX.office.test.');
  expect(present([leaf, office], 'net::OK', 'pbx.office.test')).toBeNull();
  expect(directory(first, 'pbx.office.test')).toBe('certificate-unknown');
  expect(trust.directory.refused()).toMatchObject({ mayTrust: false, mayForget: false, locked: false });
  expect(await trust.directory.trust(read(first).fingerprint256)).toMatchObject({ ok: false });
  expect(pins()).toEqual([]);
  expect(present([leaf, office], 'net::OK', 'pbx.office.test')).toBeNull();
  const pinned = desk(
    [{ host: 'pbx.office.test', sha256: read(leaf).fingerprint256 }],
    undefined,
    'pbx.office.test',
  );
  expect(pinned.directory(first, 'pbx.office.test')).toBe('certificate-changed');
  expect(await pinned.trust.directory.forget()).toMatchObject({ ok: false });
  expect(pinned.pins()).toHaveLength(1);
});

test.each([
  ['PBX.Example.com', 'pbx.example.com'],
  ['pbx.example.com.', 'pbx.example.com'],
  ['pbx.example.com:8443', 'pbx.example.com'],
  ['pbx.example.com:443', 'pbx.example.com'],
  ['โทร.example.com', 'xn--o3cyzg.example.com'],
  ['[::1]', '::1'],
  ['[::1]:8443', '::1'],
  ['::1', '::1'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:0db8::0001]', '2001:db8::1'],
])(
  'a pin of %s holds for %s, on whatever port: one that IT wrote otherwise than Chromium is not lost',
  (host, called) => {
    const { present } = desk([{ host, sha256: read(own).fingerprint256 }]);
    expect(present([own], 'net::OK', called)).not.toBe('certificate-unknown');
    expect(present([later], 'net::OK', called)).toBe('certificate-changed');
    expect(present([later], 'net::OK', `other.${called}`)).toBeNull();
  },
);
