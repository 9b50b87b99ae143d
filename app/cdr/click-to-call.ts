import { isExtensionLike } from './channels.ts';
import { comesFromOutside } from './claim.ts';
import { dispositionOf } from './dispositions.ts';
import type { Leg } from './leg.ts';
import type { Row } from './rows.ts';
import type { Tree } from './tree.ts';

/** The PBX rang the user's own phone first: through a Local channel, or by a call whose seconds began before it rang elsewhere. */
export function isClickToCall(tree: Tree, rings: readonly Leg[], origins: readonly Leg[]): boolean {
  return rings.length > 0 || origins.some((leg) => beganBefore(leg, tree) && !wasServed(leg));
}

/** The phone dialled a menu, which answered at once, and somebody from there. A person does not pick up as quickly. */
function wasServed({ row, from }: Leg): boolean {
  return from.kind === 'peer' && row.cnum !== row.dst && isAllTalk(row);
}

/**
 * The seconds of this row began before the one who is called was rung: the PBX rang the caller's own phone first, or a menu answered.
 * Then the caller is the first half of a Local channel, or bears the number that is called; or seconds were counted although nobody
 * answered, or the recording was begun seconds after the call.
 */
export function beganBefore(leg: Leg, tree: Tree): boolean {
  const { row, from, to } = leg;
  if (from.kind === 'local' && (from.half === '1' || (from.half === null && leg.claim?.side === 'origin'))) {
    return true;
  }
  const phone = from.kind === 'peer' && (leg.claim?.side === 'origin' || isExtensionLike(from.peer));
  const inside = phone && !comesFromOutside(row);
  if (inside && row.cnum !== '' && row.cnum === row.dst && row.cnum !== from.peer) return true;
  const said = dispositionOf(row.disposition);
  const counted =
    to.kind !== 'none' && !/^queue$/i.test(row.lastapp ?? '') && said !== 'answered' && said !== 'unknown';
  const sooner = (counted && (row.billsec ?? 0) > 0) || (inside && stampLag(row) > 1);
  return sooner && tree.legs.find((other) => other.row.uniqueid === row.uniqueid) === leg;
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

/** Answered in the moment in which it began: no person is as quick. */
export function isAllTalk(row: Row | undefined): boolean {
  return row !== undefined && row.billsec === row.duration && row.billsec !== null && row.billsec > 0;
}
