import { type Channel, isWrapped } from './channels.ts';
import { comesFromOutside } from './claim.ts';
import { isFetching, wasTaken } from './dispositions.ts';
import type { Leg } from './leg.ts';

/** The legs of one call, in order, and how Local channels tie them together. */
export interface Tree {
  readonly legs: readonly Leg[];
  /** The user's own: those in which their phone has a part. */
  readonly own: readonly Leg[];
  readonly direction: 'incoming' | 'outgoing';
  /** The leg that a Local channel carries on: its result is that of the legs behind, not its own. */
  isCarriedOn(leg: Leg): boolean;
  /** The phone of the one who calls, which a click-to-call rings first through a Local channel: what answers there took no call. */
  ringsCaller(leg: Leg): boolean;
  /** The leg that rang this one through a Local channel, its parent's parent, and so on to the first. */
  root(leg: Leg): Leg;
}

export function readTree(unsorted: readonly Leg[]): Tree | null {
  const legs = unsorted.length > 1 ? unsorted.toSorted(inOrder) : unsorted;
  const parts = legs.filter((leg) => leg.claim !== null);
  if (parts.length === 0) return null;
  // Whoever fetches a call has it as if it had come to them.
  const fetching = parts.filter((leg) => leg.claim?.side === 'origin' && isFetching(leg.row));
  const had = fetching.length > 0 && parts.some((leg) => leg.claim?.side === 'target' && wasTaken(leg));
  const own = had ? parts.filter((leg) => !fetching.includes(leg)) : parts;

  const calling = new Map<string, Leg[]>();
  const called = new Map<string, Leg>();
  for (const leg of legs) {
    if (leg.from.kind === 'local') calling.set(leg.from.pair, [...(calling.get(leg.from.pair) ?? []), leg]);
    if (leg.to.kind === 'local' && !called.has(leg.to.pair)) called.set(leg.to.pair, leg);
  }
  const parent = (leg: Leg): Leg | undefined =>
    leg.from.kind === 'local' ? called.get(leg.from.pair) : undefined;

  const root = (leg: Leg): Leg => {
    let top = leg;
    // Bounded: a forged call may be its own ancestor.
    for (let step = 0; step < 10; step++) {
      const above = parent(top);
      if (above === undefined || above === top) break;
      top = above;
    }
    return top;
  };
  // A queue that a colleague calls may ring the colleague's own phone too; a click-to-call, all phones of the one who asked for it.
  const rungForOther = (leg: Leg): boolean => {
    const side = root(leg).claim?.side;
    return parent(leg) !== undefined && side !== 'origin' && side !== 'ring';
  };

  return {
    legs,
    own,
    direction: directionOf(legs, own, rungForOther),
    isCarriedOn: (leg) =>
      leg.to.kind === 'local' && (calling.get(leg.to.pair) ?? []).some((other) => other !== leg),
    ringsCaller: ({ from }) =>
      from.kind === 'local' &&
      from.half === '2' &&
      !called.has(from.pair) &&
      (calling.get(from.pair) ?? []).some((other) => other.from.kind === 'local' && other.from.half === '1'),
    root,
  };
}

export function inOrder(a: Leg, b: Leg): number {
  return a.start - b.start || (a.row.sequence ?? 0) - (b.row.sequence ?? 0);
}

/** Contexts from which the PBX rings a phone for a caller. */
const forCaller = /queue|group|follow|findme|ext-local|from-did/i;

/** A click-to-call goes through the dialplan like any call, so of a Local channel its own name tells more than where it went. */
function ringsForCaller({ row, from }: Leg): boolean {
  if (comesFromOutside(row)) return true;
  if (from.kind !== 'local') return forCaller.test(row.dcontext);
  return isWrapped(from.name) || forCaller.test(from.context) || /queue|group/i.test(row.dcontext);
}

/**
 * The first of the user's legs decides. A phone that is rung through a Local channel may be rung for a caller (a queue's agent) or for
 * the user themselves (a click-to-call); what the Local channel is tied to tells which.
 */
function directionOf(
  legs: readonly Leg[],
  own: readonly Leg[],
  rungForOther: (leg: Leg) => boolean,
): 'incoming' | 'outgoing' {
  const rings = own.filter(({ claim }) => claim?.side === 'ring');
  const decided = own.find(({ claim }) => claim?.side !== 'ring');
  if (rings.some(rungForOther)) return 'incoming';
  if (decided) return decided.claim?.side === 'origin' ? 'outgoing' : 'incoming';
  // Alone, it is a click-to-call whose own phone was not picked up: the call behind it was never made.
  return rings.some(ringsForCaller) || legs.some((leg) => leg.claim === null) ? 'incoming' : 'outgoing';
}

/** The same caller: in a ring group and a queue, all legs have the caller's channel. */
export function sameChannel(a: Channel, b: Channel): boolean {
  const name = nameOf(a);
  // A channel that is not known may be any.
  return name === null || nameOf(b) === null || name === nameOf(b);
}

function nameOf(channel: Channel): string | null {
  if (channel.kind === 'local') return channel.pair;
  return 'name' in channel ? channel.name : null;
}
