import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../util/code-of.ts';

/**
 * A file is written as a whole, readable by its owner alone: under another name beside it until all of it is on the disk, and then
 * renamed. What fails leaves the file that is there as it was, with nothing beside it.
 *
 * Not by `atomically`: where the disk has room for a part only, it takes the short write for the whole, and puts half a file in the
 * place of the good one.
 */
export function replaceFileSync(file: string, content: string | Uint8Array): void {
  const target = realOf(file);
  const beside = besideOf(target);
  try {
    const into = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(into, content);
      fsyncSync(into);
    } finally {
      closeSync(into);
    }
    moveSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The same for what takes its time: `write` fills the file. */
export async function replaceFile(file: string, write: (into: FileHandle) => Promise<void>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const beside = besideOf(target);
  try {
    const into = await open(beside, 'wx', 0o600);
    try {
      await write(into);
      await into.sync();
    } finally {
      await into.close();
    }
    moveSync(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What a killed program left of a file that it was writing. */
export const leftBeside = /\.[0-9a-f]{8}\.part$/;

/** Of bytes. File systems take 255, encrypted ones 143, and the name of what is beside is longer than that of its file. */
const longestName = 143 - '.01234567.part'.length;

/** A person may choose any name for a file; those of the profile are short, and what is left beside them is found by their names. */
function besideOf(file: string): string {
  const name = path.basename(file);
  const own = Buffer.byteLength(name) > longestName ? 'companion' : name;
  return path.join(path.dirname(file), `${own}.${randomBytes(4).toString('hex')}.part`);
}

/** A link is followed, so that what it leads to is replaced where it lies; one that leads nowhere is replaced itself. */
export function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

const patience = { times: 20, milliseconds: 25 } as const;

/** On Windows a virus scanner or an indexer may hold a file open for a moment, and nothing can take its place meanwhile. */
function moveSync(from: string, to: string): void {
  for (let time = 1; ; time++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isHeld = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
      if (!isHeld || time === patience.times) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.milliseconds);
    }
  }
}
