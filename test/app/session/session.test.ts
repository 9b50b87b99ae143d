import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { computer, id, patience } from './computer.ts';

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
