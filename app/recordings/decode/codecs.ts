import type { Codec, CodecName, Decoder } from './decoder.ts';
import { createALaw, createMuLaw } from './g711.ts';
import { createG722 } from './g722.ts';
import { createGsm, createGsmWav49 } from './gsm.ts';
import { rawFrameBytes, wav49BlockBytes } from './gsm-bits.ts';
import {
  createFloat32,
  createFloat64,
  createPcmS16,
  createPcmS24,
  createPcmS32,
  createPcmU8,
} from './pcm.ts';

interface Packing {
  readonly bytes: number;
  readonly samples: number;
  /** Several samples are packed together, each block goes by the one before, and there is one channel only. */
  readonly packed: boolean;
  readonly create: () => Decoder;
}

const sample = (bytes: number, create: () => Decoder): Packing => ({
  bytes,
  samples: 1,
  packed: false,
  create,
});
const block = (bytes: number, samples: number, create: () => Decoder): Packing => ({
  bytes,
  samples,
  packed: true,
  create,
});

const packings: Readonly<Record<CodecName, Packing>> = {
  'pcm-u8': sample(1, createPcmU8),
  'pcm-s16': sample(2, createPcmS16),
  'pcm-s24': sample(3, createPcmS24),
  'pcm-s32': sample(4, createPcmS32),
  'float-32': sample(4, createFloat32),
  'float-64': sample(8, createFloat64),
  'a-law': sample(1, createALaw),
  'mu-law': sample(1, createMuLaw),
  gsm: block(rawFrameBytes, 160, createGsm),
  'gsm-wav49': block(wav49BlockBytes, 320, createGsmWav49),
  g722: block(1, 2, createG722),
};

export function codecOf(name: CodecName, channels: number): Codec {
  const { bytes, samples, packed, create } = packings[name];
  const bytesPerBlock = packed ? bytes : bytes * channels;
  return { name, bytesPerBlock, samplesPerBlock: samples, stateful: packed, create };
}
