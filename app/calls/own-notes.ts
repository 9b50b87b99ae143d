import type { Call } from '../cdr/call.ts';
import { longestKeptNote, type NotesTaken } from '../contract/calls.ts';
import { type Annotations, mostNotes, type NoteOfCall } from './annotations.ts';
import { mergedNote } from './merged-note.ts';
import type { NoteInFile } from './notes-file.ts';

/** The notes of who is signed in, as they go from one computer to another. */
export interface OwnNotes {
  readonly extension: string;
  all(): readonly NoteInFile[];
  /** Beside those that are there. Throws where the disk does not take them; then nothing has changed. */
  take(notes: readonly NoteInFile[]): NotesTaken;
}

interface Parts {
  readonly extension: string;
  readonly annotations: Pick<Annotations, 'noteOf' | 'noted' | 'all' | 'take'>;
  readonly calls: () => readonly Call[];
  /** Notes that were written before are not kept. */
  readonly keptFrom: () => number;
  /** With the number that somebody had forgotten. */
  readonly isForgotten: (call: string) => boolean;
  readonly changed: () => void;
}

export function createOwnNotes(parts: Parts): OwnNotes {
  const { extension, annotations } = parts;
  return {
    extension,
    all: () => [...annotations.all()].map(([call, { text, at }]) => ({ call, text, at })),
    take(notes) {
      const idsOf = new Map(parts.calls().flatMap(({ ids }) => ids.map((id) => [id, ids] as const)));
      const [changes, keptFrom] = [new Map<string, NoteOfCall>(), parts.keptFrom()];
      let room = mostNotes - annotations.noted().size;
      const taken = { added: 0, extended: 0, known: 0, left: 0 };
      // Where there is not room for all of them, it is for the newest.
      for (const { call, text, at } of [...notes].sort((a, b) => b.at - a.at)) {
        const ids = idsOf.get(call) ?? [call];
        const [first = call] = ids;
        const had = changes.get(first)?.text ?? annotations.noteOf(ids);
        const both = mergedNote(had, text);
        const isNew = had === '';
        const isKept = at >= keptFrom && !ids.some(parts.isForgotten);
        if (!isKept || both.length > longestKeptNote || (isNew && room <= 0)) taken.left += 1;
        else if (both === had) taken.known += 1;
        else {
          taken[isNew ? 'added' : 'extended'] += 1;
          if (isNew) room -= 1;
          changes.set(first, { ids, text: both, at: Math.max(at, changes.get(first)?.at ?? 0) });
        }
      }
      if (changes.size > 0) {
        annotations.take([...changes.values()]);
        parts.changed();
      }
      return taken;
    },
  };
}
