import { expect, it } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import {
  type Action,
  type ActionName,
  actionsFor,
  asksForActions,
} from '../../../renderer/screens/dialing/actions.ts';

const list = (words: typeof en): Action[] =>
  (Object.keys(words.actions) as ActionName[]).map((name) => ({
    ...{ name, label: words.actions[name].label, number: '', run: () => undefined },
  }));
const found = (typed: string, words: typeof en) =>
  actionsFor(typed, list(words), words).map(({ name }) => name);

it.each(['en', 'th'] as const)(
  'in %s, the names of both languages find each action, with the sign and without',
  (spoken) => {
    const words = { en, th }[spoken];
    for (const name of Object.keys(en.actions) as ActionName[])
      for (const other of [en, th]) {
        const label = other.actions[name].label.replace(/[:…]/g, '').trim();
        expect([label, found(`> ${label}`, words)]).toEqual([label, expect.arrayContaining([name])]);
        expect([label, found(label, words)]).toEqual([label, expect.arrayContaining([name])]);
      }
  },
);

it.each(['>dark', '> dark', ' > DARK ', '\u200b>dark', '>\u200bdark', '\uff1edark', '> ｄａｒｋ'])(
  '%j asks for it, whatever is unseen or wide in it',
  (typed) => {
    expect(asksForActions(typed)).toBe(true);
    expect(found(typed, en)).toEqual(['themeDark']);
  },
);
