import { expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { createRecentCalls } from '../../../renderer/screens/calls/state.ts';
import { otherSide } from '../bridge.ts';

const status = {
  ...{ working: false, online: true, failure: null, upTo: null, completeFrom: null },
  ...{ full: false, incomplete: [], toDo: 0, toDoWhole: true, skew: 0 },
};

function list() {
  const { bridge } = otherSide({
    'calls.search': () => ok({ revision: 1, from: 0, calls: [], known: 0, tags: [], days: [] }),
    'calls.page': () => ok({ revision: 1, from: 0, calls: [] }),
    'calls.status': () => ok(status),
    'calls.open': () => ok(undefined),
    'calls.myDay': () => fail('signed-out'),
  });
  return createRecentCalls(bridge);
}

const deep = { id: 'c40', index: 40, offset: 12 };

it('the list is where it was left when another screen was looked at meanwhile', () => {
  const calls = list();
  expect(calls.place()).toBeNull();
  calls.look(true);
  calls.scrolled(deep);
  calls.look(false);
  calls.look(true);
  expect(calls.place()).toEqual(deep);
});

it.each<[string, (calls: ReturnType<typeof list>) => void]>([
  ['something is searched', (calls) => calls.search('a')],
  ['other calls are shown', (calls) => calls.show('missed')],
  ['a notice leads to it', (calls) => calls.fromTop()],
  ['somebody else signs in', (calls) => calls.clear()],
])('it begins at its top when %s', (_when, act) => {
  const calls = list();
  calls.scrolled(deep);
  act(calls);
  expect(calls.place()).toBeNull();
});

it('a note and the details unfold below what plays, which goes on, and by themselves for a call that does not', () => {
  const calls = list();
  const plays = { id: 'c1', part: 'player' };
  calls.openPlayer('c1');
  calls.openNote('c1');
  expect(calls.opened.value).toEqual({ ...plays, below: 'note' });
  calls.openNote('c1');
  calls.closeBelow();
  expect(calls.opened.value).toEqual(plays);
  calls.openDetails('c1');
  expect(calls.opened.value).toEqual({ ...plays, below: 'details' });
  // They have the note already.
  calls.openNote('c1');
  expect(calls.opened.value).toEqual({ ...plays, below: 'details' });
  calls.openDetails('c1');
  expect(calls.opened.value).toEqual(plays);
  calls.openNote('c2');
  calls.openNote('c2');
  calls.closeBelow();
  expect(calls.opened.value).toEqual({ id: 'c2', part: 'details' });
});
