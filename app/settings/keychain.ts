/** The operating system's keychain. Every method rejects where it is missing, locked or not to be loaded. */
export interface Keychain {
  read(account: string): Promise<string | null>;
  write(account: string, secret: string): Promise<void>;
  /** `false`: nothing was removed. A Secret Service says the same of what is not there and of what is locked away. */
  remove(account: string): Promise<boolean>;
}

const service = 'promptCall Companion';

/**
 * Keychain, Credential Manager or Secret Service by keytar.
 *
 * keytar is loaded at the first use: its binding throws where libsecret is not installed, and a desk without a
 * keychain must still be able to call.
 *
 * @param during is told of each question, which a thread of the process stands still for
 */
export function createKeychain(during: <T>(work: Promise<T>) => Promise<T>): Keychain {
  const keytar = () =>
    import('keytar').then((module) => ('default' in module ? (module.default as typeof module) : module));
  return {
    read: async (account) => during((await keytar()).getPassword(service, account)),
    write: async (account, secret) => during((await keytar()).setPassword(service, account, secret)),
    remove: async (account) => during((await keytar()).deletePassword(service, account)),
  };
}
