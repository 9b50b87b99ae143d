import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { textOf } from '../files/text-of.ts';
import { codeOf } from '../util/code-of.ts';

/** More is not a set-up file but some other one. */
const mostBytes = 1_000_000;

export type SetUpText =
  | { readonly kind: 'unreadable'; readonly why: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** `null`: it is gone. Else why it, or another name of it, is there still. */
      remove(): string | null;
    };

/**
 * Reads a file that holds a secret, and can take it away afterwards: that very file. A link in its place would be removed in the place of
 * the file, and one of somebody else's would sign a person in to that somebody's PBX.
 */
export function readSetUpFile(file: string, self: number | undefined = process.getuid?.()): SetUpText {
  const unreadable = (why: string): SetUpText => ({ kind: 'unreadable', why });
  let opened: number;
  try {
    // Windows knows no `O_NOFOLLOW`, and does not wait for pipes.
    if (lstatSync(file).isSymbolicLink()) return unreadable('it is a link to another file');
    opened = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return unreadable(codeOf(error));
  }
  try {
    const at = fstatSync(opened);
    if (!at.isFile()) return unreadable('it is no file');
    if (at.size > mostBytes) return unreadable(`${at.size} bytes are too many`);
    if (self !== undefined && at.uid !== self && at.uid !== 0)
      return unreadable(`it belongs to user ${at.uid}`);
    const bytes = readFileSync(opened);
    const { text, whole } = textOf(bytes);
    // A name that is not what was written would be kept as if it were.
    if (!whole) return unreadable('it is not in UTF-8');
    return { kind: 'text', text, remove: () => removed(file, at, bytes) };
  } catch (error) {
    return unreadable(codeOf(error));
  } finally {
    closeSync(opened);
  }
}

/** What was written into it meanwhile has been read by nobody, and may be the next person's. */
function removed(file: string, read: Stats, bytes: Buffer): string | null {
  try {
    const now = lstatSync(file);
    const isSame = now.ino === read.ino && now.dev === read.dev && now.mtimeMs === read.mtimeMs;
    if (!isSame || now.size !== bytes.length || !readFileSync(file).equals(bytes))
      return 'another file is in its place now, or it was changed';
    unlinkSync(file);
    return now.nlink <= 1 ? null : 'it has another name';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? null : code;
  }
}
