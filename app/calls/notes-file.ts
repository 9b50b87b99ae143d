import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { longestKeptNote } from '../contract/calls.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { textOf } from '../files/text-of.ts';
import { withFewMarks } from '../util/few-marks.ts';
import { mostNotes } from './annotations.ts';

/** A note in a file that one computer writes and another reads. */
export interface NoteInFile {
  /** An id of its call, which the PBX's record has: the same on every computer. */
  readonly call: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Bytes: as many notes as are kept, each of a thousand letters in Thai, with its id. */
export const largestNotesFile = mostNotes * (3 * 1_000 + 200);

const format = 'promptcall-companion-notes';
const version = 1;

const Version = v.object({ format: v.literal(format), version: v.number() });
const File = v.object({ extension: Line(100), notes: v.array(v.unknown()) });

/** All but the ends of lines and tabs: none was typed. */
const controls = /(?![\t\n\u0080-\u009f])\p{Cc}/gu;
const Note = v.object({
  call: v.pipe(Line(300), v.nonEmpty()),
  text: v.pipe(
    v.string(),
    v.transform((text) => withFewMarks(text.replace(/\r\n?/g, '\n').replace(controls, '')).trim()),
    v.nonEmpty(),
    v.maxLength(longestKeptNote),
  ),
  written: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse), v.finite()),
});

/** Of any number, for the file of the profile may have been edited. */
const isoOf = (at: number): string => new Date(Math.max(0, Math.min(at, 8.64e15))).toISOString();

/** `{ format, version, extension, notes: [{ call, text, written }] }`; `written` is an ISO timestamp. docs/it-guide.md says it to others. */
export function writeNotes(extension: string, notes: readonly NoteInFile[]): string {
  const written = notes.map(({ call, text, at }) => ({ call, text, written: isoOf(at) }));
  return `${JSON.stringify({ format, version, extension, notes: written }, null, 1)}\n`;
}

export interface NotesRead {
  readonly notes: readonly NoteInFile[];
  /** How many others there are, of which nothing can be made. */
  readonly unreadable: number;
}

/** What somebody may have cut, edited or made up. A note that cannot be read costs no other. `now`: none was written later. */
export function readNotes(bytes: Uint8Array, extension: string, now: number): Reply<NotesRead> {
  const { text, whole } = textOf(bytes);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  if (!whole || !parsed.success || !v.is(Version, parsed.output)) return fail('notes-not-read');
  if (parsed.output.version !== version) return fail('notes-version');
  const file = v.safeParse(File, parsed.output);
  if (!file.success) return fail('notes-not-read');
  if (file.output.extension !== extension) return fail('notes-another');
  const all = file.output.notes;
  if (all.length > mostNotes) return fail('notes-too-large');
  const notes = all.flatMap((one) => {
    const note = v.safeParse(Note, one);
    if (!note.success) return [];
    const { call, text, written } = note.output;
    return [{ call, text, at: Math.min(written, now) }];
  });
  return ok({ notes, unreadable: all.length - notes.length });
}
