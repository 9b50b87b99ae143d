import { setImmediate as pause } from 'node:timers/promises';
import { createByNumber } from '../../../app/contacts/by-number.ts';
import { readAsked } from '../../../app/contacts/formats/read.ts';
import { createImport } from '../../../app/contacts/import.ts';
import { ok } from '../../../app/contract/failures.ts';
import { openDesk } from './desk.ts';

/** A phone book into which files are brought. */
export function bringing() {
  const at = openDesk();
  const byNumber = createByNumber({
    contacts: () => at.book.now().contacts,
    keyOf: (number) => at.numbers.read(number)?.key ?? number,
  });
  const taking = createImport({
    ...{ book: at.book, byNumber, newId: at.newId, pause, read: at.numbers.read },
    find: at.numbers.find,
    country: () => 'TH',
    readFile: async (asked) => {
      const read = readAsked(asked);
      if (!read.ok) throw new Error(read.why);
      return ok(read);
    },
  });
  const bring = async (of: string | Uint8Array) => {
    const seen = await taking.look(of);
    if (!seen.ok) throw new Error(seen.failure.code);
    await taking.take(seen.value.import);
    return seen.value;
  };
  const numbers = () => at.book.now().contacts.flatMap((one) => one.numbers.map(({ number }) => number));
  return { ...at, byNumber, bring, kept: numbers };
}
