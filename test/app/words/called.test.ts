import { expect, it } from 'vitest';
import { plainNotice } from '../../../app/notices/notices.ts';
import { called } from '../../../app/words/called.ts';
import { wordsFor } from '../../../app/words/index.ts';

const words = wordsFor('en');
const who = (name: string) => called({ display: '081 234 5678', name }, words);

/** UAX #9: behind a letter from the right the groups of a number are drawn from right to left, unless one from the left stands between. */
it.each(['علي', 'דוד', 'Ali علي', 'علي 2', 'ކަލޭގެ', 'ܐܒܓ', 'ߒߞߏ'])(
  'behind %s a number keeps the order of its groups',
  (name) => {
    expect(who(name)).toBe(`${name}\u200e · 081 234 5678`);
    expect(words.calls.steps.person(name, '081 234 5678')).toBe(`${name}\u200e (081 234 5678)`);
    expect(plainNotice({ title: who(name), body: who(name) }, true)).toEqual({
      title: who(name),
      body: who(name),
    });
  },
);

it.each(['Somchai', 'สมชาย', '王', 'Müller', 'Дима'])('nothing is put behind %s', (name) => {
  expect(who(name)).toBe(`${name} · 081 234 5678`);
});
