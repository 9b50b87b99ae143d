import { computed, signal } from '@preact/signals';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import type { PersonMatch } from '../../../app/contract/people.ts';
import { en } from '../../../app/words/en.ts';
import { createChoosing } from '../../../renderer/screens/dialing/choosing.ts';
import { MatchList } from '../../../renderer/screens/dialing/match-list.tsx';
import type { DialPadState } from '../../../renderer/screens/dialing/state.ts';
import { Suggestion } from '../../../renderer/screens/dialing/suggestion.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

const surroundings = {
  words: en,
  version: '1',
  lookAtCertificate: () => undefined,
  askProxyPassword: () => undefined,
};
const ploy: PersonMatch = {
  ...{ name: 'Ploy', company: '', number: '021234567', reached: '21234567 ', extension: null },
  ...{ display: '02 123 4567', label: '', source: 'contact', at: null },
};

/** The list and the line under the number, as they are drawn of the people. */
function drawn() {
  const people = signal<readonly PersonMatch[]>([ploy]);
  const choosing = createChoosing({
    text: signal('021'),
    isName: signal(false),
    people,
    isAnswered: signal(true),
    actions: signal([]),
  });
  const [none, no] = [signal([]), signal(false)];
  const state = {
    ...{ choosing, matches: people, whose: none, nothingFound: no, isName: no },
    ...{ extension: signal(null), typed: computed(() => '021') },
  } as unknown as DialPadState;
  const root = document.createElement('div');
  const draw = () =>
    act(() =>
      render(
        h(SurroundingsContext.Provider, { value: surroundings }, [
          h(Suggestion, { state, hotkey: null, hidden: false }),
          h(MatchList, { id: 'm', choosing, onPick: () => undefined }),
        ]),
        root,
      ),
    );
  draw();
  return {
    choosing,
    root,
    become(now: readonly PersonMatch[]) {
      people.value = now;
      draw();
    },
  };
}

it.each([
  ['another', { name: 'Malee', number: '029999999', reached: '29999999 ' }],
  ['another name for it', { name: 'Malee' }],
  ['another extension behind it', { extension: '12', reached: '21234567 12' }],
  ['another place that it is known from', { source: 'colleague' }],
] as const)('a press that began on a row does not end on what came in its place: %s', (_, now) => {
  const { root, become } = drawn();
  const before = ['.match', '[role=option]'].map((one) => root.querySelector(one));
  become([{ ...ploy, ...now }]);
  // The browser makes a click only of a press and a release on one element.
  for (const one of before) {
    expect(one).toBeInstanceOf(HTMLElement);
    expect(root.contains(one)).toBe(false);
  }
});

it('a choice that is gone is said at once, in the list or where it was', () => {
  const { root, choosing, become } = drawn();
  const said = () => root.querySelector('[role=alert]')?.textContent;
  choosing.move(1);
  become([{ ...ploy, reached: '29999999 ', number: '029999999' }]);
  expect(said()).toBe(en.dial.choiceGone);
  become([]);
  expect(said()).toBe(en.dial.nobodyChosen);
  become([ploy]);
  expect(said()).toBeUndefined();
});

it.each([
  ['somebody else with the number', { name: 'Malee' }, 'gone'],
  ['whom the PBX names', { name: 'PLOY J', source: 'recent' }, 'gone'],
  ['the same name from another place', { source: 'colleague' }, null],
] as const)('who was chosen and is gone is not %s', (_, now, lost) => {
  const { choosing, become } = drawn();
  act(() => choosing.move(1));
  become([{ ...ploy, ...now }]);
  expect(choosing.lost.value).toBe(lost);
  expect(choosing.decide()).toEqual(lost === null ? expect.objectContaining({ kind: 'person' }) : 'nothing');
});
