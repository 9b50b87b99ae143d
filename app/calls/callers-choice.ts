import type { Call } from '../cdr/call.ts';
import { isCode } from '../dialing/trust.ts';
import { isWithheld } from '../words/withheld.ts';

/**
 * A caller's own choice of what their number says, and nothing that leads to them: a code would be dialled as one, and behind an
 * extension's digits is a colleague, who did not call.
 */
export function isCallersChoice({ party, direction }: Pick<Call, 'party' | 'direction'>): boolean {
  return (
    direction === 'incoming' && party.number !== null && (party.presented === true || isCode(party.number))
  );
}

/** Nothing that a caller withheld was ever dialled: what was is a number, whatever it looks like. */
export function isHidden({ party, direction }: Pick<Call, 'party' | 'direction'>): boolean {
  return direction === 'incoming' && party.number !== null && isWithheld(party.number);
}
