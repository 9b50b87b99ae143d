import { ok, type Reply } from '../contract/failures.ts';
import { calledBy } from './book.ts';
import type { ByNumber } from './by-number.ts';
import type { OwnBook } from './own-book.ts';

/** Takes a number out of the phone book. */
export interface ContactForgetting {
  /** Who has it; empty: it has no name. `null`: nobody has it. */
  named(number: string): string | null;
  /** Whoever has no other number goes with it. */
  forget(number: string): Reply<undefined>;
}

export function createContactForgetting(book: OwnBook, byNumber: ByNumber): ContactForgetting {
  return {
    named(number) {
      const holders = byNumber.of(number);
      if (holders.length === 0) return null;
      return [...new Set(holders.map(({ contact }) => calledBy(contact)))].join(', ');
    },
    forget(number) {
      book.forgetUndo();
      const gone = new Set(byNumber.of(number).map((one) => one.number.id));
      if (gone.size === 0) return ok(undefined);
      const { contacts, pins } = book.now();
      const left = contacts.flatMap((contact) => {
        const numbers = contact.numbers.filter(({ id }) => !gone.has(id));
        if (numbers.length === contact.numbers.length) return [contact];
        return numbers.length === 0 ? [] : [{ ...contact, numbers }];
      });
      return book.write({ contacts: left, pins });
    },
  };
}
