import type { Codec, Decoder } from './decoder.ts';
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

/** As people who know formats call it, bytes and samples of a block, and how it is decoded. */
type Packing = readonly [title: string, bytes: number, samples: number, create: () => Decoder];

/** Of one sample of one channel each. */
const plain = {
  'pcm-u8': ['PCM', 1, 1, createPcmU8],
  'pcm-s16': ['PCM', 2, 1, createPcmS16],
  'pcm-s24': ['PCM', 3, 1, createPcmS24],
  'pcm-s32': ['PCM', 4, 1, createPcmS32],
  'float-32': ['PCM', 4, 1, createFloat32],
  'float-64': ['PCM', 8, 1, createFloat64],
  'a-law': ['A-law', 1, 1, createALaw],
  'mu-law': ['µ-law', 1, 1, createMuLaw],
} as const satisfies Readonly<Record<string, Packing>>;

/** Several samples are packed together, each block goes by the one before, and there is one channel only. */
const packed = {
  gsm: ['GSM', rawFrameBytes, 160, createGsm],
  'gsm-wav49': ['GSM', wav49BlockBytes, 320, createGsmWav49],
  g722: ['G.722', 1, 2, createG722],
} as const satisfies Readonly<Record<string, Packing>>;

const packings = { ...plain, ...packed };
export type CodecName = keyof typeof packings;

export function codecOf(name: CodecName, channels: number): Codec {
  const [title, bytes, samplesPerBlock, create] = packings[name];
  const stateful = name in packed;
  return { title, bytesPerBlock: stateful ? bytes : bytes * channels, samplesPerBlock, stateful, create };
}
