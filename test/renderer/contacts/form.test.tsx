import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Failure } from '../../../app/contract/failures.ts';
import { en } from '../../../app/words/en.ts';
import { ContactForm } from '../../../renderer/screens/contacts/form.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

const nothing = () => undefined;
const numbered = (...numbers: string[]) => ({
  id: null,
  begin: { name: '', company: '', note: '', numbers: numbers.map((number) => ({ number, label: '' })) },
});

function draw(form: ReturnType<typeof numbered>, failure: Failure | null): void {
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        <ContactForm form={form} failure={failure} onSave={nothing} onDelete={nothing} onCancel={nothing} />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
}
const marked = () =>
  [...document.querySelectorAll<HTMLInputElement>('[aria-invalid="true"]')].map(({ name }) => name);
const focused = () => (document.activeElement as HTMLInputElement | null)?.name;

afterEach(() => act(() => render(null, document.body)));

test.each([
  ['no number', numbered(''), 'contact-without-number', ['number-0']],
  ['a number that is none', numbered('hello'), 'not-a-number', ['number-0']],
  ['one that is none, below an empty line', numbered('', 'hello'), 'not-a-number', ['number-1']],
  ['one of several that is none', numbered('102', 'hello'), 'not-a-number', []],
  ['no room', numbered('102'), 'contacts-full', []],
] as const)(
  'a contact that is refused for %s: what has to be mended is marked and has the focus',
  (_, form, code, names) => {
    draw(form, null);
    expect(marked()).toEqual([]);
    expect(focused()).toBe('name');
    draw(form, { code });
    expect(marked()).toEqual(names);
    expect(focused()).toBe(names[0] ?? 'name');
  },
);
