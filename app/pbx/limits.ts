import type { Limits } from './transport.ts';

export type LimitsFor = 'dial' | 'check' | 'cdr' | 'recording';

const second = 1_000;
const megabyte = 1_000_000;

/** How long and how large, by what is asked for. */
export const defaultLimits: Readonly<Record<LimitsFor, Limits>> = {
  // A script that waits until the extension picks up answers late: given up earlier, a good call ends as "unknown".
  dial: { connect: 10 * second, firstByte: 45 * second, whole: 50 * second, bytes: megabyte },
  // A person sits before the sign-in screen and watches.
  check: { connect: 10 * second, firstByte: 20 * second, whole: 30 * second, bytes: megabyte },
  // Busy offices keep millions of rows, and many CDR tables have no index on the date.
  cdr: { connect: 10 * second, firstByte: 60 * second, whole: 120 * second, bytes: 50 * megabyte },
  // An hour of 16-bit WAV at 8 kHz is 58 MB.
  recording: { connect: 10 * second, firstByte: 60 * second, whole: 600 * second, bytes: 300 * megabyte },
};
