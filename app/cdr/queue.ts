import type { Step } from '../contract/calls.ts';
import { rounding, wasTaken } from './dispositions.ts';
import type { Leg } from './leg.ts';
import { above, behind } from './routes.ts';
import { epochOf } from './rows.ts';
import { step } from './step.ts';
import { inOrder, type Tree } from './tree.ts';

const isQueue = ({ row }: Leg): boolean => /^queue$/i.test(row.lastapp ?? '');

const nameOf = ({ row }: Leg): string => (row.lastdata ?? '').split(/[,|]/)[0]?.trim() ?? '';

/**
 * The queue that the call came through, by what `Queue` was told (`Sales,tR,,,16`), and how long the caller waited in it. Of several, one
 * after the other, the one in which it was answered, or else the last that rang here.
 */
export function queueStep(tree: Tree): Step | null {
  const rang = tree.own
    .flatMap((leg) => above(leg, tree))
    .filter((leg) => leg.claim !== null && isQueue(leg))
    .toSorted(inOrder);
  const mine = rang.findLast(wasTaken) ?? rang.at(-1);
  const name = mine === undefined ? '' : nameOf(mine);
  if (mine === undefined || name === '') return null;
  // Of tries at colleagues nothing tells which queue made them, nor when the next one began.
  const isOnly = rang.every((leg) => nameOf(leg) === name);
  return step('queue', { to: name, seconds: isOnly ? waited(mine, tree) : null });
}

/**
 * From the first ringing at a member to the answer, or to where the caller was let go. A row of the queue's own begins with the call, a
 * menu before it included, and its `billsec` counts from the answer of the PBX: neither moment stands in it. `null`: the rows that tell
 * them are not there.
 */
function waited({ row: { channel, uniqueid } }: Leg, tree: Tree): number | null {
  const callers = tree.legs.filter((leg) => leg.row.channel === channel && leg.row.uniqueid === uniqueid);
  const tries = callers.filter(isQueue);
  const began = firstRinging(tries, tree);
  if (began === null || !isFromBeginning(callers, uniqueid)) return null;
  const winner = tries.find(wasTaken);
  const ended =
    winner === undefined
      ? callers.find((leg) => !isQueue(leg) && leg.start >= began && leg.to.kind === 'none')?.start
      : answeredAt(winner, tree);
  return ended == null || ended < began ? null : (ended - began) / 1_000;
}

const quarter = 15 * 60_000;

/**
 * The first row of a channel begins when the channel does, and that moment is its unique id. It is UTC, the row's time is not, and zones are
 * quarters of an hour apart: the rest tells, also where the zone of the PBX is set wrong.
 */
function isFromBeginning(callers: readonly Leg[], uniqueid: string): boolean {
  const made = epochOf(uniqueid);
  if (made === null) return false;
  return callers.some(({ start }) => {
    const apart = Math.abs(start - made) % quarter;
    return Math.min(apart, quarter - apart) <= rounding;
  });
}

/** A Local channel to a member is made when it rings. Of members that are rung directly, the second row of the first try begins then. */
function firstRinging(tries: readonly Leg[], tree: Tree): number | null {
  const [first, second] = tries;
  if (first === undefined) return null;
  if (first.to.kind === 'local') return ringingOf(first, tree);
  return second !== undefined && second.start < first.end ? second.start : null;
}

/** A call that went on from a member has rows behind the same Local channel that begin later, and without the first they tell nothing of it. */
function ringingOf(one: Leg, tree: Tree): number | null {
  const { to } = one;
  const [rang] = tree.legs.filter(
    ({ from }) => to.kind === 'local' && from.kind === 'local' && from.pair === to.pair,
  );
  return rang !== undefined && isFromBeginning([rang], rang.row.uniqueid) ? rang.start : null;
}

function answeredAt(winner: Leg, tree: Tree): number | null {
  const rang = ringingOf(winner, tree);
  const taken = behind(winner, tree).find((leg) => wasTaken(leg) && leg.start - (rang ?? 0) <= rounding);
  if (rang === null || taken === undefined) return null;
  if (taken.row.billsec === null || taken.row.duration === null) return null;
  return taken.start + (taken.row.duration - taken.row.billsec) * 1_000;
}
