import * as v from 'valibot';
import { codeOf } from '../util/code-of.ts';
import type { TimeLimit } from './credentials.ts';
import type { Keychain } from './keychain.ts';

export interface KeptPasswordParts {
  readonly keychain: Keychain;
  /** The keychain's account name. */
  readonly entry: string;
  readonly limit: TimeLimit;
  readonly hide: (...secrets: string[]) => void;
  readonly log: (line: string) => void;
}

/** `isKept`: in the keychain, and not until the program ends only. */
export interface SwappedPassword {
  readonly isKept: boolean;
  /** What was there before is there again. */
  putBack(): Promise<void>;
}

export type Looked = 'known' | 'none' | 'not known';

/**
 * A password with whom it is for, in the keychain and in memory. What was turned down is not tried again by itself: a company locks accounts
 * after a few wrong passwords.
 *
 * @param whose for the log: `the proxy's`
 */
export function createKeptPassword<T extends { readonly password: string }>(
  whose: string,
  schema: v.GenericSchema<unknown, T>,
  { keychain, entry, limit, hide, log }: KeptPasswordParts,
) {
  let known: T | null = null;
  let isWrong = false;
  let reading: Promise<void> | null = null;

  async function inKeychain(): Promise<T | null> {
    const found = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), await keychain.read(entry));
    if (!found.success) return null;
    hide(found.output.password);
    return found.output;
  }

  /** Who uses it waits for as long as the limit says. An answer that comes later is taken as well: a person unlocks the keychain. */
  function read(): Promise<void> {
    const answer = inKeychain().then(
      (found) => {
        if (reading === mine) known ??= found;
      },
      (error: unknown) => {
        log(`${whose} password not read: ${codeOf(error)}`);
        // One that was not there is asked the next time.
        if (reading === mine) reading = null;
      },
    );
    const mine = limit(answer).catch((error: unknown) => log(`${whose} password not read: ${codeOf(error)}`));
    return mine;
  }

  function use(given: T): void {
    known = given;
    isWrong = false;
    hide(given.password);
  }

  /** Used at once. `false`: until the program ends, for no keychain took it. */
  async function keep(given: T): Promise<boolean> {
    use(given);
    try {
      await limit(keychain.write(entry, JSON.stringify(given)));
      return true;
    } catch (error) {
      log(`${whose} password not kept: ${codeOf(error)}`);
      return false;
    }
  }

  return {
    /** As far as it is known by now. */
    now: () => known,
    isWrong: () => isWrong,
    /** From then on the log hides it, also where nobody uses it any more. `not known`: the keychain does not say. */
    async look(): Promise<Looked> {
      const found = await limit(inKeychain()).catch(() => undefined);
      return known !== null || found ? 'known' : found === null ? 'none' : 'not known';
    },
    /** One that was not turned down, once the keychain has been asked. */
    async usable(): Promise<T | null> {
      reading ??= read();
      await reading;
      return isWrong ? null : known;
    },
    turnedDown(): void {
      isWrong = true;
    },
    /** A person wants it to be tried once more. */
    again(): void {
      isWrong = false;
    },
    keep,
    /** The same, in the place of what can be put back. */
    async swap(given: T): Promise<SwappedPassword> {
      const [knownBefore, wasWrong] = [known, isWrong];
      const before = await limit(keychain.read(entry)).catch(() => undefined);
      const isKept = before !== undefined && (await keep(given));
      if (before === undefined) use(given);
      const putBack = async () => {
        known = knownBefore;
        isWrong = wasWrong;
        reading = null;
        if (!isKept) return;
        try {
          await limit<unknown>(before === null ? keychain.remove(entry) : keychain.write(entry, before));
        } catch (error) {
          log(`${whose} password not put back: ${codeOf(error)}`);
        }
      };
      return { isKept, putBack };
    },
    /** Not known any more, and not read again: the keychain may be a while at removing it. */
    forget(): void {
      known = null;
      isWrong = false;
      reading = Promise.resolve();
    },
    async remove(): Promise<void> {
      try {
        await limit(keychain.remove(entry));
      } catch (error) {
        log(`${whose} password not removed: ${codeOf(error)}`);
      }
    },
  };
}
