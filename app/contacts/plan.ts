import { longest } from '../contract/contacts.ts';
import { keptNumbers, parted, type Reading, readingBy } from '../numbers/extension.ts';
import { type Book, calledBy, type KeptContact, type KeptNumber, nicknamed } from './book.ts';
import type { ByNumber } from './by-number.ts';
import type { Card } from './formats/card.ts';
import { folded, isSamePerson, isWholeName, mayWorkTogether } from './same-person.ts';
import { cutTo, tidyName, tidyNote } from './tidy.ts';

/** What a file would do to the phone book. */
export interface Plan {
  readonly fresh: readonly KeptContact[];
  readonly changed: readonly { readonly before: KeptContact; readonly after: KeptContact }[];
  /** They are in the phone book as they are in the file. */
  readonly same: number;
  /** Nobody could call them. */
  readonly withoutNumber: readonly string[];
}

export interface PlanParts {
  readonly book: Book;
  readonly byNumber: ByNumber;
  readonly read: (number: string) => { readonly key: string } | null;
  /** The numbers in a text, where it is more than a number. */
  readonly find: Reading['find'];
  readonly newId: () => string;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
}

/** Cards that are looked at without a pause: a number is read in a tenth of a millisecond. */
const atOnce = 50;
/** Of one name and number in a file: whoever has more of them gets some twice. */
const mostLookedAt = 50;

/**
 * Who of a file is new, and what it knows of those who are known (`same-person.ts`): by name and number; else who alone has the name, where it
 * is a whole one. Nothing is ever taken from a contact: numbers are added, and what is empty is filled in. Whoever is not known for certain
 * is somebody else: one person twice is seen and mended, two in one are called by mistake.
 */
export async function planOf(cards: readonly Card[], parts: PlanParts): Promise<Plan> {
  const { book, byNumber } = parts;
  const named = new Map<string, KeptContact[]>();
  for (const one of book.contacts) put(named, folded(calledBy(one)), one);
  const fresh = new Map<string, KeptContact>();
  /** By name and number, ids of new ones: a file may have somebody twice. */
  const freshBy = new Map<string, string[]>();
  const changed = new Map<string, { before: KeptContact; after: KeptContact }>();
  const withoutNumber: string[] = [];
  let same = 0;

  // First who is known by a number: nobody else of the same name is them, wherever in the file they stand.
  const people: { readonly one: KeptContact; readonly holder: KeptContact | undefined }[] = [];
  for (const [index, card] of cards.entries()) {
    if (index % atOnce === atOnce - 1) await parts.pause();
    const one = tidy(card, parts);
    if (one.numbers.length === 0) withoutNumber.push(calledBy(one));
    else people.push({ one, holder: holderOf(one) });
  }
  const met = new Set(people.map(({ holder }) => holder?.id));

  for (const [index, { one, holder }] of people.entries()) {
    if (index % atOnce === atOnce - 1) await parts.pause();
    const name = folded(calledBy(one));
    const keys = one.numbers.map(({ number }) => `${name}\n${keyOf(number)}`);
    const twin = keys
      .flatMap((key) => freshBy.get(key)?.slice(0, mostLookedAt) ?? [])
      .find((id) => isSame(fresh.get(id), one));
    const known = twin === undefined ? (stillHolder(name, holder) ?? namesake(name, one)) : undefined;
    if (known !== undefined) {
      met.add(known.id);
      const before = changed.get(known.id)?.after ?? known;
      const after = merged(before, one);
      if (after === before) same += 1;
      else changed.set(known.id, { before: known, after });
      continue;
    }
    const before = fresh.get(twin ?? '');
    const after = before === undefined ? one : merged(before, one);
    if (after === before) same += 1;
    fresh.set(after.id, after);
    for (const key of keys) if (!freshBy.get(key)?.includes(after.id)) put(freshBy, key, after.id);
  }
  return { fresh: [...fresh.values()], changed: [...changed.values()], same, withoutNumber };

  function keyOf(number: string): string {
    return parts.read(number)?.key ?? number;
  }

  function holderOf(one: KeptContact): KeptContact | undefined {
    const name = folded(calledBy(one));
    return one.numbers
      .flatMap(({ number }) => byNumber.of(number))
      .find(({ contact }) => {
        const called = folded(calledBy(contact));
        return called === '' || (called === name && isSame(contact, one));
      })?.contact;
  }

  /** Who had no name has one now, and it may be another. */
  function stillHolder(name: string, holder: KeptContact | undefined): KeptContact | undefined {
    const after = changed.get(holder?.id ?? '')?.after;
    return after === undefined || folded(calledBy(after)) === name ? holder : undefined;
  }

  function isSame(known: KeptContact | undefined, one: KeptContact): boolean {
    return known !== undefined && isSamePerson(known, one, keyOf);
  }

  function namesake(name: string, one: KeptContact): KeptContact | undefined {
    const [only, ...others] = isWholeName(name) ? (named.get(name) ?? []) : [];
    // A second one of this name in the file is somebody else.
    if (only === undefined || others.length > 0 || met.has(only.id)) return undefined;
    return mayWorkTogether(only, one) ? only : undefined;
  }

  /** The same object where nothing is new. */
  function merged(into: KeptContact, from: KeptContact): KeptContact {
    const next = {
      ...into,
      name: into.name === '' && into.company !== from.name ? from.name : into.name,
      ...nicknamed(into.nickname ?? from.nickname ?? '', into.name || from.name),
      company: into.company === '' && into.name !== from.company ? from.company : into.company,
      note: into.note === '' ? from.note : into.note,
      numbers: [...into.numbers],
    };
    for (const number of from.numbers) {
      const { extension } = parted(number.number);
      const at = next.numbers.findIndex(
        (had) =>
          keyOf(had.number) === keyOf(number.number) &&
          (extension === null || [null, extension].includes(parted(had.number).extension)),
      );
      const had = next.numbers[at];
      if (had === undefined) next.numbers.push(number);
      else if (extension !== null && parted(had.number).extension === null)
        next.numbers[at] = { ...had, number: number.number, label: had.label || number.label };
      else if (had.label === '' && number.label !== '') next.numbers[at] = { ...had, label: number.label };
    }
    next.numbers.length = Math.min(next.numbers.length, longest.numbers);
    const isNew =
      (['name', 'nickname', 'company', 'note'] as const).some((part) => next[part] !== into[part]) ||
      next.numbers.length !== into.numbers.length ||
      next.numbers.some((number, at) => number !== into.numbers[at]);
    return isNew ? next : into;
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** As it would be kept; of what stands in the place of a number, the number. */
function tidy(card: Card, { read, find, newId }: PlanParts): KeptContact {
  const numbers = new Map<string, KeptNumber>();
  const reading = readingBy(read, find);
  const called = card.numbers.flatMap(({ number, label }) =>
    keptNumbers(cutTo(tidyName(number), longest.number), reading).map((one) => ({
      number: one,
      label: cutTo(tidyName(label), longest.label),
    })),
  );
  for (const { number, label } of called) {
    const key = read(number)?.key;
    if (key === undefined || numbers.size >= longest.numbers) continue;
    const had = numbers.get(key);
    // One number with two extensions leads to two places.
    const { extension } = parted(number);
    if (had !== undefined && (extension === null || parted(had.number).extension === extension)) continue;
    const place = had === undefined || parted(had.number).extension === null ? key : number;
    numbers.set(place, { id: newId(), number, label });
  }
  const name = cutTo(tidyName(card.name), longest.name);
  return {
    id: newId(),
    name,
    ...nicknamed(cutTo(tidyName(card.nickname ?? ''), longest.nickname), name),
    company: cutTo(tidyName(card.company), longest.company),
    note: cutTo(tidyNote(card.note), longest.note),
    numbers: [...numbers.values()],
  };
}
