import type { Failure, FailureCode } from '../contract/failures.ts';
import type { Sentence, Stage } from './failure-words.ts';
import type { PageWords } from './page.en.ts';

/** Where a failure is shown, and the number that was called, as it is shown. */
export interface Where {
  readonly at: Stage;
  readonly number?: string;
}

/**
 * What happened and what to do, for any failure. Behind an unknown outcome stands what happened to the reply: it is
 * said first, so that the person understands why nobody knows.
 */
export function failureText(words: PageWords, failure: Failure, where: Where): Sentence {
  const { what, todo } = sentenceOf(words, failure.code, failure, where);
  if (failure.code !== 'unknown-outcome' || failure.cause === undefined) return { what, todo };
  return { what: `${sentenceOf(words, failure.cause, failure, where).what} ${what}`, todo };
}

function sentenceOf(
  { failure: said }: PageWords,
  code: FailureCode,
  { field = 'extension', phone = '' }: Failure,
  { at, number = '' }: Where,
): Sentence {
  switch (code) {
    case 'unknown-outcome':
      return said[code](number);
    case 'phone-not-connected':
    case 'phone-busy':
    case 'phone-unknown':
    case 'agent-logged-out':
      return said[code](phone);
    case 'bad-field':
      return said[code][field];
    default: {
      const sentence = said[code];
      return 'what' in sentence ? sentence : sentence[at];
    }
  }
}

/** The PBX's own words, where ours do not say the same already; empty where they do. All of them stand in the details. */
export function wordsOfPbx({ code, message = '' }: Failure): string {
  switch (code) {
    case 'phone-not-connected':
    case 'phone-busy':
    case 'phone-unknown':
    case 'agent-logged-out':
      return '';
    default:
      return message;
  }
}

/** The same in one line, with the rule that forbade it and the PBX's own words, for a notice or a terminal. */
export function failureLine(words: PageWords, failure: Failure, where: Where): string {
  const { what, todo } = failureText(words, failure, where);
  const { rule, pbxSays } = words.failureBox;
  const own = wordsOfPbx(failure);
  return [what, failure.rule && rule(failure.rule), own && pbxSays(own), todo].filter(Boolean).join(' ');
}
