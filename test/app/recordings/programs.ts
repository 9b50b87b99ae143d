import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Programs that others wrote, as the measure of what a decoder must give. Both are packages of Debian. */
function run(program: 'sox' | 'ffmpeg', args: readonly string[]): Buffer {
  return execFileSync(program, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] });
}

const sixteenBits = ['-t', 'raw', '-e', 'signed', '-b', '16', '-L', '-'];

/** `-D`: no dither, which is random; without it sox rounds. */
export function soxDecode(file: string, how: readonly string[] = []): Buffer {
  return run('sox', ['-D', ...how, file, ...sixteenBits]);
}

export function ffmpegDecode(file: string, how: readonly string[] = []): Buffer {
  return run('ffmpeg', ['-v', 'error', ...how, '-i', file, '-f', 's16le', '-']);
}

/** Loud and quiet, low and high, and noise: what no speech of a few seconds holds all of. */
export function soxMake(file: string, format: readonly string[], seconds = 4): void {
  const sound = [
    'synth',
    `${seconds}`,
    'sine',
    '80-3900',
    'synth',
    'pinknoise',
    'mix',
    'tremolo',
    '0.7',
    '95',
  ];
  run('sox', ['-R', '-D', '-n', ...format, file, ...sound]);
}

export function ffmpegMake(from: string, to: string, how: readonly string[]): void {
  run('ffmpeg', ['-v', 'error', '-y', '-i', from, ...how, to]);
}

/** How the reference is told what a headerless file holds. */
const rawAs: Readonly<Record<string, readonly string[]>> = {
  '.gsm': ['-t', 'gsm'],
  '.ulaw': ['-t', 'ul', '-r', '8000', '-c', '1'],
  '.alaw': ['-t', 'al', '-r', '8000', '-c', '1'],
  '.sln': ['-t', 's16', '-r', '8000', '-c', '1', '-L'],
  '.sln16': ['-t', 's16', '-r', '16000', '-c', '1', '-L'],
  '.sln48': ['-t', 's16', '-r', '48000', '-c', '1', '-L'],
};

/** What others make of a file as a PBX writes it: 16-bit samples without a header. */
export function reference(file: string): Buffer {
  const ending = path.extname(file);
  return ending === '.g722' ? ffmpegDecode(file, ['-f', 'g722']) : soxDecode(file, rawAs[ending] ?? []);
}
