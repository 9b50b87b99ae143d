import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCredentialStore, timeLimit } from '../../../app/settings/credentials.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { profileOf } from '../../../app/settings/store.ts';

const credentials = { apiKey: 'key', apiSecret: 'secret' };

/** Keeps what it is given for as long as somebody takes to unlock it: a prompt that stands on the screen. */
function lockedKeychain() {
  const entries = new Map<string, string>();
  let unlock = () => {};
  const unlocked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  const keychain: Keychain = {
    read: (account) => unlocked.then(() => entries.get(account) ?? null),
    write: (account, secret) => unlocked.then(() => void entries.set(account, secret)),
    // The slowest of the three.
    remove: (account) => unlocked.then(() => after(20)).then(() => entries.delete(account)),
  };
  return { keychain, entries, unlock };
}

test('what the keychain keeps after nobody waits for it any more is taken out again', async () => {
  const { keychain, entries, unlock } = lockedKeychain();
  const store = createCredentialStore(keychain, ['profile'], timeLimit(10));
  expect(await store.keep(credentials)).toBe('this-run');
  unlock();
  await after(100);
  expect([...entries.keys()]).toEqual([]);
});

test('a removal that the keychain carries out late takes nothing that was kept since', async () => {
  const { keychain, entries, unlock } = lockedKeychain();
  entries.set('profile', 'of the last person');
  const store = createCredentialStore(keychain, ['profile'], timeLimit(10));
  expect(await store.forget()).toMatchObject({ ok: false, failure: { code: 'keychain-kept' } });
  const patient = createCredentialStore(keychain, ['profile'], timeLimit(5_000));
  void patient.tidy();
  const keeping = patient.keep(credentials);
  unlock();
  expect(await keeping).toBe('keychain');
  await after(100);
  expect(JSON.parse(entries.get('profile') ?? '')).toEqual(credentials);
});

test('everything of a profile goes, and nothing of another', async () => {
  const { keychain, entries, unlock } = lockedKeychain();
  unlock();
  for (const name of ['profile', 'profile recordings', 'other', 'profile of somebody'])
    entries.set(name, 'x');
  const store = createCredentialStore(keychain, ['profile', 'profile recordings'], timeLimit(5_000));
  await store.tidy();
  expect([...entries.keys()]).toEqual(['other', 'profile of somebody']);
  expect(await store.forget()).toMatchObject({ ok: true });
  expect([...entries.keys()]).toEqual(['other', 'profile of somebody']);
});

test('a profile is named by its folder, so that settings that are lost are not the end of its entries', () => {
  expect(profileOf('/home/a/profile')).toBe(profileOf('/home/a/profile'));
  expect(profileOf('/home/a/profile')).not.toBe(profileOf('/home/a/profile2'));
  expect(profileOf('/home/a/profile')).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
