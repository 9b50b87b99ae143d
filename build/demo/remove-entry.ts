import { copiesEntry } from '../../app/recordings/copies-key.ts';
import { createKeychain } from '../../app/settings/keychain.ts';

/** Takes the entries of one profile out of the keychain: the credentials, and the key of its copies of recordings. */
const profile = process.argv[2] ?? '';
const keychain = createKeychain((work) => work);
await keychain.remove(profile);
await keychain.remove(copiesEntry(profile));
