import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { Field } from '../../../renderer/ui/field.tsx';

const surroundings = {
  words: en,
  version: '1',
  lookAtCertificate: () => undefined,
  askProxyPassword: () => undefined,
};

it('keeps what is being typed while other settings change around it, and shows what was kept once it is left', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const kept: string[] = [];
  const draw = (value: string, note?: string) =>
    act(() => {
      const change = (typed: string) => void kept.push(typed);
      render(
        <Field label="Desk name" name="deskName" longest={40} value={value} note={note} onChange={change} />,
        place,
      );
    });
  await draw('');
  const input = place.querySelector('input');
  if (input === null) throw new Error('no field');
  const happen = (event: string) => act(() => void input.dispatchEvent(new Event(event)));

  input.value = 'Front d';
  await happen('input');
  await draw('', 'another setting changed');
  expect(input.value).toBe('Front d');
  expect(kept).toEqual([]);

  input.value = ' Front desk ';
  await happen('input');
  await happen('change');
  await happen('blur');
  expect(kept).toEqual([' Front desk ']);
  await draw('Front desk');
  expect(input.value).toBe('Front desk');
});

it('keeps what is refused until it is mended, and shows nothing of it afterwards', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const draw = (value: string, invalid: boolean) =>
    act(() =>
      render(
        <Field
          label="Server"
          name="server"
          longest={40}
          {...{ value, invalid }}
          onChange={() => undefined}
        />,
        place,
      ),
    );
  await draw('ldaps://a', false);
  const input = place.querySelector('input');
  if (input === null) throw new Error('no field');
  const happen = (event: string) => act(() => void input.dispatchEvent(new Event(event)));
  async function type(text: string, invalid: boolean, value = 'ldaps://a'): Promise<void> {
    await happen('focus');
    (input as HTMLInputElement).value = text;
    await happen('input');
    await happen('change');
    await draw(value, invalid);
    await happen('blur');
  }

  await type('http://x', true);
  expect(input.value).toBe('http://x');
  await happen('focus');
  expect(input.value).toBe('http://x');
  await happen('blur');
  await type(' ldaps://b ', false, 'ldaps://b');
  expect(input.value).toBe('ldaps://b');
  await draw('ldaps://c', false);
  await happen('focus');
  expect(input.value).toBe('ldaps://c');
});

it('turns down what is too long to be put in, says so, and cuts nothing', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  let value = 'Ploy';
  const draw = () =>
    act(() => {
      const write = (typed: string) => {
        value = typed;
      };
      render(
        <SurroundingsContext.Provider value={surroundings}>
          <Field label="Name" name="name" longest={10} value={value} onInput={write} />
        </SurroundingsContext.Provider>,
        place,
      );
    });
  await draw();
  const input = place.querySelector('input');
  if (input === null) throw new Error('no field');
  async function type(text: string): Promise<void> {
    (input as HTMLInputElement).value = text;
    await act(() => void input?.dispatchEvent(new Event('input')));
    await draw();
  }
  await type('Ploy Jaidee of Siam');
  expect([value, input.value]).toEqual(['Ploy', 'Ploy']);
  expect(place.querySelector('[role=alert]')?.textContent).toContain('9');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  await type('Ploy Jaide');
  expect(value).toBe('Ploy Jaide');
  expect(place.querySelector('[role=alert]')).toBeNull();
});

it('a secret that is too long to be pasted is turned down before it is in its box, and kept nowhere else', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const field = <Field label="API key" name="apiKey" longest={10} />;
  await act(() =>
    render(<SurroundingsContext.Provider value={surroundings}>{field}</SurroundingsContext.Provider>, place),
  );
  const input = place.querySelector('input');
  if (input === null) throw new Error('no field');
  input.value = '12345678';
  async function admits(data: string): Promise<boolean> {
    const event = new InputEvent('beforeinput', { bubbles: true, cancelable: true, data });
    await act(() => void input?.dispatchEvent(event));
    return !event.defaultPrevented;
  }
  input.setSelectionRange(8, 8);
  expect(await admits('9012')).toBe(false);
  expect(place.querySelector('[role=alert]')?.textContent).toContain('2');
  // In the place of what is marked.
  input.setSelectionRange(0, 8);
  expect(await admits('9012')).toBe(true);
  expect(place.querySelector('[role=alert]')).toBeNull();
});
