import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { Field } from '../../../renderer/ui/field.tsx';

it('keeps what is being typed while other settings change around it, and shows what was kept once it is left', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const kept: string[] = [];
  const draw = (value: string, note?: string) =>
    act(() => {
      const change = (typed: string) => void kept.push(typed);
      render(
        <Field
          label="Desk name"
          name="deskName"
          maxLength={40}
          value={value}
          note={note}
          onChange={change}
        />,
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
          maxLength={40}
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
