import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/**
 * What the person marked: notes on calls, and up to when they have seen, and been told of, missed ones. Theirs, and not to be had
 * again from the PBX: so it outlives a sign-out, in a file of each account's own, which no other account opens.
 */
export interface Marks {
  noteOf(callId: string): string;
  /** An empty text takes the note away. */
  note(callId: string, text: string): void;
  /** Missed calls that began until this moment, by the PBX's clock, were on the screen. */
  seenUpTo(): number;
  seen(upTo: number): void;
  toldUpTo(): number;
  told(upTo: number): void;
  /** Nothing was seen or told of that is yet to begin: a clock or a time zone was wrong then. */
  notAfter(now: number): void;
}

export const longestNote = 500;
/** The oldest note goes where another one comes. */
const mostNotes = 2_000;

const Note = v.object({
  text: v.pipe(v.string(), v.maxLength(longestNote)),
  /** When it was written, for which is the oldest. */
  at: v.number(),
});
const File = v.object({
  version: v.literal(1),
  seenUpTo: v.number(),
  toldUpTo: v.number(),
  notes: v.array(v.tuple([v.pipe(v.string(), v.maxLength(300)), Note])),
});
type File = v.InferOutput<typeof File>;

export interface MarksParts {
  readonly file: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export function openMarks({ file, now, log }: MarksParts): Marks {
  const found = read(file, log);
  const notes = new Map(found.notes);
  let { seenUpTo, toldUpTo } = found;

  /** By a second file and a rename, so that no moment has half a file. */
  function write(): void {
    const whole: File = { version: 1, seenUpTo, toldUpTo, notes: [...notes] };
    try {
      const next = `${file}.next`;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(next, JSON.stringify(whole), { mode: 0o600 });
      // `mode` is for new files only: one may have been left here with other rights.
      chmodSync(next, 0o600);
      renameSync(next, file);
    } catch (error) {
      log(`notes not written: ${codeOf(error)}`);
    }
  }

  return {
    noteOf: (callId) => notes.get(callId)?.text ?? '',
    note(callId, text) {
      const plain = text.trim().slice(0, longestNote);
      notes.delete(callId);
      if (plain !== '') notes.set(callId, { text: plain, at: now() });
      for (const [oldest] of notes) {
        if (notes.size <= mostNotes) break;
        notes.delete(oldest);
      }
      write();
    },
    seenUpTo: () => seenUpTo,
    seen(upTo) {
      if (upTo <= seenUpTo) return;
      seenUpTo = upTo;
      write();
    },
    toldUpTo: () => toldUpTo,
    told(upTo) {
      if (upTo <= toldUpTo) return;
      toldUpTo = upTo;
      write();
    },
    notAfter(now) {
      if (seenUpTo <= now && toldUpTo <= now) return;
      seenUpTo = Math.min(seenUpTo, now);
      toldUpTo = Math.min(toldUpTo, now);
      write();
    },
  };
}

function read(file: string, log: (line: string) => void): File {
  const nothing: File = { version: 1, seenUpTo: 0, toldUpTo: 0, notes: [] };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') log(`notes not read: ${codeOf(error)}`);
    return nothing;
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  if (parsed.success) return parsed.output;
  log('the file of notes could not be read: put aside');
  try {
    renameSync(file, `${file}.unreadable`);
  } catch (error) {
    log(`notes not put aside: ${codeOf(error)}`);
  }
  return nothing;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
