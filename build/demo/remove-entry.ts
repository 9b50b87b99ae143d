import { createKeychain } from '../../app/settings/keychain.ts';

/** Takes the entry of one profile out of the keychain. */
await createKeychain().remove(process.argv[2] ?? '');
