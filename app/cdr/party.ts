import type { Party, Presented } from './call.ts';
import { dialTargets, isExtensionLike, mailboxOf } from './channels.ts';
import { comesFromOutside } from './claim.ts';
import { isNamedAfter } from './devices.ts';
import { isConference, isPseudo } from './dispositions.ts';
import type { Leg, Owner } from './leg.ts';
import { above } from './routes.ts';
import { callerName, callerNumber, type Row } from './rows.ts';
import type { Tree } from './tree.ts';

const nobody: Party = { number: null, name: null };

/** FreePBX's destinations for a mailbox: `vmu102`. */
const voicemail = /^vm[a-z]?(\d+)$/;

/** Who called. Of several (a colleague who asked first and then handed a caller over), the one from outside. */
export function incomingParty(tree: Tree, owner: Owner): Party {
  const parties = tree.own
    .filter(({ claim }) => claim?.side !== 'origin')
    .map((leg) => callerOf(leg, tree, owner))
    .filter(({ number }) => number !== null);
  const isOutside = ({ number, presented }: Party): boolean =>
    presented !== undefined || (number !== null && !isExtensionLike(number));
  return parties.find(isOutside) ?? parties[0] ?? nobody;
}

function callerOf(leg: Leg, tree: Tree, owner: Owner): Party {
  const { row, from } = leg;
  const number = callerNumber(row);
  // A colleague's phone is known by its channel. Its caller id may be the company's, or the number that a click-to-call was asked for.
  const colleague =
    from.kind === 'peer' &&
    isExtensionLike(from.peer) &&
    from.peer !== owner.extension &&
    !comesFromOutside(row);
  const shown = colleague ? from.peer : number;
  if (shown === '' || (shown === owner.extension && from.kind === 'local')) return nobody;
  const name = nameBeside(callerName(row, shown, comesFromOutside(row)), shown);
  const mayBeColleagues = isExtensionLike(shown) && shown.length <= longestExtension(owner);
  const presented = mayBeColleagues ? presentedIn(leg, tree) : null;
  return { number: shown, name, ...(presented && { presented }) };
}

/** Colleagues' are hardly longer than this or one's own, and local numbers of some countries hardly shorter than six. */
const longestExtension = ({ extension }: Owner): number => Math.max(5, extension.length);

/**
 * Came from outside, by the way the row names or by a trunk, whose name is nobody's extension; a queue rings phones through Local
 * channels, and the leg that it was called by tells.
 */
function presentedIn(leg: Leg, tree: Tree): Presented | null {
  const legs = above(leg, tree);
  if (legs.some(({ row }) => comesFromOutside(row))) return 'outside';
  const isByTrunk = ({ row, from }: Leg): boolean =>
    from.kind === 'peer' && !isExtensionLike(from.peer) && !isNamedAfter(from.peer, callerNumber(row));
  return legs.some(isByTrunk) ? 'trunk' : null;
}

/** Who was called. */
export function outgoingParty(tree: Tree, owner: Owner): Party {
  const origins = tree.own
    .filter(({ claim }) => claim?.side === 'origin')
    // What the PBX dialled in the user's name, as for a colleague who forwards, comes after what they dialled themselves.
    .sort((a, b) => Number(tree.root(a) !== a) - Number(tree.root(b) !== b));
  for (const leg of origins) {
    const number = calledBy(leg, tree);
    if (number !== null) return { number, name: calledName(leg.row, number) };
  }
  for (const { row } of origins) {
    const number = voicemail.exec(row.dst)?.[1] ?? otherMailbox(row, owner) ?? dialled(row);
    if (number !== null) return { number, name: calledName(row, number) };
  }
  // Only the user's own phone was rung: where to call goes on to, or the PBX may have set the number as its caller.
  const asked = tree.own
    .flatMap(({ row, claim }) => (claim?.side === 'ring' ? [row.dst, row.src] : []))
    .find((number) => !isPseudo(number) && !voicemail.test(number) && number !== owner.extension);
  return asked === undefined ? nobody : { number: asked, name: null };
}

function calledBy(leg: Leg, tree: Tree): string | null {
  const { row, to } = leg;
  const { dst } = row;
  if (isPseudo(dst) || voicemail.test(dst)) return null;
  if (to.kind !== 'peer' || !isExtensionLike(to.peer) || to.peer === dst) return dst;
  return wasMoved(leg, tree) && dialTargets(row.lastdata).some(({ peer }) => peer === to.peer)
    ? to.peer
    : dst;
}

/** After a blind transfer the first row has the new number as its `dst`. A later leg that really rang it tells. */
function wasMoved({ row, start }: Leg, { legs }: Tree): boolean {
  return legs.some(
    (leg) =>
      leg.start > start &&
      leg.to.kind === 'peer' &&
      (leg.to.peer === row.dst ||
        (leg.row.dst === row.dst && leg.row.channel === row.channel && leg.row.lastdata !== row.lastdata)),
  );
}

function otherMailbox(row: Row, owner: Owner): string | null {
  if (row.lastapp !== 'VoiceMail') return null;
  const mailbox = mailboxOf(row.lastdata);
  return mailbox === '' || mailbox === owner.extension ? null : mailbox;
}

function dialled(row: Row): string | null {
  // `800,options` of ConfBridge.
  if (isConference(row)) return /^[^,|]+/.exec(row.lastdata)?.[0] ?? null;
  if (row.lastapp !== 'Dial') return null;
  const [target] = dialTargets(row.lastdata);
  return target ? (target.number ?? target.peer) : null;
}

/** `dst_cnam` is the name of `dst`, and of nobody that the call went to afterwards. */
function calledName(row: Row, number: string): string | null {
  return row.dst === number ? nameBeside(row.dst_cnam, number) : null;
}

/** PBXs write a number, in whatever form, where they know no name. */
function nameBeside(name: string, number: string): string | null {
  return name === '' || name === number || /^[\d\s+*#()./-]+$/.test(name) ? null : name;
}
