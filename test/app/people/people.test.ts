import { expect, it } from 'vitest';
import type { PeopleSource } from '../../../app/contract/people.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { createPeople } from '../../../app/people/people.ts';
import type { Person } from '../../../app/people/person.ts';
import { inTurn } from '../../../app/util/timer.ts';
import { manyPeople } from '../../bench/people.ts';
import { known, person } from './office.ts';

function desk(
  lists: Partial<Record<PeopleSource, readonly Person[]>>,
  country = () => 'TH',
  inPhoneBook: (number: string) => string | null = () => null,
) {
  let turns = 0;
  let renewals = 0;
  let waits = new Promise<void>(() => undefined);
  const people = createPeople({
    sources: {
      favourite: () => lists.favourite ?? [],
      contact: () => lists.contact ?? [],
      colleague: () => lists.colleague ?? [],
      recent: () => lists.recent ?? [],
    },
    prefixes: () => prefixesOf(country()),
    inPhoneBook,
    display: (number) => `<${number}>`,
    forField: (number) => number,
    pause: () =>
      inTurn(() => {
        turns += 1;
      }),
    patience: () => waits,
    renewed() {
      renewals += 1;
    },
  });
  return {
    ...{ people, lists, turns: () => turns, renewals: () => renewals },
    /** Nobody waits for a list that is not ready. */
    impatient: () => {
      waits = Promise.resolve();
    },
  };
}

it('tells what the calls know of a number too: when it was called, and its name where nobody gave it one', async () => {
  const { people } = desk({
    favourite: [known('081 234 5678', '', 'favourite')],
    contact: [person('', '02 123 4567', { company: 'Siam Trading' })],
    recent: [{ ...known('+66812345678', 'SOMCHAI'), at: 5 }],
  });
  const match = { company: '', label: '', source: 'favourite' };
  expect(await people.find('0812')).toEqual({
    matches: [
      {
        ...match,
        name: 'SOMCHAI',
        number: '081 234 5678',
        reached: '812345678 ',
        extension: null,
        display: '<081 234 5678>',
        at: 5,
      },
    ],
    whose: [],
  });
  expect((await people.find('siam')).matches).toMatchObject([
    { name: 'Siam Trading', company: '', at: null },
  ]);
});

it('a list that has changed is looked through as it is now, also where the old one was not ready yet', async () => {
  const { people, lists } = desk({ contact: manyPeople(3_000) });
  const first = people.find('anotherone');
  lists.contact = [person('Anotherone', '1')];
  people.changed('contact');
  expect((await people.find('anotherone')).matches).toHaveLength(1);
  expect((await first).matches).toHaveLength(1);
  lists.contact = [];
  expect((await people.find('anotherone')).matches).toHaveLength(1);
  people.changed();
  expect((await people.find('anotherone')).matches).toEqual([]);
});

it('while a new list is being made ready the one before answers, and it is told once the new one does', async () => {
  const { people, lists, renewals, impatient } = desk({ contact: [person('Anotherone', '1')] });
  await people.ready();
  impatient();
  lists.contact = [...manyPeople(3_000), person('Newcomer', '2')];
  people.changed('contact');
  expect((await people.find('anotherone')).matches).toHaveLength(1);
  expect((await people.find('newcomer')).matches).toEqual([]);
  expect(renewals()).toBe(0);
  await people.ready();
  expect(renewals()).toBe(1);
  expect((await people.find('newcomer')).matches).toHaveLength(1);
  expect((await people.find('anotherone')).matches).toEqual([]);
  // Who signs in is answered by no list of who was here before.
  lists.contact = [...manyPeople(3_000)];
  people.changed();
  expect((await people.find('newcomer')).matches).toEqual([]);
  expect(renewals()).toBe(1);
});

it('in another country the same numbers are spelled in other ways', async () => {
  let country = 'TH';
  const { people } = desk({ contact: [person('Jane', '0171 234 5678')] }, () => country);
  expect((await people.find('+49171')).matches).toEqual([]);
  country = 'DE';
  people.changed();
  expect((await people.find('+49171')).matches).toHaveLength(1);
});

it('many people are made ready in pieces, between which all else has its turn, and later only those who are new', async () => {
  let read = 0;
  const watched = manyPeople(2_000).map(
    (one): Person => ({
      ...one,
      get name() {
        read += 1;
        return one.name;
      },
    }),
  );
  const { people, lists, turns } = desk({ contact: watched });
  await people.ready();
  expect(turns()).toBeGreaterThan(1);
  expect(read).toBeGreaterThanOrEqual(2_000);
  read = 0;
  lists.contact = [...watched, person('Anotherone', '1')];
  people.changed('contact');
  expect((await people.find('anotherone')).matches).toHaveLength(1);
  expect(read).toBe(0);
});

it('says whose a number is: the phone book first, then what the PBX called it, in any spelling', () => {
  const { people, lists } = desk(
    { recent: [known('+66812345678', 'SOMCHAI J'), known('02 123 4567', 'SIAM'), known('103')] },
    undefined,
    (number) => (number === '02 123 4567' ? 'Wipha' : null),
  );
  expect(['081-234-5678', '02 123 4567', '103', '104'].map(people.nameOf)).toEqual([
    'SOMCHAI J',
    'Wipha',
    null,
    null,
  ]);
  lists.recent = [known('104', 'Noi')];
  people.changed('recent');
  expect(people.nameOf('104')).toBe('Noi');
});
