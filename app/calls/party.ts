import type { Call } from '../cdr/call.ts';
import { isCallersChoice } from './callers-choice.ts';
import type { Viewing } from './view.ts';

/** The other end of a call. */
export interface Party extends Pick<Call, 'direction'> {
  readonly number: string;
  readonly name: string | null;
}

/** `null` where nobody knows whom a call was with, or a caller chose what their number says. */
export function partyOf(call: Call | null | undefined, nameOf: Viewing['nameOf']): Party | null {
  const number = call?.party.number ?? null;
  if (!call || number === null || isCallersChoice(call)) return null;
  return { number, name: nameOf(call), direction: call.direction };
}
