import { expect, it } from 'vitest';
import type { Question } from '../../../app/contract/dialing.ts';
import { questionTexts } from '../../../app/words/call-question.ts';
import { wordsFor } from '../../../app/words/index.ts';

const number = (display: string, label?: string, extension: string | null = null) => ({
  ...{ display, extension, origin: null, reasons: [] },
  ...(label === undefined ? {} : { label }),
});
const asked = {
  ...{ question: 'q', from: 'hotkey', marked: null, armsAfter: 600, apart: true },
  numbers: [
    number('02 123 4567', 'work', '12'),
    number('081 234 5678', 'mobile'),
    number('101', 'Lobby'),
    number('102'),
  ],
} as unknown as Question;

it('beside each of several numbers stands which it is: by the word of the language, or as it was labelled', () => {
  const asides = (language: 'en' | 'th') =>
    questionTexts(asked, wordsFor(language)).numbers.map(({ aside }) => aside);
  expect(asides('en')).toEqual(['Work · ext. 12', 'Mobile', 'Lobby', '']);
  expect(asides('th').slice(1)).toEqual(['มือถือ', 'Lobby', '']);
});
