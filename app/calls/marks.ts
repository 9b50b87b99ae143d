import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';

/**
 * What the person marked: notes on calls, and up to when they have seen, and been told of, missed ones. Theirs, and not to be had
 * again from the PBX: so it outlives a sign-out, in a file of each account's own, which no other account opens.
 */
export interface Marks {
  /** Of a call that is known by these ids. What was written under several is one note. */
  noteOf(ids: readonly string[]): string;
  /** Under the first of them. An empty text takes the note away. Throws where the disk does not take it; then nothing has changed. */
  note(ids: readonly string[], text: string): void;
  /** Notes that were written before this moment are gone, and what was put aside of the file. Throws where the disk does not let them go. */
  expire(before: number): void;
  olderThan(before: number): number;
  /** The same for what is under any of these ids. */
  forget(ids: ReadonlySet<string>): void;
  /** Ids that a note is under. */
  noted(): ReadonlySet<string>;
  /** The texts of all notes. */
  texts(): Iterable<string>;
  /** Missed calls that began until this moment, by the PBX's clock, were on the screen. */
  seenUpTo(): number;
  seen(upTo: number): void;
  toldUpTo(): number;
  told(upTo: number): void;
  /** Nothing was seen or told of that is yet to begin: a clock or a time zone was wrong then. */
  notAfter(now: number): void;
}

/** Of what is typed. Two notes that become one may be longer. */
export const longestNote = 500;
const longestKept = 4 * longestNote;
/** The oldest note goes where another one comes. */
const mostNotes = 2_000;

const Note = v.object({
  text: Line(longestKept),
  /** When it was written, for which is the oldest. */
  at: v.number(),
});
type Note = v.InferOutput<typeof Note>;
const KeptNote = v.tuple([Line(300), Note]);

const File = v.object({
  version: v.literal(1),
  seenUpTo: v.number(),
  toldUpTo: v.number(),
  notes: v.array(v.unknown()),
});

const named = /^notes-[0-9a-f]{16}\.json$/;

export const marksFile = (folder: string, digest: string): string =>
  path.join(folder, `notes-${digest.slice(0, 16)}.json`);

/** Of everybody who has signed in on this profile. */
export function marksFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => named.test(name))
    .map((name) => path.join(folder, name));
}

interface Kept {
  readonly notes: readonly (readonly [id: string, note: Note])[];
  readonly seenUpTo: number;
  readonly toldUpTo: number;
}

export interface MarksParts {
  readonly file: string;
  readonly now: () => number;
  readonly keeping: Keeping;
}

export function openMarks({ file, now, keeping }: MarksParts): Marks {
  const kept = openKeptFile({ file, what: 'notes', parse, keeping });
  const found = kept.read();
  let notes: ReadonlyMap<string, Note> = new Map(found?.notes);
  let { seenUpTo, toldUpTo } = found ?? { seenUpTo: 0, toldUpTo: 0 };

  const textOf = (these: ReadonlyMap<string, Note>): string =>
    JSON.stringify({ version: 1, seenUpTo, toldUpTo, notes: [...these] });

  function write(these: ReadonlyMap<string, Note>): void {
    kept.replace(textOf(these));
    notes = these;
  }

  /** `goes`: what is to be gone from the disk, put aside or not. */
  function remove(goes: (id: string, note: Note) => boolean): void {
    const stays = new Map([...notes].filter(([id, note]) => !goes(id, note)));
    if (stays.size === notes.size) return;
    kept.remove(textOf(stays));
    notes = stays;
  }

  /** Nobody waits for these: memory has them, and the next writing takes them along. */
  function writeMoments(): void {
    try {
      write(notes);
    } catch (error) {
      keeping.log(`what was seen not written: ${codeOf(error)}`);
    }
  }

  const noteOf = (ids: readonly string[]): string =>
    ids
      .map((id) => notes.get(id)?.text ?? '')
      .filter((text) => text !== '')
      .join('\n');

  return {
    noteOf,
    note(ids, text) {
      const [first] = ids;
      const plain = text.trim().slice(0, longestKept);
      // One that only moves from one id to another was written when it was.
      const isMoved = plain === noteOf(ids);
      const at = isMoved ? Math.max(...ids.map((id) => notes.get(id)?.at ?? 0)) : now();
      const next = new Map(notes);
      for (const id of ids) next.delete(id);
      if (first !== undefined && plain !== '') next.set(first, { text: plain, at });
      for (const [oldest] of next) {
        if (next.size <= mostNotes) break;
        next.delete(oldest);
      }
      write(next);
    },
    expire: (before) => remove((_id, { at }) => at < before),
    olderThan: (before) => [...notes.values()].filter(({ at }) => at < before).length,
    forget: (ids) => remove((id) => ids.has(id)),
    noted: () => new Set(notes.keys()),
    *texts() {
      for (const { text } of notes.values()) yield text;
    },
    seenUpTo: () => seenUpTo,
    seen(upTo) {
      if (upTo <= seenUpTo) return;
      seenUpTo = upTo;
      writeMoments();
    },
    toldUpTo: () => toldUpTo,
    told(upTo) {
      if (upTo <= toldUpTo) return;
      toldUpTo = upTo;
      writeMoments();
    },
    notAfter(now) {
      if (seenUpTo <= now && toldUpTo <= now) return;
      seenUpTo = Math.min(seenUpTo, now);
      toldUpTo = Math.min(toldUpTo, now);
      writeMoments();
    },
  };
}

/** A note that cannot be read costs no other. */
function parse(text: string): Parsed<Kept> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  if (!parsed.success) return null;
  const { seenUpTo, toldUpTo } = parsed.output;
  const notes = parsed.output.notes.filter((one) => v.is(KeptNote, one));
  return {
    value: { notes, seenUpTo, toldUpTo },
    whole: notes.length === parsed.output.notes.length,
  };
}
