import * as v from 'valibot';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Keychain } from './keychain.ts';

export const Credentials = v.object({ apiKey: v.string(), apiSecret: v.string() });
export type Credentials = v.InferOutput<typeof Credentials>;

/** Where credentials ended up: in the keychain, or nowhere but in the memory of this run. */
export type Kept = 'keychain' | 'this-run';

/** `putBack`: what was there before is there again. */
export interface Swapped {
  readonly kept: Kept;
  putBack(): Promise<void>;
}

export type CredentialStore = ReturnType<typeof createCredentialStore>;

/** Stands where the credentials were, for a moment. */
const nothing = '{}';

/**
 * One keychain entry per profile, key and secret together: a half of them is of no use to anybody. `others`: what else of the profile is
 * in the keychain, and goes with them.
 */
export function createCredentialStore(
  keychain: Keychain,
  [profile, ...others]: readonly [string, ...string[]],
  limit: TimeLimit,
) {
  /** What the keychain is doing, also after nobody waits for it any more: a late removal must not take what was written since. */
  let busy: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = busy.then(work, work);
    busy = mine.catch(() => undefined);
    return mine;
  }

  async function removeAll(): Promise<boolean> {
    let removed = true;
    for (const entry of [profile, ...others]) removed = (await keychain.remove(entry)) && removed;
    return removed;
  }

  /** `restore`: does not let go of what was there before, should the new ones not be kept. */
  async function take(credentials: Credentials, restore: boolean): Promise<Swapped> {
    const entry = JSON.stringify(credentials);
    let before: string | null = null;
    let givenUp = false;
    const back = async () => {
      if (before === null) await keychain.remove(profile);
      else await keychain.write(profile, before);
    };
    const putBack = () => limit(inTurn(back)).catch(() => undefined);
    try {
      const kept = await limit(
        inTurn(async () => {
          if (restore) before = await keychain.read(profile);
          if (givenUp) return false;
          await keychain.write(profile, entry);
          // Some Secret Services accept a write to a collection that does not last; only what reads back is kept.
          const isThere = (await keychain.read(profile)) === entry;
          // The keychain was unlocked after nobody waited for it any more.
          if (givenUp || (restore && !isThere)) await back();
          return isThere;
        }),
      );
      return { kept: kept ? 'keychain' : 'this-run', putBack };
    } catch {
      givenUp = true;
      return { kept: 'this-run', putBack };
    }
  }

  return {
    /**
     * `null`: the keychain holds none, or is locked and was left so. May take as long as a person needs to unlock the keychain, so the
     * caller decides how long to wait.
     */
    async read(): Promise<Reply<Credentials | null>> {
      try {
        const entry = await keychain.read(profile);
        if (entry === null) return ok(null);
        const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Credentials), entry);
        return ok(parsed.success ? parsed.output : null);
      } catch (error) {
        return fail('keychain', { details: reason(error) });
      }
    },
    /** Never falls back to a file: where no keychain answers, nothing is kept. */
    keep: async (credentials: Credentials): Promise<Kept> => (await take(credentials, false)).kept,
    /** The same, in the place of what can be put back. */
    swap: (credentials: Credentials): Promise<Swapped> => take(credentials, true),
    /** Every entry of this profile. `keychain-kept`: some may be there still. */
    async forget(): Promise<Reply<undefined>> {
      try {
        await limit(
          inTurn(async () => {
            if (await removeAll()) return;
            // Not there, or locked away? Where an entry can be written, nothing is locked.
            await keychain.write(profile, nothing);
            await removeAll();
          }),
        );
        return ok(undefined);
      } catch (error) {
        return fail('keychain-kept', { details: reason(error) });
      }
    },
    /** The same where nothing tells that there are any: whoever never signed in here is not asked to unlock anything. */
    async tidy(): Promise<void> {
      await limit(inTurn(removeAll)).catch(() => undefined);
    },
  };
}

/** Rejects when the keychain takes too long: a locked one may wait for a prompt that nobody sees. */
export type TimeLimit = <T>(work: Promise<T>) => Promise<T>;

export function timeLimit(milliseconds: number): TimeLimit {
  return async (work) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the keychain did not answer')), milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The keychain's own first line, bounded. It names collections and D-Bus paths, never an entry's content. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
