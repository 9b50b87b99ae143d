import { type Decoder, stateless } from './decoder.ts';

/**
 * ITU-T G.711. By hand: what npm has is either unmaintained or decodes whole files at once, and this is two tables.
 *
 * Tables 1a/1b (A-law) and 2a/2b (µ-law) give decoder output values on scales of 4096 and 8159; both are shifted up to
 * 16 bits (by 3 and by 2), as every other decoder does.
 */

/** Tables 1a and 1b: even bits inverted (note 2), sign, three bits of segment, four of step. */
function fromALaw(code: number): number {
  const value = code ^ 0x55;
  const segment = (value >> 4) & 7;
  // The middle of a step: half a step above its lower edge.
  const step = ((value & 15) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 256) << (segment - 1);
  return value & 0x80 ? magnitude : -magnitude;
}

/** Tables 2a and 2b: all bits inverted (note 2); the segments' edges are shifted by 33 (here 132 = 33 × 4). */
function fromMuLaw(code: number): number {
  const value = ~code & 0xff;
  const magnitude = ((((value & 15) << 3) + 132) << ((value >> 4) & 7)) - 132;
  return value & 0x80 ? -magnitude : magnitude;
}

const tableOf = (law: (code: number) => number): Int16Array =>
  Int16Array.from({ length: 256 }, (_, code) => law(code));

const aLaw = tableOf(fromALaw);
const muLaw = tableOf(fromMuLaw);

const byTable = (table: Int16Array): Decoder =>
  stateless((input, output) => {
    for (let at = 0; at < input.length; at++) output[at] = table[input[at] as number] as number;
  });

export const createALaw = (): Decoder => byTable(aLaw);
export const createMuLaw = (): Decoder => byTable(muLaw);
