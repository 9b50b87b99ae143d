import type { CallView, PersonView } from '../../../app/contract/calls.ts';

/** Whose page it is, by name; empty for nobody's, and where several share a number. */
export const nameOn = (person: PersonView | null): string => (person?.isOne ? person.name : '');

/** Whom a press on a call means: whose page it stands on, or whoever was chosen when they were called. Empty: its number says it. */
export const meantBy = ({ chosen, name }: CallView, person: PersonView | null): string =>
  nameOn(person) || (chosen && name !== null ? name : '');
