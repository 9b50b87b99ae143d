import { expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { remembered } from '../../../app/numbers/remembered.ts';

it('a number is read once, and again as soon as the settings are others', () => {
  let settings = { ...defaults };
  const read: string[] = [];
  const reading = remembered(
    () => settings,
    (text) => read.push(text),
  );
  reading('0812345678');
  reading('0812345678');
  expect(read).toHaveLength(1);
  settings = { ...defaults, country: 'DE' };
  reading('0812345678');
  expect(read).toHaveLength(2);
});

it('a changed setting is heard at once: a number is never sent in yesterday’s form', () => {
  let settings = { ...defaults };
  const numbers = createNumbers(() => settings);
  expect(numbers.read('081 234 5678')?.send).toBe('0812345678');
  settings = { ...defaults, numberForm: 'e164' };
  expect(numbers.read('081 234 5678')?.send).toBe('+66812345678');
});

it('what is remembered is bounded', () => {
  let read = 0;
  const reading = remembered(
    () => defaults,
    () => {
      read += 1;
      return read;
    },
  );
  for (let number = 0; number < 2_000; number += 1) reading(`${number}`);
  expect(reading('0')).toBeGreaterThan(1);
});
