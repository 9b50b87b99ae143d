import { expect, it } from 'vitest';
import { kindOf, type Option } from '../../../renderer/screens/dialing/choosing.ts';

const options = ['person', 'action'].map((kind) => ({ kind, key: kind })) as unknown as Option[];
const [person, action] = options as [Option, Option];

it('says what Enter does: with what is chosen, or with all that there is', () => {
  expect(kindOf([person, person], -1)).toBe('person');
  expect(kindOf([action], -1)).toBe('action');
  expect(kindOf(options, -1)).toBe('both');
  expect(kindOf(options, 0)).toBe('person');
  expect(kindOf(options, 1)).toBe('action');
});
