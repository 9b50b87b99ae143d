import { type Decoder, littleEndian, stateless } from './decoder.ts';

/**
 * Linear samples of every width to 16 bits. Wider ones are rounded, not cut: cutting shifts everything by half a step
 * and is heard as noise in quiet passages. Not dithered: the same file gives the same samples each time.
 */

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Samples of another order of bytes, as a decoder of the usual one has them. */
export const turned = (width: number, create: () => Decoder) => (): Decoder => {
  const inner = create();
  return stateless((input, output) => {
    const bytes = new Uint8Array(input.length);
    for (let at = 0; at < input.length; at++)
      bytes[at - (at % width) + width - 1 - (at % width)] = input[at] as number;
    inner.decode(bytes, output);
  });
};

/** Of AIFF and AU. */
export const createPcmS8 = (): Decoder =>
  stateless((input, output) => {
    for (let at = 0; at < input.length; at++) output[at] = (input[at] as number) << 8;
  });

/** 8-bit WAV samples are unsigned, all wider ones are signed (Microsoft, "New Multimedia Data Types", 1994). */
export const createPcmU8 = (): Decoder =>
  stateless((input, output) => {
    for (let at = 0; at < input.length; at++) output[at] = ((input[at] as number) - 128) << 8;
  });

export const createPcmS16 = (): Decoder =>
  stateless((input, output) => {
    if (littleEndian) {
      new Uint8Array(output.buffer, output.byteOffset, input.length).set(input);
      return;
    }
    const view = viewOf(input);
    for (let at = 0; at < output.length; at++) output[at] = view.getInt16(at * 2, true);
  });

export const createPcmS24 = (): Decoder =>
  stateless((input, output) => {
    for (let at = 0, from = 0; from < input.length; at++, from += 3) {
      const upper = (((input[from + 2] as number) << 24) >> 16) | (input[from + 1] as number);
      // The lower byte's highest bit is a half.
      const rounded = upper + ((input[from] as number) >> 7);
      output[at] = Math.min(rounded, 32_767);
    }
  });

export const createPcmS32 = (): Decoder =>
  stateless((input, output) => {
    const view = viewOf(input);
    for (let at = 0, from = 0; from < input.length; at++, from += 4) {
      const rounded = (view.getInt32(from, true) + 0x8000) / 0x10000;
      output[at] = rounded >= 32_768 ? 32_767 : Math.floor(rounded);
    }
  });

export const createFloat32 = (): Decoder => fromFloat(4, (view, at) => view.getFloat32(at, true));
export const createFloat64 = (): Decoder => fromFloat(8, (view, at) => view.getFloat64(at, true));

function fromFloat(width: number, get: (view: DataView, at: number) => number): Decoder {
  return stateless((input, output) => {
    const view = viewOf(input);
    for (let at = 0, from = 0; from < input.length; at++, from += width) {
      const value = Math.floor(get(view, from) * 32_768 + 0.5);
      // Files hold values above 1 and NaN; assigned to 16 bits unbounded they would wrap round to a loud crack.
      output[at] = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value || 0;
    }
  });
}
