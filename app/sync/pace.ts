import type { Failure } from '../contract/failures.ts';

const second = 1_000;
const minute = 60 * second;

/** Between two looks: where the list is open, and where it is not. */
const between = { open: 15 * second, closed: 170 * second } as const;
/** Where lists are closed, each desk begins with one of these pieces: an office must not ask at once. */
const piece = 10 * second;
/** No two desks ask in the same moment; and the first one's answer is there, in a cache, when the others ask. */
const spread = 4 * second;

/** Soon at first, then every few minutes for as long as people talk. */
const looksAfterDial = [
  2, 4, 7, 11, 16, 23, 32, 45, 60, 80, 110, 150, 200, 270, 360, 480, 640, 850, 1_130, 1_500, 2_000, 2_700,
  3_600, 5_400, 7_200, 10_800, 14_400,
].map((age) => age * second);

/**
 * When to look again, in milliseconds. `random` is 0 … 1. Looks begin by the PBX's clock, with its quarters of a minute where somebody looks:
 * what one desk asks then another asks too, and a cache before the PBX answers it.
 */
export const pace = {
  /** The list is being looked at. */
  open: (now: number, random: number): number => between.open - (now % between.open) + spread * random,
  /** Only missed-call notices are wanted. `own`, 0 … 1: this desk's share of the time between two looks. */
  notices: (now: number, own: number, random: number): number => {
    const { closed } = between;
    const into = (now - Math.floor((own * closed) / piece) * piece) % closed;
    return closed - ((into + closed) % closed) + spread * random;
  },
  /** Awake, online or unlocked again: at once for somebody who looks; an office's desks must not come back in one second. */
  recovery: (isOpen: boolean, random: number): number => (isOpen ? 0 : 5 * second * random),
  /** After so many failures in a row. A way to the PBX may be back without the system's telling: who looks sees it soon. */
  backOff: (failures: number, failure: Failure, isOpen: boolean, random: number): number => {
    const most = isOpen ? 2 * minute : 15 * minute;
    // Credentials that are turned down stay so; asking again may lock the account.
    const base =
      failure.code === 'unauthorised'
        ? 15 * minute
        : Math.min(most, 10 * second * 2 ** Math.min(failures, 10));
    return base * (0.75 + 0.5 * random);
  },
  /** After a dial of this age: its age at the next look for its row. Those that were slept through are not made up for. */
  afterDial: (age: number): number => looksAfterDial.find((at) => at > age) ?? Number.POSITIVE_INFINITY,
} as const;

/** Around a dial: the PBX may take its time, and its clock be a little wrong. */
export const aroundDial = { before: 2 * minute, after: 3 * minute } as const;
