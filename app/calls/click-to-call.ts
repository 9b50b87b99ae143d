import type { Leg } from './claim.ts';
import { dispositionOf } from './dispositions.ts';
import type { Row } from './rows.ts';
import type { Tree } from './tree.ts';

/**
 * The PBX rang the user's own phone first: through a Local channel, or by a call that counts seconds talked although nobody
 * answered, or whose recording was begun seconds after the call.
 */
export function isClickToCall(tree: Tree, rings: readonly Leg[], origins: readonly Leg[]): boolean {
  if (rings.length > 0) return true;
  return origins.some((leg) => {
    if (leg.from.kind === 'local' && leg.from.half !== '2') return true;
    const { row } = leg;
    const first = tree.legs.find((other) => other.row.uniqueid === row.uniqueid) === leg;
    const said = dispositionOf(row.disposition);
    const counted =
      leg.to.kind !== 'none' &&
      !/^queue$/i.test(row.lastapp ?? '') &&
      said !== 'answered' &&
      said !== 'unknown';
    return first && ((counted && (row.billsec ?? 0) > 0) || Math.abs(stampLag(row)) > 1);
  });
}

/**
 * Seconds from the call's beginning to its recording's, by the time in the file's name. The dialplan names the file when it
 * begins, which for a click-to-call is when the user has picked up. One second may be a second's turn.
 */
export function stampLag(row: Row | undefined): number {
  const stamp = /-(\d{8})-(\d{6})-/.exec(row?.recordingfile ?? '');
  if (!row || !stamp) return 0;
  const shown = `${stamp[1]}${stamp[2]}`;
  const called = row.calldate.replaceAll(/\D/g, '').slice(0, 14);
  const lag = seconds(shown) - seconds(called);
  // A file that is shared with an earlier call, or named by another clock, tells nothing.
  return lag >= 0 && lag < 120 ? lag : 0;
}

function seconds(digits: string): number {
  const at = (from: number, to: number): number => Number(digits.slice(from, to));
  return Date.UTC(at(0, 4), at(4, 6) - 1, at(6, 8), at(8, 10), at(10, 12), at(12, 14)) / 1_000;
}
