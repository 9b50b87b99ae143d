import { setImmediate as pause } from 'node:timers/promises';
import type { ContactsFormat, ImportView } from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { FoundNumber } from '../contract/numbers.ts';
import type { Words } from '../words/index.ts';
import type { Contacts } from './contacts.ts';
import { exportContacts, extensionOf } from './export-file.ts';
import { createReader } from './formats/thread.ts';
import { createImport, type Import, type ImportParts } from './import.ts';
import { bytesOf } from './import-file.ts';

/** What is done with files of contacts. */
export interface ContactFiles extends Import {
  /** `null`: the person thought better of it. */
  open(): Promise<Reply<ImportView | null>>;
  /** `false`: the person thought better of it. */
  export(as: ContactsFormat): Promise<Reply<boolean>>;
}

export interface ContactFilesParts
  extends Pick<ImportParts, 'book' | 'byNumber' | 'read' | 'newId' | 'country'> {
  readonly contacts: Contacts;
  readonly find: (text: string) => readonly Pick<FoundNumber, 'number' | 'extension'>[];
  /** Of `directory/worker.ts`. */
  readonly reader: string;
  readonly words: () => Words;
  readonly openFile: (kind: { label: string; extensions: readonly string[] }) => Promise<string | null>;
  readonly saveFile: (name: string, kind: { label: string; extension: string }) => Promise<string | null>;
  readonly log: (line: string) => void;
}

export function createContactFiles(parts: ContactFilesParts): ContactFiles {
  const { contacts, log } = parts;
  const taking = createImport({
    ...parts,
    pause,
    find: parts.find,
    readFile: createReader(parts.reader),
  });
  let exporting = false;
  return {
    ...taking,
    async open() {
      const { kind } = parts.words().contacts;
      const file = await parts.openFile({ label: kind, extensions: ['vcf', 'csv', 'txt', 'tsv'] });
      if (file === null) return ok(null);
      const bytes = await bytesOf(file, log);
      return bytes.ok ? await taking.look(bytes.value) : bytes;
    },
    async export(as) {
      // A second press would put a second dialog beside the first.
      if (exporting) return fail('already-saving');
      exporting = true;
      const { fileName, formats } = parts.words().contacts;
      const extension = extensionOf[as];
      try {
        return await exportContacts({
          cards: contacts.all(),
          as,
          choose: () => parts.saveFile(`${fileName}.${extension}`, { label: formats[as], extension }),
          log,
        });
      } finally {
        exporting = false;
      }
    },
  };
}
