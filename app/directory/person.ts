import type { Person } from '../people/person.ts';

/** Somebody in the company's directory. `also`: what else they are called there, in another script say. */
export type Colleague = Pick<Person, 'name' | 'company' | 'also' | 'numbers'>;
