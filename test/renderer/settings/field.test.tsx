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
