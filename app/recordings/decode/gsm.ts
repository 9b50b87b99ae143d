import type { Decoder } from './decoder.ts';
import { parameterCount, rawFrameBytes, unpackRaw, unpackWav49, wav49BlockBytes } from './gsm-bits.ts';

/**
 * GSM full rate (RPE-LTP, 13 kbit/s), decoder only, after ETSI EN 300 961 (GSM 06.10), clause 5: "computational
 * details", which is exact to the bit. No decoder on npm could be found. Names are the standard's.
 *
 * All values are 16 bits wide. `mult_r` of the standard saturates only for −32768 × −32768, which cannot happen here:
 * one factor is always a table's value or a reflection coefficient, and those end at ±32767.
 */

/** Table 5.1, columns "1/A", B and MIC: quantization of the log area ratios. */
const inverseA = Int16Array.of(13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708);
const offsetB = Int16Array.of(0, 0, 2048, -2560, 94, -1792, -341, -1144);
const minimum = Int16Array.of(-32, -32, -16, -16, -8, -8, -4, -4);
/** Table 5.3b: the levels of the LTP gain. */
const gains = Int16Array.of(3277, 11469, 21299, 32767);
/** Table 5.6: normalized direct mantissa, to undo the adaptive PCM. */
const mantissas = Int16Array.of(18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767);

const frame = 160;
const longestLag = 120;
/** Of the eight parts of the state, in the order in which `save` puts them. */
const stateLength = longestLag + 8 + 8 + 2;

function add(a: number, b: number): number {
  const sum = a + b;
  return Math.max(-32_768, Math.min(32_767, sum));
}

function multR(a: number, b: number): number {
  return (Math.imul(a, b) + 16_384) >> 15;
}

/** Clause 5.2.9.2: a log area ratio to a reflection coefficient, piece by piece. */
function reflection(lar: number): number {
  const size = lar === -32_768 ? 32_767 : Math.abs(lar);
  const value = size < 11_059 ? size << 1 : size < 20_070 ? size + 11_059 : add(size >> 2, 26_112);
  return lar < 0 ? -value : value;
}

class GsmFrames {
  /** The reconstructed short-term residual: what was, `longestLag` samples of it, and then the frame in work. */
  private readonly residual = new Int16Array(longestLag + frame);
  private readonly previousLar = new Int16Array(8);
  private readonly lattice = new Int16Array(9);
  private lag = 40;
  private deEmphasis = 0;

  private readonly lar = new Int16Array(8);
  private readonly coefficients = new Int16Array(8);

  /** Clause 5.3: one frame's parameters to 160 samples. */
  decode(parameters: Uint8Array, output: Int16Array, at: number): void {
    for (let sub = 0; sub < 4; sub++) this.excite(parameters, 8 + sub * 17, longestLag + sub * 40);
    this.decodeRatios(parameters);
    // Clause 5.2.9.1: ratios glide from the previous frame's over the first 40 samples.
    this.synthesize(0, 13, 2, 1, output, at);
    this.synthesize(13, 27, 1, 1, output, at);
    this.synthesize(27, 40, 1, 2, output, at);
    this.synthesize(40, frame, 0, 0, output, at);
    this.previousLar.set(this.lar);
    this.residual.copyWithin(0, frame);
  }

  /** Clauses 5.3.1 (5.2.16, 5.2.17: pulses on their grid) and 5.3.2: the long-term synthesis, for 40 samples. */
  private excite(parameters: Uint8Array, first: number, at: number): void {
    const { residual } = this;
    const sent = parameters[first] as number;
    // A lag out of bounds is an error of transmission: the last good one holds.
    if (sent >= 40 && sent <= longestLag) this.lag = sent;
    const gain = gains[parameters[first + 1] as number] as number;
    for (let k = at; k < at + 40; k++) residual[k] = multR(gain, residual[k - this.lag] as number);

    const maximum = parameters[first + 3] as number;
    let exponent = maximum > 15 ? (maximum >> 3) - 1 : 0;
    let mantissa = maximum - (exponent << 3);
    if (mantissa === 0) {
      exponent = -4;
      mantissa = 7;
    } else {
      while (mantissa <= 7) {
        mantissa = (mantissa << 1) | 1;
        exponent--;
      }
      mantissa -= 8;
    }
    const factor = mantissas[mantissa] as number;
    const shift = 6 - exponent;
    const half = shift === 0 ? 0 : 1 << (shift - 1);
    const grid = at + (parameters[first + 2] as number);
    for (let pulse = 0; pulse < 13; pulse++) {
      const value = ((parameters[first + 4 + pulse] as number) * 2 - 7) << 12;
      const k = grid + 3 * pulse;
      residual[k] = add(residual[k] as number, add(multR(factor, value), half) >> shift);
    }
  }

  /** Clause 5.2.8. */
  private decodeRatios(parameters: Uint8Array): void {
    for (let i = 0; i < 8; i++) {
      const coarse = ((parameters[i] as number) + (minimum[i] as number)) << 10;
      const scaled = multR(inverseA[i] as number, add(coarse, -((offsetB[i] as number) << 1)));
      this.lar[i] = add(scaled, scaled);
    }
  }

  /**
   * Clauses 5.2.9, 5.3.4 to 5.3.7 for some samples of a frame: interpolation, lattice filter, de-emphasis, upscaling.
   * `was` and `is` tell the previous and the present ratios' weights: 1 is a half, 2 a quarter with the other's three
   * quarters made of a quarter and a half, as the standard adds them; 0 and 0 is the present alone.
   */
  private synthesize(
    from: number,
    to: number,
    is: number,
    was: number,
    output: Int16Array,
    at: number,
  ): void {
    const { residual, coefficients, lar, previousLar, lattice } = this;
    for (let i = 0; i < 8; i++) {
      const before = previousLar[i] as number;
      const now = lar[i] as number;
      let mixed = now;
      if (is === 2) mixed = add(add(before >> 2, now >> 2), before >> 1);
      else if (was === 2) mixed = add(add(before >> 2, now >> 2), now >> 1);
      else if (is === 1) mixed = add(before >> 1, now >> 1);
      coefficients[i] = reflection(mixed);
    }
    let emphasis = this.deEmphasis;
    for (let k = from; k < to; k++) {
      let sample = residual[longestLag + k] as number;
      for (let i = 7; i >= 0; i--) {
        const r = coefficients[i] as number;
        const v = lattice[i] as number;
        sample = add(sample, -multR(r, v));
        lattice[i + 1] = add(v, multR(r, sample));
      }
      lattice[0] = sample;
      emphasis = add(sample, multR(emphasis, 28_180));
      output[at + k] = add(emphasis, emphasis) & 0xfff8;
    }
    this.deEmphasis = emphasis;
  }

  save(): Int32Array {
    const state = new Int32Array(stateLength);
    state.set(this.residual.subarray(0, longestLag), 0);
    state.set(this.previousLar, longestLag);
    state.set(this.lattice.subarray(0, 8), longestLag + 8);
    state[stateLength - 2] = this.lag;
    state[stateLength - 1] = this.deEmphasis;
    return state;
  }

  restore(state: Int32Array): void {
    // Clause 4.4, table 4.2: everything is zero at the start but the lag, which is 40.
    const from = state.length === stateLength ? state : new Int32Array(stateLength).fill(40, -2, -1);
    this.residual.set(from.subarray(0, longestLag), 0);
    this.previousLar.set(from.subarray(longestLag, longestLag + 8));
    this.lattice.set(from.subarray(longestLag + 8, longestLag + 16));
    this.lag = from[stateLength - 2] as number;
    this.deEmphasis = from[stateLength - 1] as number;
  }
}

type Unpack = (bytes: Uint8Array, from: number, into: Uint8Array) => void;

/** Blocks that hold one frame for each of `unpack`. */
function createFrames(blockBytes: number, unpack: readonly Unpack[]): Decoder {
  const frames = new GsmFrames();
  const parameters = new Uint8Array(parameterCount);
  return {
    decode(input, output) {
      let at = 0;
      for (let from = 0; from < input.length; from += blockBytes) {
        for (const next of unpack) {
          next(input, from, parameters);
          frames.decode(parameters, output, at);
          at += frame;
        }
      }
    },
    save: () => frames.save(),
    restore: (state) => frames.restore(state),
  };
}

export const createGsm = () => createFrames(rawFrameBytes, [unpackRaw]);
export const createGsmWav49 = () => createFrames(wav49BlockBytes, [unpackWav49(0), unpackWav49(1)]);
