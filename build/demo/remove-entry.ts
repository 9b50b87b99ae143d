import { createKeychain } from '../../app/settings/keychain.ts';
import { copiesEntry, forgottenEntry } from '../../app/settings/secret-key.ts';

/** Takes the entries of one profile out of the keychain: the credentials, and the keys of what it keeps. */
const profile = process.argv[2] ?? '';
const keychain = createKeychain((work) => work);
await keychain.remove(profile);
await keychain.remove(copiesEntry(profile));
await keychain.remove(forgottenEntry(profile));
