import type { Result, Step } from '../contract/calls.ts';
import { dialTargets, isExtensionLike, mailboxOf } from './channels.ts';
import { isConference, isPseudo, wasFetched, wasTaken } from './dispositions.ts';
import type { Leg, Owner } from './leg.ts';
import { cameThroughMenu } from './menu.ts';
import { movesOf } from './moves.ts';
import { queueStep } from './queue.ts';
import { tookInstead } from './result.ts';
import { phoneOf } from './routes.ts';
import { step } from './step.ts';
import type { Tree } from './tree.ts';

interface Told {
  readonly result: Result;
  /** The number that was called, or that called. */
  readonly party: string | null;
  /** The user talked to them. */
  readonly wasHad: boolean;
}

/** Legs of a caller who waited an hour in a queue. Each is looked at beside each, and a table may be forged. */
const most = 400;

/**
 * What became of a call and through what it came, for its user: who took it instead, who handed it to whom, how long the voicemail ran.
 * Only what rows tell: a step whose deciding row is not there is left out, or is without the one that it would name. Colleagues are told
 * by the extension in the name of their channel, which is all that is kept of their rows.
 *
 * Goes by Asterisk's CDR specification (docs.asterisk.org, Configuration › Reporting › Call Detail Records › CDR Specification): a row is
 * about two parties; `channel` is Party A's and `dstchannel` Party B's; `dst` is the extension that Party A was executing, `lastapp` and
 * `lastdata` the application that it executed last and with what. Each time who talks to whom changes, the row ends (`calldate` and
 * `duration` later) and another begins for the channel that goes on.
 */
export function stepsOf(tree: Tree, owner: Owner, told: Told): Step[] {
  if (tree.legs.length > most) return [];
  const incoming = tree.direction === 'incoming';
  const moves = movesOf(tree, owner);
  // A group that the user sent the caller to may ring here as well: who took it there may stand in a row that is not here.
  const wasSentAway = moves.some(({ kind }) => kind === 'sent-on' || kind === 'parked');
  return [
    ...(incoming ? takenInstead(tree, owner, told) : takenThere(tree, owner, told)),
    ...(incoming ? pickedUp(tree, owner, told) : []),
    ...(incoming ? forwarded(tree, owner, told) : []),
    ...moves,
    ...(wasSentAway && told.wasHad && told.result === 'missed' ? [step('came-back')] : []),
    ...voicemail(tree, owner),
    ...(incoming ? throughWhat(tree, owner) : []),
  ];
}

/** A phone that a colleague fetched the call from says ANSWERED as well, with no second talked. */
const talked = (leg: Leg): boolean => wasTaken(leg) && (leg.row.billsec ?? 0) > 0;

function takenInstead(tree: Tree, owner: Owner, { result }: Told): Step[] {
  if (result !== 'answered-elsewhere') return [];
  const rung = tree.own.filter(({ claim }) => claim?.side !== 'origin');
  const takers = tree.legs.filter((leg) => talked(leg) && tookInstead(leg, rung, tree, owner));
  return namedOnce(takers, tree, owner);
}

/** Who took a call of the user's own that went to several (a group, a queue), or to somebody else's phone. */
function takenThere(tree: Tree, owner: Owner, { result, party }: Told): Step[] {
  if (result !== 'answered' || party === null) return [];
  const [first] = tree.legs.filter((leg) => {
    const root = tree.root(leg);
    // What the user's phone called as a called phone itself is somebody that it asked during the call.
    const isAsked = root.row.lastapp === 'AppDial';
    return root.claim?.side === 'origin' && !isAsked && !tree.isCarriedOn(leg) && talked(leg);
  });
  if (first === undefined || isConference(first.row)) return [];
  return namedOnce([first], tree, owner).filter(({ by }) => by !== party);
}

function namedOnce(takers: readonly Leg[], tree: Tree, owner: Owner): Step[] {
  const steps = new Map<string, Step>();
  for (const leg of takers) {
    const by = phoneOf(leg, tree);
    if (by === null || by === owner.extension || steps.has(by)) continue;
    const fetched = tree.legs.some(
      (other) => other.row.channel === leg.row.channel && other !== leg && wasFetched(other, [other, leg]),
    );
    steps.set(by, step(fetched ? 'picked-up' : 'taken', { by }));
  }
  return [...steps.values()];
}

/** The user fetched the call from the phone of another. */
function pickedUp({ legs, own }: Tree, owner: Owner, { result }: Told): Step[] {
  if (result !== 'answered') return [];
  const mine = own.find(
    (leg) =>
      legs.some(
        (other) => other !== leg && other.row.channel === leg.row.channel && wasFetched(other, [other, leg]),
      ) || wasFetchedUnanswered(leg, legs),
  );
  if (mine === undefined) return [];
  const [rung, ...others] = dialTargets(mine.row.lastdata);
  const peer = others.length === 0 && rung?.number === null ? rung.peer : null;
  const to = peer !== null && isExtensionLike(peer) && peer !== owner.extension ? peer : null;
  return [step('picked-up', { to })];
}

/**
 * The phone that a call is fetched from may say NO ANSWER as well, whichever Asterisk writes first. Then the `Dial` tells, if it rang that phone alone:
 * the call is with one whom it did not ring.
 */
function wasFetchedUnanswered(leg: Leg, legs: readonly Leg[]): boolean {
  const [rung, ...others] = leg.row.lastapp === 'Dial' ? dialTargets(leg.row.lastdata) : [];
  if (rung === undefined || rung.number !== null || others.length > 0 || !wasTaken(leg)) return false;
  const rang = legs.filter(
    ({ row, to, start }) =>
      row.channel === leg.row.channel && to.kind === 'peer' && to.peer === rung.peer && start <= leg.start,
  );
  return rang.length > 0 && !rang.some(wasTaken);
}

function forwarded(tree: Tree, owner: Owner, { result }: Told): Step[] {
  const to = result === 'answered' ? null : forwardedTo(tree, owner);
  return to === null ? [] : [step('forwarded', { to })];
}

/**
 * The one number that the user's calls were sent on to. Of a follow-me, which rings the own phone as well, only where the call was
 * taken there.
 */
function forwardedTo({ own }: Tree, owner: Owner): string | null {
  for (const leg of own) {
    if (leg.claim?.why !== 'dst' || leg.to.kind === 'none') continue;
    const numbers = dialTargets(leg.row.lastdata).map(({ peer, number }) => number ?? peer);
    const others = [...new Set(numbers)].filter((number) => number !== owner.extension);
    const [only] = others;
    if (others.length !== 1 || only === undefined || only === null) continue;
    // A colleague who is rung as well is told as the one who answers.
    if (numbers.length === 1 || (talked(leg) && !isExtensionLike(only))) return only.replace(/#$/, '');
  }
  return null;
}

/**
 * The application ran on Party A's channel, with nobody at the other end: its row lasts as long as the caller was in it, with the
 * greeting. Whose mailbox it was stands in `lastdata`.
 */
function voicemail({ own, direction }: Tree, owner: Owner): Step[] {
  const legs = own.filter(({ row, to }) => {
    if (row.lastapp !== 'VoiceMail' || (to.kind !== 'none' && to.kind !== 'unknown')) return false;
    const isOwn = mailboxOf(row.lastdata) === owner.extension;
    return direction === 'incoming' ? isOwn : !isOwn && mailboxOf(row.lastdata) !== '';
  });
  const [only] = legs;
  if (only === undefined) return [];
  return [step('voicemail', { seconds: legs.length === 1 ? only.row.billsec : null })];
}

function throughWhat(tree: Tree, owner: Owner): Step[] {
  const steps: Step[] = [];
  const queue = queueStep(tree);
  if (queue !== null) steps.push(queue);
  const group = tree.own.find(
    ({ row }) =>
      /ext-group|ringgroup/i.test(row.dcontext) && !isPseudo(row.dst) && row.dst !== owner.extension,
  );
  if (group !== undefined) steps.push(step('ring-group', { to: group.row.dst }));
  if (cameThroughMenu(tree)) steps.push(step('menu'));
  return steps;
}
