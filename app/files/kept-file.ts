import {
  closeSync,
  constants,
  copyFileSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Damage } from '../contract/damage.ts';
import { codeOf } from '../util/code-of.ts';
import { leftBeside, realOf, replaceFile, replaceFileSync } from './replace.ts';
import { closeToOthers } from './rights.ts';
import { type TextOf, textOf } from './text-of.ts';

/**
 * A file of the profile. All are kept in this one way: readable by their owner only, written whole or not at all, and what cannot be
 * read is put aside before anything is written in its place, for somebody may want to look at what they had.
 */
export interface KeptFile<T> {
  /** `null`: there is none, or nothing of it can be read. */
  read(): T | null;
  /** Throws where the disk does not take it; the file is as it was then. */
  replace(text: string): void;
  /** The same for some megabytes. */
  replaceSoon(text: string): Promise<void>;
  /** Adds whole lines. Throws where the disk does not take all of them; then it took none. */
  append(lines: string): void;
  /** With what was put aside of it, but for a text that stays. Throws where the disk does not let it go. */
  remove(but?: string): void;
}

/** What a text holds, and whether all of it could be read; `null`: nothing. */
export type Parsed<T> = { readonly value: T; readonly whole: boolean } | null;

export interface KeptFileParts<T> {
  readonly file: string;
  readonly what: Damage['what'];
  readonly parse: (text: string) => Parsed<T>;
  readonly keeping: Keeping;
}

/** What every file needs to be kept. */
export interface Keeping {
  /** The person is told, once. */
  readonly damaged: (damage: Damage) => void;
  readonly log: (line: string) => void;
}

export function openKeptFile<T>({ file, what, parse, keeping }: KeptFileParts<T>): KeptFile<T> {
  const { damaged, log } = keeping;
  const name = path.basename(file);
  /** Puts aside what could not be read, where that has not been possible yet. */
  let clearTheWay: (() => void) | null = null;
  /** What a file holds that is not in UTF-8: lines that were added to it could not be read. */
  let inUtf8: string | null = null;

  function putAside(how: 'move' | 'copy', why: string): void {
    let aside: string | null = null;
    const act = () => {
      const to = freeName(file);
      if (how === 'move') renameSync(file, to);
      else copyFileSync(file, to, constants.COPYFILE_EXCL);
      aside = path.basename(to);
      clearTheWay = null;
    };
    clearTheWay = act;
    try {
      act();
      // Not as what: a name with a day in it is as long as a secret, and would be taken out.
      log(`${name} could not be read (${why}): put aside beside it`);
    } catch (error) {
      log(`${name} could not be read (${why}), nor put aside: ${codeOf(error)}`);
    }
    damaged({ what, aside });
  }

  function write<R>(act: () => R): R {
    clearTheWay?.();
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    return act();
  }

  return {
    read() {
      sweepBeside(file);
      let decoded: TextOf;
      try {
        if (!exists(file)) return null;
        decoded = textOf(readOwn(file));
      } catch (error) {
        putAside('move', codeOf(error));
        return null;
      }
      const { text, whole, encoding } = decoded;
      inUtf8 = encoding === 'utf-8' ? null : text;
      const parsed = parse(text);
      if (parsed === null) putAside('move', 'content');
      else if (!parsed.whole || !whole) putAside('copy', 'content');
      return parsed?.value ?? null;
    },
    replace: (text) =>
      write(() => {
        replaceFileSync(file, text);
        inUtf8 = null;
      }),
    replaceSoon: async (text) =>
      await write(() => replaceFile(file, async (into) => void (await into.writeFile(text)))),
    append: (lines) =>
      write(() => {
        if (inUtf8 !== null) replaceFileSync(file, inUtf8);
        inUtf8 = null;
        appendTo(file, lines);
      }),
    remove(but) {
      clearTheWay = null;
      inUtf8 = null;
      const others = namesBeside(file).filter((one) => leftBeside.test(one) || putAsideAs.test(one));
      if (but !== undefined) replaceFileSync(file, but);
      for (const one of but === undefined ? [realOf(file), file, ...others] : others) removeFile(one);
    },
  };
}

/** A link that leads nowhere counts: it was to lead to what somebody had. */
function exists(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Bytes; several times what a busy desk has. Much more fits in no text, and a program that dies of it would never start. */
const largest = 256 * 1024 * 1024;

function readOwn(file: string): Buffer {
  const found = statSync(file);
  // A pipe would be read for ever.
  if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'not a file' });
  if (found.size > largest) throw Object.assign(new Error('too large'), { code: 'too large' });
  const open = openSync(file, 'r');
  try {
    closeToOthers(open);
    return readFileSync(open);
  } finally {
    closeSync(open);
  }
}

const lineEnd = 0x0a;

function appendTo(file: string, lines: string): void {
  const open = openSync(file, 'a+', 0o600);
  try {
    closeToOthers(open);
    const { size } = fstatSync(open);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(open, last, 0, 1, size - 1);
    try {
      writeFileSync(open, size > 0 && last[0] !== lineEnd ? `\n${lines}` : lines);
    } catch (error) {
      // Half a line would swallow the next one.
      ftruncateSync(open, size);
      throw error;
    }
  } catch (error) {
    closeSync(open);
    throw error;
  }
  // Whoever waits for it is about to call somebody: a slow disk is not waited for.
  fdatasync(open, () => closeSync(open));
}

/** `favourites.json.unreadable-2026-11-23`, and `-2` behind it for the second of that day. */
function freeName(file: string): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const first = `${file}.unreadable-${day}`;
  let free = first;
  for (let count = 2; exists(free); count += 1) free = `${first}-${count}`;
  return free;
}

/** What `freeName` makes, and made without a date before. */
const putAsideAs = /\.unreadable(?:-\d{4}-\d\d-\d\d(?:-\d+)?)?$/;

/** A folder is nothing that was ever kept here, whoever put it there; of a link to one, the link goes. */
function removeFile(file: string): void {
  if (exists(file) && !lstatSync(file).isDirectory()) unlinkSync(file);
}

function namesBeside(file: string): string[] {
  const folder = path.dirname(file);
  try {
    const own = `${path.basename(file)}.`;
    return readdirSync(folder)
      .filter((one) => one.startsWith(own))
      .map((one) => path.join(folder, one));
  } catch {
    return [];
  }
}

function sweepBeside(file: string): void {
  for (const one of namesBeside(file)) {
    if (!leftBeside.test(one)) continue;
    try {
      rmSync(one, { force: true });
    } catch {
      // In nobody's way.
    }
  }
}
