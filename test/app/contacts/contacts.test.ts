import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Typed } from '../../../app/contacts/contacts.ts';
import { letterOf } from '../../../app/contacts/order.ts';
import { fail, type Reply } from '../../../app/contract/failures.ts';
import { openDesk } from './desk.ts';

function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.value;
}

const typed = (name: string, ...numbers: string[]): Typed => ({
  ...{ name, company: '', note: '' },
  numbers: numbers.map((number) => ({ number, label: '' })),
});

describe('the phone book', () => {
  it('keeps several numbers with labels, a company and a note, and has them after a restart', () => {
    const desk = openDesk();
    const ploy = {
      name: ' พลอย  ใจดี\n',
      company: 'Siam Paper',
      note: 'Mondays\r\n\r\n\r\n\r\nonly',
      numbers: [
        { number: '081-234 5678', label: 'mobile' },
        { number: '', label: 'work' },
        { number: '02 123 4567', label: 'Reception, day' },
      ],
    };
    const added = must(desk.contacts.add(ploy));
    expect(added).toMatchObject({
      ...{ source: 'own', name: 'พลอย ใจดี', company: 'Siam Paper', note: 'Mondays\n\nonly' },
      numbers: [
        { number: '081-234 5678', label: 'mobile', display: '081 234 5678', pinned: false },
        { number: '02 123 4567', label: 'Reception, day', display: '02 123 4567' },
      ],
    });
    expect(openDesk(desk.folder).contacts.find({ text: '', count: 9 }).contacts).toEqual([added]);
  });

  it('takes nobody without a number that can be called', () => {
    const { contacts } = openDesk();
    expect(contacts.add(typed('Ploy', ' ', ''))).toEqual(fail('contact-without-number'));
    expect(contacts.add(typed('Ploy', '081 234 5678', 'hello'))).toEqual(fail('not-a-number'));
    expect(contacts.find({ text: '', count: 9 }).known).toBe(0);
  });

  it('a number that is changed in the form keeps its star; one that goes takes it along', () => {
    const { contacts, favourites } = openDesk();
    const ploy = must(contacts.add(typed('Ploy', '081 234 5678', '02 123 4567')));
    for (const { id } of ploy.numbers) favourites.pin(id, true);
    const [mobile] = ploy.numbers;
    const numbers = [{ id: mobile?.id, number: '089 999 9999', label: '' }];
    must(contacts.change(ploy.id, { ...typed('Boss'), numbers }));
    expect(favourites.list()).toMatchObject([{ id: mobile?.id, name: 'Boss', display: '089 999 9999' }]);
    const other = must(contacts.add({ ...typed('Thief'), numbers }));
    must(contacts.change(other.id, { ...typed('Thief'), numbers }));
    expect(favourites.list()).toMatchObject([{ name: 'Boss' }]);
  });

  it('somebody who is deleted comes back by one press, with the star in its place, and once', () => {
    const { contacts, favourites } = openDesk();
    const all = ['A', 'B', 'C'].map((name, at) => must(contacts.add(typed(name, `081 000 000${at}`))));
    for (const { numbers } of all) favourites.pin(numbers[0]?.id ?? '', true);
    const { change } = must(contacts.remove(all[1]?.id ?? ''));
    expect(favourites.list().map(({ name }) => name)).toEqual(['A', 'C']);
    must(contacts.add(typed('D', '081 000 0009')));
    must(contacts.undo(change));
    expect(favourites.list().map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(contacts.find({ text: '', count: 9 }).contacts.map(({ name }) => name)).toEqual([
      ...['A', 'B', 'C', 'D'],
    ]);
    expect(contacts.undo(change)).toEqual(fail('contact-gone'));
  });

  it('is found by any part of what is known, in any order, and by a number in every spelling', () => {
    const { contacts } = openDesk();
    must(contacts.add({ ...typed('Somchai Jaidee', '+66 81 234 5678'), company: 'Siam Paper' }));
    must(contacts.add(typed('สมชาย ใจดี', '0898765432')));
    must(contacts.add(typed('Jürgen Müller', '+49 30 123456')));
    expect(contacts.find({ text: 'muller jurgen', count: 9 }).total).toBe(1);
    const names = (text: string) => contacts.find({ text, count: 9 }).contacts.map(({ name }) => name);
    for (const text of ['jaidee som', 'PAPER', '081234', '+66 81 234', '0066 812', '66812', '๐๘๑๒'])
      expect(names(text), text).toEqual(['Somchai Jaidee']);
    for (const text of ['ใจดี', '898765432', '+66898', 'ใจ่ดี สมชาย', 'สมชาย 0898'])
      expect(names(text), text).toEqual(['สมชาย ใจดี']);
    expect(names('somying')).toEqual([]);
    must(contacts.add(typed('24 Hours', '0811111111')));
    expect(names('24')).toContain('24 Hours');
  });

  it('stands in the order of a dictionary, under letters, in parts', () => {
    const { contacts } = openDesk();
    const names = ['Émile', 'zoe', 'เก่ง', 'Eva', 'ขวัญ', 'กานต์', '24 Hours', 'Adam'];
    for (const [at, name] of names.entries()) must(contacts.add(typed(name, `081 000 000${at}`)));
    const found = contacts.find({ text: '', count: 3 });
    const rest = contacts.page({ text: '', from: 3, count: 9 });
    expect([...found.contacts, ...rest.contacts].map(({ name }) => name)).toEqual([
      ...['24 Hours', 'Adam', 'Émile', 'Eva', 'zoe', 'กานต์', 'เก่ง', 'ขวัญ'],
    ]);
    expect(found.sections.map(({ letter, count }) => `${letter}${count}`)).toEqual([
      ...['#1', 'A1', 'E2', 'Z1', 'ก2', 'ข1'],
    ]);
    expect([found.total, found.known, rest.from]).toEqual([8, 8, 3]);
  });

  it('who has no name stands under the company, or the number', () => {
    const letters = [
      { name: '', company: 'Siam', number: '1' },
      { name: '', company: '', number: '081' },
      { name: '(x)', company: '', number: '' },
      { name: '🌸', company: '', number: '' },
    ].map(({ number, ...one }) =>
      letterOf({ id: '', note: '', ...one, numbers: [{ id: '', number, label: '' }] }),
    );
    expect(letters).toEqual(['S', '#', 'X', '#']);
  });

  it('nothing of it is in the log, whatever goes wrong', () => {
    const desk = openDesk();
    writeFileSync(path.join(desk.folder, 'contacts.json'), '{"a":{"contacts":["Secret Ploy"],"pins":[]}');
    const again = openDesk(desk.folder);
    expect(again.lines.length).toBeGreaterThan(0);
    expect(again.lines.join()).not.toMatch(/Ploy|081/);
  });
});
