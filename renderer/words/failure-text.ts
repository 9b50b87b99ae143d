import type { Failure } from '../../app/failures.ts';
import type { Sentence, Words } from './en.ts';

/**
 * What happened and what to do, for any failure. Behind an unknown outcome stands what happened to the reply: it is
 * said first, so that the person understands why nobody knows.
 */
export function failureText(words: Words, failure: Failure): Sentence {
  const { what, todo } = words.failure[failure.code];
  if (failure.code === 'unknown-outcome' && failure.cause !== undefined) {
    return { what: `${words.failure[failure.cause].what} ${what}`, todo };
  }
  return { what, todo };
}

/** The same in one line, with the rule that forbade it and the PBX's own words, for a notice or a terminal. */
export function failureLine(words: Words, failure: Failure): string {
  const { what, todo } = failureText(words, failure);
  const { rule, pbxSays } = words.failureBox;
  return [what, failure.rule && rule(failure.rule), failure.message && pbxSays(failure.message), todo]
    .filter(Boolean)
    .join(' ');
}
