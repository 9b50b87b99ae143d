import type { Failure } from '../contract/failures.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** When to look again, in milliseconds. `random` is 0 … 1. */
export const pace = {
  /** The list is being looked at. */
  open: (random: number): number => 15 * second * (0.9 + 0.2 * random),
  /** Only missed-call notices are wanted. Jittered: the desks of an office start together at nine. */
  notices: (random: number): number => 170 * second * (0.75 + 0.5 * random),
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
} as const;

/** After a dial: how old it is at each look for its row. Soon at first, then every few minutes for as long as people talk. */
export const looksAfterDial: readonly number[] = [
  2, 4, 7, 11, 16, 23, 32, 45, 60, 80, 110, 150, 200, 270, 360, 480, 640, 850, 1_130, 1_500, 2_000, 2_700,
  3_600, 5_400, 7_200, 10_800, 14_400,
].map((age) => age * second);

/** The look that comes next for a dial of this age: those that were slept through are not made up for. */
export function stepAfter(age: number): number {
  const next = looksAfterDial.findIndex((at) => at > age);
  return next < 0 ? looksAfterDial.length : next;
}

/** Around a dial: the PBX may take its time, and its clock be a little wrong. */
export const aroundDial = { before: 2 * minute, after: 3 * minute } as const;

/** Requests that nobody waits for, in any hour. */
const mostPerHour = 60;

/** Counts what was asked in the background, so that splitting a window that was cut cannot exceed an idle desk's share. */
export function createAllowance(): { left(now: number): number; spent(now: number, requests: number): void } {
  let times: number[] = [];
  return {
    left(now) {
      times = times.filter((at) => at > now - hour && at <= now);
      return mostPerHour - times.length;
    },
    spent(now, requests) {
      for (let i = 0; i < requests; i++) times.push(now);
    },
  };
}
