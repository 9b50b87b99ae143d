import type { Call, Reason } from './call.ts';
import type { Owner } from './claim.ts';
import { incomingParty, outgoingParty } from './party.ts';
import { recordingsOf } from './recordings.ts';
import { incomingResult, outgoingResult } from './result.ts';
import type { Row } from './rows.ts';
import { readTree } from './tree.ts';
import { waysOf } from './ways.ts';
import type { Zone } from './zone.ts';

/** The rows of one call as its user is shown it; `null` where it is not theirs. */
export function buildCall(id: string, rows: readonly Row[], owner: Owner, zone: Zone): Call | null {
  const tree = readTree(rows, owner, zone);
  const first = tree?.own[0];
  if (!tree || !first) return null;
  const { direction } = tree;
  const outcome = direction === 'incoming' ? incomingResult(tree, owner) : outgoingResult(tree, owner);
  const party = direction === 'incoming' ? incomingParty(tree, owner) : outgoingParty(tree, owner);
  const recordings = outcome.result === 'answered' ? recordingsOf(outcome.answered) : null;
  const reasons = tree.own.flatMap(({ claim }) => (claim ? [claim.why] : []));
  return {
    id,
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
    clickToCall: outcome.clickToCall,
    settled: outcome.settled,
    attempt: null,
  };
}
