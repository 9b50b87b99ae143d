import type { Decoder } from './decoder.ts';

/**
 * ITU-T G.722 at 64 kbit/s (mode 1), decoder only: what Asterisk writes. After clauses 5 (quadrature mirror filter)
 * and 6 (the two sub-bands); functions and names follow the Recommendation's sub-blocks. No decoder on npm could be
 * found.
 *
 * All sums saturate at 16 bits; products of two 16-bit values are shifted down by 15, as the Recommendation's
 * operators are defined (clause 6.2, notes on notation).
 */

/** Table 11/G.722, the receive filter's coefficients H0 … H11 in the order of the even taps. */
const filter = Int16Array.of(3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11);

/** Inverse quantizer of 6 bits for the output (INVQBL, table of QQ6 with its signs). */
const outputLevels = Int16Array.of(
  ...[-136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192],
  ...[-10232, -9360, -8576, -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576],
  ...[-3168, -2776, -2400, -2032, -1688, -1360, -1040, -728, 24808, 21904, 19008, 16704],
  ...[14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456],
  ...[4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728],
  ...[432, 136, -432, -136],
);
/** Of 4 bits for the adaptation, which must not depend on the two bits that data may take away (INVQAL, QQ4). */
const adaptationLevels = Int16Array.of(
  ...[0, -20456, -12896, -8968, -6288, -4240, -2584, -1200],
  ...[20456, 12896, 8968, 6288, 4240, 2584, 1200, 0],
);
/** Of 2 bits for the higher sub-band (INVQAH, QQ2). */
const higherLevels = Int16Array.of(-7408, -1616, 7408, 1616);

/** LOGSCL: WL by way of RL42, for each 4-bit code. */
const lowerSteps = Int16Array.of(
  ...[-60, 3042, 1198, 538, 334, 172, 58, -30],
  ...[3042, 1198, 538, 334, 172, 58, -30, -60],
);
/** LOGSCH: WH by way of RH2, for each 2-bit code. */
const higherSteps = Int16Array.of(798, -214, 798, -214);

/** SCALEL, SCALEH: 2048 × 2^(i/32), ILB of the Recommendation. */
const antilog = Int16Array.of(
  ...[2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834],
  ...[2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008],
);

function saturate(value: number): number {
  return Math.max(-32_768, Math.min(32_767, value));
}

/** LIMIT: a reconstructed sub-band signal has 15 bits. */
function limit(value: number): number {
  return Math.max(-16_384, Math.min(16_383, value));
}

function product(a: number, b: number): number {
  return Math.imul(a, b) >> 15;
}

/** One sub-band's memory and its adaptive predictor. */
class Band {
  /** Signal estimate, and the part of it that the zeros give (SL, SZL; SH, SZH). */
  estimate = 0;
  private zeroEstimate = 0;
  /** Logarithmic and linear scale factor (NBL, DETL; NBH, DETH). */
  private logScale = 0;
  scale: number;

  private readonly zeros = new Int16Array(7);
  private readonly differences = new Int16Array(7);
  private pole1 = 0;
  private pole2 = 0;
  private partial1 = 0;
  private partial2 = 0;
  private reconstructed1 = 0;

  constructor(
    private readonly firstScale: number,
    private readonly largest: number,
    private readonly shift: number,
  ) {
    this.scale = firstScale;
  }

  /** LOGSCL and SCALEL, or LOGSCH and SCALEH. */
  rescale(step: number): void {
    const log = (Math.imul(this.logScale, 127) >> 7) + step;
    this.logScale = Math.max(0, Math.min(this.largest, log));
    const value = antilog[(this.logScale >> 6) & 31] as number;
    const down = this.shift - (this.logScale >> 11);
    this.scale = (down < 0 ? value << -down : value >> down) << 2;
  }

  /** Block 4 of either sub-band: with a new quantized difference, the next estimate. */
  predict(difference: number): void {
    const { zeros, differences } = this;
    const reconstructed = saturate(this.estimate + difference); // RECONS
    const partial = saturate(this.zeroEstimate + difference); // PARREC
    const same1 = partial < 0 === this.partial1 < 0;
    const same2 = partial < 0 === this.partial2 < 0;

    // UPPOL2
    const scaled = saturate(this.pole1 << 2);
    const turned = same1 ? saturate(-scaled) : scaled;
    const sum = (turned >> 7) + (same2 ? 128 : -128) + product(this.pole2, 32_512);
    const pole2 = Math.max(-12_288, Math.min(12_288, sum));
    // UPPOL1
    const bound = saturate(15_360 - pole2);
    const moved = saturate((same1 ? 192 : -192) + product(this.pole1, 32_640));
    const pole1 = Math.max(-bound, Math.min(bound, moved));

    // UPZERO and DELAYA, then FILTEZ over what they leave.
    const gain = difference === 0 ? 0 : 128;
    differences[0] = difference;
    let zeroSum = 0;
    for (let i = 6; i >= 1; i--) {
      const sameSign = (differences[i] as number) < 0 === difference < 0;
      const zero = saturate((sameSign ? gain : -gain) + product(zeros[i] as number, 32_640));
      const delayed = differences[i - 1] as number;
      zeros[i] = zero;
      differences[i] = delayed;
      zeroSum += product(zero, saturate(delayed + delayed));
    }
    this.zeroEstimate = saturate(zeroSum);

    // FILTEP
    const first = product(pole1, saturate(reconstructed + reconstructed));
    const second = product(pole2, saturate(this.reconstructed1 + this.reconstructed1));
    this.estimate = saturate(saturate(first + second) + this.zeroEstimate); // PREDIC

    this.pole1 = pole1;
    this.pole2 = pole2;
    this.partial2 = this.partial1;
    this.partial1 = partial;
    this.reconstructed1 = reconstructed;
  }

  save(into: Int32Array, at: number): void {
    into.set(
      [this.estimate, this.zeroEstimate, this.logScale, this.scale, this.pole1, this.pole2].concat(
        [this.partial1, this.partial2, this.reconstructed1],
        [...this.zeros],
        [...this.differences],
      ),
      at,
    );
  }

  /** `null`: the state at the start (clause 6.2, "RESET"): zeros, and the smallest scale factor. */
  restore(from: Int32Array | null): void {
    const state = from ?? new Int32Array(bandState).fill(this.firstScale, 3, 4);
    this.estimate = state[0] as number;
    this.zeroEstimate = state[1] as number;
    this.logScale = state[2] as number;
    this.scale = state[3] as number;
    this.pole1 = state[4] as number;
    this.pole2 = state[5] as number;
    this.partial1 = state[6] as number;
    this.partial2 = state[7] as number;
    this.reconstructed1 = state[8] as number;
    this.zeros.set(state.subarray(9, 16));
    this.differences.set(state.subarray(16, 23));
  }
}

const bandState = 23;
const taps = 24;

export function createG722(): Decoder {
  const lower = new Band(32, 18_432, 8);
  const higher = new Band(8, 22_528, 10);
  /**
   * Sums and differences of the sub-bands, in turn; the last `taps` before `newest` count. Longer than that, so that
   * they are moved now and then and not for each byte.
   */
  const history = new Int16Array(taps + 1_024);
  let newest = taps;

  function decodeByte(code: number, output: Int16Array, at: number): void {
    const low = code & 0x3f;
    const coarse = low >> 2;
    const rlow = limit(lower.estimate + product(lower.scale, outputLevels[low] as number)); // INVQBL
    const dlow = product(lower.scale, adaptationLevels[coarse] as number); // INVQAL
    lower.rescale(lowerSteps[coarse] as number);
    lower.predict(dlow);

    const high = code >> 6;
    const dhigh = product(higher.scale, higherLevels[high] as number); // INVQAH
    const rhigh = limit(higher.estimate + dhigh);
    higher.rescale(higherSteps[high] as number);
    higher.predict(dhigh);

    // RECA, RECB, ACCUMC, ACCUMD, SELECT (clause 5.2.2).
    if (newest === history.length) {
      history.copyWithin(0, newest - taps);
      newest = taps;
    }
    history[newest] = rlow + rhigh;
    history[newest + 1] = rlow - rhigh;
    newest += 2;
    const oldest = newest - taps;
    let even = 0;
    let odd = 0;
    for (let tap = 0; tap < 12; tap++) {
      even += Math.imul(history[oldest + 2 * tap] as number, filter[tap] as number);
      odd += Math.imul(history[oldest + 2 * tap + 1] as number, filter[11 - tap] as number);
    }
    output[at] = saturate(odd >> 11);
    output[at + 1] = saturate(even >> 11);
  }

  return {
    decode(input, output) {
      for (let from = 0; from < input.length; from++) decodeByte(input[from] as number, output, 2 * from);
    },
    save() {
      const state = new Int32Array(2 * bandState + taps);
      lower.save(state, 0);
      higher.save(state, bandState);
      state.set(history.subarray(newest - taps, newest), 2 * bandState);
      return state;
    },
    restore(state) {
      const start = state.length === 0;
      lower.restore(start ? null : state.subarray(0, bandState));
      higher.restore(start ? null : state.subarray(bandState, 2 * bandState));
      newest = taps;
      history.fill(0, 0, taps);
      if (!start) history.set(state.subarray(2 * bandState));
    },
  };
}
