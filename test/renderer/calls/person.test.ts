import { expect, test } from 'vitest';
import type { PersonView } from '../../../app/contract/calls.ts';
import { ok } from '../../../app/contract/failures.ts';
import type { RequestInput } from '../../../app/contract/requests.ts';
import { createRecentCalls } from '../../../renderer/screens/calls/state.ts';
import { otherSide } from '../bridge.ts';

const wipha = (calls: number): PersonView => ({
  ...{ name: 'วิภา', isOne: true, company: '', numbers: [], calls, answered: 0, missed: 0, last: null },
});
const figures = { calls: 0, answered: 0, missed: 0, talkedSeconds: 0, longestSeconds: 0, atMost: false };
const soon = () => new Promise((resolve) => setTimeout(resolve));

function opened() {
  let calls = 1;
  const side = otherSide({
    'calls.open': () => ok(undefined),
    'calls.status': () =>
      ok({
        ...{ working: false, online: true, failure: null, upTo: null, completeFrom: null, full: false },
        ...{ incomplete: [], toDo: 0, toDoWhole: true, skew: 0 },
      }),
    'calls.search': () => ok({ revision: 1, from: 0, calls: [], days: [], known: 0, tags: [] }),
    'calls.page': () => ok({ revision: 1, from: 0, calls: [] }),
    'calls.myDay': () => ok({ from: 0, beforeFrom: 0, knownFrom: null, now: figures, before: figures }),
    'calls.person': () => ok(wipha(calls)),
  });
  const state = createRecentCalls(side.bridge);
  state.look(true);
  const looked = () => side.asked('calls.search') as RequestInput<'calls.search'>[];
  return { side, state, looked, come: (more: number) => (calls += more) };
}

test("a person's page has all their calls, and Back everybody's as they were looked at before", async () => {
  const { state, looked } = opened();
  state.search('invoice');
  state.show('missed');
  state.scrolled({ id: 'c70', index: 70, offset: 4 });
  state.openPerson({ number: '0812345678' });
  await soon();
  expect(looked().at(-1)).toMatchObject({ query: '', filter: 'all', person: { number: '0812345678' } });
  expect(state.person.view.value).toEqual(wipha(1));
  expect(state.state()).toMatchObject({ person: { number: '0812345678' } });

  state.openPerson({ number: '021234567' });
  await soon();
  state.closePerson();
  await soon();
  expect(looked().at(-1)).toMatchObject({ query: 'invoice', filter: 'missed', person: undefined });
  expect(state.person.view.value).toBeNull();
  expect(state.place()).toEqual({ id: 'c70', index: 70, offset: 4 });
});

test('what comes while the page is open is counted in it', async () => {
  const { side, state, come } = opened();
  state.openPerson({ number: '0812345678' });
  await soon();
  come(1);
  side.tell('calls.changed', { revision: 2 });
  await soon();
  expect(state.person.view.value?.calls).toBe(2);
});

test('the next person at this desk sees nobody of the last one', async () => {
  const { state } = opened();
  state.openPerson({ number: '0812345678' });
  await soon();
  state.clear();
  await soon();
  expect(state.person.who.value).toBeNull();
  expect(state.person.view.value).toBeNull();
  state.closePerson();
  expect(state.query.value).toBe('');
});

test('a page that is made anew shows the same person', async () => {
  const { state, looked } = opened();
  state.restore({ query: '', filter: 'all', person: { number: '103' }, details: null, place: null });
  state.look(false);
  state.look(true);
  await soon();
  expect(looked().at(-1)).toMatchObject({ person: { number: '103' } });
  expect(state.person.view.value).toEqual(wipha(1));
});
