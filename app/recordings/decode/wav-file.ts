import { codecOf } from './codecs.ts';
import { type Codec, littleEndian } from './decoder.ts';
import type { Layout } from './formats.ts';
import type { Decode, Decoded } from './step.ts';
import { wavHeader } from './wav-header.ts';

/** Bytes that are there, or will be: a read waits for them. Fewer than asked for only at the end. */
export interface ByteSource {
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A recording as a 16-bit WAV file that exists nowhere: its length is known, its bytes are made when they are read. */
export interface WavFile {
  readonly length: number;
  readonly seconds: number;
  readonly sampleRate: number;
  readonly channels: number;
  /** The bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined>;
  /** All of its sound without the header; each piece is good until the next is asked for, whose place in memory it is. */
  look(): AsyncGenerator<Uint8Array, void, undefined>;
  /** Samples from a place, in seconds, for about so long; decoded from nothing, so that its first moments may be wrong. Interleaved. */
  glance(at: number, seconds: number): Promise<Int16Array>;
  /** The same sound under another header, for whoever starts sooner with that. */
  under(header: Uint8Array): Pick<WavFile, 'length' | 'read'>;
}

/** Sound decoded at once (about 1 ms): a seek does not wait long behind it, and it is worth the way to the thread. */
const stepSeconds = 0.5;
const checkpointSeconds = 10;
/** Decoded from the nearest checkpoint, and exact; from further away a seek would not be instant. */
const exactSeekSeconds = 60;
/** Decoded and thrown away in front of a place that is reached without a checkpoint. */
const preRollSeconds = 2;

/**
 * `dataBytes`: how much sound the file holds, or is promised to hold. Where less comes after all, silence takes its
 * place: a player has been told the length by then.
 */
export function createWavFile(
  source: ByteSource,
  layout: Layout,
  dataBytes: number,
  decode: Decode,
): WavFile {
  const { sampleRate, channels, dataOffset, blockBytes } = layout;
  const codec = codecOf(layout.codec, channels, blockBytes);
  const blocks = Math.floor(dataBytes / codec.bytesPerBlock);
  const blockPcm = codec.samplesPerBlock * channels * 2;
  const pcmBytes = blocks * blockPcm;
  const inBlocks = (seconds: number) => Math.ceil((seconds * sampleRate) / codec.samplesPerBlock);
  const stepBlocks = inBlocks(stepSeconds);
  /** What the decoder knew before a block, by the block's number; grows with what has been decoded from the start. */
  const checkpoints = new Map<number, Int32Array>();
  const checkpointEvery = Math.ceil(inBlocks(checkpointSeconds) / stepBlocks) * stepBlocks;

  /** Nothing is remembered between the steps but the decoder's state. */
  async function step(first: number, blocks: number, state: Int32Array, into?: Int16Array): Promise<Decoded> {
    const offset = dataOffset + first * codec.bytesPerBlock;
    const encoded = await source.read(offset, blocks * codec.bytesPerBlock);
    return await decode({ codec: layout.codec, channels, blockBytes, state, encoded, blocks, into });
  }

  /** `isLookedAt`: the memory of each piece becomes the next one's. */
  async function* pcm(
    from: number,
    to: number,
    isLookedAt = false,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    let spare: Int16Array | undefined;
    if (from >= to) return;
    const first = Math.floor(from / blockPcm);
    const start = codec.stateful ? nearest(codec, first) : { block: first, exact: false };
    let state = checkpoints.get(start.block) ?? new Int32Array(0);
    for (let block = start.block; block * blockPcm < to; ) {
      if (start.exact && block % checkpointEvery === 0 && !checkpoints.has(block))
        checkpoints.set(block, state);
      // Steps end where checkpoints are, and where the place asked for begins.
      const boundary = (Math.floor(block / stepBlocks) + 1) * stepBlocks;
      const end = Math.min(boundary, blocks, block < first ? first : blocks);
      const decoded = await step(block, end - block, state, spare);
      state = decoded.state;
      if (end > first) {
        const at = block * blockPcm;
        yield bytesOf(decoded.samples).subarray(Math.max(0, from - at), Math.min(to, end * blockPcm) - at);
      }
      if (isLookedAt) spare = decoded.samples;
      block = end;
    }
  }

  /** Where to start decoding so that `block` comes out right: exactly, or as good as, after a pre-roll from nothing. */
  function nearest({ samplesPerBlock }: Codec, block: number): { block: number; exact: boolean } {
    for (let at = block - (block % checkpointEvery); at >= 0; at -= checkpointEvery) {
      const isKnown = at === 0 || checkpoints.has(at);
      if (isKnown && ((block - at) * samplesPerBlock) / sampleRate <= exactSeekSeconds)
        return { block: at, exact: true };
      if (isKnown) break;
    }
    return { block: Math.max(0, block - inBlocks(preRollSeconds)), exact: false };
  }

  function under(header: Uint8Array): Pick<WavFile, 'length' | 'read'> {
    return {
      length: header.length + pcmBytes,
      async *read(from, to) {
        if (from < header.length) yield header.subarray(from, to);
        yield* pcm(Math.max(0, from - header.length), Math.min(to - header.length, pcmBytes));
      },
    };
  }

  return {
    ...under(wavHeader(sampleRate, channels, pcmBytes)),
    seconds: pcmBytes / (sampleRate * channels * 2),
    sampleRate,
    channels,
    look: () => pcm(0, pcmBytes, true),
    async glance(at, seconds) {
      const first = Math.min(Math.floor((at * sampleRate) / codec.samplesPerBlock), blocks - 1);
      const { samples } = await step(first, Math.min(inBlocks(seconds), blocks - first), new Int32Array(0));
      return samples;
    },
    under,
  };
}

function bytesOf(samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  if (littleEndian) return bytes;
  return bytes.map((_, at) => bytes[at ^ 1] as number);
}
