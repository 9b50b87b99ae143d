import { expect, test } from 'vitest';
import type { ContactsFound, ImportView } from '../../../app/contract/contacts.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { labelIn, labelOf } from '../../../renderer/screens/contacts/labels.ts';
import { createContacts } from '../../../renderer/screens/contacts/state.ts';
import { otherSide } from '../bridge.ts';

const seen: ImportView = {
  ...{ import: 'i', fresh: 2, changed: 1, same: 0, withoutNumber: 0, damagedLines: 0, people: [] },
};
const found = (name: string): ContactsFound => ({
  ...{ revision: 1, from: 0, sections: [], total: 1, known: 9 },
  contacts: [{ id: name, source: 'own', name, company: '', note: '', numbers: [] }],
});
const soon = () => new Promise((resolve) => setTimeout(resolve));

test('a file that is too large is not even read, nor is a text', async () => {
  const side = otherSide({});
  const state = createContacts(side.bridge);
  const large = new File([], 'a.vcf');
  Object.defineProperty(large, 'size', { value: 60 * 1024 * 1024 });
  await state.read(large);
  expect(state.said.value).toMatchObject({ failure: { code: 'contacts-too-large' } });
  await state.readText('x'.repeat(5_000_001));
  expect(state.importing.value).toBeNull();
});

test('who cancels while a file is read is not asked about it later', async () => {
  let answer: (reply: Reply<ImportView>) => void = () => undefined;
  const side = otherSide({
    'contacts.readText': () => new Promise<Reply<ImportView>>((done) => (answer = done)),
    'contacts.forgetImport': () => ok(undefined),
  });
  const state = createContacts(side.bridge);
  const reading = state.readText('a\nb');
  expect(state.importing.value).toBe('reading');
  expect(state.isBusy()).toBe(true);
  state.forget();
  answer(ok(seen));
  await reading;
  expect(state.importing.value).toBeNull();
});

test('what was imported says how much, and is undone once', async () => {
  const side = otherSide({
    'contacts.readText': () => ok(seen),
    'contacts.import': () => ok({ change: 'c' }),
    'contacts.undo': () => ok(undefined),
  });
  const state = createContacts(side.bridge);
  await state.readText('a\nb');
  await state.take();
  expect(state.said.value).toEqual({ kind: 'imported', fresh: 2, changed: 1, change: 'c' });
  await state.undo();
  await state.undo();
  expect(side.asked('contacts.undo')).toEqual([{ change: 'c' }]);
  expect(state.said.value).toEqual({ kind: 'undone' });
});

test('a form that is refused stays, and says why', async () => {
  const side = otherSide({ 'contacts.add': () => fail('contact-without-number') });
  const state = createContacts(side.bridge);
  const begin = { name: 'Ploy', company: '', note: '', numbers: [] };
  state.write({ id: null, begin });
  await state.keep(begin);
  expect(state.form.value).toEqual({ id: null, begin });
  expect(state.formFailure.value).toEqual({ code: 'contact-without-number' });
});

test('the answer to what was typed last is shown, whichever comes last', async () => {
  const waiting: ((reply: Reply<ContactsFound>) => void)[] = [];
  const side = otherSide({
    'contacts.search': () => new Promise<Reply<ContactsFound>>((done) => waiting.push(done)),
  });
  const state = createContacts(side.bridge);
  state.look(true);
  state.search('p');
  waiting[1]?.(ok(found('Ploy')));
  await soon();
  waiting[0]?.(ok(found('Everybody')));
  await soon();
  expect(state.listing.value?.rows.get(0)?.name).toBe('Ploy');
});

test('labels are words of the language that is spoken, and come back as they were', () => {
  const { labels } = wordsFor('th').contacts;
  expect(labelIn(labels, 'mobile')).toBe('มือถือ');
  for (const label of ['mobile', 'main', 'Line shop', '', 'toString'])
    expect(labelOf(labels, labelIn(labels, label))).toBe(label);
  expect(labelOf(labels, ' Mobile ')).toBe('mobile');
});

test('an import can still be undone after one of its people was put right, or made a favourite', async () => {
  const side = otherSide({
    'contacts.readText': () => ok(seen),
    'contacts.import': () => ok({ change: 'c' }),
    'contacts.change': () =>
      ok({ id: 'Anan', source: 'own', name: 'Anan', company: '', note: 'VIP', numbers: [] }),
    'contacts.pin': () => ok(undefined),
    'contacts.undo': () => ok(undefined),
  });
  const state = createContacts(side.bridge);
  await state.readText('a\nb');
  await state.take();
  state.write({ id: 'Anan', begin: { name: 'Anan', company: '', note: '', numbers: [] } });
  await state.keep({ name: 'Anan', company: '', note: 'VIP', numbers: [{ number: '101', label: '' }] });
  await state.pin('n', true);
  expect(state.said.value).toMatchObject({ kind: 'imported', change: 'c' });
  await state.undo();
  expect(side.asked('contacts.undo')).toEqual([{ change: 'c' }]);
});
