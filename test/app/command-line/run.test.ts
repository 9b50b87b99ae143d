import { expect, it } from 'vitest';
import { createCommands } from '../../../app/command-line/run.ts';
import type { Wish } from '../../../app/dialing/dialler.ts';
import { numbersInText } from '../../../app/dialing/numbers/from-text.ts';
import { ok } from '../../../app/failures.ts';
import { wordsFor } from '../../../renderer/words/index.ts';

const wordsEn = wordsFor('en');

/** What the dialler is asked for when the command line says `--dial` and this. */
async function wishFor(number: string): Promise<Wish | undefined> {
  const wishes: Wish[] = [];
  const run = createCommands({
    ready: Promise.resolve(),
    ask: async (wish) => {
      wishes.push(wish);
      return ok({ kind: 'idle' });
    },
    outcomeOf: async () => ({ kind: 'idle' }),
    meant: async () => ({ numbers: [] }),
    copied: async () => ({ numbers: [] }),
    found: (text) =>
      numbersInText(text, { country: 'TH', internalLength: 5 }).map(({ dial, extension }) => ({
        number: dial,
        extension,
      })),
    last: () => undefined,
    show: () => undefined,
    words: () => wordsEn,
  });
  await run({ kind: 'dial', number, ask: false });
  return wishes[0];
}

it('two numbers behind --dial are never made one: the person chooses', async () => {
  for (const text of ['02-123-4567 089-876-5432', '021234567 0898765432', '021234567.0898765432']) {
    expect((await wishFor(text))?.numbers.map(({ number }) => number)).toEqual(['021234567', '0898765432']);
  }
});

it('one number is handed on as it was written', async () => {
  for (const text of ['081-234-5678', '+44 20 7946 0958', '101', '*72', 'hello']) {
    expect((await wishFor(text))?.numbers).toEqual([{ number: text }]);
  }
});
