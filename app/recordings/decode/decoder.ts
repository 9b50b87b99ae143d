/**
 * Turns whole blocks of a codec into 16-bit samples. Synchronous and without input or output of its own, so that it
 * runs wherever the time is: in the main process in small steps, in a worker, in a benchmark.
 */
export interface Decoder {
  /** `input` holds whole blocks; `output` takes `blocks × samplesPerBlock × channels` samples, interleaved. */
  decode(input: Uint8Array, output: Int16Array): void;
  /** What the codec remembers of the past; empty for codecs that remember nothing. */
  save(): Int32Array;
  /** Takes what `save` gave; an empty state is the one at the start of a file. */
  restore(state: Int32Array): void;
}

export interface Codec {
  /** As people who know formats call it. */
  readonly title: string;
  readonly bytesPerBlock: number;
  /** Samples of one channel. */
  readonly samplesPerBlock: number;
  /** A block means nothing without those before it. */
  readonly stateful: boolean;
  create(): Decoder;
}

/** Little-endian on disk; written by hand where the processor is not (`Int16Array` has the processor's order). */
export const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const none = new Int32Array(0);

/** A decoder without a memory. */
export function stateless(decode: Decoder['decode']): Decoder {
  return { decode, save: () => none, restore: () => undefined };
}
