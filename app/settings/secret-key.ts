import { randomBytes } from 'node:crypto';
import type { TimeLimit } from './credentials.ts';
import type { Keychain } from './keychain.ts';

export type SecretKey = ReturnType<typeof createSecretKey>;

/** The keychain's account name: one per profile, and not the one of the credentials. */
export function copiesEntry(profile: string): string {
  return `${profile} recordings`;
}

/**
 * The same, of what tells which numbers were forgotten. It stays when somebody signs out: their calls would come back with them. It
 * opens nothing and reads nothing.
 */
export function forgottenEntry(profile: string): string {
  return `${profile} forgotten`;
}

/** A key that is made when it is needed first, in the keychain and nowhere else. */
export function createSecretKey(keychain: Keychain, entry: string, limit: TimeLimit) {
  let asked: Promise<Uint8Array | null> | null = null;

  /**
   * A keyring that is locked says of everything that it is not there, and a person may unlock it at this very writing: where something
   * else can be written, nothing is locked, and only then is it known that there is no key.
   */
  async function make(within: TimeLimit): Promise<Uint8Array | null> {
    await within(keychain.write(probing(entry), 'nothing'));
    await within(keychain.remove(probing(entry)));
    const known = decode(await within(keychain.read(entry)));
    if (known) return known;
    const made = randomBytes(32);
    await within(keychain.write(entry, made.toString('base64')));
    // Some Secret Services accept a write to a collection that does not last; only what reads back is a key.
    return decode(await within(keychain.read(entry)))?.equals(made) ? made : null;
  }

  const readOrMake = async () => decode(await limit(keychain.read(entry))) ?? (await make(limit));

  return {
    /** `null`: there is no keychain to keep it in. Asked once; a keychain that is unlocked later serves the next run. */
    get() {
      asked ??= readOrMake().catch(() => null);
      return asked;
    },
    /**
     * Waits for as long as a person takes to unlock the keychain, and asks it each time anew. `null`: it was left locked, or keeps
     * nothing. Rejects where no keychain answers.
     */
    async wait(): Promise<Uint8Array | null> {
      const endless: TimeLimit = (work) => work;
      return decode(await keychain.read(entry)) ?? (await make(endless).catch(() => null));
    },
    /** The keychain is loaded and asked, and nothing is made: the first time takes a tenth of a second. */
    async warm() {
      // What fails will be said by what depends on it.
      if (asked === null) await limit(keychain.read(entry)).catch(() => undefined);
    },
    async forget() {
      asked = null;
      // The files go in any case; a key of nothing is no secret.
      await limit(keychain.remove(entry)).catch(() => undefined);
    },
  };
}

const probing = (entry: string): string => `${entry} unlocked`;

function decode(entry: string | null): Buffer | null {
  const key = Buffer.from(entry ?? '', 'base64');
  return key.length === 32 ? key : null;
}
