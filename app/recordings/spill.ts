import { randomBytes } from 'node:crypto';
import { mkdir, rmdir } from 'node:fs/promises';
import { createSealed } from './sealed-file.ts';
import { type Budget, type Intake, NotStored, RecordingGone, storeInMemory } from './stored.ts';

const step = 256 * 1024;

/**
 * For a computer that keeps nothing: in memory, and what is too long for that (an hour of 16-bit sound is 58 MB) in a
 * file without a name, sealed with a key that is nowhere but in this function. The name is removed as soon as the
 * file is open: when the recording is closed, or the program ends however it ends, nothing of it is left.
 */
export function storeForNow(folder: string, memory: Budget): Intake {
  let inner = storeInMemory(memory);
  let isFile = false;
  let closed = false;

  async function spill(): Promise<void> {
    const file = await nameless(folder);
    for (let at = 0; at < inner.length; at += step) await file.append(await inner.read(at, step));
    const before = inner;
    inner = file;
    isFile = true;
    await before.close();
    if (closed) await file.close();
  }

  return {
    get length() {
      return inner.length;
    },
    async append(bytes) {
      if (closed) throw new RecordingGone();
      // With room for the block that the last of them may begin.
      if (!isFile && memory.left < bytes.length + step) await spill();
      await inner.append(bytes);
    },
    async read(offset, count) {
      const from = inner;
      try {
        return await from.read(offset, count);
      } catch (error) {
        // It moved while it was read.
        if (from === inner || closed) throw error;
        return await inner.read(offset, count);
      }
    },
    keep: async () => undefined,
    async close() {
      closed = true;
      await inner.close();
    },
  };
}

async function nameless(folder: string): Promise<Intake> {
  const label = { key: '0'.repeat(64), extension: '', at: 0 };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await createSealed(folder, randomBytes(16).toString('hex'), randomBytes(32), label, null);
    // Only where nothing else is in it; a folder that stays empty tells nobody anything either.
    await rmdir(folder).catch(() => undefined);
    return file;
  } catch {
    throw new NotStored('too-large');
  }
}
