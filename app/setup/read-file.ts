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
      /** `false`: the file that was read, or another name of it, is there still. */
      remove(): boolean;
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
    const { text, whole } = textOf(readFileSync(opened));
    // A name that is not what was written would be kept as if it were.
    if (!whole) return unreadable('it is not in UTF-8');
    return { kind: 'text', text, remove: () => removed(file, at) };
  } catch (error) {
    return unreadable(codeOf(error));
  } finally {
    closeSync(opened);
  }
}

function removed(file: string, read: Stats): boolean {
  try {
    const now = lstatSync(file);
    if (now.ino !== read.ino || now.dev !== read.dev) return false;
    unlinkSync(file);
    return now.nlink <= 1;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
}
