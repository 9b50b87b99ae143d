import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../app/contract/failures.ts';
import type { AccountPolicy } from '../../../app/settings/policy.ts';
import { computer } from './computer.ts';

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
