import type { FoundNumber, NumberView, Settings } from '../contract.ts';
import type { Dialable } from './dialler.ts';
import { numbersInText } from './numbers/from-text.ts';
import { interpretNumber } from './numbers/interpret.ts';
import { remembered } from './numbers/remembered.ts';

/** Numbers as this desk's settings read them. */
export interface Numbers {
  /** What a typed number is shown as, and whether it can be dialled. */
  describe(typed: string): NumberView;
  /** `null`: nothing that can be dialled. */
  read(typed: string): Dialable | null;
  /** The numbers in a text, best first, as they go into the number field. */
  find(text: string): FoundNumber[];
}

/** More candidates than this are a document, not a selection. */
const mostFound = 20;

export function createNumbers(settings: () => Settings): Numbers {
  const interpret = remembered(settings, (typed) => {
    const { country, numberForm, internalLength } = settings();
    return interpretNumber(typed, { country, form: numberForm, internalLength });
  });
  return {
    describe(typed) {
      const { display, send } = interpret(typed);
      return { display, dialable: send !== null };
    },
    read(typed) {
      const { display, send, key, abroad } = interpret(typed);
      return send === null ? null : { display, send, key, abroad, blocked: null };
    },
    find(text) {
      const { country, internalLength } = settings();
      return numbersInText(text, { country, internalLength })
        .slice(0, mostFound)
        .map(({ dial, display, extension }) => ({ number: dial, display, extension }));
    },
  };
}
