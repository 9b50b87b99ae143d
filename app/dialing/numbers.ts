import type { NumberView, Settings } from '../contract.ts';
import type { Dialable } from './dialler.ts';
import { numbersInText } from './numbers/from-text.ts';
import { interpretNumber } from './numbers/interpret.ts';

/** Numbers as this desk's settings read them. */
export interface Numbers {
  /** What a typed number is shown as, and whether it can be dialled. */
  describe(typed: string): NumberView;
  /** `null`: nothing that can be dialled. */
  read(typed: string): Dialable | null;
  /** The numbers in a text, best first, as they go into the number field. */
  find(text: string): string[];
}

/** Most digits of an internal extension, which goes to the PBX as it is typed. */
const internalLength = 5;

/** More candidates than this are a document, not a selection. */
const mostFound = 20;

export function createNumbers(settings: () => Settings): Numbers {
  const interpret = (typed: string) => {
    const { country, numberForm } = settings();
    return interpretNumber(typed, { country, form: numberForm, internalLength });
  };
  return {
    describe(typed) {
      const { display, send } = interpret(typed);
      return { display, dialable: send !== null };
    },
    read(typed) {
      const { display, send, key } = interpret(typed);
      return send === null ? null : { display, send, key };
    },
    find: (text) =>
      numbersInText(text, { country: settings().country, internalLength })
        .slice(0, mostFound)
        .map(({ dial }) => dial),
  };
}
