import * as v from 'valibot';
import { DirectoryPassword, type LdapChoice } from '../contract/directory.ts';
import type { TimeLimit } from '../settings/credentials.ts';
import type { Keychain } from '../settings/keychain.ts';
import { codeOf } from '../util/code-of.ts';

export interface PasswordParts {
  readonly keychain: Keychain;
  /** The keychain's account name. */
  readonly entry: string;
  readonly limit: TimeLimit;
  readonly hide: (...secrets: string[]) => void;
  readonly log: (line: string) => void;
}

export type Passwords = ReturnType<typeof createPasswords>;

/** One per profile. It goes with the credentials when somebody signs out: it may be theirs. */
export const directoryEntry = (profile: string): string => `${profile} directory`;

const Entry = v.object({ address: v.string(), bindDn: v.string(), ...DirectoryPassword.entries });
type Entry = v.InferOutput<typeof Entry>;

/**
 * The password of whoever signs in to the directory. It goes to the server and under the name that it was given for, and to nobody else:
 * whoever sets another server gets nothing of it. What was turned down is not tried again by itself: a company locks accounts after a few wrong
 * passwords.
 */
export function createPasswords({ keychain, entry, limit, hide, log }: PasswordParts) {
  let known: Entry | null = null;
  let isWrong = false;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      const found = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), await limit(keychain.read(entry)));
      if (!found.success || known !== null) return;
      known = found.output;
      hide(known.password);
    } catch (error) {
      log(`the directory's password not read: ${codeOf(error)}`);
    }
  }

  return {
    async for({ address, bindDn = '' }: LdapChoice): Promise<string | null> {
      if (bindDn === '') return null;
      reading ??= read();
      await reading;
      const isFor = known?.address === address && known.bindDn === bindDn;
      return isFor && !isWrong && known !== null ? known.password : null;
    },
    /** `false`: until the program ends, for no keychain took it. */
    async keep({ address, bindDn = '' }: LdapChoice, password: string): Promise<boolean> {
      known = { address, bindDn, password };
      isWrong = false;
      hide(password);
      try {
        await limit(keychain.write(entry, JSON.stringify(known)));
        return true;
      } catch (error) {
        log(`the directory's password not kept: ${codeOf(error)}`);
        return false;
      }
    },
    /** The server did not take it. */
    turnedDown(): void {
      isWrong = true;
    },
    /** A person asks for it: once more. */
    again(): void {
      isWrong = false;
    },
    /** Who signed out took it out of the keychain. */
    forget(): void {
      known = null;
      isWrong = false;
      reading = null;
    },
  };
}
