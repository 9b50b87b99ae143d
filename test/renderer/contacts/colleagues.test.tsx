import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Contact } from '../../../app/contract/contacts.ts';
import { ok } from '../../../app/contract/failures.ts';
import { en } from '../../../app/words/en.ts';
import { ContactDetails } from '../../../renderer/screens/contacts/details.tsx';
import { ContactRow, wayOf } from '../../../renderer/screens/contacts/row.tsx';
import { SaidLine } from '../../../renderer/screens/contacts/said.tsx';
import { createContacts } from '../../../renderer/screens/contacts/state.ts';
import { ContactsView } from '../../../renderer/screens/contacts/view.tsx';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { createOpenIn } from '../../../renderer/state/open-in.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { otherSide } from '../bridge.ts';

const ploy: Contact = {
  ...{ id: 'c', source: 'company', name: 'Ploy Jaidee', company: 'Sales', note: '' },
  numbers: ['101', '02 123 4567'].map((number) => ({
    ...{ id: number, number, label: '', display: number, pinned: false },
  })),
};
const nothing = () => undefined;
const draw = (what: preact.ComponentChild) =>
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        {what}
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
const buttons = () =>
  [...document.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent);
afterEach(() => act(() => render(null, document.body)));

test('a colleague says whose entry it is, is called and opened in the web, and is not changed', () => {
  const calls = vi.fn();
  const acts = { busy: false, onCall: calls, onOpenIn: nothing };
  draw(
    <ContactRow contact={ploy} isStop isOpen onOpen={nothing} {...acts}>
      <ContactDetails contact={ploy} onPin={nothing} onEdit={nothing} {...acts} />
    </ContactRow>,
  );
  expect(document.body.textContent).toContain("The company's");
  expect(buttons().join()).not.toMatch(/Edit|favourites/);
  expect(buttons()).toEqual(expect.arrayContaining(['Call 101', 'Call 02 123 4567', 'Open in…']));
  // The right button of the mouse calls as the button does.
  expect(document.querySelector<HTMLElement>('[data-number]')?.dataset.from).toBe('colleague');
});

test.each([
  ['company', false, 'colleague'],
  ['own', false, 'contact'],
  ['own', true, 'favourite'],
] as const)('who is the %s one, a favourite: %s, is called as a %s', (source, pinned, way) => {
  const number = { ...{ id: 'n', number: '101', label: '', display: '101' }, pinned };
  expect(wayOf(number, { ...ploy, source })).toBe(way);
});

test('somebody without contacts hears of the colleagues who are found, and again as the company’s server answers', async () => {
  let contacts: Contact[] = [];
  const side = otherSide({
    'contacts.search': () =>
      ok({ revision: 1, from: 0, sections: [], total: contacts.length, known: 0, contacts }),
  });
  const state = createContacts(side.bridge);
  const soon = async () => await act(async () => void (await new Promise((done) => setTimeout(done))));
  draw(<SaidLine state={state} />);
  state.look(true);
  await soon();
  expect(document.body.textContent).toBe('');
  const view = { people: 1, at: null, refreshing: false, failure: null, hasPassword: true };
  side.tell('directory.changed', view);
  await soon();
  expect(side.asked('contacts.search')).toHaveLength(1);
  state.search('ploy');
  await soon();
  expect(document.body.textContent).toBe('Nobody found');
  contacts = [ploy];
  side.tell('directory.changed', view);
  await soon();
  expect(document.body.textContent).toBe('1 found');
});

test.each([
  ['a company’s directory', true],
  ['none', false],
])(
  'with %s, somebody without contacts reads that colleagues are found by searching: %s',
  async (_, hasColleagues) => {
    const { bridge } = otherSide({
      'contacts.search': () => ok({ revision: 1, from: 0, sections: [], total: 0, known: 0, contacts: [] }),
    });
    const [state, dialling] = [createContacts(bridge), createDialling(bridge)];
    const openIn = createOpenIn(bridge, { view: signal(null) });
    state.look(true);
    draw(<ContactsView phone="101" {...{ state, dialling, openIn, hasColleagues }} />);
    await act(async () => void (await new Promise((done) => setTimeout(done))));
    expect(document.body.textContent).toContain('No contacts yet');
    expect(document.body.textContent?.includes('Colleagues are found by searching')).toBe(hasColleagues);
  },
);
