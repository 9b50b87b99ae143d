import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { CopyButton } from '../../../renderer/ui/copy-button.tsx';

afterEach(() => {
  render(null, document.body);
  Reflect.deleteProperty(document, 'execCommand');
});

it.each([
  [true, 'Copied'],
  [false, ''],
])('that a text was copied (%s) is said in a place that was there before', (works, said) => {
  document.execCommand = () => works;
  const nothing = () => {};
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        <CopyButton label="Copy number" text="0812345678" />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const region = document.querySelector('[role="status"]');
  expect(region?.textContent).toBe('');
  act(() => document.querySelector('button')?.click());
  expect(document.querySelector('[role="status"]')).toBe(region);
  expect(region?.textContent).toBe(said);
});
