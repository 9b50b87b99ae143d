import { type Copies, type CopiesBounds, createCopies } from '../../../app/recordings/cache.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { createSecretKey } from '../../../app/settings/secret-key.ts';

/** A keychain as far as its interface goes; `null` is one that does not answer. */
export function keychainOf(entries: Map<string, string> | null): Keychain {
  const there = async () => entries ?? Promise.reject(new Error('locked'));
  return {
    read: async (account) => (await there()).get(account) ?? null,
    write: async (account, secret) => void (await there()).set(account, secret),
    remove: async (account) => (await there()).delete(account),
  };
}

export const entry = 'recordings of this profile';

export function copiesIn(
  where: string,
  entries: Map<string, string> | null,
  { ageMs = 14 * 86_400_000, ...bounds }: Partial<CopiesBounds> & { readonly ageMs?: number } = {},
  now: () => number = Date.now,
  keptFor = () => ageMs,
): Copies {
  const key = createSecretKey(keychainOf(entries), entry, (work) => work);
  return createCopies({ folder: where, key, now, keptFor, bounds });
}
