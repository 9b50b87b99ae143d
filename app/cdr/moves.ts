import type { Step } from '../contract/calls.ts';
import { follows, isAsking, joins, whoAsked } from './asked.ts';
import { isExtensionLike } from './channels.ts';
import { dispositionOf, isConference, isPseudo, rounding, wasFetched, wasTaken } from './dispositions.ts';
import type { Leg, Owner } from './leg.ts';
import { isMenu } from './menu.ts';
import { above, behind, callingPhone, phoneOf } from './routes.ts';
import { step } from './step.ts';
import type { Tree } from './tree.ts';

const isParked = ({ row }: Leg): boolean => row.lastapp === 'Park';

/** The called phone was talked to, and not only rung before another fetched the call. */
const was = (leg: Leg, tree: Tree): boolean =>
  wasTaken(leg) && !isConference(leg.row) && !wasFetched(leg, tree.legs);

/** Whom the user's call was handed on to, and who handed it to the user: by transfer, or by way of the parking lot. */
export function movesOf(tree: Tree, owner: Owner): Step[] {
  const steps = [...handedOver(tree, owner), ...(tree.direction === 'incoming' ? received(tree, owner) : [])];
  const seen = new Set<string>();
  return steps.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

/** The user had the call, and then its other end was with somebody else. */
function handedOver(tree: Tree, owner: Owner): Step[] {
  for (const had of tree.own) {
    // What the user's phone called as a called phone itself is somebody that it asked during the call.
    if (!was(had, tree) || had.row.lastapp === 'AppDial') continue;
    const isAtFarEnd = had.claim?.side === 'origin';
    if (isAtFarEnd !== (tree.direction === 'outgoing') && had.claim?.side !== 'ring') continue;
    // Whom the user asked is with the one whom they had before.
    if (isAtFarEnd && tree.legs.some((leg) => joins(leg, had)))
      return [step('transferred', { to: phoneOf(had, tree) })];
    const line = isAtFarEnd ? farChannels(had, tree) : channelsOf(above(had, tree));
    const moved = moveOf(had, line, tree, owner);
    if (moved.length > 0) return moved;
    if (isAtFarEnd) {
      const passed = passedOn(had, tree, owner);
      if (passed !== null) return [passed];
    }
  }
  return [];
}

function moveOf(had: Leg, line: ReadonlySet<string>, tree: Tree, owner: Owner): Step[] {
  const on = tree.legs.filter((leg) => line.has(leg.row.channel ?? '') && leg.start > had.start);
  const park = on.find((leg) => isParked(leg) && follows(leg, had));
  if (park !== undefined) {
    const fetched = on.find((leg) => follows(leg, park) && was(leg, tree) && !/park/i.test(leg.row.dcontext));
    const to = fetched === undefined ? null : phoneOf(fetched, tree);
    return [step('parked', { to: to === owner.extension ? null : to })];
  }
  const all = on.filter(
    (leg) =>
      follows(leg, had) &&
      isSomewhere(leg) &&
      !sameEnd(leg, had) &&
      !isAsking(leg) &&
      whoAsked(leg, had, tree) === 'called',
  );
  // Of a busy phone the caller is back in the same moment.
  const sentTo = all.filter((leg) => phoneOf(leg, tree) === had.row.dst);
  const next = sentTo.length === 1 ? sentTo : all;
  if (next.some((leg) => wasFetchedFromPark(leg, tree))) return [];
  if (mayGoOn(had, tree) && !isProved(had, next, tree)) return [];
  const voicemail = intoVoicemail(on);
  if (next.length > 0)
    return [movedTo(whereTo(had, next, tree, owner), next, on, tree, owner), ...voicemail.map(inVoicemail)];
  if (![...voicemail, ...on.filter(isMenu)].some((leg) => follows(leg, had))) return [];
  const dst = blindTarget(had, tree, owner);
  return [
    step('transferred', { to: dst !== null && /^[*#\d]+$/.test(dst) ? dst : null }),
    ...voicemail.map(inVoicemail),
  ];
}

/** The caller was in a colleague's voicemail afterwards. Whose it was is theirs. */
const intoVoicemail = (on: readonly Leg[]): readonly Leg[] =>
  on
    .filter(({ row, to, claim }) => row.lastapp === 'VoiceMail' && to.kind === 'none' && claim === null)
    .slice(0, 1);

const inVoicemail = ({ row }: Leg): Step => step('voicemail', { seconds: row.billsec });

/**
 * Where nobody took it there, that is told, whether or not the call came back to the user's phone. Asterisk writes all rows of a channel
 * when it ends, so a second try that is not among them was not; before a gap, nothing is said. Who took it after it had come back is not
 * told by it.
 */
function movedTo(
  to: string | null,
  next: readonly Leg[],
  on: readonly Leg[],
  tree: Tree,
  owner: Owner,
): Step {
  const [only] = next;
  if (to === null || only === undefined) return step('transferred', { to });
  const isOne = next.length === 1 && (phoneOf(only, tree) === to || isOneNumber(only));
  const after = on.filter((leg) => leg.start >= only.start && !next.includes(leg));
  const later = [...next, ...after].flatMap((leg) => behind(leg, tree));
  const isNext = (leg: Leg): boolean =>
    [only, ...after].some((before) => before !== leg && follows(leg, before));
  const takers = later.filter((leg) => was(leg, tree)).map((leg) => phoneOf(leg, tree));
  if (takers.length === 0) {
    const isTold = later.every(saysWhat) && (isOne ? after.every(isNext) : isWhole(later));
    return step(isTold ? 'sent-on' : 'transferred', { to });
  }
  // The caller may still have been with whom they were sent to by way of another phone.
  const cameBack = isOne && after.some((leg) => phoneOf(leg, tree) === owner.extension);
  if (!cameBack || takers.includes(to)) return step('transferred', { to });
  return takers.some((phone) => phone !== owner.extension) ? step('transferred') : step('sent-on', { to });
}

/** One number outside, by a trunk. */
const isOneNumber = ({ row, to }: Leg): boolean =>
  row.lastapp === 'Dial' && to.kind === 'peer' && !isExtensionLike(to.peer);

/** Whether somebody took it; of a Local channel, that stands in the rows behind it. */
const saysWhat = ({ row, to }: Leg): boolean =>
  to.kind !== 'local' && dispositionOf(row.disposition) !== 'unknown';

/** Of several phones, no row of one that took it is missing: what the dialplan went on to begins where the ringing ended. */
function isWhole(legs: readonly Leg[]): boolean {
  const ended = Math.max(...legs.filter(isSomewhere).map(({ end }) => end));
  return legs.some(({ to, start }) => to.kind === 'none' && Math.abs(start - ended) <= 2 * rounding);
}

/**
 * With these options the caller goes on by themselves once the user hangs up (docs.asterisk.org, Dialplan Applications: `Dial`, g;
 * `Queue`, c), and what follows is no transfer by its time alone.
 */
function mayGoOn(had: Leg, tree: Tree): boolean {
  return above(had, tree).some(({ row: { lastapp, lastdata } }) => {
    const [, second = '', third = ''] = (lastdata ?? '').split(/[,|]/);
    // What an option is given stands in brackets.
    const has = (options: string, one: string): boolean => options.replace(/\([^)]*\)?/g, '').includes(one);
    return lastapp === 'Queue' ? has(second, 'c') : lastapp === 'Dial' && has(third, 'g');
  });
}

/** The user sent the caller to a number, or called somebody meanwhile. */
const isProved = (had: Leg, next: readonly Leg[], tree: Tree): boolean =>
  next.some((leg) => phoneOf(leg, tree) === had.row.dst) ||
  tree.own.some(({ claim, start }) => claim?.side === 'origin' && start > had.start && start <= had.end);

/** A party that the user had called handed the user on: their own channel stays, and is with another. */
function passedOn(had: Leg, tree: Tree, owner: Owner): Step | null {
  const by = phoneOf(had, tree);
  if (by === null || by === owner.extension) return null;
  const next = tree.legs.filter(
    (leg) =>
      leg.row.channel === had.row.channel &&
      follows(leg, had) &&
      isSomewhere(leg) &&
      !sameEnd(leg, had) &&
      whoAsked(leg, had, tree) === 'called',
  );
  if (next.length === 0 || next.some((leg) => wasFetchedFromPark(leg, tree))) return null;
  return step('transferred', { by, to: whereTo(had, next, tree, owner) });
}

/**
 * The extension of the phone that rang next. Sent on without a word before (a blind transfer), the first row has the new number as its
 * `dst`, for that is what the other end executed when the row ended; a number outside, or that of a group, is told by that alone.
 */
function whereTo(had: Leg, next: readonly Leg[], tree: Tree, owner: Owner): string | null {
  const [only, ...others] = next;
  const phone = only !== undefined && others.length === 0 ? phoneOf(only, tree) : null;
  if (phone === owner.extension) return null;
  const dst = blindTarget(had, tree, owner);
  if (phone !== null && (dst === null || dst === phone)) return phone;
  // A queue or a group of one phone.
  if (phone !== null) return /group|queue/i.test(only?.row.dcontext ?? '') ? dst : null;
  if (dst !== null) return others.length > 0 || !isExtensionLike(dst) ? dst : null;
  return askedBefore(next, tree);
}

/** Where a blind transfer sent the call, of a row that was about the user's own phone, or about the one phone that they called. */
function blindTarget(had: Leg, tree: Tree, owner: Owner): string | null {
  const { dst, dcontext } = had.row;
  if (isPseudo(dst) || dst === owner.extension || /group|queue/i.test(dcontext)) return null;
  if (had.claim?.side !== 'origin') return had.to.kind === 'peer' ? dst : null;
  const called = phoneOf(had, tree);
  return called === null || called === dst ? null : dst;
}

/** The user had called the number before they put the two together, and that row tells it. */
function askedBefore([next, ...others]: readonly Leg[], { own }: Tree): string | null {
  if (next === undefined || others.length > 0) return null;
  const asked = own.find(
    (leg) =>
      leg !== next &&
      leg.claim?.side === 'origin' &&
      leg.row.dstchannel !== '' &&
      leg.row.dstchannel === next.row.dstchannel,
  );
  return asked === undefined || isPseudo(asked.row.dst) ? null : asked.row.dst;
}

/** Somebody had the caller before, and the caller came to the user's phone without a pause. */
function received(tree: Tree, owner: Owner): Step[] {
  for (const mine of tree.own) {
    if (mine.claim?.side === 'origin') continue;
    for (const entry of above(mine, tree)) {
      const caller = entry.row.channel ?? '';
      if (caller === '') continue;
      const park = tree.legs.find(
        (leg) =>
          isParked(leg) && leg.row.channel === caller && follows(entry, leg) && leg.start < entry.start,
      );
      const from = giver(park ?? entry, caller, tree, owner);
      // Who parked a call and has it back by themselves got it from nobody.
      if (park !== undefined && from !== owner.extension) return [step('parked', { by: from })];
      if (from !== null && from !== owner.extension && !wasFetchedFromPark(entry, tree))
        return [step('transferred', { by: from })];
    }
  }
  return [];
}

function giver(entry: Leg, caller: string, tree: Tree, owner: Owner): string | null {
  // A called phone that asks somebody during the call: who called it is not who hands the call over.
  if (isAsking(entry)) return null;
  const before = tree.legs.filter((leg) => leg !== entry && leg.start < entry.start && follows(entry, leg));
  for (const leg of before) {
    if (!was(leg, tree)) continue;
    if (leg.row.channel === caller && !sameEnd(leg, entry)) {
      const asked = whoAsked(entry, leg, tree);
      if (asked === 'called') return phoneOf(leg, tree);
      return asked === 'caller' ? callingPhone(entry) : null;
    }
    if (leg.row.dstchannel === caller) return callingPhone(leg) ?? (leg.claim ? owner.extension : null);
  }
  return null;
}

const isSomewhere = ({ to }: Leg): boolean => to.kind === 'peer' || to.kind === 'local';

const sameEnd = (a: Leg, b: Leg): boolean => a.row.dstchannel === b.row.dstchannel;

/** The one who has the call now dialled the parking lot for it. */
function wasFetchedFromPark({ row }: Leg, { legs }: Tree): boolean {
  return legs.some(
    (leg) => leg.row.lastapp === 'ParkedCall' && leg.row.channel !== '' && leg.row.channel === row.dstchannel,
  );
}

function channelsOf(legs: readonly Leg[]): ReadonlySet<string> {
  return new Set(legs.flatMap(({ row }) => row.channel || []));
}

function farChannels(had: Leg, tree: Tree): ReadonlySet<string> {
  return new Set([had, ...behind(had, tree)].flatMap(({ row }) => row.dstchannel || []));
}
