import { createIma, createMs, imaSamples, msSamples } from './adpcm.ts';
import type { Codec, Decoder } from './decoder.ts';
import { createALaw, createMuLaw } from './g711.ts';
import { createG722 } from './g722.ts';
import { createGsm, createGsmWav49 } from './gsm.ts';
import { rawFrameBytes, wav49BlockBytes } from './gsm-bits.ts';
import {
  createFloat32,
  createFloat64,
  createPcmS8,
  createPcmS16,
  createPcmS24,
  createPcmS32,
  createPcmU8,
  turned,
} from './pcm.ts';

/** As people who know formats call it, bytes and samples of a block, and how it is decoded. */
type Packing = readonly [title: string, bytes: number, samples: number, create: () => Decoder];

/** Of one sample of one channel each. */
const plain = {
  'pcm-u8': ['PCM', 1, 1, createPcmU8],
  'pcm-s8': ['PCM', 1, 1, createPcmS8],
  'pcm-s16': ['PCM', 2, 1, createPcmS16],
  'pcm-s24': ['PCM', 3, 1, createPcmS24],
  'pcm-s32': ['PCM', 4, 1, createPcmS32],
  'float-32': ['PCM', 4, 1, createFloat32],
  'float-64': ['PCM', 8, 1, createFloat64],
  'pcm-s16be': ['PCM', 2, 1, turned(2, createPcmS16)],
  'pcm-s24be': ['PCM', 3, 1, turned(3, createPcmS24)],
  'pcm-s32be': ['PCM', 4, 1, turned(4, createPcmS32)],
  'float-32be': ['PCM', 4, 1, turned(4, createFloat32)],
  'float-64be': ['PCM', 8, 1, turned(8, createFloat64)],
  'a-law': ['A-law', 1, 1, createALaw],
  'mu-law': ['µ-law', 1, 1, createMuLaw],
} as const satisfies Readonly<Record<string, Packing>>;

/** Several samples are packed together, each block goes by the one before, and there is one channel only. */
const packed = {
  gsm: ['GSM', rawFrameBytes, 160, createGsm],
  'gsm-wav49': ['GSM', wav49BlockBytes, 320, createGsmWav49],
  g722: ['G.722', 1, 2, createG722],
} as const satisfies Readonly<Record<string, Packing>>;

type SamplesOf = (bytes: number, channels: number) => number;
type Blocked = readonly [
  title: string,
  samples: SamplesOf,
  create: (channels: number, bytes: number) => Decoder,
];

/** In blocks as long as the file's header says, each of which stands for itself. */
const blocked = {
  'ima-adpcm': ['IMA ADPCM', imaSamples, createIma],
  'ms-adpcm': ['MS ADPCM', msSamples, createMs],
} as const satisfies Readonly<Record<string, Blocked>>;

const packings: Readonly<Record<keyof typeof plain | keyof typeof packed, Packing>> = { ...plain, ...packed };
export type CodecName = keyof typeof plain | keyof typeof packed | keyof typeof blocked;

const isBlocked = (name: CodecName): name is keyof typeof blocked => name in blocked;

/** `blockBytes`: of the codecs whose blocks are as long as a header says. */
export function codecOf(name: CodecName, channels: number, blockBytes = 0): Codec {
  if (isBlocked(name)) {
    const [title, samples, create] = blocked[name];
    return {
      title,
      bytesPerBlock: blockBytes,
      samplesPerBlock: samples(blockBytes, channels),
      stateful: false,
      create: () => create(channels, blockBytes),
    };
  }
  const [title, bytes, samplesPerBlock, create] = packings[name];
  const stateful = name in packed;
  return { title, bytesPerBlock: stateful ? bytes : bytes * channels, samplesPerBlock, stateful, create };
}
