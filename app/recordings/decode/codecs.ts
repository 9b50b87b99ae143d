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

/** Bytes of one sample of one channel, and how it is read. */
const bySample: Readonly<Partial<Record<CodecName, readonly [number, () => Decoder]>>> = {
  'pcm-u8': [1, createPcmU8],
  'pcm-s16': [2, createPcmS16],
  'pcm-s24': [3, createPcmS24],
  'pcm-s32': [4, createPcmS32],
  'float-32': [4, createFloat32],
  'float-64': [8, createFloat64],
  'a-law': [1, createALaw],
  'mu-law': [1, createMuLaw],
};

/** Bytes and samples of a block of the codecs that pack several samples together; they carry one channel only. */
const byBlock: Readonly<Partial<Record<CodecName, readonly [number, number, () => Decoder]>>> = {
  gsm: [rawFrameBytes, 160, createGsm],
  'gsm-wav49': [wav49BlockBytes, 320, createGsmWav49],
  g722: [1, 2, createG722],
};

export function codecOf(name: CodecName, channels: number): Codec {
  const block = byBlock[name];
  if (block) {
    const [bytesPerBlock, samplesPerBlock, create] = block;
    return { name, bytesPerBlock, samplesPerBlock, stateful: true, create };
  }
  const sample = bySample[name];
  if (!sample) throw new Error(`no decoder for ${name}`);
  const [bytes, create] = sample;
  return { name, bytesPerBlock: bytes * channels, samplesPerBlock: 1, stateful: false, create };
}
