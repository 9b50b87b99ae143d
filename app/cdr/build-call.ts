import type { Call, Reason } from './call.ts';
import type { Leg, Owner } from './leg.ts';
import { incomingParty, outgoingParty } from './party.ts';
import { recordingsOf } from './recordings.ts';
import { incomingResult, outgoingResult } from './result.ts';
import { stepsOf } from './steps.ts';
import { readTree } from './tree.ts';
import { waysOf } from './ways.ts';

/** The legs of one call as its user is shown it; `null` where it is not theirs. */
export function buildCall(
  { id, ids }: Pick<Call, 'id' | 'ids'>,
  legs: readonly Leg[],
  owner: Owner,
): Call | null {
  const tree = readTree(legs);
  const first = tree?.own[0];
  if (!tree || !first) return null;
  const { direction } = tree;
  const outcome = direction === 'incoming' ? incomingResult(tree, owner) : outgoingResult(tree, owner);
  const party = direction === 'incoming' ? incomingParty(tree, owner) : outgoingParty(tree, owner);
  const recordings = outcome.answered.length > 0 ? recordingsOf(outcome.answered) : null;
  const reasons = tree.own.flatMap(({ claim }) => (claim ? [claim.why] : []));
  return {
    id,
    ids,
    direction,
    party,
    start: first.start,
    ringSeconds: outcome.ringSeconds,
    talkSeconds: outcome.talkSeconds,
    lineSeconds: outcome.lineSeconds,
    result: outcome.result,
    recordings: recordings?.named ?? [],
    maybeRecorded: recordings?.unnamed ?? null,
    why: [...new Set<Reason>(reasons)],
    via: waysOf(tree, owner),
    steps: stepsOf(tree, owner, {
      result: outcome.result,
      party: party.number,
      wasHad: outcome.answered.length > 0,
    }),
    clickToCall: outcome.clickToCall,
    settled: outcome.settled,
    attempt: null,
  };
}
