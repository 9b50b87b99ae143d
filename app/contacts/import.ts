import { type ContactsChange, type ImportView, mostContacts } from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { calledBy, type KeptContact, withContacts } from './book.ts';
import type { ByNumber } from './by-number.ts';
import type { Card } from './formats/card.ts';
import type { FileRead } from './formats/thread.ts';
import type { OwnBook } from './own-book.ts';
import { type Plan, type PlanParts, planOf } from './plan.ts';

/** Takes people from a file into the phone book, once the person has seen what that does. */
export interface Import {
  /** What the file would do. Another one that was looked at before is forgotten. */
  look(of: Uint8Array | string): Promise<Reply<ImportView>>;
  /** Does it. */
  take(wanted: string): Promise<Reply<ContactsChange>>;
  forget(): void;
}

export interface ImportParts extends Pick<PlanParts, 'find' | 'newId' | 'pause'> {
  readonly book: OwnBook;
  readonly byNumber: ByNumber;
  readonly read: (number: string) => { readonly display: string; readonly key: string } | null;
  readonly country: () => string;
  readonly readFile: (asked: {
    readonly of: Uint8Array | string;
    readonly country: string;
  }) => Promise<Reply<FileRead>>;
}

/** Of those in a file, so many are shown; the counts are of all. */
const mostShown = 300;
/** Of them, so many may be who is left out, and why: nobody looks for those whom thousands of new ones hide. */
const mostLeftOutShown = 150;

export function createImport(parts: ImportParts): Import {
  const { book, newId } = parts;
  let open: { readonly id: string; readonly cards: readonly Card[]; readonly plan: Plan; of: object } | null =
    null;

  async function plan(cards: readonly Card[]): Promise<{ plan: Plan; of: object }> {
    const now = book.now();
    return { plan: await planOf(cards, { ...parts, book: now }), of: now };
  }

  return {
    async look(of) {
      open = null;
      const read = await parts.readFile({ of, country: parts.country() });
      if (!read.ok) return read;
      const { cards, damagedLines } = read.value;
      open = { id: newId(), cards, ...(await plan(cards)) };
      return ok({ ...viewOf(open.id, open.plan, parts.read), damagedLines });
    },
    async take(wanted) {
      if (open?.id !== wanted) return fail('contact-gone');
      // Somebody was added meanwhile, or is another now.
      const { plan: now } = open.of === book.now() ? open : await plan(open.cards);
      const { contacts } = book.now();
      if (contacts.length + now.fresh.length > mostContacts) return fail('contacts-full');
      const taken = book.writeUndoably(
        withContacts(book.now(), [...now.changed.map(({ after }) => after), ...now.fresh]),
      );
      if (taken.ok) open = null;
      return taken;
    },
    forget() {
      open = null;
    },
  };
}

function viewOf(id: string, plan: Plan, read: ImportParts['read']): Omit<ImportView, 'damagedLines'> {
  const { changed, fresh, withoutNumber, same } = plan;
  const leftOut = withoutNumber.slice(0, mostLeftOutShown);
  const shown = (numbers: KeptContact['numbers']) =>
    numbers.map(({ number }) => read(number)?.display ?? number);
  const added = (before: KeptContact, after: KeptContact) =>
    shown(after.numbers.filter((one) => !before.numbers.some((had) => had.id === one.id)));
  return {
    import: id,
    fresh: fresh.length,
    changed: changed.length,
    same,
    withoutNumber: withoutNumber.length,
    people: [
      ...[
        ...changed.slice(0, mostShown).map(({ before, after }) => ({
          end: 'changed' as const,
          name: calledBy(after),
          numbers: added(before, after),
        })),
        ...fresh.slice(0, mostShown).map((one) => ({
          end: 'new' as const,
          name: calledBy(one),
          numbers: shown(one.numbers),
        })),
      ].slice(0, mostShown - leftOut.length),
      ...leftOut.map((name) => ({ end: 'without-number' as const, name, numbers: [] })),
    ],
  };
}
