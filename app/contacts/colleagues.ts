import type { Contact } from '../contract/contacts.ts';
import { fold } from '../people/fold.ts';
import type { Person } from '../people/person.ts';
import { calledBy, type KeptContact } from './book.ts';
import type { ByNumber } from './by-number.ts';

export interface ColleaguesParts {
  readonly byNumber: Pick<ByNumber, 'of'>;
  readonly display: (number: string) => string;
  readonly newId: () => string;
}

/** Whom the company's directory has, as they stand among the contacts: to be read, and called. */
export interface Colleagues {
  /** Those of them who do not stand among one's own already, by the same name and with all of their numbers. */
  beside(own: readonly KeptContact[], found: readonly Person[]): readonly Person[];
  view(colleague: Person): Contact;
}

export function createColleagues({ byNumber, display, newId }: ColleaguesParts): Colleagues {
  /** Directories have no ids. Who is the same object is unfolded still when they are found again. */
  const ids = new WeakMap<Person, string>();

  function idOf(colleague: Person): string {
    const id = ids.get(colleague) ?? newId();
    ids.set(colleague, id);
    return id;
  }

  return {
    beside(own, found) {
      const shown = new Set(own);
      return found.filter((colleague) => {
        const name = fold(calledBy(colleague));
        return !colleague.numbers.every(({ number }) =>
          byNumber.of(number).some(({ contact }) => shown.has(contact) && fold(calledBy(contact)) === name),
        );
      });
    },
    view(colleague) {
      const id = idOf(colleague);
      const { name, company, numbers } = colleague;
      return {
        ...{ id, source: 'company', name, company, note: '' },
        numbers: numbers.map(({ number, label }, at) => ({
          ...{ id: `${id} ${at}`, number, label, display: display(number), pinned: false },
        })),
      };
    },
  };
}
