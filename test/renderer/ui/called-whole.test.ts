import { expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { calledWhole } from '../../../renderer/ui/called-whole.ts';

it('a number beside a name is not parted where the line ends', () => {
  const who = { display: '081 234 5678', extension: '12' };
  expect(calledWhole(who, en)).toBe('081 234 5678 ext. 12');
  expect(calledWhole({ ...who, name: 'Ann Lee' }, en)).toBe(
    'Ann Lee · 081\u00a0234\u00a05678\u00a0ext.\u00a012',
  );
});
