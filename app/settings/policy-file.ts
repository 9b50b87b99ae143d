import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { textOf } from '../files/text-of.ts';
import { codeOf } from '../util/code-of.ts';
import { onlyAdministratorsWrite } from './security-descriptor.ts';

/** More is not a policy but some other file. */
const mostBytes = 1_000_000;

export interface PolicySource {
  readonly file: string;
  /** User ids that may have written it, where there are such; Windows has its own way to tell. */
  readonly owners: readonly number[];
}

/** `others`: it is there, and somebody who is no administrator could have written it. */
export type PolicyText =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' | 'others'; readonly why: string }
  /** `whole`: all of it could be read. */
  | { readonly kind: 'text'; readonly text: string; readonly whole: boolean };

const root = 0;

/** @param windows where Windows is; no variable of the environment names it, for any user can set one */
export function policySource(platform: NodeJS.Platform, windows: () => string = windowsFolder): PolicySource {
  return { file: placeOn(platform, windows), owners: [root] };
}

function placeOn(platform: NodeJS.Platform, windows: () => string): string {
  if (platform === 'win32') {
    const { root: drive } = path.win32.parse(windows());
    return path.win32.join(drive, 'ProgramData', 'promptCall Companion', 'policy.json');
  }
  return platform === 'darwin'
    ? '/Library/Application Support/promptCall Companion/policy.json'
    : '/etc/promptcall-companion/policy.json';
}

/** By the name that the kernel has for it. */
function windowsFolder(): string {
  try {
    return realpathSync.native('\\\\?\\GLOBALROOT\\SystemRoot');
  } catch {
    return 'C:\\Windows';
  }
}

/** As it is, whoever wrote it: to be looked at, not to be obeyed. */
export const readAnyPolicyFile = (file: string): PolicyText => readUnless(file, () => null);

export const readPolicyFile = ({ file, owners }: PolicySource): PolicyText =>
  readUnless(file, (at) =>
    process.platform === 'win32' ? writersOnWindows(file) : writersOf(file, at, owners),
  );

/**
 * Reads what was looked at, and nothing that came in its place meanwhile.
 *
 * @param others why somebody else could have written it
 */
function readUnless(file: string, others: (at: Stats) => string | null): PolicyText {
  let opened: number;
  try {
    // Not waiting: a pipe in its place would be waited for.
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return isNone(file) ? { kind: 'none' } : { kind: 'unreadable', why: codeOf(error) };
  }
  try {
    const at = fstatSync(opened);
    if (!at.isFile()) return { kind: 'unreadable', why: 'it is no file' };
    if (at.size > mostBytes) return { kind: 'unreadable', why: `${at.size} bytes are too many` };
    const why = others(at);
    if (why !== null) return { kind: 'others', why };
    const { text, whole } = textOf(readFileSync(opened));
    return { kind: 'text', text, whole };
  } catch (error) {
    return { kind: 'unreadable', why: codeOf(error) };
  } finally {
    closeSync(opened);
  }
}

/**
 * Nobody put one there. A link that leads nowhere, a share that is not mounted say, is one that was meant, and so is a file in the place of
 * its folder: `cp` makes that where the folder is not there.
 */
function isNone(file: string): boolean {
  try {
    lstatSync(file);
    return false;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return false;
    const folder = path.dirname(file);
    return folder === file || isNoneOrFolder(folder);
  }
}

function isNoneOrFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return isNone(folder);
  }
}

/** `null`: nobody but `owners` can have written the file, or put another one, or another folder, in its place. */
function writersOf(file: string, at: Stats, owners: readonly number[]): string | null {
  const isOwned = ({ uid }: Stats) => uid === root || owners.includes(uid);
  if (!isOwned(at)) return `it belongs to user ${at.uid}`;
  if (writableByMore(at)) return 'others may write to it';
  for (const place of new Set([...wayTo(path.resolve(file)), ...wayTo(realpathSync(file))])) {
    const there = lstatSync(place);
    if (!isOwned(there)) return `${place} belongs to user ${there.uid}`;
    // In a folder like /tmp everybody may put a file, and nobody may take another one's away.
    if (there.isDirectory() && writableByMore(there) && (there.mode & sticky) === 0)
      return `others may write to ${place}`;
  }
  return null;
}

const sticky = 0o1000;
/** On macOS the group of the administrators. */
const administrators = process.platform === 'darwin' ? [root, 80] : [root];
const writableByMore = ({ mode, gid }: Stats) =>
  (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && !administrators.includes(gid));

/** More links than the system follows. */
const mostLinks = 40;

/** The folders and the links that lead to a file: whoever may put another one in the place of any of them decides which file that is. */
function wayTo(file: string): Set<string> {
  const way = new Set<string>();
  let at = path.parse(file).root;
  let rest = namesIn(file);
  for (let links = 0; rest.length > 0 && links <= mostLinks; ) {
    way.add(at);
    const [name = '', ...more] = rest;
    const next = path.join(at, name);
    const isLink = lstatSync(next).isSymbolicLink();
    if (isLink) way.add(next);
    const to = isLink ? path.resolve(at, readlinkSync(next)) : next;
    rest = isLink ? [...namesIn(to), ...more] : more;
    at = isLink ? path.parse(to).root : next;
    links += isLink ? 1 : 0;
  }
  return way;
}

const namesIn = (file: string): string[] => file.split(path.sep).filter(Boolean);

/** Milliseconds. */
const longestAnswer = 15_000;

/** Asked of .NET: a module of PowerShell's would be looked for where the environment says. */
function writersOnWindows(file: string): string | null {
  const shell = path.win32.join(windowsFolder(), 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
  const ask = (type: string, name: string) =>
    `[IO.${type}]::GetAccessControl(${quoted(name)}).GetSecurityDescriptorSddlForm('Owner, Access')`;
  const script = `${ask('File', file)}; ${ask('Directory', path.win32.dirname(file))}`;
  const answer = execFileSync(shell, ['-NoProfile', '-NonInteractive', '-Command', script], {
    encoding: 'utf8',
    timeout: longestAnswer,
    windowsHide: true,
  });
  const [ofFile = '', ofFolder = ''] = answer.trim().split(/\r?\n/);
  if (!onlyAdministratorsWrite(ofFile, 'file')) return 'others may write to it';
  return onlyAdministratorsWrite(ofFolder, 'folder') ? null : 'others may write to its folder';
}
