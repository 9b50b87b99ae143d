import type { Call } from '../cdr/call.ts';
import { isCode } from '../dialing/trust.ts';
import { isWithheld } from '../words/withheld.ts';

type Of = Pick<Call, 'party' | 'direction'>;

/** A caller's own choice of what their number says, a code or an extension's digits: nobody here is named by it. */
export const isCallersChoice = (call: Of): boolean =>
  leadsElsewhere(call) || (call.direction === 'incoming' && call.party.presented !== undefined);

/** Of these, what does not lead to the caller: a code would be dialled as one, and behind an extension is a colleague, who did not call. */
export function leadsElsewhere({ party, direction }: Of): boolean {
  const { number, presented } = party;
  return direction === 'incoming' && number !== null && (presented === 'outside' || isCode(number));
}

/** Nothing that a caller withheld was ever dialled: what was is a number, whatever it looks like. */
export function isHidden({ party, direction }: Of): boolean {
  return direction === 'incoming' && party.number !== null && isWithheld(party.number);
}
