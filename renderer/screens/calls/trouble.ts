import type { CallsStatus } from '../../../app/contract/calls.ts';
import { whenIn } from '../../../app/words/dates.ts';
import { failureText } from '../../../app/words/failure-text.ts';
import type { PageWords } from '../../../app/words/page.en.ts';

/** Why the list is not kept fresh, and what the person can do, if anything; `null`: it is. */
export function troubleOf(
  words: PageWords,
  { failure, online }: Pick<CallsStatus, 'failure' | 'online'>,
): { readonly what: string; readonly todo: string } | null {
  // Whatever the network does, there is nothing to be seen before.
  if (failure?.code === 'calls-held') return failureText(words, failure, { at: 'list' });
  // Without a network no PBX answers: that it did not is no news, and its address is not to be checked.
  if (!online) return { what: words.calls.offline, todo: '' };
  if (failure === null) return null;
  return failureText(words, failure, { at: 'list' });
}

/** How old the list is. Above calls whose age nobody knows nothing is said of it; least of all that there are none. */
export function ageOf(
  words: PageWords,
  upTo: number | null,
  hasCalls: boolean,
  now: number,
  zone?: string,
): string {
  if (upTo !== null) return words.calls.asOf(whenIn(words, upTo, now, zone));
  return hasCalls ? '' : words.calls.neverAsked;
}
