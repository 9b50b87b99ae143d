import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodecName } from '../../app/recordings/decode/codecs.ts';
import { codecOf } from '../../app/recordings/decode/codecs.ts';

export interface DecodeFigure {
  readonly name: string;
  /** Seconds of sound decoded in a second of one core. */
  readonly timesRealTime: number;
  /** The same of the reference, libgsm or ffmpeg's decoder in C, start of the program included. */
  readonly floorTimesRealTime: number;
  /** How many times as long as the floor. */
  readonly ratio: number;
  readonly aimTimesRealTime: number;
  readonly good: boolean;
}

interface Case {
  readonly name: string;
  readonly codec: CodecName;
  readonly sampleRate: number;
  readonly aim: number;
  readonly make: readonly string[];
  readonly reference: (file: string) => readonly [string, readonly string[]];
}

const seconds = 600;
const out = ['-t', 'raw', '-e', 'signed', '-b', '16', '/dev/null'];
const cases: readonly Case[] = [
  {
    name: 'GSM 06.10',
    codec: 'gsm',
    sampleRate: 8_000,
    aim: 300,
    make: ['sox', '-R', '-D', '-n', '-t', 'gsm', '-r', '8000', '-c', '1', 'FILE', 'synth', `${seconds}`],
    reference: (file) => ['sox', ['-D', '-t', 'gsm', file, ...out]],
  },
  {
    name: 'G.722',
    codec: 'g722',
    sampleRate: 16_000,
    // The ear listens to one second per second; what counts is that a seek and a waveform are soon there.
    aim: 100,
    make: [
      ...['ffmpeg', '-v', 'error', '-f', 'lavfi', '-i', `anoisesrc=r=16000:a=0.3:d=${seconds}`],
      ...['-c:a', 'g722', '-f', 'g722', 'FILE'],
    ],
    reference: (file) => [
      'ffmpeg',
      ['-v', 'error', '-f', 'g722', '-i', file, '-f', 's16le', '-y', '/dev/null'],
    ],
  },
];

/** Median of `rounds` alternating runs of ours and the floor, over ten minutes of sound. */
export function benchDecode(rounds = 5): DecodeFigure[] {
  const where = mkdtempSync(path.join(tmpdir(), 'bench-decode-'));
  try {
    return cases.map((one) => measure(one, where, rounds));
  } finally {
    rmSync(where, { recursive: true, force: true });
  }
}

function measure(
  { name, codec, sampleRate, aim, make, reference }: Case,
  where: string,
  rounds: number,
): DecodeFigure {
  const file = path.join(where, `sound.${codec}`);
  const [maker = '', ...how] = make.map((word) => (word === 'FILE' ? file : word));
  execFileSync(maker, maker === 'sox' ? [...how, 'sine', '80-3900', 'synth', 'pinknoise', 'mix'] : how);
  const encoded = readFileSync(file);
  const { bytesPerBlock, samplesPerBlock, create } = codecOf(codec, 1);
  // As the program decodes: half a second at a time.
  const step = Math.ceil(sampleRate / 2 / samplesPerBlock);
  const samples = new Int16Array(step * samplesPerBlock);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const decoder = create();
    for (let at = 0; at + step * bytesPerBlock <= encoded.length; at += step * bytesPerBlock)
      decoder.decode(encoded.subarray(at, at + step * bytesPerBlock), samples);
    ours.push(performance.now() - begin);
    const [program, args] = reference(file);
    const floorBegin = performance.now();
    execFileSync(program, args);
    floor.push(performance.now() - floorBegin);
  }
  const timesRealTime = (seconds * 1_000) / median(ours);
  const floorTimesRealTime = (seconds * 1_000) / median(floor);
  return {
    name,
    timesRealTime: Math.round(timesRealTime),
    floorTimesRealTime: Math.round(floorTimesRealTime),
    ratio: Math.round((floorTimesRealTime / timesRealTime) * 100) / 100,
    aimTimesRealTime: aim,
    good: timesRealTime >= aim,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(benchDecode());
