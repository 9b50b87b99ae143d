import { expect, it } from 'vitest';
import { unanswered } from '../../../app/command-line/at-once.ts';
import { type Command, exitStatus } from '../../../app/command-line/command.ts';
import { wordsFor } from '../../../app/words/index.ts';

const en = wordsFor('en');

it.each<Command>([
  { kind: 'dial', number: '0812345678', ask: false },
  { kind: 'selection', ask: true },
  { kind: 'clipboard', ask: false },
  { kind: 'redial', ask: false },
])(
  'a call ($kind) that the running program says nothing of is not said to be none: nobody knows',
  (command) => {
    expect(unanswered(command, en)).toEqual({
      message: 'The running program did not answer. Look at your phone before you try again.',
      status: exitStatus.unknown,
    });
  },
);

it('of what calls nobody it is said that nobody answered', () => {
  expect(unanswered({ kind: 'set-up', file: '/f' }, en).status).toBe(exitStatus.failed);
  expect(unanswered({ kind: 'link', uri: 'tel:101' }, en).status).toBe(exitStatus.failed);
});
