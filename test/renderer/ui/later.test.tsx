import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { later } from '../../../renderer/ui/later.tsx';

afterEach(() => render(null, document.body));

const Part = ({ name }: { readonly name: string }) => <p>{name}</p>;
const nothing = () => {};
const draw = (Drawn: typeof Part) =>
  act(async () =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        <Drawn name="Keys" />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );

it('a part is fetched once, and drawn in the first picture where it is there before', async () => {
  let asked = 0;
  const Drawn = later(async () => {
    asked += 1;
    return Part;
  });
  await Promise.all([Drawn.ready(), Drawn.ready()]);
  void draw(Drawn as typeof Part);
  expect(document.querySelector('p')?.textContent).toBe('Keys');
  expect(asked).toBe(1);
});

it('a part that does not come is said to be missing, beside a button that loads the page anew', async () => {
  const Drawn = later<{ readonly name: string }>(() => Promise.reject(new Error('not read')));
  await Drawn.ready();
  await draw(Drawn as typeof Part);
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'A part of the program could not be read.',
  );
  expect(document.querySelector('button')?.textContent).toBe('Try again');
});
