import type { Call } from '../cdr/call.ts';
import type { Words } from '../words/en.ts';
import { failureText } from '../words/failure-text.ts';
import { stepText } from '../words/step-text.ts';
import type { Names } from './names.ts';
import { stepsShown } from './view.ts';

/** The words in which a call's row says what became of it, in the person's language: a call is found by them, too. */
export function saidInRow(
  call: Pick<Call, 'direction' | 'result' | 'steps' | 'attempt'>,
  { who }: Pick<Names, 'who'>,
  words: Words,
): string {
  const { direction, result, attempt } = call;
  const withoutRow = attempt !== null && !attempt.recorded;
  const numberOf = (number: string) => ({ display: number, callable: null });
  return [
    words.calls.directions[direction],
    withoutRow && result === 'unknown' ? words.calls.noRecord : words.calls.results[result],
    ...stepsShown(call, { numberOf, whoIs: who }).map((step) => stepText(words, step)),
    withoutRow && attempt.failure ? failureText(words, attempt.failure, { at: 'dial' }).what : '',
  ].join(' ');
}
