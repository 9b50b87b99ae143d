import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { longestKeptNote } from '../contract/calls.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';
import { withFewMarks } from '../util/few-marks.ts';
import { mergedNote } from './merged-note.ts';
import { tagsIn, tagsOf } from './tags.ts';

/**
 * What the person marked: notes on calls, and which missed ones are done with; and up to when they have been told of those. Theirs, and
 * not to be had again from the PBX: so it outlives a sign-out, in a file of each account's own, which no other account opens.
 */
export interface Annotations {
  readonly file: string;
  /** Of a call that is known by these ids. What was written under several is one note. */
  noteOf(ids: readonly string[]): string;
  /**
   * Under the first of them. An empty text takes the note away. `false`: there is no room for it, and nothing has changed. Throws where the
   * disk does not take it; nor has anything changed then.
   */
  note(ids: readonly string[], text: string): boolean;
  isDone(ids: readonly string[]): boolean;
  /** When it was marked, by this computer's clock: the same for all that were marked together. `null`: it is not. */
  doneAt(ids: readonly string[]): number | null;
  /** Each call by all its ids. Throws where the disk does not take it; then nothing has changed. */
  setDone(calls: readonly (readonly string[])[], isDone: boolean): void;
  /**
   * Notes that were written, and calls that were marked done, before these moments are gone, and what was put aside of the file. Throws
   * where the disk does not let them go.
   */
  expire(notesBefore: number, doneBefore: number): void;
  /** Notes. */
  olderThan(before: number): number;
  /** The same for what is under any of these ids. */
  forget(ids: ReadonlySet<string>): void;
  /** Ids that a note is under. */
  noted(): ReadonlySet<string>;
  /** The person's own words with a `#`, without it: those on most notes first. */
  tags(most: number): readonly string[];
  /** By the ids that they are under. */
  all(): ReadonlyMap<string, KeptNote>;
  /** Notes that were written at some time, all or none. Throws where the disk does not take them; then nothing has changed. */
  take(notes: readonly NoteOfCall[]): void;
  /** The person is at work here, and it is `pbxNow`: from now on it is known since when missed calls are to be dealt with. */
  begin(pbxNow: number): void;
  /** Missed calls that began before this moment, by the PBX's clock, are from before the person had this program. */
  toDoFrom(): number;
  /** Nothing is left to be done from before this moment. */
  dealtWithUntil(moment: number): void;
  /** Missed calls that began until this moment, by the PBX's clock, were told of. */
  toldUpTo(): number;
  /** `ids`: of each of the calls that are told of now, the first. One whose earlier row is not there (any more) seems to have begun later. */
  told(upTo: number, ids: readonly string[]): void;
  wasTold(ids: readonly string[]): boolean;
  /** Nothing was told of that is yet to begin: a clock or a time zone was wrong then. */
  notAfter(now: number): void;
}

/** As many calls as are kept at most: none is to be done again for the sake of another, and each may have its note. */
const mostDone = 20_000;
/** So many are 3.5 MB, of two lines each: read in a tenth of a second, and written in a few hundredths after each pause of the typing. */
export const mostNotes = mostDone;
/** A call is told of soon, or never: more than an hour of the busiest desk. */
const mostTold = 100;
/** Who is new here finds the missed calls of a week to be dealt with. What is older than that nobody waits for any more. */
const firstReach = 7 * 86_400_000;

const Note = v.object({
  text: Line(longestKeptNote),
  /** When it was written, for which is the oldest. */
  at: v.number(),
});
export type KeptNote = v.InferOutput<typeof Note>;
const NoteUnder = v.tuple([Line(300), Note]);

export interface NoteOfCall extends KeptNote {
  readonly ids: readonly string[];
}

/** When it was marked. */
const KeptDone = v.tuple([Line(300), v.number()]);

const File = v.object({
  version: v.literal(1),
  toldUpTo: v.number(),
  told: v.optional(v.array(v.unknown()), []),
  notes: v.array(v.unknown()),
  // Earlier releases kept neither, but up to when missed calls had been looked at, which says nothing of what became of them.
  done: v.optional(v.array(v.unknown()), []),
  toDoFrom: v.optional(v.nullable(v.number()), null),
});

const named = /^notes-[0-9a-f]{16}\.json$/;

export const annotationsFile = (folder: string, digest: string): string =>
  path.join(folder, `notes-${digest.slice(0, 16)}.json`);

/** Of everybody who has signed in on this profile. */
export function annotationsFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => named.test(name))
    .map((name) => path.join(folder, name));
}

interface Kept {
  readonly notes: ReadonlyMap<string, KeptNote>;
  readonly done: ReadonlyMap<string, number>;
  readonly toDoFrom: number | null;
  readonly toldUpTo: number;
  readonly told: readonly string[];
}

const nothing: Kept = { notes: new Map(), done: new Map(), toDoFrom: null, toldUpTo: 0, told: [] };

export interface AnnotationsParts {
  readonly file: string;
  readonly now: () => number;
  readonly keeping: Keeping;
}

export function openAnnotations({ file, now, keeping }: AnnotationsParts): Annotations {
  const kept = openKeptFile({ file, what: 'notes', parse, keeping });
  let all = kept.read() ?? nothing;

  function write(part: Partial<Kept>): void {
    const next = { ...all, ...part };
    kept.replace(textOf(next));
    all = next;
  }

  /** Which ones go is to be gone from the disk, put aside or not. */
  function remove(
    noteGoes: (id: string, note: KeptNote) => boolean,
    doneGoes: (id: string, at: number) => boolean,
  ) {
    const notes = new Map([...all.notes].filter(([id, note]) => !noteGoes(id, note)));
    const done = new Map([...all.done].filter(([id, at]) => !doneGoes(id, at)));
    const told = all.told.filter((id) => !doneGoes(id, Number.POSITIVE_INFINITY));
    const isSame = notes.size === all.notes.size && done.size === all.done.size;
    if (isSame && told.length === all.told.length) return;
    const next = { ...all, notes, done, told };
    kept.remove(textOf(next));
    all = next;
  }

  /** Nobody waits for these: memory has them, and the next writing takes them along. */
  function writeMoments(part: Partial<Pick<Kept, 'toldUpTo' | 'told' | 'toDoFrom'>>): void {
    all = { ...all, ...part };
    try {
      write({});
    } catch (error) {
      keeping.log(`from when missed calls count, and were told of, not written: ${codeOf(error)}`);
    }
  }

  // Looked for once in each: a list asks at every key of a search.
  const tagsKnown = new WeakMap<KeptNote, readonly string[]>();
  const tagsOfNote = (note: KeptNote): readonly string[] => {
    const tags = tagsKnown.get(note) ?? tagsOf(note.text);
    tagsKnown.set(note, tags);
    return tags;
  };

  const doneAt = (ids: readonly string[]): number | null =>
    ids.map((id) => all.done.get(id)).find((at) => at !== undefined) ?? null;
  const noteOf = (ids: readonly string[]): string =>
    ids.map((id) => all.notes.get(id)?.text ?? '').reduce(mergedNote, '');

  return {
    file,
    noteOf,
    note(ids, text) {
      const [first] = ids;
      const plain = withFewMarks(text).trim();
      // Notes that would become too long a one are found under their own ids.
      if (plain.length > longestKeptNote) return false;
      // One that only moves from one id to another was written when it was.
      const isMoved = plain === noteOf(ids);
      const at = isMoved ? Math.max(...ids.map((id) => all.notes.get(id)?.at ?? 0)) : now();
      const notes = without(all.notes, ids);
      if (first !== undefined && plain !== '') notes.set(first, { text: plain, at });
      if (notes.size > Math.max(mostNotes, all.notes.size)) return false;
      write({ notes });
      return true;
    },
    isDone: (ids) => ids.some((id) => all.done.has(id)),
    doneAt,
    setDone(calls, isDone) {
      // One that only moves from one id to another was marked when it was.
      const at = now();
      const done = without(all.done, calls.flat());
      if (isDone) for (const ids of calls) if (ids[0] !== undefined) done.set(ids[0], doneAt(ids) ?? at);
      write({ done: newest(done, mostDone) });
    },
    expire(notesBefore, doneBefore) {
      remove(
        (_id, { at }) => at < notesBefore,
        (_id, at) => at < doneBefore,
      );
    },
    olderThan: (before) => [...all.notes.values()].filter(({ at }) => at < before).length,
    forget(ids) {
      const isOne = (id: string): boolean => ids.has(id);
      remove(isOne, isOne);
    },
    noted: () => new Set(all.notes.keys()),
    tags: (most) => tagsIn([...all.notes.values()].map(tagsOfNote), most),
    all: () => all.notes,
    take(taken) {
      const notes = new Map(all.notes);
      for (const { ids, text, at } of taken) {
        const [first] = ids;
        const latest = Math.max(at, ...ids.map((id) => notes.get(id)?.at ?? 0));
        for (const id of ids) notes.delete(id);
        if (first !== undefined) notes.set(first, { text, at: latest });
      }
      // Which is the oldest goes by their order.
      const inTime = [...notes].sort(([, a], [, b]) => a.at - b.at);
      write({ notes: new Map(inTime) });
    },
    begin(pbxNow) {
      // A clock that ran ahead then puts off nothing.
      const toDoFrom = Math.min(all.toDoFrom ?? Number.POSITIVE_INFINITY, pbxNow - firstReach);
      if (toDoFrom !== all.toDoFrom) writeMoments({ toDoFrom });
    },
    toDoFrom: () => all.toDoFrom ?? now() - firstReach,
    dealtWithUntil(moment) {
      if (moment > (all.toDoFrom ?? Number.POSITIVE_INFINITY)) writeMoments({ toDoFrom: moment });
    },
    toldUpTo: () => all.toldUpTo,
    told(upTo, ids) {
      const told = [...all.told, ...ids].slice(-mostTold);
      writeMoments({ toldUpTo: Math.max(upTo, all.toldUpTo), told });
    },
    wasTold: (ids) => ids.some((id) => all.told.includes(id)),
    notAfter(now) {
      if (all.toldUpTo > now) writeMoments({ toldUpTo: now });
    },
  };
}

function without<T>(these: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  const left = new Map(these);
  for (const id of ids) left.delete(id);
  return left;
}

function newest<T>(these: ReadonlyMap<string, T>, most: number): ReadonlyMap<string, T> {
  return these.size <= most ? these : new Map([...these].slice(-most));
}

const textOf = ({ notes, done, toDoFrom, toldUpTo, told }: Kept): string =>
  JSON.stringify({ version: 1, toDoFrom, toldUpTo, told, notes: [...notes], done: [...done] });

/** A mark that cannot be read costs no other. */
function parse(text: string): Parsed<Kept> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  if (!parsed.success) return null;
  const { toDoFrom, toldUpTo, ...lists } = parsed.output;
  const notes = lists.notes.filter((one) => v.is(NoteUnder, one));
  const done = lists.done.filter((one) => v.is(KeptDone, one));
  const told = lists.told.filter((one) => v.is(Line(300), one)).slice(-mostTold);
  return {
    value: { notes: new Map(notes), done: new Map(done), toDoFrom, toldUpTo, told },
    whole: notes.length === lists.notes.length && done.length === lists.done.length,
  };
}
