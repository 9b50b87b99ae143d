import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  chunkBytes,
  headerBytes,
  type Label,
  newSeal,
  openSeal,
  plainBytes,
  type Seal,
  sealedChunkBytes,
} from './sealed-format.ts';
import { gather, type Intake, NotStored, RecordingGone, rememberBlocks, type Stored } from './stored.ts';

export interface SealedFile extends Stored {
  readonly label: Label;
  close(): Promise<void>;
}

/** Under this name until all is there: what a kill leaves behind is found by it and never read. */
export const unfinished = '.part';
export const finished = '.rec';

const offsetOf = (index: number): number => headerBytes + index * sealedChunkBytes;

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

/** `null` for what is not a whole file of this key's: cut off, changed, another's. */
export async function openSealed(name: string, master: Uint8Array): Promise<SealedFile | null> {
  let file: FileHandle;
  try {
    file = await open(name, 'r');
  } catch {
    return null;
  }
  try {
    const length = plainBytes((await file.stat()).size);
    const opened = length === null ? null : openSeal(master, await readAt(file, 0, headerBytes));
    if (length !== null && opened) {
      const sealed = readSealed(file, opened.seal, opened.label, length);
      // The last chunk proves that the file was finished.
      await sealed.read(length - 1, 1);
      return sealed;
    }
  } catch {
    // Unreadable or not finished: the same to whoever asks.
  }
  await file.close();
  return null;
}

function chunksOf(file: FileHandle, seal: Seal, isLast: (index: number) => boolean) {
  return rememberBlocks(async (index) => {
    const sealed = await readAt(file, offsetOf(index), sealedChunkBytes);
    const plain = seal.open(index, isLast(index), sealed);
    if (plain === null) throw new RecordingGone();
    return plain;
  });
}

function readSealed(file: FileHandle, seal: Seal, label: Label, length: number): SealedFile {
  const lastChunk = Math.ceil(length / chunkBytes) - 1;
  let closed = false;
  const chunk = chunksOf(file, seal, (index) => index === lastChunk);
  return {
    label,
    length,
    async read(offset, count) {
      return await gather(offset, Math.min(count, length - offset), chunkBytes, async (index) => {
        if (closed) throw new RecordingGone();
        return await chunk(index);
      });
    },
    async close() {
      if (closed) return;
      closed = true;
      await file.close();
    },
  };
}

/**
 * A recording on its way into the folder. `told` hears when the file is there under its final name, with its size, and
 * when there is no room for it. `null`: it is for now only, and loses its name at once.
 */
export async function createSealed(
  folder: string,
  id: string,
  master: Uint8Array,
  label: Label,
  told: { readonly kept: (bytes: number) => void; readonly full: () => void } | null,
): Promise<Intake> {
  const part = path.join(folder, id + unfinished);
  const { seal, header } = newSeal(master, label);
  const file = await open(part, 'wx+', 0o600);
  let written = 0;
  let sealedChunks = 0;
  // Sealed when the next one begins: the last chunk is sealed as the last.
  let pending = new Uint8Array(chunkBytes);
  let used = 0;
  let state: 'open' | 'kept' | 'closed' = 'open';

  async function write(...parts: readonly Uint8Array[]): Promise<void> {
    try {
      for (const bytes of parts) {
        await file.write(bytes, 0, bytes.length, written);
        written += bytes.length;
      }
    } catch {
      told?.full();
      throw new NotStored('not-stored');
    }
  }

  try {
    await write(header);
    if (told === null) await rm(part);
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }

  const chunk = chunksOf(file, seal, () => false);

  const intake: Intake = {
    get length() {
      return sealedChunks * chunkBytes + used;
    },
    async append(bytes) {
      for (let from = 0; from < bytes.length; ) {
        if (state !== 'open') throw new RecordingGone();
        if (used === chunkBytes) {
          const full = pending;
          await write(...seal.chunk(sealedChunks, false, full));
          // A fresh one: reads that are under way may hold the old.
          pending = new Uint8Array(chunkBytes);
          sealedChunks++;
          used = 0;
        }
        const piece = bytes.subarray(from, from + chunkBytes - used);
        pending.set(piece, used);
        used += piece.length;
        from += piece.length;
      }
    },
    async read(offset, count) {
      return await gather(offset, Math.min(count, intake.length - offset), chunkBytes, async (index) => {
        if (state === 'closed') throw new RecordingGone();
        return index === sealedChunks ? pending.subarray(0, used) : await chunk(index);
      });
    },
    async keep() {
      if (state !== 'open' || used === 0 || told === null) return;
      try {
        await write(...seal.chunk(sealedChunks, true, pending.subarray(0, used)));
        // Else a power cut could leave the final name over bytes that never reached the disk.
        await file.sync();
        // After a sign-out there is no file of this name any more, and this fails.
        await rename(part, path.join(folder, id + finished));
      } catch {
        // Not kept: it is heard all the same, and fetched again the next time.
        return;
      }
      state = 'kept';
      told.kept(written);
    },
    async close() {
      if (state === 'closed') return;
      const wasKept = state === 'kept';
      state = 'closed';
      await file.close();
      if (!wasKept) await rm(part, { force: true });
    },
  };
  return intake;
}
