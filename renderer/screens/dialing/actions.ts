import type { ActionWords, PageWords } from '../../../app/words/page.en.ts';

export type ActionName = keyof ActionWords;

/** What can be done by its name, from the box of the dial pad. */
export interface Action {
  readonly name: ActionName;
  readonly label: string;
  /** A number behind it, which is read whole; empty for none. */
  readonly number: string;
  run(): void;
}

/** Typed before an action: nobody's name begins so. */
const sign = '>';
/** Of a plain word: one letter is in everybody's name. */
const least = 2;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0e47-\u0e4e]|\p{Cf}/gu, '')
    .trim();

export const asksForActions = (typed: string): boolean => fold(typed).startsWith(sign);

/** Those that what is typed names by the beginnings of words; with the sign alone, all. */
export function actionsFor(typed: string, actions: readonly Action[], words: PageWords): readonly Action[] {
  const signed = asksForActions(typed);
  const wanted = fold(typed)
    .slice(signed ? 1 : 0)
    .trim();
  if (!signed && wanted.length < least) return [];
  return actions.filter(({ name, label }) => {
    const called = ` ${fold(`${label} ${words.actions[name].also}`)}`;
    return wanted.split(/\s+/).every((word) => called.includes(` ${word}`));
  });
}
