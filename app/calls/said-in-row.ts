import type { Call } from '../cdr/call.ts';
import { failureText } from '../words/failure-text.ts';
import type { PageWords } from '../words/page.en.ts';
import { stepText } from '../words/step-text.ts';
import { alsoFoundBy, type Names } from './names.ts';
import { stepsShown } from './view.ts';

/**
 * The words in which a call's row says what became of it: a call is found by them, too. In every language, for they may be a colleague's who
 * reads the list in another one.
 */
export const saidInRows = (call: SaidCall, names: Pick<Names, 'who'>, all: readonly PageWords[]): string =>
  all.map((words) => saidInRow(call, names, words)).join(' ');

/** What stands in the place of a number, and the numbers and names of others, likewise; a number has two names in Thai. */
export function alsoInRows(
  call: Pick<Call, 'party' | 'direction' | 'steps'>,
  names: Pick<Names, 'who'>,
  all: readonly PageWords[],
): string {
  const shown = [...new Set(all.map(({ calls }) => alsoFoundBy(call, names, calls)))].join(' ');
  const spoken = shown.replaceAll('หมายเลข', 'เบอร์');
  return spoken === shown ? shown : `${shown} ${spoken}`;
}

type SaidCall = Pick<Call, 'direction' | 'result' | 'steps' | 'attempt'>;

function saidInRow(call: SaidCall, { who }: Pick<Names, 'who'>, words: PageWords): string {
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
