import type { Call } from '../cdr/call.ts';
import type { PersonView, PersonWish } from '../contract/calls.ts';
import { isCallersChoice, leadsElsewhere } from './callers-choice.ts';
import type { KnownPerson } from './known-person.ts';
import type { Viewing } from './view.ts';

export interface PersonParts {
  /** Who has a number, however it is written; whoever is named alone, where they have it. */
  readonly holdersOf: (number: string, name?: string) => readonly KnownPerson[];
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** Alike in every spelling of one number, and quickly found: only numbers that end alike are read in full. */
  readonly endOf: (number: string) => string;
  /** What a dialling rule makes of a number, which the PBX writes down. */
  readonly sentFor: (number: string) => string;
}

/** Whom a number belongs to, and which calls are with them. */
export interface Person {
  readonly name: string;
  /** Nobody shares the number, or it is known who is meant. */
  readonly isOne: boolean;
  readonly company: string;
  readonly numbers: KnownPerson['numbers'];
  has(call: Pick<Call, 'party' | 'direction'>): boolean;
}

/** Somebody with one number, or with several; a number that people share is nobody's other numbers. */
export function personOf(
  { number, name: chosen, presented }: PersonWish,
  { holdersOf, keyOf, endOf, sentFor }: PersonParts,
): Person {
  const holders = presented ? [] : holdersOf(number, chosen);
  const [only] = holders;
  const numbers = holders.length === 1 && only ? only.numbers : [{ number, label: '' }];
  const spellings = numbers.flatMap((one) => [one.number, sentFor(one.number)]);
  const keys = new Set(spellings.map(keyOf));
  const ends = new Set(spellings.map(endOf));
  const said = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').join(' / ');
  return {
    name: said(holders.map(({ name, company }) => (name === '' ? company : name))),
    isOne: holders.length === 1,
    company: said(holders.filter(({ name }) => name !== '').map(({ company }) => company)),
    numbers,
    has(call) {
      const written = call.party.number;
      if (written === null) return false;
      // What a caller chose leads from here to somebody, and did not come from them.
      if (isCallersChoice(call) !== (presented === true)) return false;
      return ends.has(endOf(written)) && keys.has(keyOf(written));
    },
  };
}

/** A person's page, without their calls. `calls`: newest first, theirs alone. */
export function personView(
  person: Person,
  calls: readonly Call[],
  {
    numberOf,
    nameOf,
    skew,
    keyOf,
  }: Pick<Viewing, 'numberOf' | 'nameOf' | 'skew'> & Pick<PersonParts, 'keyOf'>,
): PersonView {
  const [latest] = calls;
  const called = new Set(calls.flatMap(({ party }) => (party.number === null ? [] : keyOf(party.number))));
  const written = calls.flatMap((call) => nameOf(call) ?? []);
  return {
    // Whom nobody here wrote down, the PBX may name.
    name: person.name === '' ? (written[0] ?? '') : person.name,
    isOne: person.isOne,
    company: person.company,
    numbers: person.numbers.map(({ number, label }) => {
      const { display, callable } = numberOf(number);
      const isChosen = calls.some((call) => leadsElsewhere(call) && call.party.number === number);
      return {
        display: display === '' ? number : display,
        callable: isChosen ? null : callable,
        from: called.has(keyOf(number)) ? 'call-back' : 'contact',
        label,
      };
    }),
    calls: calls.length,
    answered: calls.filter(({ result }) => result === 'answered').length,
    missed: calls.filter(({ result }) => result === 'missed').length,
    last: latest === undefined ? null : latest.start - skew,
  };
}
