import type { NotesTaken } from '../contract/calls.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { readChosen } from '../files/read-chosen.ts';
import { saveContent } from '../files/save-content.ts';
import { codeOf } from '../util/code-of.ts';
import type { Words } from '../words/index.ts';
import { largestNotesFile, readNotes, writeNotes } from './notes-file.ts';
import type { OwnNotes } from './own-notes.ts';

/** Notes in a file of the person's choice, by which they outlive a computer. */
export interface NoteFiles {
  /** How many are in it; 0: there are none, and nobody was asked where to. `null`: the person thought better of it. */
  export(): Promise<Reply<number | null>>;
  /** `null`: the person thought better of it. */
  import(): Promise<Reply<NotesTaken | null>>;
}

export interface NoteFilesParts {
  /** `null`: nobody is signed in. */
  readonly notes: () => OwnNotes | null;
  readonly words: () => Words;
  readonly saveFile: (name: string, kind: { label: string; extension: string }) => Promise<string | null>;
  readonly openFile: (kind: { label: string; extensions: readonly string[] }) => Promise<string | null>;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export function createNoteFiles(parts: NoteFilesParts): NoteFiles {
  const { log } = parts;
  return {
    async export() {
      const own = parts.notes();
      if (own === null) return fail('signed-out');
      // Before the person is asked: what they saw is what they get.
      const notes = own.all();
      if (notes.length === 0) return ok(0);
      const { kind, fileName } = parts.words().kept.notesFile;
      const saved = await saveContent({
        what: 'notes',
        content: () => writeNotes(own.extension, notes),
        choose: () => parts.saveFile(`${fileName}.json`, { label: kind, extension: 'json' }),
        log,
      });
      return saved.ok ? ok(saved.value ? notes.length : null) : saved;
    },
    async import() {
      if (parts.notes() === null) return fail('signed-out');
      const file = await parts.openFile({
        label: parts.words().kept.notesFile.kind,
        extensions: ['json'],
      });
      if (file === null) return ok(null);
      const bytes = await readChosen(file, {
        ...{ what: 'notes', largest: largestNotesFile, log },
        ...{ notRead: 'notes-not-read', tooLarge: 'notes-too-large' },
      });
      if (!bytes.ok) return bytes;
      // Somebody else may have signed in meanwhile.
      const own = parts.notes();
      if (own === null) return fail('signed-out');
      const read = readNotes(bytes.value, own.extension, parts.now());
      if (!read.ok) return read;
      try {
        const taken = own.take(read.value.notes);
        return ok({ ...taken, left: taken.left + read.value.unreadable });
      } catch (error) {
        log(`notes not imported: ${codeOf(error)}`);
        return fail('settings-file');
      }
    },
  };
}
