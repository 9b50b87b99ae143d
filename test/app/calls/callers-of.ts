import { type Callers, createCallers } from '../../../app/calls/callers.ts';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { parted } from '../../../app/numbers/extension.ts';

/** Callers as these people of a phone book have their numbers. */
export const callersOf = (keyOf: (number: string) => string, ...people: readonly KnownPerson[]): Callers => {
  const has = (one: KnownPerson, number: string) =>
    one.numbers.some((own) => keyOf(parted(own.number).number) === keyOf(parted(number).number));
  return createCallers({
    keyOf,
    holderOf(number) {
      const holders = people.filter((one) => has(one, number));
      return holders.length === 1 ? (holders[0] ?? null) : null;
    },
    holderCalled: (number, name) => people.find((one) => one.name === name && has(one, number)) ?? null,
    hasExtension: (number) => parted(number).extension !== null,
  });
};
