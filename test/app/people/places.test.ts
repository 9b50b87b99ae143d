import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../app/calls/search.ts';
import { createLookUp } from '../../../app/contacts/look-up.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { createPeople } from '../../../app/people/people.ts';
import type { Person } from '../../../app/people/person.ts';
import { missedFrom } from '../calls/some-calls.ts';
import { shownTo } from '../cdr/rows-of.ts';

const number = '0812345678';
const prefixes = () => prefixesOf('TH');

/** Every place where somebody is looked for by a name. A person's page lists calls, and searches them as the list does. */
const places: Readonly<Record<string, (name: string, typed: string) => Promise<boolean>>> = {
  async 'the box'(name, typed) {
    const nobody = (): readonly Person[] => [];
    const person: Person = {
      ...{ source: 'contact', name, company: '', also: '', at: null },
      numbers: [{ number, label: '' }],
    };
    const people = createPeople({
      sources: { favourite: nobody, contact: () => [person], colleague: nobody, recent: nobody },
      prefixes,
      inPhoneBook: () => null,
      display: (one) => one,
      forField: (one) => one,
      pause: async () => undefined,
      patience: () => new Promise((resolve) => void setTimeout(resolve, 1_000)),
      renewed: () => undefined,
    });
    return (await people.find(typed)).matches.length > 0;
  },
  async 'the phone book'(name, typed) {
    const one = { id: 'a', name, company: '', note: '', numbers: [{ id: 'n', number, label: '' }] };
    return createLookUp(prefixes)([one], typed).length > 0;
  },
  async 'the calls'(name, typed) {
    const calls = shownTo('101', missedFrom(1, number));
    return createSearch({ nameOf: () => name, prefixes }).find(calls, typed).length > 0;
  },
};

describe.each(Object.entries(places))('in %s', (_, finds) => {
  it.each([
    ['สมชาย ใจดี', 'คุณสมชาย'],
    ['คุณสมชาย ใจดี', 'นายสมชาย'],
    ['สมชาย ใจดี', 'สมชายใจดี'],
    ['พลอย', 'น.ส.พลอย'],
    ['Smith', 'Dr. Smith'],
    ['Ploy Jaidee', 'Khun Ploy'],
    ['น้ำผึ้ง', 'นำผึง'],
    ['น้ำผึ้ง', 'นํ้าผึ้ง'],
    ['สมชาย', 'สมชย'],
    ['Somchai', 'Somchia'],
    ['Somchai Jaidee', 'Khun Somchia Jaidee'],
    ['Jean-Luc', 'jean luc'],
    ["O'Brien", 'obrien'],
    ['Weiß', 'weiss'],
    ['José', 'jose'],
    ['Somchai Jaidee', 'jaidee somchai'],
  ])('%s is found by %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(true);
  });

  it.each([
    ['Somchai', 'Sumchia'],
    ['Ann', 'Amm'],
    ['สมชาย', 'สมหญิง'],
    ['Ploy', 'Malee'],
    ['สมชาย', 'กข'],
  ])('%s is not found by %s', async (name, typed) => {
    expect(await finds(name, typed)).toBe(false);
  });
});
