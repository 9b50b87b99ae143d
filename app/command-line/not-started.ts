import {
  accessSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isatty } from 'node:tty';
import { closeToOthers } from '../files/rights.ts';
import { codeOf } from '../util/code-of.ts';

/** What keeps the program from starting, as far as a person can do something about it. */
export const reasons = ['disk-full', 'not-writable', 'not-there', 'in-use', 'other'] as const;
export type Reason = (typeof reasons)[number];

const reasonOf: Readonly<Record<string, Reason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  ENOENT: 'not-there',
  ENOTDIR: 'not-there',
  EEXIST: 'not-there',
  ELOOP: 'not-there',
};

/** `code`: for the help desk. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
  constructor(
    readonly reason: Reason,
    readonly code: string,
  ) {
    super(`${reason}: ${code}`);
  }
}

export function notStarted(error: unknown): NotStarted {
  if (error instanceof NotStarted) return error;
  const code = codeOf(error);
  const told = code === 'unknown' && error instanceof Error ? error.name : code;
  return new NotStarted(reasonOf[code] ?? 'other', told);
}

/**
 * Throws where the profile's folder cannot be used, before anything is: Chromium takes another folder then without a word, and an
 * instance that cannot claim its profile looks like one whose profile another instance has.
 *
 * @param asked what `--user-data-dir` names; empty where it names none
 */
export function checkProfile(folder: string, asked: string): void {
  const wanted = asked === '' ? folder : path.resolve(asked);
  if (wanted === '') throw new NotStarted('not-there', 'no folder');
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    if (!statSync(wanted).isDirectory()) throw new NotStarted('not-there', 'ENOTDIR');
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notStarted(error);
  }
  if (realOf(folder) !== realOf(wanted)) throw new NotStarted('not-there', 'another folder');
  if (isOwn(wanted, asked)) closeToOthers(wanted);
}

/** Whoever names a folder may name their home, or one for everybody: it is ours once a profile is in it, and of nobody else. */
function isOwn(folder: string, asked: string): boolean {
  const { mode, uid } = statSync(folder);
  const isShared =
    (mode & 0o1000) !== 0 || uid !== process.getuid?.() || realOf(folder) === realOf(homedir());
  return !isShared && (asked === '' || existsSync(path.join(folder, 'settings.json')));
}

/** The same folder has several names: links, capitals, the short ones of Windows. */
function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return path.resolve(folder);
  }
}

/**
 * Whether what is said where the program was started from reaches somebody: a terminal, a pipe, a file that was named. A desktop
 * gives its programs the journal, a file of its own, or nothing.
 */
export function isHeard(fd = 2): boolean {
  if (isatty(fd)) return true;
  try {
    const at = fstatSync(fd);
    if (at.isFIFO()) return true;
    if (at.isSocket()) return process.env.JOURNAL_STREAM !== `${at.dev}:${at.ino}`;
    return at.isFile() && !/xsession-errors/.test(nameOf(fd));
  } catch {
    return false;
  }
}

function nameOf(fd: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}
