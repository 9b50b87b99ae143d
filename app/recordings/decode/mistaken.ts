import { type CodecName, codecOf } from './codecs.ts';

/** Of one byte or two a sample, and a voice in any of them is noise in most others. */
const plain = ['mu-law', 'a-law', 'pcm-s16'] as const satisfies readonly CodecName[];

/** From one sample to the next a voice changes little, and noise as it likes: 1 and 0. A voice has 0.8 to 0.95. */
function smoothness(codec: CodecName, bytes: Uint8Array): number {
  const { bytesPerBlock, samplesPerBlock, create } = codecOf(codec, 1);
  const blocks = Math.floor(bytes.length / bytesPerBlock);
  const samples = new Int16Array(blocks * samplesPerBlock);
  create().decode(bytes.subarray(0, blocks * bytesPerBlock), samples);
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  let [together, alone, before] = [0, 0, 0];
  for (const sample of samples) {
    const height = sample - mean;
    together += before * height;
    alone += height * height;
    before = height;
  }
  // Silence is neither.
  return alone < samples.length * quietest ** 2 ? Number.NaN : together / alone;
}

/** Below it, what is heard is the codec's own noise. */
const quietest = 100;
/** By how much a voice is smoother than what its bytes are in another codec: 0.35 at least. The two laws, 0.2 apart, are not told by it. */
const apart = 0.25;
const smooth = 0.8;

/** Whether raw samples are a voice in another codec, and as what their name says they are noise. `false`: nobody knows. */
export function isOtherCodec(bytes: Uint8Array, named: CodecName): boolean {
  const own = smoothness(named, bytes);
  return plain.some((other) => {
    if (other === named) return false;
    const so = smoothness(other, bytes);
    return so > smooth && own < so - apart;
  });
}
