import { expect, it } from 'vitest';
import type { Command } from '../../../app/command-line/command.ts';
import { createCommands } from '../../../app/command-line/run.ts';
import { ok } from '../../../app/contract/failures.ts';
import { defaults } from '../../../app/contract/settings.ts';
import type { Wish } from '../../../app/dialing/dialler.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { wordsFor } from '../../../app/words/index.ts';

const wordsEn = wordsFor('en');

/** What the dialler is asked for on a command. */
async function wishFor(command: Command): Promise<Wish | undefined> {
  const wishes: Wish[] = [];
  const numbers = createNumbers(() => ({ ...defaults, country: 'TH' }));
  const run = createCommands({
    ready: Promise.resolve(),
    ask: async (wish) => {
      wishes.push(wish);
      return ok({ kind: 'idle' });
    },
    outcomeOf: async () => ({ kind: 'idle' }),
    meant: async () => ({
      numbers: [{ number: '101' }],
      ask: true,
      marked: { kind: 'text', text: 'no number' },
    }),
    copied: async () => ({ numbers: [] }),
    found: numbers.find,
    read: numbers.read,
    last: () => undefined,
    setUp: { link: () => null, silently: async () => ({ ok: true, extension: '101', left: [] }) },
    show: () => undefined,
    diagnose: async () => null,
    words: () => wordsEn,
  });
  await run(command);
  return wishes[0];
}
const named = async (number: string) => (await wishFor({ kind: 'dial', number, ask: false }))?.numbers;

it('two numbers behind --dial are never made one: the person chooses', async () => {
  for (const text of ['02-123-4567 089-876-5432', '021234567 0898765432', '021234567.0898765432']) {
    expect((await named(text))?.map(({ number }) => number)).toEqual(['021234567', '0898765432']);
  }
});

it('one number is handed on as it was written, where nothing else was', async () => {
  for (const text of ['081-234-5678', '+44 20 7946 0958', '+66 81 234 5678', '101']) {
    expect(await named(text)).toMatchObject([{ number: text, doubt: null }]);
  }
});

it('one number with a text around it is that number', async () => {
  for (const [text, number] of [
    ['Tel. 081-234-5611 (office)', '0812345611'],
    ['โทร 0812345672', '0812345672'],
    ['โทร ๐๘๑-๒๓๔-๕๖๗๒', '0812345672'],
    ['"02 123 4567"', '021234567'],
  ]) {
    expect(await named(text ?? '')).toMatchObject([{ number }]);
  }
  expect(await named('02-123-4567 ext. 12')).toMatchObject([{ number: '021234567', extension: '12' }]);
});

it('what the numbering plan does not know is not sure, and what is no number is left to be refused', async () => {
  for (const text of ['5551234', '90812345678', '*72', 'hello', '']) {
    expect(await named(text)).toMatchObject([{ number: text, doubt: 'unlisted' }]);
  }
});

it('a redial leaves a question that stands, and says that there is nothing to redial by having no number', async () => {
  expect(await wishFor({ kind: 'redial', ask: false })).toEqual({
    numbers: [],
    from: 'redial',
    ask: false,
    waits: true,
  });
});

it('what is marked is handed on with all that is known of it', async () => {
  expect(await wishFor({ kind: 'selection', ask: false })).toEqual({
    numbers: [{ number: '101' }],
    from: 'hotkey',
    ask: true,
    marked: { kind: 'text', text: 'no number' },
  });
});
