import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { ForgetQuestion } from '../../../renderer/screens/calls/forget-question.tsx';
import { createNotesFile } from '../../../renderer/screens/settings/retention/notes-state.ts';
import { Kept } from '../../../renderer/screens/settings/retention/view.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { otherSide } from '../bridge.ts';

const nothing = () => undefined;
const going = { calls: 3, notes: 1, attempts: 0, recordings: 0 };
const values = { ...defaults, managed: { rules: [], keys: [], problem: null } } as unknown as SettingsView;

afterEach(() => act(() => render(null, document.body)));

it.each([
  [
    'everything about a number',
    'Forget',
    <ForgetQuestion
      key="forget"
      about={{ display: '081 234 5678', contact: null, going }}
      onForget={nothing}
      onCancel={nothing}
    />,
  ],
  [
    'what is older than is to be kept',
    'Remove',
    <Kept
      key="kept"
      values={values}
      notesFile={createNotesFile(otherSide({}).bridge)}
      state={{
        ...{ less: signal({ wish: { keepCalls: 7 }, going }) },
        ...{ wish: () => Promise.resolve(), confirm: nothing, cancel: nothing },
      }}
    />,
  ],
])('that %s goes for good can be seen on the button, and Cancel does not look so', (_, name, question) => {
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        {question}
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const looks = [...document.querySelectorAll('dialog button')].map(({ textContent, classList }) => [
    textContent,
    classList.contains('button-danger'),
  ]);
  expect(looks).toEqual([
    ['Cancel', false],
    [name, true],
  ]);
});
