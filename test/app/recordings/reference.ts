import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { extensionOf, type Layout } from '../../../app/recordings/decode/formats.ts';
import { headBytes, type Sniffed, sniff } from '../../../app/recordings/decode/sniff.ts';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { type ByteSource, createWavFile, type WavFile } from '../../../app/recordings/decode/wav-file.ts';

/** Gone with the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'recordings-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

export function sniffFile(bytes: Uint8Array, name: string): Sniffed {
  return sniff(bytes.subarray(0, headBytes), extensionOf(name), bytes.length <= headBytes);
}

export function layoutOf(bytes: Uint8Array, name: string): Layout {
  const found = sniffFile(bytes, name);
  if (found.kind !== 'samples') throw new Error(`${name} is ${JSON.stringify(found)}`);
  return found;
}

export function wavOf(bytes: Uint8Array, name: string): WavFile {
  const layout = layoutOf(bytes, name);
  const there = bytes.length - layout.dataOffset;
  return createWavFile(sourceOf(bytes), layout, Math.min(layout.dataBytes ?? there, there), decodeHere());
}

export async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Uint8Array.from(piece));
  return Buffer.concat(all);
}

/** The samples alone, without the header. */
export async function samplesOf(wav: WavFile): Promise<Buffer> {
  return (await gathered(wav.read(0, wav.length))).subarray(44);
}

/** The largest difference of any sample. */
export function furthest(a: Buffer, b: Buffer): number {
  let most = 0;
  for (let at = 0; at + 1 < Math.min(a.length, b.length); at += 2)
    most = Math.max(most, Math.abs(a.readInt16LE(at) - b.readInt16LE(at)));
  return most;
}
