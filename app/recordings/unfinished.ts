import { codecOf } from './decode/codecs.ts';
import type { Layout } from './decode/formats.ts';
import type { ByteSource } from './decode/wav-file.ts';

/** More than any writer puts behind the sound: the header was filled in before the file came to its end. */
export const mostBehind = 64 * 1024;

/** A file without a header that ends in the middle of a block: who wrote it was cut off. */
export function endsInBlock(format: Layout, bytes: number): boolean {
  return format.dataOffset === 0 && bytes % codecOf(format.codec, format.channels).bytesPerBlock !== 0;
}

/** Sound behind the sound that the header tells of: what stands there is no chunk. `bytes`: of the whole file, which is there. */
export async function goesOn(format: Layout, bytes: number, source: ByteSource): Promise<boolean> {
  const { dataBytes, dataOffset } = format;
  if (dataBytes === null || dataOffset === 0) return false;
  // Chunks begin at even places, and those of Wave64 at multiples of eight.
  const even = dataOffset + dataBytes + (dataBytes % 2);
  const end = format.extension === 'w64' ? Math.ceil(even / 8) * 8 : even;
  if (bytes - end < 8) return false;
  return !/^[\w ]{4}$/.test(Buffer.from(await source.read(end, 4)).toString('latin1'));
}
