import { randomBytes } from 'node:crypto';
import type { TimeLimit } from '../settings/credentials.ts';
import type { Keychain } from '../settings/keychain.ts';

/** The key of all kept recordings, in the keychain and nowhere else. */
export interface CopiesKey {
  /** `null`: there is no keychain to keep it in. Asked once; a keychain that is unlocked later serves the next run. */
  get(): Promise<Uint8Array | null>;
  forget(): Promise<void>;
  /** The keychain is loaded and asked, and nothing is made: the first time takes a tenth of a second. */
  warm(): Promise<void>;
}

/** The keychain's account name: one per profile, and not the one of the credentials. */
export function copiesEntry(profile: string): string {
  return `${profile} recordings`;
}

export function createCopiesKey(keychain: Keychain, entry: string, limit: TimeLimit): CopiesKey {
  let asked: Promise<Uint8Array | null> | null = null;

  async function readOrMake(): Promise<Uint8Array | null> {
    try {
      const known = decode(await limit(keychain.read(entry)));
      if (known) return known;
      const made = randomBytes(32);
      await limit(keychain.write(entry, made.toString('base64')));
      // Some Secret Services accept a write to a collection that does not last; only what reads back is a key.
      return decode(await limit(keychain.read(entry)))?.equals(made) ? made : null;
    } catch {
      return null;
    }
  }

  return {
    get() {
      asked ??= readOrMake();
      return asked;
    },
    async warm() {
      if (asked !== null) return;
      try {
        await limit(keychain.read(entry));
      } catch {
        // It will be said by what depends on it.
      }
    },
    async forget() {
      asked = null;
      try {
        await limit(keychain.remove(entry));
      } catch {
        // The files go in any case; a key of nothing is no secret.
      }
    },
  };
}

function decode(entry: string | null): Buffer | null {
  const key = Buffer.from(entry ?? '', 'base64');
  return key.length === 32 ? key : null;
}
