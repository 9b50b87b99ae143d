import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { fail, ok } from '../../../../app/contract/failures.ts';
import { en } from '../../../../app/words/en.ts';
import type { PageWords } from '../../../../app/words/page.en.ts';
import { th } from '../../../../app/words/th.ts';
import { FavouritesPanel } from '../../../../renderer/screens/contacts/favourites/view.tsx';
import { createFavourites } from '../../../../renderer/state/favourites.ts';
import { SurroundingsContext } from '../../../../renderer/ui/context.ts';
import { otherSide } from '../../bridge.ts';

afterEach(() => render(null, document.body));

it('a favourite that is refused leaves what was typed in the form, and so does another language', async () => {
  const twin = { id: 'f1', number: '0812345678', name: 'Somchai', display: '081 234 5678' };
  const { bridge } = otherSide({
    'favourites.list': () => ok([twin]),
    'favourites.add': () => fail('favourite-exists', { favourite: 'f1' }),
  });
  const favourites = createFavourites(bridge);
  await favourites.load();
  const nothing = () => {};
  const draw = (words: PageWords) =>
    act(() =>
      render(
        <SurroundingsContext.Provider
          value={{ words, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
        >
          <FavouritesPanel
            favourites={favourites}
            begin="typed"
            typed="081-234-5678"
            busy={false}
            onCall={nothing}
            onClose={nothing}
          />
        </SurroundingsContext.Provider>,
        document.body,
      ),
    );
  draw(en);
  const box = (name: string) => {
    const found = document.querySelector<HTMLInputElement>(`form [name="${name}"]`);
    if (found === null) throw new Error(`no ${name}`);
    return found;
  };
  await act(() => {
    box('name').value = 'Khun Somchai';
    box('name').dispatchEvent(new Event('input', { bubbles: true }));
    box('number').value = '+66 81 234 5678';
    box('number').dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('081 234 5678 is already Somchai.');
  expect(box('name').value).toBe('Khun Somchai');
  expect(box('number').value).toBe('+66 81 234 5678');

  // Nor does another language take it.
  draw(th);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('Somchai');
  expect(box('name').value).toBe('Khun Somchai');
  expect(box('number').value).toBe('+66 81 234 5678');
});
