import { setImmediate as turn } from 'node:timers/promises';
import { type CodecName, codecOf } from './codecs.ts';
import type { Decoder } from './decoder.ts';

/** Whole blocks to be decoded, and what the codec remembered before them (`Decoder.save`). */
export interface Step {
  readonly codec: CodecName;
  readonly channels: number;
  /** As `Layout` has it. */
  readonly blockBytes?: number | undefined;
  readonly state: Int32Array;
  readonly encoded: Uint8Array;
  /** Blocks that were asked for; where `encoded` holds fewer, silence takes their place. */
  readonly blocks: number;
  /** Samples of a step before that nobody needs any more: it is taken, and written over where it is as long. */
  readonly into?: Int16Array | undefined;
}

export interface Decoded {
  /** Interleaved. */
  readonly samples: Int16Array;
  readonly state: Int32Array;
}

/** Decodes one step, somewhere: everything that it needs goes along, so that any thread can take any step. */
export type Decode = (step: Step) => Promise<Decoded>;

/** Decoders are made once per thread and kept: `restore` makes of each what it has to be. */
export function createStepper(): (step: Step) => Decoded {
  const decoders = new Map<string, Decoder>();
  return ({ codec: name, channels, blockBytes, state, encoded, blocks, into }) => {
    const codec = codecOf(name, channels, blockBytes);
    const key = `${name} ${channels} ${blockBytes}`;
    const decoder = decoders.get(key) ?? codec.create();
    decoders.set(key, decoder);
    decoder.restore(state);
    const length = blocks * codec.samplesPerBlock * channels;
    const samples = into?.length === length ? into.fill(0) : new Int16Array(length);
    decoder.decode(encoded.subarray(0, encoded.length - (encoded.length % codec.bytesPerBlock)), samples);
    return { samples, state: decoder.save() };
  };
}

/** On the thread of whoever calls, with a turn of the event loop after each step. */
export function decodeHere(): Decode {
  const step = createStepper();
  return async (work) => {
    const decoded = step(work);
    await turn();
    return decoded;
  };
}
