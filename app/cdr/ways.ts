import type { Way } from '../contract/calls.ts';
import { type Channel, isExtensionLike } from './channels.ts';
import { rounding, wasFetched, wasTaken } from './dispositions.ts';
import type { Leg, Owner } from './leg.ts';
import type { Tree } from './tree.ts';

const applications: Readonly<Record<string, Way>> = {
  queue: 'queue',
  voicemail: 'voicemail',
  background: 'ivr',
  pickup: 'pickup',
  pickupchan: 'pickup',
  park: 'parking',
  parkedcall: 'parking',
  confbridge: 'conference',
  meetme: 'conference',
};

/** What the call came through, as far as the rows tell. */
export function waysOf(tree: Tree, owner: Owner): Way[] {
  const ways = new Set<Way>();
  const incoming = tree.direction === 'incoming';
  for (const { row } of tree.legs) {
    const way = applications[(row.lastapp ?? '').toLowerCase()];
    if (way) ways.add(way);
    if (/queue/i.test(row.dcontext)) ways.add('queue');
    if (/ivr/i.test(row.dcontext)) ways.add('ivr');
    if (/ext-group|ringgroup/i.test(row.dcontext)) ways.add('ring-group');
  }
  const forwarded = incoming && isForwarded(tree, owner);
  // Follow-me rings several phones of one person.
  if (
    !ways.has('queue') &&
    incoming &&
    !tree.legs.some(({ to }) => isFollowMe(to)) &&
    ringTogether(tree.legs)
  )
    ways.add('ring-group');
  if (tree.legs.length > 1) {
    const talks = tree.legs.filter((leg) => wasHad(leg, tree));
    const stayed = talks.filter((leg) => !wasFetched(leg, tree.legs));
    if (stayed.length < talks.length) ways.add('pickup');
    // A call that was parked is with another phone afterwards, and was not transferred.
    if (!ways.has('parking') && movedOn(stayed, tree.legs)) ways.add('transfer');
  }
  if (forwarded) ways.add('forwarded');
  return [...ways];
}

/** Several phones, one caller, one moment. A phone that is registered twice is no group. */
function ringTogether(legs: readonly Leg[]): boolean {
  return legs.some((a) =>
    legs.some(
      (b) =>
        a !== b &&
        a.start === b.start &&
        a.row.channel !== null &&
        a.row.channel === b.row.channel &&
        a.row.dstchannel !== b.row.dstchannel &&
        a.to.kind !== 'none' &&
        b.to.kind !== 'none' &&
        !(a.to.kind === 'peer' && b.to.kind === 'peer' && a.to.peer === b.to.peer),
    ),
  );
}

/** What answers a Local channel is a half of it: somebody had the call where one of the legs behind it was taken. */
function wasHad(leg: Leg, tree: Tree): boolean {
  const { to } = leg;
  if (!wasTaken(leg) || to.kind !== 'local' || !tree.isCarriedOn(leg)) return wasTaken(leg);
  return tree.legs.some(
    (behind) => behind.from.kind === 'local' && behind.from.pair === to.pair && wasTaken(behind),
  );
}

/** One end talked first to one phone; then another was rung for it, whether or not it answered. */
function movedOn(talks: readonly Leg[], legs: readonly Leg[]): boolean {
  return talks.some((a) =>
    legs.some(
      (b) =>
        b.start > a.start &&
        a.row.dstchannel !== b.row.dstchannel &&
        (a.row.channel === b.row.channel || a.row.dstchannel === b.row.channel) &&
        (talks.includes(b) || (b.to.kind !== 'none' && b.start >= a.end - rounding)),
    ),
  );
}

const isFollowMe = (to: Channel): boolean => to.kind === 'local' && /^Local\/FM(?:PR|GL)-/i.test(to.name);

/** What was sent on from the user's extension, unless their own phone had the call after all, or before. */
function isForwarded(tree: Tree, owner: Owner): boolean {
  const { own } = tree;
  const had = own.some((leg) => leg.claim?.why !== 'dst' && wasTaken(leg));
  return !had && own.some((leg) => goesOutside(leg, tree, owner));
}

function goesOutside(leg: Leg, tree: Tree, owner: Owner): boolean {
  const { claim, to } = leg;
  if (claim?.why !== 'dst') return false;
  // A follow-me rings the own phone as well: the call was sent on where it was taken there.
  if (to.kind === 'local') return to.number !== owner.extension && (!isFollowMe(to) || wasHad(leg, tree));
  return to.kind === 'peer' && !isExtensionLike(to.peer);
}
