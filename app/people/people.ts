import { type PeopleFound, type PeopleSource, type PersonMatch, peopleSources } from '../contract/people.ts';
import { parted } from '../numbers/extension.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { digitKey } from '../numbers/spellings.ts';
import { createIndexing, type PeopleIndex } from './people-index.ts';
import type { Person } from './person.ts';
import { type Hit, reachedBy, search, searchList } from './search.ts';

/** Everybody whom this desk knows by a name or a number, wherever from. */
export interface People {
  /** Who may be meant by what is typed, best first; and whose number it is. */
  find(typed: string): Promise<PeopleFound>;
  /** Who of the company's directory is found by a name or by digits of a number, best first. */
  colleagues(typed: string): Promise<readonly Person[]>;
  /** Whose number it is: as the phone book says, or else the directory, or else as the PBX called it; `null` where nobody knows. The one place that says so. */
  nameOf(number: string): string | null;
  /** Makes ready what a question needs, a little at a time; the first one waits for it otherwise. */
  ready(): Promise<void>;
  /** There are others now; of all sources, where none is named. */
  changed(source?: PeopleSource): void;
}

export interface PeopleParts {
  /** Best first. Who is the same object as before is not made ready again. */
  readonly sources: Readonly<Record<PeopleSource, () => Iterable<Person>>>;
  readonly prefixes: () => Prefixes;
  /** Who has a number in the phone book, which has it from the person at the desk, or else in the company's directory. */
  readonly inPhoneBook: (number: string) => string | null;
  /** A number as it is shown. */
  readonly display: (number: string) => string;
  /** As it goes into the number field. */
  readonly forField: (number: string) => string;
  /** What else is waiting has its turn. */
  readonly pause: () => Promise<void>;
  /** So long an answer waits for a list that is being made ready; the one before answers then. */
  readonly patience: () => Promise<void>;
  /** What was answered by the list before may be otherwise now. */
  readonly renewed: () => void;
}

/** More are not looked through: whoever does not see the one they mean types on. */
export const mostMatches = 12;
const mostColleagues = 200;

export function createPeople(parts: PeopleParts): People {
  const { sources, prefixes, inPhoneBook, display, forField, pause } = parts;
  const makeIndex = createIndexing(prefixes);
  const made = new Map<PeopleSource, Promise<PeopleIndex>>();
  /** Those that were ready last. */
  const last = new Map<PeopleSource, PeopleIndex>();
  /** Those of which the last one answered, because the next was not ready. */
  const late = new Set<PeopleSource>();
  /** What the calls tell of a number. */
  let called: ((number: string) => Person | undefined) | null = null;

  function indexOf(source: PeopleSource): Promise<PeopleIndex> {
    const before = made.get(source);
    if (before !== undefined) return before;
    const mine = make(source, () => made.get(source) !== mine);
    made.set(source, mine);
    return mine;
  }

  async function make(source: PeopleSource, isOver: () => boolean): Promise<PeopleIndex> {
    const index = await makeIndex(source, sources[source](), pause, isOver);
    if (index === null || isOver()) return indexOf(source);
    last.set(source, index);
    if (late.delete(source)) parts.renewed();
    return index;
  }

  /** The list as it is; or as it was, where that takes its time. */
  async function soonest(source: PeopleSource, patience: Promise<void>): Promise<PeopleIndex> {
    const next = indexOf(source);
    const before = last.get(source);
    if (before === undefined) return next;
    const index = await Promise.race([next, patience]);
    if (index !== undefined) return index;
    // Somebody signed out meanwhile.
    const still = last.get(source);
    if (still === undefined) return next;
    late.add(source);
    return still;
  }

  async function indexes(patience: Promise<void> | null) {
    const all = await Promise.all(
      peopleSources.map(
        async (source) =>
          [source, await (patience === null ? indexOf(source) : soonest(source, patience))] as const,
      ),
    );
    return Object.fromEntries(all) as Record<PeopleSource, PeopleIndex>;
  }

  function inCalls(number: string): Person | undefined {
    called ??= byNumber(sources.recent(), prefixes());
    return called(number);
  }

  return {
    async find(typed) {
      const ready = await indexes(parts.patience());
      const { matches, whose } = search(ready, typed, prefixes(), mostMatches);
      return { matches: matches.map(shown), whose: whose.map(shown) };

      function shown({ person, number: { number, label } }: Hit): PersonMatch {
        const { name, company, source } = person;
        const recent = inCalls(number);
        const { number: called, extension } = parted(number);
        return {
          ...{
            name: name || company || recent?.name || '',
            company: name === '' ? '' : company,
            ...(person.nickname === undefined ? {} : { nickname: person.nickname }),
          },
          ...{
            number: forField(called),
            reached: reachedBy(number, prefixes()),
            extension,
            display: display(number),
            label,
            source,
            at: recent?.at ?? null,
          },
        };
      }
    },
    async colleagues(typed) {
      if (typed.trim() === '') return [];
      return searchList(await soonest('colleague', parts.patience()), typed, prefixes(), mostColleagues);
    },
    nameOf: (number) => inPhoneBook(number) ?? (inCalls(number)?.name || null),
    async ready() {
      await indexes(null);
    },
    changed(source) {
      if (source === undefined || source === 'recent') called = null;
      if (source !== undefined) return void made.delete(source);
      for (const all of [made, last, late]) all.clear();
    },
  };
}

function byNumber(people: Iterable<Person>, prefixes: Prefixes): (number: string) => Person | undefined {
  const keyed = [...people].map(
    (person) => [digitKey(person.numbers[0]?.number ?? '', prefixes), person] as const,
  );
  const byKey = new Map(keyed);
  return (number) => byKey.get(digitKey(number, prefixes));
}
