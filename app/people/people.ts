import { type PeopleFound, type PeopleSource, type PersonMatch, peopleSources } from '../contract/people.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { digitKey } from '../numbers/spellings.ts';
import { createIndexing, type PeopleIndex } from './people-index.ts';
import type { Person } from './person.ts';
import { type Hit, search } from './search.ts';

/** Everybody whom this desk knows by a name or a number, wherever from. */
export interface People {
  /** Who may be meant by what is typed, best first; and whose number it is. */
  find(typed: string): Promise<PeopleFound>;
  /** Makes ready what a question needs, a little at a time; the first one waits for it otherwise. */
  ready(): Promise<void>;
  /** There are others now; of all sources, where none is named. */
  changed(source?: PeopleSource): void;
}

export interface PeopleParts {
  /** Best first. Who is the same object as before is not made ready again. */
  readonly sources: Readonly<Record<PeopleSource, () => readonly Person[]>>;
  readonly prefixes: () => Prefixes;
  /** A number as it is shown. */
  readonly display: (number: string) => string;
  /** What else is waiting has its turn. */
  readonly pause: () => Promise<void>;
}

/** More are not looked through: whoever does not see the one they mean types on. */
export const mostMatches = 12;

export function createPeople({ sources, prefixes, display, pause }: PeopleParts): People {
  const makeIndex = createIndexing(prefixes);
  const made = new Map<PeopleSource, Promise<PeopleIndex>>();

  function indexOf(source: PeopleSource): Promise<PeopleIndex> {
    const before = made.get(source);
    if (before !== undefined) return before;
    const mine = make(source, () => made.get(source) !== mine);
    made.set(source, mine);
    return mine;
  }

  async function make(source: PeopleSource, isOver: () => boolean): Promise<PeopleIndex> {
    const index = await makeIndex(source, sources[source](), pause, isOver);
    return index ?? indexOf(source);
  }

  async function indexes() {
    const all = await Promise.all(
      peopleSources.map(async (source) => [source, await indexOf(source)] as const),
    );
    return Object.fromEntries(all) as Record<PeopleSource, PeopleIndex>;
  }

  return {
    async find(typed) {
      const ready = await indexes();
      const { matches, whose } = search(ready, typed, prefixes(), mostMatches);
      const lastCalled = calledAt(ready.recent.people, prefixes());
      return { matches: matches.map(shown), whose: whose.map(shown) };

      function shown({ person, number: { number, label } }: Hit): PersonMatch {
        const { name, company, source } = person;
        const recent = lastCalled(number);
        return {
          ...{ name: name || company || recent?.name || '', company: name === '' ? '' : company },
          ...{ number, display: display(number), label, source, at: recent?.at ?? null },
        };
      }
    },
    async ready() {
      await indexes();
    },
    changed(source) {
      if (source === undefined) made.clear();
      else made.delete(source);
    },
  };
}

/** What the calls tell of a number. */
function calledAt(recent: readonly Person[], prefixes: Prefixes): (number: string) => Person | undefined {
  let byKey: ReadonlyMap<string, Person> | null = null;
  return (number) => {
    byKey ??= new Map(
      recent.map((person) => [digitKey(person.numbers[0]?.number ?? '', prefixes), person] as const),
    );
    return byKey.get(digitKey(number, prefixes));
  };
}
