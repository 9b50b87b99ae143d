import { expect, it } from 'vitest';
import { longest } from '../../../app/contract/contacts.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { createPeople } from '../../../app/people/people.ts';
import type { Person } from '../../../app/people/person.ts';
import { manyPeople } from '../../bench/people.ts';
import { person } from '../people/office.ts';
import { openDesk } from './desk.ts';

const colleague = (name: string, numbers: string | string[], more: Partial<Person> = {}) =>
  person(name, numbers, { source: 'colleague', ...more });

/** A phone book beside a company's directory, as the Contacts screen asks both. */
function office(colleagues: readonly Person[]) {
  const desk = openDesk();
  const people = createPeople({
    sources: {
      favourite: () => [],
      contact: () => [],
      colleague: () => colleagues,
      recent: () => [],
    },
    prefixes: () => prefixesOf('TH'),
    inPhoneBook: () => null,
    display: (number) => number,
    forField: (number) => number,
    pause: async () => {},
    patience: () => new Promise(() => undefined),
    renewed: () => undefined,
  });
  const add = (name: string, ...numbers: string[]) =>
    desk.contacts.add({
      ...{ name, company: '', note: '' },
      numbers: numbers.map((number) => ({ number, label: '' })),
    });
  const search = async (text: string, count = 60) =>
    desk.contacts.find({ text, count }, await people.colleagues(text));
  const page = async (text: string, from: number, count: number) =>
    desk.contacts.page({ text, from, count }, await people.colleagues(text));
  const found = async (text: string) =>
    (await search(text, 200)).contacts.map(({ source, name }) => `${source} ${name}`);
  return { ...desk, add, search, page, found };
}

const staff = [
  colleague('พลอย ใจดี', ['101', '02 123 4567 ext 12'], { also: 'Ploy Jaidee', company: 'Sales' }),
  colleague('Somchai Rakthai', '102', { company: 'Stores' }),
];

it('a colleague is found among the contacts, behind one’s own, to be read: by name in two scripts, their company, digits, with a slip', async () => {
  const { add, search, found } = office(staff);
  add('Ploy Smith', '081 234 5678');
  expect(await found('ploy')).toEqual(['own Ploy Smith', 'company พลอย ใจดี']);
  for (const typed of ['ใจดี พลอย', 'พลอยใจดี', 'คุณพลอย', 'Jaidee', 'sales', '101', '02 123', 'jaidde'])
    expect(await found(typed), typed).toEqual(['company พลอย ใจดี']);
  expect((await search('sales')).contacts).toMatchObject([
    {
      ...{ source: 'company', company: 'Sales', note: '' },
      numbers: [
        { number: '101', display: '101', pinned: false },
        { number: '02 123 4567 ext 12', display: expect.stringContaining('12') },
      ],
    },
  ]);
  expect(await search('nobody')).toMatchObject({ total: 0, known: 1, contacts: [] });
});

it('without a search only one’s own stand there; digits are no name on the keys', async () => {
  const { found, search } = office(staff);
  for (const typed of ['', '  ', '766']) expect(await found(typed)).toEqual([]);
  expect(await search('')).toMatchObject({ total: 0, known: 0 });
});

it('whoever is one’s own by name and numbers stands there once, and twice where the company knows more', async () => {
  const { add, found } = office(staff);
  add('Somchai Rakthai', '102');
  expect(await found('somchai')).toEqual(['own Somchai Rakthai']);
  // Found by what one's own does not say.
  expect(await found('stores')).toEqual(['company Somchai Rakthai']);
  add('พลอย ใจดี', '101');
  expect(await found('พลอย')).toEqual(['own พลอย ใจดี', 'company พลอย ใจดี']);
});

it('nobody of the company can be changed, deleted or pinned by their id', async () => {
  const { search, contacts, favourites, book } = office(staff);
  const [one] = (await search('somchai')).contacts;
  const id = one?.id ?? '';
  const typed = { name: 'X', company: '', note: '', numbers: [{ number: '1669', label: '' }] };
  expect(contacts.change(id, typed)).toMatchObject({ ok: false });
  expect(contacts.remove(id)).toMatchObject({ ok: false });
  expect(favourites.pin(one?.numbers[0]?.id ?? '', true)).toMatchObject({ ok: false });
  expect(book.now()).toEqual({ contacts: [], pins: [] });
});

it('pages go on over the border between one’s own and the company’s, with no one twice, and the same id each time', async () => {
  const { add, search, page } = office(
    Array.from({ length: 90 }, (_, at) => colleague(`Kanya ${at}`, `${2000 + at}`)),
  );
  for (let at = 0; at < 70; at += 1) add(`Kanya Own ${at}`, `0812340${100 + at}`);
  const all = await search('kanya', 200);
  expect([all.total, all.contacts.length]).toEqual([160, 160]);
  const pages = await Promise.all([0, 60, 120].map((from) => page('kanya', from, 60)));
  expect(pages.flatMap(({ contacts }) => contacts)).toEqual(all.contacts);
  const ids = all.contacts.flatMap(({ id, numbers }) => [id, ...numbers.map((one) => one.id)]);
  expect(new Set(ids).size).toBe(ids.length);
});

it('of a large company no more are listed than somebody reads, and names as long as can be', async () => {
  const many = [...manyPeople(3_000)].map((one) => ({ ...one, source: 'colleague' as const }));
  const { search } = office([
    ...many,
    colleague(
      'น'.repeat(longest.name),
      Array.from({ length: longest.numbers }, (_, at) => `${3000 + at}`),
    ),
  ]);
  expect((await search('a')).total).toBeLessThanOrEqual(200);
  expect((await search('น'.repeat(50))).contacts[0]?.numbers).toHaveLength(longest.numbers);
});
