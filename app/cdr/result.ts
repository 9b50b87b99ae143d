import type { Result } from '../contract/calls.ts';
import { joins } from './asked.ts';
import type { Call } from './call.ts';
import type { Channel } from './channels.ts';
import { beganBefore, isAllTalk, isClickToCall, stampLag } from './click-to-call.ts';
import {
  type Disposition,
  dispositionOf,
  endingOf,
  isAnnouncement,
  isConference,
  rounding,
  wasFetched,
  wasTaken,
  wasTurnedDown,
} from './dispositions.ts';
import type { Leg, Owner } from './leg.ts';
import { minus, ringingOf, upSeconds } from './seconds.ts';
import { sameChannel, type Tree } from './tree.ts';

export interface Outcome
  extends Pick<Call, 'result' | 'ringSeconds' | 'talkSeconds' | 'lineSeconds' | 'clickToCall' | 'settled'> {
  /** The legs in which the user talked to somebody. */
  readonly answered: readonly Leg[];
}

export function incomingResult(tree: Tree, owner: Owner): Outcome {
  const rung = tree.own.filter((leg) => leg.claim?.side !== 'origin');
  // The phone's own legs; of a Local channel that is carried on, the legs behind it.
  const ends = rung.filter((leg) => !tree.isCarriedOn(leg));
  const answered = ends.filter(
    (leg) => wasTaken(leg) && isOwnPhone(leg.to, owner) && !wasFetched(leg, tree.legs),
  );
  const through = rung.filter(({ from }) => from.kind === 'local' && from.half !== '1');
  const lacksParent = through.length > 0 && through.every((leg) => tree.root(leg) === leg);
  const [first] = answered;
  const missedAfter = first !== undefined && cameBack(ends, answered, tree, owner);
  if (first !== undefined) {
    const waited = hadBeenAnswered(first, tree) || beganBefore(first, tree);
    const line = upSeconds(answered);
    return {
      result: missedAfter ? 'missed' : 'answered',
      ringSeconds: waited ? null : minus(first.row.duration, first.row.billsec),
      talkSeconds: waited ? null : line,
      lineSeconds: line,
      clickToCall: false,
      settled: true,
      // What the customer says into a Local channel's outer leg is recorded there.
      answered: rung.filter(
        (leg) => dispositionOf(leg.row.disposition) === 'answered' && !isOthers(leg, owner),
      ),
    };
  }
  const elsewhere = tree.legs.some((leg) => tookInstead(leg, rung, tree, owner));
  const known = ends.some(({ row }) => dispositionOf(row.disposition) !== 'unknown') || ends.length === 0;
  return {
    result: elsewhere ? 'answered-elsewhere' : known ? 'missed' : 'unknown',
    // Voicemail and what a dialplan ends with are no ringing.
    ringSeconds: ends.some((leg) => beganBefore(leg, tree))
      ? null
      : ringingOf(ends.filter((leg) => leg.to.kind !== 'none' && !isOthers(leg, owner))),
    talkSeconds: null,
    lineSeconds: null,
    clickToCall: false,
    // A phone rung through a Local channel has its row before the caller's own: the caller may be talking to a colleague now.
    settled: elsewhere || !lacksParent,
    answered: [],
  };
}

/**
 * The caller whom the user had sent on or parked came back to the user's phone, and nobody took it, here or elsewhere, until the call
 * ended.
 */
function cameBack(ends: readonly Leg[], answered: readonly Leg[], tree: Tree, owner: Owner): boolean {
  const had = Math.max(...answered.map(({ end }) => end));
  const back = ends.filter(
    (leg) =>
      leg.start >= had - rounding &&
      !answered.includes(leg) &&
      (leg.to.kind === 'peer' || leg.to.kind === 'local') &&
      isOwnPhone(leg.to, owner) &&
      ['no-answer', 'busy'].includes(dispositionOf(leg.row.disposition)) &&
      answered.some((one) => sameChannel(tree.root(one).from, tree.root(leg).from)),
  );
  return back.length > 0 && !tree.legs.some((leg) => tookInstead(leg, back, tree, owner));
}

/** A number says nothing against the phone being the user's where the column of channels is missing. */
function isOwnPhone(to: Channel, owner: Owner): boolean {
  switch (to.kind) {
    case 'peer':
      return to.peer === owner.extension;
    case 'local':
      return to.number === owner.extension || to.number === owner.agentId;
    case 'agent':
      return to.agent === owner.agentId;
    case 'none':
    case 'machine':
      return false;
    case 'unknown':
    case 'port':
      return true;
  }
}

function isOthers(leg: Leg, owner: Owner): boolean {
  return leg.to.kind === 'peer' && leg.to.peer !== owner.extension;
}

/** Somebody else took the call that rang here: the same caller, while or after it rang, not before it came here. */
export function tookInstead(leg: Leg, rung: readonly Leg[], tree: Tree, owner: Owner): boolean {
  if (!wasTaken(leg) || tree.isCarriedOn(leg) || wasFetched(leg, tree.legs)) return false;
  if (leg.claim !== null && isOwnPhone(leg.to, owner)) return false;
  if (tree.ringsCaller(leg)) return false;
  const caller = tree.root(leg).from;
  return rung.some((own) => {
    const root = tree.root(own);
    // The outer leg of a Local channel is not here: nothing tells whose call it was, only that it is the same.
    const same = (root.from.kind === 'local' && own.claim?.side === 'ring') || sameChannel(root.from, caller);
    return same && (leg.start >= own.start || leg.end > own.start + rounding);
  });
}

/** The PBX had answered the caller before it rang here (a menu, a queue, a transfer): `billsec` counts from then. */
function hadBeenAnswered({ row, start }: Leg, tree: Tree): boolean {
  if (isAllTalk(row)) return true;
  if (/^Queue$/i.test(row.lastapp ?? '') || /queue|ivr/i.test(row.dcontext)) return true;
  return tree.legs.some(
    (leg) =>
      leg.row !== row &&
      leg.row.uniqueid === row.uniqueid &&
      row.uniqueid !== '' &&
      leg.row.billsec !== 0 &&
      leg.end <= start,
  );
}

export function outgoingResult(tree: Tree, owner: Owner): Outcome {
  // That a queue or a group which was called rang the caller's own phone too is no click-to-call.
  const rings = tree.own.filter((leg) => leg.claim?.side === 'ring' && tree.root(leg) === leg);
  const origins = tree.own.filter((leg) => leg.claim?.side === 'origin');
  const calls = tree.legs.filter(
    (leg) => leg.claim?.side !== 'ring' && !tree.isCarriedOn(leg) && origins.includes(tree.root(leg)),
  );
  const elsewhere = calls.filter(({ to }) => !(to.kind === 'peer' && to.peer === owner.extension));
  // Whoever calls their own extension talks to their own phone; else that it answered is no answer of anybody.
  const taken = (elsewhere.length > 0 ? elsewhere : calls).filter(wasTaken);
  const clickToCall = isClickToCall(tree, rings, origins);
  const settled = origins.length > 0 || !rings.some(goesOn);

  // The user's own phone was rung first and did not answer: whoever did answer talked to the user's voicemail, or to nobody.
  const away =
    rings.some(({ to, row }) => to.kind === 'peer' || row.lastapp === 'VoiceMail') && !rings.some(wasTaken);
  if (!away && (taken.length > 0 || servedBy(calls))) {
    const talked = taken.length > 0 ? taken : calls;
    const line = upSeconds(talked.map((leg) => whileThere(leg, tree)));
    const first = talked[0]?.row;
    // What is said in a conference is written down where it is bridged, which may be another's row.
    const shared = talked.some(({ row }) => isConference(row));
    const unclear =
      shared || (taken.length > 0 && (clickToCall || stampLag(first) !== 0 || isAllTalk(first)));
    return {
      result: 'answered',
      ringSeconds: unclear || taken.length === 0 || !first ? null : minus(first.duration, first.billsec),
      talkSeconds: unclear ? null : line,
      lineSeconds: line,
      clickToCall,
      settled,
      answered: tree.own.filter((leg) => dispositionOf(leg.row.disposition) === 'answered'),
    };
  }
  return {
    result: unansweredResult(away ? [] : calls, rings),
    ringSeconds: clickToCall ? null : ringingOf(calls.filter((leg) => leg.to.kind !== 'none')),
    talkSeconds: null,
    lineSeconds: null,
    clickToCall,
    settled,
    answered: [],
  };
}

/** Whom the user asked and put together with another goes on without them: the user's part ends with the row of their own phone. */
function whileThere(leg: Leg, tree: Tree): Leg {
  const root = tree.root(leg);
  const over = (leg.end - root.end) / 1_000;
  const { billsec } = leg.row;
  if (billsec === null || over <= 0 || !tree.legs.some((other) => joins(other, root))) return leg;
  return { ...leg, end: root.end, row: { ...leg.row, billsec: Math.max(0, billsec - over) } };
}

/** What answered in the place of the user's own phone is connected with the number to be called, and that has a row. */
function goesOn({ row }: Leg): boolean {
  return dispositionOf(row.disposition) === 'answered' && !isAnnouncement(row.lastapp ?? '');
}

/** A service of the PBX that was dialled (`*43`, a menu, a conference) and answered, with no try at a person before it. */
function servedBy(calls: readonly Leg[]): boolean {
  if (
    calls.length === 0 ||
    calls.some(({ to, row }) => to.kind !== 'none' && to.kind !== 'machine' && endingOf(row.dst) === null)
  ) {
    return false;
  }
  return calls.some(({ row }) => {
    if (dispositionOf(row.disposition) !== 'answered' || endingOf(row.dst) !== null) return false;
    if (/^[*#]/.test(row.dst)) return true;
    const app = row.lastapp ?? '';
    return !/^(?:|dial|queue|voicemail|followme|retrydial)$/i.test(app) && !isAnnouncement(app);
  });
}

function unansweredResult(calls: readonly Leg[], rings: readonly Leg[]): Result {
  const tries = calls.filter(
    ({ to, row }) => to.kind !== 'none' || dispositionOf(row.disposition) !== 'answered',
  );
  const latest = Math.max(...tries.map(({ start }) => start));
  const said = new Set<Disposition>(
    tries
      .filter(({ start, row }) => start === latest && endingOf(row.dst) === null)
      .map(({ row }) => dispositionOf(row.disposition)),
  );
  if (said.has('no-answer') && calls.some(({ row }) => wasTurnedDown(row.dst))) return 'failed';
  // Of several phones that were tried at once, one that rang counts before one that was busy.
  for (const one of ['no-answer', 'busy', 'failed'] as const) if (said.has(one)) return one;
  // ANSWERED by nobody: voicemail, or only the user's own phone.
  for (const { row } of calls) {
    const ended = endingOf(row.dst);
    if (ended !== null && ended !== 'answered' && ended !== 'unknown') return ended;
  }
  if (calls.some(({ row }) => /^(?:voicemail|queue)$/i.test(row.lastapp ?? ''))) return 'no-answer';
  if (calls.some(({ row }) => dispositionOf(row.disposition) === 'answered')) return 'failed';
  if (calls.length > 0) return 'unknown';
  // Only the user's own phone was rung. Where it answered, the call itself has no row yet, or never came to be.
  const own = rings
    .map(({ row }) => endingOf(row.dst) ?? dispositionOf(row.disposition))
    .find((one) => one !== 'unknown');
  return own === undefined || own === 'answered' ? 'unknown' : own;
}
