import * as v from 'valibot';
import { fail, ok, type Reply } from '../failures.ts';
import type { Keychain } from './keychain.ts';

export const Credentials = v.object({ apiKey: v.string(), apiSecret: v.string() });
export type Credentials = v.InferOutput<typeof Credentials>;

/** Where credentials ended up: in the keychain, or nowhere but in the memory of this run. */
export type Kept = 'keychain' | 'this-run';

export interface CredentialStore {
  /**
   * `null`: the keychain answers and holds none. May take as long as a person needs to unlock the keychain, so the
   * caller decides how long to wait.
   */
  read(): Promise<Reply<Credentials | null>>;
  /** Never falls back to a file: where no keychain answers, nothing is kept. */
  keep(credentials: Credentials): Promise<Kept>;
  forget(): Promise<Reply<undefined>>;
}

/** One keychain entry per profile, key and secret together: a half of them is of no use to anybody. */
export function createCredentialStore(
  keychain: Keychain,
  profile: string,
  limit: TimeLimit,
): CredentialStore {
  return {
    async read() {
      try {
        const entry = await keychain.read(profile);
        if (entry === null) return ok(null);
        const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Credentials), entry);
        return ok(parsed.success ? parsed.output : null);
      } catch (error) {
        return fail('keychain', { details: reason(error) });
      }
    },
    async keep(credentials) {
      try {
        const entry = JSON.stringify(credentials);
        await limit(keychain.write(profile, entry));
        // Some Secret Services accept a write to a collection that does not last; only what reads back is kept.
        return (await limit(keychain.read(profile))) === entry ? 'keychain' : 'this-run';
      } catch {
        return 'this-run';
      }
    },
    async forget() {
      try {
        await limit(keychain.remove(profile));
        return ok(undefined);
      } catch (error) {
        return fail('keychain', { details: reason(error) });
      }
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
