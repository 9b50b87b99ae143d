import * as v from 'valibot';
import { DirectoryPassword, type LdapChoice } from '../contract/directory.ts';
import { createKeptPassword, type KeptPasswordParts } from '../settings/kept-password.ts';

export type Passwords = ReturnType<typeof createPasswords>;

/** One per profile. It goes with the credentials when somebody signs out: it may be theirs. */
export const directoryEntry = (profile: string): string => `${profile} directory`;

const Entry = v.object({ address: v.string(), bindDn: v.string(), ...DirectoryPassword.entries });

/**
 * The password of whoever signs in to the directory. It goes to the server and under the name that it was given for, and to nobody else:
 * whoever sets another server gets nothing of it.
 */
export function createPasswords(parts: KeptPasswordParts) {
  const kept = createKeptPassword("the directory's", Entry, parts);
  return {
    async for({ address, bindDn = '' }: LdapChoice): Promise<string | null> {
      if (bindDn === '') return null;
      const known = await kept.usable();
      return known?.address === address && known.bindDn === bindDn ? known.password : null;
    },
    /** `false`: until the program ends, for no keychain took it. */
    keep: ({ address, bindDn = '' }: LdapChoice, password: string): Promise<boolean> =>
      kept.keep({ address, bindDn, password }),
    look: kept.look,
    turnedDown: kept.turnedDown,
    again: kept.again,
    /** Who signed out took it out of the keychain. */
    forget: kept.forget,
  };
}
