import type { ByteSource } from './decode/wav-file.ts';

/** Where the bytes of one recording are put down while they arrive, and read from then and later. */
export interface Stored extends ByteSource {
  /** How many bytes are there. */
  readonly length: number;
}

export interface Intake extends Stored {
  /** One at a time. Rejects with `NotStored` where there is no room. */
  append(bytes: Uint8Array): Promise<void>;
  /** All is there and in order: it may be kept, where recordings are kept. It can be read as before. */
  keep(): Promise<void>;
  /** No more reads. What was not kept is gone. */
  close(): Promise<void>;
}

/** There is no room: a full disk, a folder that cannot be written, too much for memory. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
  constructor(readonly reason: 'too-large' | 'not-stored') {
    super(reason);
  }
}

/** Reads of a recording that is closed, or whose kept copy turned out to be damaged. */
export class RecordingGone extends Error {
  override readonly name = 'RecordingGone';
}

/** Memory shared by all recordings that are not on disk. */
export interface Budget {
  left: number;
}

const block = 256 * 1024;

/** In blocks, so that a recording that grows is never copied as a whole and never takes twice its size. */
export function storeInMemory(budget: Budget): Intake {
  const blocks: Uint8Array[] = [];
  let length = 0;
  let closed = false;

  return {
    get length() {
      return length;
    },
    async append(bytes) {
      if (closed) throw new RecordingGone();
      for (let from = 0; from < bytes.length; ) {
        const used = length % block;
        if (used === 0) {
          if (budget.left < block) throw new NotStored('too-large');
          budget.left -= block;
          blocks.push(new Uint8Array(block));
        }
        const piece = bytes.subarray(from, from + block - used);
        blocks.at(-1)?.set(piece, used);
        length += piece.length;
        from += piece.length;
      }
    },
    async read(offset, count) {
      if (closed) throw new RecordingGone();
      return gather(offset, Math.min(count, length - offset), block, async (at) => blocks[at]);
    },
    keep: async () => undefined,
    async close() {
      budget.left += blocks.length * block;
      blocks.length = 0;
      closed = true;
    },
  };
}

/** How many places of one recording are read at once: it is played, drawn and saved. */
const places = 3;

/**
 * Remembers the last few blocks, those that are still being fetched among them. Half a second of GSM is 825 bytes: without this each of
 * them would unseal a chunk of 64 KB anew.
 */
export function rememberBlocks(fetch: (index: number) => Promise<Uint8Array>): typeof fetch {
  const recent = new Map<number, Promise<Uint8Array>>();
  return (index) => {
    const bytes = recent.get(index) ?? fetch(index);
    recent.delete(index);
    recent.set(index, bytes);
    // What could not be had is asked for again.
    bytes.catch(() => recent.get(index) === bytes && recent.delete(index));
    for (const oldest of recent.keys()) if (recent.size > places) recent.delete(oldest);
    return bytes;
  };
}

/** Bytes out of equal blocks that are fetched by their number. */
export async function gather(
  offset: number,
  count: number,
  size: number,
  fetch: (index: number) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  if (count <= 0) return new Uint8Array(0);
  // Out of one block nothing has to be put together: bytes that are there do not change.
  const inside = offset % size;
  if (inside + count <= size) {
    const found = (await fetch(Math.floor(offset / size)))?.subarray(inside, inside + count);
    if (found?.length !== count) throw new RecordingGone();
    return found;
  }
  const bytes = new Uint8Array(count);
  for (let done = 0; done < count; ) {
    const at = (offset + done) % size;
    const found = await fetch(Math.floor((offset + done) / size));
    const piece = found?.subarray(at, at + count - done);
    if (!piece?.length) throw new RecordingGone();
    bytes.set(piece, done);
    done += piece.length;
  }
  return bytes;
}
