import { type PeopleSource, peopleSources } from '../../../app/contract/people.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { createIndexing } from '../../../app/people/people-index.ts';
import type { Person } from '../../../app/people/person.ts';
import { type Hits, search } from '../../../app/people/search.ts';
import { inTurn } from '../../../app/util/timer.ts';

const prefixes = prefixesOf('TH');
const makeIndex = createIndexing(() => prefixes);

/** Somebody with one number or several. */
export function person(
  name: string,
  numbers: string | readonly string[],
  part: Partial<Person> = {},
): Person {
  return {
    source: 'contact',
    name,
    company: '',
    also: '',
    numbers: [numbers].flat().map((number) => ({ number, label: '' })),
    at: null,
    ...part,
  };
}

export const known = (number: string, name = '', source: PeopleSource = 'recent'): Person =>
  person(name, number, { source });

/** Who is found among them. */
export async function ask(people: readonly Person[], typed: string, most = 20): Promise<Hits> {
  const made = await Promise.all(
    peopleSources.map(async (source) => {
      const theirs = people.filter((one) => one.source === source);
      return [
        source,
        await makeIndex(
          source,
          theirs,
          () => inTurn(() => {}),
          () => false,
        ),
      ] as const;
    }),
  );
  return search(Object.fromEntries(made), typed, prefixes, most);
}

export async function namesFor(people: readonly Person[], typed: string): Promise<string[]> {
  return (await ask(people, typed)).matches.map((hit) => hit.person.name);
}

export async function numbersFor(people: readonly Person[], typed: string): Promise<string[]> {
  return (await ask(people, typed)).matches.map((hit) => hit.number.number);
}
