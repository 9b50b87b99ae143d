import { type Entry, type Filter, FilterParser, ResultCodeError } from 'ldapts';
import { knownLabel } from '../contacts/formats/card.ts';
import { type LdapChoice, mostColleagues } from '../contract/directory.ts';
import { prefixesOf } from '../numbers/prefixes.ts';
import { type Asking, askingsFor, askingsForCaller, attributesOf, filterOf, isMeant } from './filter.ts';
import type { Connection } from './ldap-connection.ts';
import type { Colleague } from './person.ts';
import { Problem } from './problem.ts';
import { tidyColleague } from './tidy.ts';

/** Active Directory gives no more than 1,000 at once. */
const pageSize = 500;
/** Of what is typed, so many people are worth a row, with some to spare for those without a number. */
const mostFound = 30;
/** Fewer are looked for in other spellings. */
const enough = 12;
/** Of a question that lets more through. */
const mostLookedThrough = 200;
/** Seconds that a server spends on one question. */
const longest = { all: 120, asked: 5 } as const;

/** Everybody, a page at a time. */
export async function loadAll(
  { client }: Connection,
  choice: LdapChoice,
  country: string,
): Promise<Colleague[]> {
  const people: Colleague[] = [];
  const pages = client.searchPaginated(choice.base, {
    ...asking(choice),
    filter: parsed(filterOf(choice)),
    paged: { pageSize },
    timeLimit: longest.all,
  });
  for await (const { searchEntries } of pages) {
    people.push(...peopleIn(searchEntries, choice, country));
    if (people.length > mostColleagues) throw new Problem('directory-too-large', 'people');
  }
  return people;
}

/** Who may be meant by what is typed. */
export async function askFor(
  connection: Connection,
  choice: LdapChoice,
  country: string,
  typed: string,
): Promise<Colleague[]> {
  const askings = askingsFor(choice, typed, prefixesOf(country));
  return await askUntil(enough, askings, { connection, choice, country, typed });
}

/** Who may have a number, which is looked at once more by who asked. */
export async function askForCaller(
  connection: Connection,
  choice: LdapChoice,
  country: string,
  number: string,
): Promise<Colleague[]> {
  const askings = askingsForCaller(choice, number, prefixesOf(country));
  return await askUntil(1, askings, { connection, choice, country, typed: number });
}

interface Typed {
  readonly connection: Connection;
  readonly choice: LdapChoice;
  readonly country: string;
  readonly typed: string;
}

async function askUntil(
  enoughOf: number,
  askings: readonly Asking[],
  { connection: { client }, choice, country, typed }: Typed,
): Promise<Colleague[]> {
  const prefixes = prefixesOf(country);
  const found = new Map<string, Colleague>();
  for (const { filter, apart, mayBeUnknown = false } of askings) {
    if (found.size >= enoughOf) break;
    const { searchEntries } = await client
      .search(choice.base, {
        ...asking(choice),
        filter: parsed(filter),
        sizeLimit: apart ? mostLookedThrough : mostFound,
        timeLimit: longest.asked,
      })
      .catch((error: unknown) => {
        if (mayBeUnknown && error instanceof ResultCodeError) return { searchEntries: [] };
        throw error;
      });
    for (const one of peopleIn(searchEntries, choice, country))
      if (!apart || isMeant(one, typed, prefixes)) found.set(JSON.stringify(one), one);
  }
  return [...found.values()].slice(0, mostFound);
}

const asking = (choice: LdapChoice) => ({
  scope: 'sub' as const,
  attributes: [...new Set(Object.values(attributesOf(choice)).flat())],
});

function parsed(filter: string): Filter {
  try {
    return FilterParser.parseString(filter);
  } catch {
    // The library names what it is about.
    throw new Problem('directory-not-read', 'filter');
  }
}

function peopleIn(entries: readonly Entry[], choice: LdapChoice, country: string): Colleague[] {
  const { name, company, numbers } = attributesOf(choice);
  return entries.flatMap((entry) => {
    // Names of attributes are the same in capitals (RFC 4512 §2.5), and servers answer in their own.
    const byName = new Map(Object.entries(entry).map(([key, value]) => [key.toLowerCase(), value] as const));
    const of = (attribute: string): string[] =>
      [byName.get(attribute.toLowerCase()) ?? []]
        .flat()
        // What is not in UTF-8 is no text.
        .filter((one): one is string => typeof one === 'string');
    const found = tidyColleague(
      {
        names: name.flatMap(of),
        company: [...new Set(company.flatMap(of))].slice(0, 2).join(', '),
        numbers: numbers.flatMap((one) =>
          of(one).map((number) => ({ number, label: knownLabel(one) ?? '' })),
        ),
      },
      country,
    );
    return found ?? [];
  });
}
