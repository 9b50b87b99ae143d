import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measure } from '../../../app/recordings/measure.ts';
import { sketch } from '../../../app/recordings/sketch.ts';
import { folder, wavOf } from './reference.ts';

const signal = new AbortController().signal;

/** Three seconds loud, three seconds soft, on each side at another time. */
function made(name: string, how: readonly string[]): Uint8Array {
  const file = path.join(folder(), name);
  const level = (loudAt: number) => `0.02+0.38*lt(mod(t+${loudAt}\\,6)\\,3)`;
  const wave = (loudAt: number) => `sin(2*PI*300*t)*(${level(loudAt)})`;
  const sound = `aevalsrc=${wave(0)}|${wave(3)}:s=8000:d=72`;
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', sound, ...how, file]);
  return readFileSync(file);
}

test.each([
  ['two.wav', ['-c:a', 'pcm_s16le']],
  ['line.ulaw', ['-ac', '1', '-af', 'pan=mono|c0=c0', '-f', 'mulaw']],
  ['call.gsm', ['-af', 'pan=mono|c0=c0', '-c:a', 'libgsm']],
  ['wide.g722', ['-af', 'pan=mono|c0=c0', '-ar', '16000', '-c:a', 'g722', '-f', 'g722']],
])('a first look at a long recording is like the one at all of it: %s', async (name, how) => {
  const wav = wavOf(made(name, how), name);
  const rough = await sketch(wav, 24, signal);
  const { sides } = await measure(wav, 24, signal);
  expect(rough).toHaveLength(sides.length);
  for (const [side, peaks] of rough.entries())
    for (const [part, peak] of peaks.entries()) {
      // Where it changes, the one before is heard in the one after, once all of it is decoded.
      expect(peak).toBeLessThanOrEqual((sides[side]?.[part] ?? 0) + 0.05);
      expect(peak > 0.2, `${side} ${part}`).toBe(part % 2 === side % 2);
    }
});

test('one that is shorter than its parts is looked at as well, and one that is closed no longer', async () => {
  const wav = wavOf(made('two.wav', ['-t', '0.01', '-c:a', 'pcm_s16le']), 'two.wav');
  expect((await sketch(wav, 1_000, signal))[0]).toHaveLength(1_000);
  const over = new AbortController();
  over.abort();
  await expect(sketch(wav, 10, over.signal)).rejects.toThrow();
});
