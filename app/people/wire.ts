import type { Favourite } from '../contract/favourites.ts';
import type { Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import { prefixesOf } from '../numbers/prefixes.ts';
import { inTurn, timer } from '../util/timer.ts';
import { createPeople, type People } from './people.ts';
import type { Person } from './person.ts';

/** A number of a call, and what is known of it. */
export interface Called {
  readonly number: string;
  /** What the PBX calls it; empty for nothing. */
  readonly name: string;
  /** When the user last called it. */
  readonly at: number | null;
}

/** What a phone book tells of somebody. */
export type InPhoneBook = Pick<Person, 'name' | 'company' | 'numbers'> &
  Partial<Pick<Person, 'also' | 'nickname'>>;

export interface PeopleWires {
  readonly events: Events;
  readonly favourites: () => readonly Favourite[];
  /** The phone book, best first. Who is the same object as before is the same. */
  readonly contacts: () => readonly InPhoneBook[];
  /** The company's directory; likewise. */
  readonly colleagues: () => readonly InPhoneBook[];
  /** Numbers of the calls, newest first. */
  readonly recent: () => readonly Called[];
  /** Who has a number in the phone book, or else in the directory. */
  readonly inPhoneBook: (number: string) => string | null;
  readonly settings: () => Settings;
  readonly display: (number: string) => string;
  readonly forField: (number: string) => string;
}

/** Milliseconds. Few lists take longer to be made ready, and nobody sees it. */
const patience = 100;

/** The people of whoever is signed in. */
export function wirePeople({
  events,
  favourites,
  contacts,
  colleagues,
  recent,
  inPhoneBook,
  settings,
  display,
  forField,
}: PeopleWires): People {
  const asBefore = createSame();
  const ofContact = createOf('contact');
  const ofColleague = createOf('colleague');
  const prefixes = () => prefixesOf(settings().country);
  const people = createPeople({
    sources: {
      favourite: () => favourites().map(ofFavourite),
      contact: () => each(contacts(), ofContact),
      colleague: () => each(colleagues(), ofColleague),
      recent: () => asBefore(recent().map((one) => ofCall(one, inPhoneBook(one.number)))),
    },
    prefixes,
    inPhoneBook,
    display,
    forField,
    pause: () => inTurn(() => {}),
    patience: () => new Promise((resolve) => void timer(patience, resolve)),
    renewed: () => events.emit('people.changed', undefined),
  });

  let readBy = prefixes();
  let before = colleagues();
  events.on('favourites.changed', () => people.changed('favourite'));
  events.on('contacts.changed', () => {
    people.changed('contact');
    people.changed('recent');
  });
  events.on('directory.changed', () => {
    if (colleagues() === before) return;
    before = colleagues();
    people.changed('colleague');
    people.changed('recent');
  });
  events.on('calls.changed', () => people.changed('recent'));
  events.on('owner.changed', () => people.changed());
  events.on('settings.kept', () => {
    if (prefixes() === readBy) return;
    readBy = prefixes();
    people.changed();
  });
  return people;
}

function ofFavourite({ name, number }: Favourite): Person {
  return { source: 'favourite', name, company: '', also: '', numbers: [{ number, label: '' }], at: null };
}

/** As they are asked for: 50,000 at once hold everybody else up. */
function* each(people: readonly InPhoneBook[], as: (one: InPhoneBook) => Person): Generator<Person> {
  for (const one of people) yield as(one);
}

function createOf(source: 'contact' | 'colleague'): (contact: InPhoneBook) => Person {
  const known = new WeakMap<InPhoneBook, Person>();
  return (contact) => {
    const before = known.get(contact);
    if (before !== undefined) return before;
    const { name, nickname, company, also = '', numbers } = contact;
    const person: Person = {
      source,
      name,
      ...(nickname === undefined ? {} : { nickname }),
      company,
      also,
      numbers,
      at: null,
    };
    known.set(contact, person);
    return person;
  };
}

/** Whatever the PBX calls a number, it is found by that too. */
function ofCall({ name: pbxName, number, at }: Called, own: string | null): Person {
  const name = own ?? pbxName;
  return {
    ...{ source: 'recent', name, company: '', also: name === pbxName ? '' : pbxName },
    ...{ numbers: [{ number, label: '' }], at },
  };
}

/** A list that is made anew has the people of the last one, where nothing about them is new: they need not be made ready again. */
function createSame(): (people: readonly Person[]) => readonly Person[] {
  let before = new Map<string, Person>();
  return (people) => {
    const now = new Map(people.map((person) => [JSON.stringify(person), person] as const));
    for (const key of now.keys()) now.set(key, before.get(key) ?? (now.get(key) as Person));
    before = now;
    return [...now.values()];
  };
}
