import { type Decoder, stateless } from './decoder.ts';

/**
 * Four bits a sample, in blocks that each begin anew (Microsoft, "New Multimedia Data Types and Data Techniques", 1994). By hand: small tables, and
 * what npm has decodes whole files at once.
 */

/** How the number of samples of one channel goes by the bytes of a block. */
export const imaSamples = (bytes: number, channels: number): number => (bytes / channels - 4) * 2 + 1;
export const msSamples = (bytes: number, channels: number): number => (bytes / channels - 7) * 2 + 2;

const steps = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97,
  107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724,
  796, 876, 963, 1_060, 1_166, 1_282, 1_411, 1_552, 1_707, 1_878, 2_066, 2_272, 2_499, 2_749, 3_024, 3_327,
  3_660, 4_026, 4_428, 4_871, 5_358, 5_894, 6_484, 7_132, 7_845, 8_630, 9_493, 10_442, 11_487, 12_635, 13_899,
  15_289, 16_818, 18_500, 20_350, 22_385, 24_623, 27_086, 29_794, 32_767,
] as const;
const stepChange = [-1, -1, -1, -1, 2, 4, 6, 8] as const;

const bounded = (sample: number): number => Math.max(-32_768, Math.min(32_767, sample));

/** IMA (DVI) ADPCM as WAV files hold it: four bytes of each channel in turn, the lower half of a byte first. */
export function createIma(channels: number, blockBytes: number): Decoder {
  const perBlock = imaSamples(blockBytes, channels);
  return stateless((input, output) => {
    const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    for (let block = 0, out = 0; block < input.length; block += blockBytes, out += perBlock * channels) {
      for (let channel = 0; channel < channels; channel++) {
        let sample = view.getInt16(block + 4 * channel, true);
        let index = Math.min(88, input[block + 4 * channel + 2] as number);
        let at = out + channel;
        output[at] = sample;
        for (
          let group = block + 4 * channels + 4 * channel;
          group < block + blockBytes;
          group += 4 * channels
        ) {
          for (let half = 0; half < 8; half++) {
            const code = ((input[group + (half >> 1)] as number) >> (4 * (half & 1))) & 15;
            const step = steps[index] as number;
            let change = step >> 3;
            if (code & 4) change += step;
            if (code & 2) change += step >> 1;
            if (code & 1) change += step >> 2;
            sample = bounded(code & 8 ? sample - change : sample + change);
            index = Math.max(0, Math.min(88, index + (stepChange[code & 7] as number)));
            at += channels;
            output[at] = sample;
          }
        }
      }
    }
  });
}

const adaptation = [230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230] as const;
/** The seven pairs that every file has; others may follow them in its header, and no writer does that. */
export const msCoefficients = [
  [256, 0],
  [512, -256],
  [0, 0],
  [192, 64],
  [240, 0],
  [460, -208],
  [392, -232],
] as const;

/** Microsoft's ADPCM: the channels' codes in turn, the upper half of a byte first. */
export function createMs(channels: number, blockBytes: number): Decoder {
  const perBlock = msSamples(blockBytes, channels);
  return stateless((input, output) => {
    const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    const word = (at: number): number => view.getInt16(at, true);
    for (let block = 0, out = 0; block < input.length; block += blockBytes, out += perBlock * channels) {
      const voices = Array.from({ length: channels }, (_, channel) => {
        const at = block + channels + 2 * channel;
        const [first, second] = msCoefficients[input[block + channel] as number] ?? [0, 0];
        const voice = {
          first,
          second,
          delta: word(at),
          last: word(at + 2 * channels),
          before: word(at + 4 * channels),
        };
        output[out + channel] = voice.before;
        output[out + channels + channel] = voice.last;
        return voice;
      });
      let at = out + 2 * channels;
      for (let from = block + 7 * channels; from < block + blockBytes; from++) {
        const byte = input[from] as number;
        for (const code of [byte >> 4, byte & 15]) {
          const voice = voices[(at - out) % channels] as (typeof voices)[number];
          const predicted = (voice.last * voice.first + voice.before * voice.second) >> 8;
          const sample = bounded(predicted + (code & 8 ? code - 16 : code) * voice.delta);
          voice.delta = Math.max(16, ((adaptation[code] as number) * voice.delta) >> 8);
          voice.before = voice.last;
          voice.last = sample;
          output[at++] = sample;
        }
      }
    }
  });
}
