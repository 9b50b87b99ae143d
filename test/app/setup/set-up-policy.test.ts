import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../app/contract/failures.ts';
import { noPolicy, type Policy } from '../../../app/settings/policy.ts';
import { saidOf } from '../../../app/setup/said.ts';
import { good, started, words } from './set-up-desk.ts';

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
