import { type PeopleSource, peopleSources } from '../contract/people.ts';
import { parted } from '../numbers/extension.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { digitKey, digitsAsked, looksLikeNumber } from '../numbers/spellings.ts';
import { fold as asWritten } from '../util/characters.ts';
import { type Asked, askedOf, nameRanks, rankByName, rankBySlip } from './by-name.ts';
import { findByNumber, type NumberRank, numberRanks } from './by-number.ts';
import { fold } from './fold.ts';
import { beginsAt } from './keys.ts';
import { codesOf } from './lines.ts';
import { beginOf, ownerOf, type PeopleIndex } from './people-index.ts';
import type { Person, PersonNumber } from './person.ts';
import { withoutTitle } from './titles.ts';

/** Somebody, and which of their numbers. */
export interface Hit {
  readonly person: Person;
  readonly number: PersonNumber;
}

export interface Hits {
  /** Best first. */
  readonly matches: readonly Hit[];
  /** Whose number it is that is typed whole. */
  readonly whose: readonly Hit[];
}

export type Indexes = Readonly<Partial<Record<PeopleSource, PeopleIndex>>>;

const nothing: Hits = { matches: [], whose: [] };
/** Where so few are found as they are written, those that differ by one slip follow. */
const few = 5;

/** Who may be meant by what is typed: words of a name, or digits, which are a number's or a name's on the keys of a phone. */
export function search(indexes: Indexes, typed: string, prefixes: Prefixes, most: number): Hits {
  const number = asWritten(typed).text.trim();
  if (looksLikeNumber(number)) return byDigits(indexes, number, prefixes, most);
  const asked = askedOf(typed);
  if (asked === null) return nothing;
  const bare = withoutTitle(typed);
  const askings = bare === typed ? [asked] : [asked, askedOf(bare) ?? asked];
  return { ...nothing, matches: byName(indexes, askings, prefixes, most) };
}

/** Who of one list is found, each once: by words of a name, or by digits of a number, which are not taken for a name on the keys. */
export function searchList(
  index: PeopleIndex,
  typed: string,
  prefixes: Prefixes,
  most: number,
): readonly Person[] {
  const { matches, whose } = search(
    { [index.source]: { ...index, pressed: new Map() } },
    typed,
    prefixes,
    most,
  );
  return [...new Set([...whose, ...matches].map(({ person }) => person))];
}

/**
 * What begins so comes before what only holds it, and a slip comes last; in each, who is called as it is typed before who is called so without
 * the title that is typed; then who is trusted more.
 */
const namesInOrder = [['whole', 'first', 'begin', 'elsewhere'], ['inside'], ['slip', 'slip-inside']] as const;
const numbersInOrder = numberRanks.map((rank) => [rank] as const);

function byName(indexes: Indexes, askings: readonly Asked[], prefixes: Prefixes, most: number): Hit[] {
  const looks = askings.map((asked) => ({ asked, best: createBest(nameRanks, most) }));
  const found = looks.map((one) => look(one, rankByName));
  if (Math.max(...found) < few)
    for (const one of looks)
      if (one.asked.words.some(({ slips }) => slips !== 'nowhere')) look(one, rankBySlip);
  const hits = namesInOrder.flatMap((group) => looks.flatMap(({ best }) => best.inOrder([group])));
  return once(hits, prefixes, most);

  function look({ asked, best }: (typeof looks)[number], ranking: typeof rankByName): number {
    let found = 0;
    for (const source of peopleSources) {
      const index = indexes[source];
      if (index === undefined) continue;
      const rankOf = ranking(index, asked);
      for (let at = 0; at < index.people.length; at += 1) {
        const rank = rankOf(at);
        if (rank === null) continue;
        found += 1;
        if (best.wants(source, rank)) best.put(source, rank, numbersOf(index, at));
      }
    }
    return found;
  }
}

function byDigits(indexes: Indexes, typed: string, prefixes: Prefixes, most: number): Hits {
  const best = createBest(numberRanks, most);
  const asked = digitsAsked(typed, prefixes);
  const isCode = /[*#]/.test(typed);
  const whose: Hit[] = [];
  for (const source of peopleSources) {
    const index = indexes[source];
    if (index === undefined) continue;
    const found = findByNumber(index, asked);
    for (let at = 0; at < index.people.length; at += 1) {
      const rank = found.rank(at);
      if (rank === 'whole') whose.push(...numbersOf(index, at, found.which(at, rank)));
      else if (rank !== null && best.wants(source, rank))
        best.put(source, rank, numbersOf(index, at, found.which(at, rank)));
    }
    if (/^[\d -]+$/.test(typed)) putNames(index, typed.replace(/\D/g, ''), best);
  }
  const isMeant = ({ number }: Hit) => !isCode || number.number.replace(/[^\d*#]/g, '').includes(typed);
  return {
    matches: once(best.inOrder(numbersInOrder).filter(isMeant), prefixes, most),
    whose: once(whose.filter(isMeant), prefixes, most).filter(({ person }) => person.name || person.company),
  };
}

/** Whose name begins with these digits on the keys, or another word of it. */
function putNames(index: PeopleIndex, typed: string, best: Best<NumberRank>): void {
  const { source, presses, pressed } = index;
  const digits = codesOf(typed);
  for (const word of pressed.get(typed.slice(0, 2)) ?? []) {
    const [owner, begin] = [ownerOf(word), beginOf(word)];
    const rank = begin === 1 ? 'name' : 'word';
    if (!best.wants(source, rank)) continue;
    const [from, to] = [presses.starts[owner] ?? 0, presses.starts[owner + 1] ?? 0];
    if (!beginsAt({ codes: presses.codes, from: from + begin, to }, digits)) continue;
    best.put(source, rank, numbersOf(index, owner));
  }
}

/** `which` of their numbers; all, where it is not said. */
function numbersOf({ people }: PeopleIndex, at: number, which?: readonly number[]): Hit[] {
  const person = people[at];
  if (person === undefined) return [];
  return person.numbers
    .filter((_, index) => which === undefined || which.includes(index))
    .map((number) => ({ person, number }));
}

type Best<R extends string> = ReturnType<typeof createBest<R>>;

/** Keeps the first of each kind: no more can be shown, whatever comes. */
function createBest<R extends string>(ranks: readonly R[], most: number) {
  const kept = new Map(
    peopleSources.map((source) => [source, new Map(ranks.map((rank) => [rank, [] as Hit[]]))] as const),
  );
  const of = (source: PeopleSource, rank: R): Hit[] => kept.get(source)?.get(rank) ?? [];
  // Some of them are somebody who stands above already.
  const mostOfAKind = 4 * most;
  return {
    wants: (source: PeopleSource, rank: R) => of(source, rank).length < mostOfAKind,
    put: (source: PeopleSource, rank: R, hits: readonly Hit[]) => void of(source, rank).push(...hits),
    inOrder: (groups: readonly (readonly R[])[]): Hit[] =>
      groups.flatMap((group) => peopleSources.flatMap((source) => group.flatMap((rank) => of(source, rank)))),
  };
}

/** The same for every spelling of one number with its extension: where a call of it rings. */
export const reachedBy = (written: string, prefixes: Prefixes): string =>
  [digitKey(written, prefixes), parted(written).extension ?? ''].join(' ');

/**
 * Each number once, and once with each extension, as the most trusted source has it. Two people who share one are both there; but what
 * the PBX calls a number is nobody else.
 */
function once(hits: readonly Hit[], prefixes: Prefixes, most: number): Hit[] {
  const numbers = new Set<string>();
  const seen = new Map<string, Set<string>>();
  const kept: Hit[] = [];
  for (const hit of hits) {
    if (kept.length === most) break;
    const { person, number } = hit;
    const key = digitKey(number.number, prefixes);
    const reached = reachedBy(number.number, prefixes);
    const names = seen.get(reached);
    const name = fold(person.name || person.company);
    if ((person.source === 'recent' && numbers.has(key)) || names?.has(name)) continue;
    numbers.add(key);
    seen.set(reached, (names ?? new Set()).add(name));
    kept.push(hit);
  }
  return kept;
}
