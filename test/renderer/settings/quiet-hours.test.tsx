import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { Missed } from '../../../renderer/screens/settings/missed.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

afterEach(() => render(null, document.body));

test.each([
  ['7pm', '19:00', { from: '19:00', to: '08:00' }],
  ['19.30', '19:30', { from: '19:30', to: '08:00' }],
  ['๒๐.๐๐ น.', '20:00', { from: '20:00', to: '08:00' }],
  ['6pm', '18:00', null],
  ['24.00', '18:00', null],
  ['late', '18:00', null],
  ['', '18:00', null],
])('quiet hours are typed in as any other time, in 24 hours: %j', (typed, shown, kept) => {
  const changes: Partial<Settings>[] = [];
  const unused = () => undefined;
  const quietHours = { from: '18:00', to: '08:00' };
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
      >
        <Missed
          values={{ notifyMissed: true, quietHours, managed: { keys: [], rules: [], problem: null } }}
          change={(patch) => changes.push(patch)}
        />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const field = document.querySelector<HTMLInputElement>('.quiet-time input');
  if (!field) throw new Error('no field');
  field.value = typed;
  act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  // Who typed what is no time is told so, and what is.
  const isTime = kept !== null || typed === '6pm';
  expect(document.querySelector('[role="status"]')?.textContent).toBe(
    isTime ? en.settings.quietNote : en.calls.remind.noTime,
  );
  expect([field.value, changes]).toEqual([shown, kept === null ? [] : [{ quietHours: kept }]]);
});
