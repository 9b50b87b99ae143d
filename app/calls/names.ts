import type { Call } from '../cdr/call.ts';
import { isCallersCode } from './view.ts';

/** What the other party of a call is called. */
export interface Names {
  /** As the phone book has it, however the number is written; else what the PBX says. `null`: nobody knows one. */
  of(call: Pick<Call, 'party' | 'direction'>): string | null;
  /** Of somebody else in a call, by their number or extension: as the phone book has it. */
  who(number: string): string | null;
}

/** `inPhoneBook`: who has a number there. */
export function createNames(inPhoneBook: (number: string) => string | null): Names {
  return {
    of(call) {
      const { number, name } = call.party;
      // A caller may have a code as their number, and is not what the user calls by it.
      if (number === null || isCallersCode(call)) return name;
      return inPhoneBook(number) ?? name;
    },
    who: inPhoneBook,
  };
}
