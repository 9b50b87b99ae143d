import { expect, test } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import type { RefusedCertificate } from '../../../app/contract/trust.ts';
import { createTrust } from '../../../renderer/state/trust.ts';
import { otherSide } from '../bridge.ts';

const certificate: RefusedCertificate = {
  ...{ sha256: 'AA', subject: 'ldap', issuer: 'Office', names: [], from: 0, to: 1 },
  ...{ authority: null, changed: false, mayTrust: true, mayForget: false, locked: false },
};

function page(trusted: 'taken' | 'managed' = 'taken') {
  const there = otherSide({
    'certificate.refused': () => ok(certificate),
    'certificate.trust': () => (trusted === 'taken' ? ok(undefined) : fail('managed')),
    'certificate.forget': () => ok(undefined),
  });
  let wentOn = 0;
  const trust = createTrust(there.bridge, () => {
    wentOn += 1;
  });
  return { ...there, trust, wentOn: () => wentOn };
}

test.each(['pbx', 'directory'] as const)(
  'who is trusted is whose certificate was looked at: %s',
  async (of) => {
    const { trust, asked, wentOn } = page();
    await trust.look(of);
    expect(trust.shown.value).toMatchObject({ of, sha256: 'AA' });
    await trust.trust('AA');
    await trust.look(of);
    await trust.forget();
    expect(asked('certificate.trust')).toEqual([{ of, sha256: 'AA' }]);
    expect(asked('certificate.forget')).toEqual([{ of }]);
    expect(trust.shown.value).toBeNull();
    // The directory goes on by itself, and nobody signs in for it.
    expect([wentOn(), trust.times.value]).toEqual(of === 'pbx' ? [2, 2] : [0, 0]);
  },
);

test('why it was not taken is said, and it stays to be looked at; with none on the screen nobody is trusted', async () => {
  const { trust, asked } = page('managed');
  await trust.trust('AA');
  expect(asked('certificate.trust')).toEqual([]);
  await trust.look('directory');
  await trust.trust('AA');
  expect(trust.failure.value?.code).toBe('managed');
  expect(trust.shown.value).not.toBeNull();
});
