import { largestContactsFile } from '../contract/contacts.ts';
import type { Reply } from '../contract/failures.ts';
import { readChosen } from '../files/read-chosen.ts';

/** What is in a file that the person chose. */
export const bytesOf = (file: string, log: (line: string) => void): Promise<Reply<Uint8Array>> =>
  readChosen(file, {
    ...{ what: 'contacts', largest: largestContactsFile, log },
    ...{ notRead: 'contacts-not-read', tooLarge: 'contacts-too-large' },
  });
