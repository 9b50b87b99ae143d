/** Of a window whose level is measured. */
export const windowSeconds = 0.05;
/** A block of EBU R128 (Tech 3341: 400 ms, overlapping by three quarters), in windows. */
const blockWindows = 8;
const blockStep = 2;

const squareOf = (decibels: number): number => 10 ** (decibels / 10);
const decibelsOf = (square: number): number => 10 * Math.log10(square);

/** Gates: what is below is no speech and does not count (EBU R128 and ITU-R BS.1770-4). */
const absoluteGate = squareOf(-70);
const relativeGate = squareOf(-10);
/** Where all recordings are brought to: EBU R128's level. */
const target = -23;
/** Further, and a line's hiss is a storm; softer is seldom needed. */
const mostGain = 20;
const leastGain = -12;
/** Left below full scale: what is between the samples may be louder than they are. */
const headroom = 0.89;

/**
 * How loud the speech in it is, in decibels below full scale: the gated mean of EBU R128, without its weighting of frequencies, which
 * hardly differs within a telephone's band. `null`: nobody speaks. `levels`: mean squares of windows, 1 at full scale.
 */
export function loudnessOf(levels: Float64Array): number | null {
  const blocks: number[] = [];
  const length = Math.min(blockWindows, levels.length);
  for (let from = 0; from + length <= levels.length && length > 0; from += blockStep) {
    let sum = 0;
    for (let at = from; at < from + length; at++) sum += levels[at] as number;
    if (sum / length > absoluteGate) blocks.push(sum / length);
  }
  if (blocks.length === 0) return null;
  const floor = mean(blocks) * relativeGate;
  return decibelsOf(mean(blocks.filter((block) => block > floor)));
}

/** What samples are multiplied by so that recordings are as loud as each other. Never so much that one of them is cut off. */
export function evenGain(levels: Float64Array, peak: number): number {
  const loudness = loudnessOf(levels);
  if (loudness === null || peak === 0) return 1;
  const wanted = 10 ** (Math.max(leastGain, Math.min(mostGain, target - loudness)) / 20);
  return wanted <= 1 ? wanted : Math.max(1, Math.min(wanted, headroom / peak));
}

/** So much softer than the speech is silence: a breath and a line's noise, and not the end of a word. */
const belowSpeech = 20;
/** What stays of a silence at either end: words begin and end softly. */
const kept = 0.25;
/** Shorter ones are pauses of speech. */
const shortest = 1;

/** Where nobody speaks, as seconds from the start, that are worth skipping: all of it, where nobody does. What stays before and behind is not among them. */
export function silencesOf(levels: Float64Array, seconds: number): [from: number, to: number][] {
  const loudness = loudnessOf(levels);
  if (loudness === null) return seconds < shortest ? [] : [[0, hundredths(seconds)]];
  const threshold = squareOf(loudness - belowSpeech);
  const found: [number, number][] = [];
  for (let at = 0; at < levels.length; ) {
    const first = at;
    while (at < levels.length && (levels[at] as number) < threshold) at++;
    if (at > first) {
      const from = first === 0 ? 0 : first * windowSeconds + kept;
      const to = at === levels.length ? seconds : at * windowSeconds - kept;
      if (to - from >= shortest) found.push([hundredths(from), hundredths(to)]);
    }
    at++;
  }
  return found;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const hundredths = (value: number): number => Math.round(value * 100) / 100;
