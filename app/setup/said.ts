import type { FailureCode } from '../contract/failures.ts';
import { misfitLine } from '../settings/check-policy.ts';
import { failureLine, type Words } from '../words/index.ts';
import type { Left, SetUpEnd } from './set-up.ts';

/** What kind of end it was, for an exit status. */
export type EndKind = 'done' | 'unfit' | 'not-taken' | 'another-account' | 'managed' | 'not-kept' | 'not-all';

const kinds: { readonly [Code in FailureCode]?: EndKind } = {
  'set-up-file': 'unfit',
  'set-up-unread': 'unfit',
  'bad-address': 'unfit',
  'bad-field': 'unfit',
  'missing-field': 'unfit',
  'plain-http': 'unfit',
  'another-account': 'another-account',
  managed: 'managed',
};
const kindsLeft: Readonly<Record<Left, EndKind>> = {
  'set-up-no-keychain': 'not-kept',
  'set-up-kept': 'not-all',
  'set-up-settings': 'not-all',
};

/** What became of a set-up file, line by line: what does not fit by its place, never its content. */
export function saidOf(end: SetUpEnd, words: Words): { readonly kind: EndKind; readonly message: string } {
  const line = (code: FailureCode) => failureLine(words, { code }, { at: 'sign-in' });
  if (end.ok) {
    const notKept = end.left.find((left) => kindsLeft[left] === 'not-kept') ?? end.left[0];
    if (notKept === undefined) return { kind: 'done', message: words.setUp.signedInAs(end.extension) };
    return { kind: kindsLeft[notKept], message: end.left.map(line).join('\n') };
  }
  const { failure, misfits = [] } = end;
  const details = misfits.length === 0 && failure.details !== undefined ? [`(${failure.details})`] : [];
  const lines = [
    failureLine(words, failure, { at: 'sign-in' }),
    ...details,
    ...misfits.map((misfit) => misfitLine(misfit, words.policyCheck)),
  ];
  return { kind: kinds[failure.code] ?? 'not-taken', message: lines.join('\n') };
}
