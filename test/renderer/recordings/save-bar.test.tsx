import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { SaveBar } from '../../../renderer/screens/recordings/save-bar.tsx';
import type { SavingState } from '../../../renderer/screens/recordings/saving.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

afterEach(() => render(null, document.body));

it('that a recording was saved is said in a place that was there while it was being saved', () => {
  const underWay = signal<ReadonlyMap<string, { id: string; written: number; total: number }>>(new Map());
  const ended = signal<{ id: string; how: 'saved' } | null>(null);
  const nothing = () => {};
  const saving = { underWay, ended, save: nothing, stop: nothing } as unknown as SavingState;
  const draw = () =>
    act(() =>
      render(
        <SurroundingsContext.Provider
          value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
        >
          <SaveBar
            saving={saving}
            id="r1"
            ways={['wav']}
            format="WAV"
            about={{ direction: '', number: '', name: '' }}
          />
        </SurroundingsContext.Provider>,
        document.body,
      ),
    );
  draw();
  const region = document.querySelector('[role="status"]');
  underWay.value = new Map([['r1', { id: 'r1', written: 1, total: 2 }]]);
  draw();
  expect(document.querySelector('[role="status"]')).toBe(region);
  expect(region?.textContent).toBe('');
  underWay.value = new Map();
  ended.value = { id: 'r1', how: 'saved' };
  draw();
  expect(document.querySelector('[role="status"]')).toBe(region);
  expect(region?.textContent).toBe(en.recordings.saved);
});
