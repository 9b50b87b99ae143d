/** The operating system's keychain. Every method rejects where it is missing, locked or not to be loaded. */
export interface Keychain {
  read(account: string): Promise<string | null>;
  write(account: string, secret: string): Promise<void>;
  /** `false`: nothing was removed. A Secret Service says the same of what is not there and of what is locked away. */
  remove(account: string): Promise<boolean>;
}

const service = 'promptCall Companion';
type Keytar = typeof import('keytar');

/**
 * A search that finds nothing goes before each question on Linux. libsecret keeps its way to the keyring, and hears that the keyring ended
 * or was started anew (an update of it, a crash) only where it was made by a search: made by any other question, it listens on a loop that
 * is gone, and all that is asked from then on fails until this program ends.
 */
const nobody = `${service}: nobody`;

/**
 * Keychain, Credential Manager or Secret Service by keytar.
 *
 * keytar is loaded at the first use: its binding throws where libsecret is not installed, and a desk without a
 * keychain must still be able to call.
 *
 * @param during is told of each question, which a thread of the process stands still for
 */
export function createKeychain(during: <T>(work: Promise<T>) => Promise<T>): Keychain {
  const load = () =>
    import('keytar').then((module) => ('default' in module ? (module.default as typeof module) : module));
  const asking = <T>(question: (keytar: Keytar) => Promise<T>): Promise<T> =>
    during(
      load().then(async (keytar) => {
        if (process.platform === 'linux') await keytar.findCredentials(nobody);
        return await question(keytar);
      }),
    );
  return {
    read: (account) => asking((keytar) => keytar.getPassword(service, account)),
    write: (account, secret) => asking((keytar) => keytar.setPassword(service, account, secret)),
    remove: (account) => asking((keytar) => keytar.deletePassword(service, account)),
  };
}
