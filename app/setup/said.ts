import type { Failure, FailureCode } from '../contract/failures.ts';
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
  'set-up-not-kept': 'not-kept',
  managed: 'managed',
};
const kindsLeft: Readonly<Record<Left['code'], EndKind>> = {
  'set-up-no-keychain': 'not-kept',
  'set-up-kept': 'not-all',
  'set-up-settings': 'not-all',
};

/** What became of a set-up file, line by line: what does not fit by its place, never its content. */
export function saidOf(end: SetUpEnd, words: Words): { readonly kind: EndKind; readonly message: string } {
  const line = (failure: Failure) => {
    const more = [failure.details, failure.proxy && `proxy ${failure.proxy}`].filter(Boolean);
    return [
      failureLine(words, failure, { at: 'sign-in' }),
      ...(more.length === 0 ? [] : [`(${more.join(', ')})`]),
    ].join('\n');
  };
  if (end.ok) {
    const notKept = end.left.find(({ code }) => kindsLeft[code] === 'not-kept') ?? end.left[0];
    if (notKept === undefined) return { kind: 'done', message: words.setUp.signedInAs(end.extension) };
    return { kind: kindsLeft[notKept.code], message: end.left.map(line).join('\n') };
  }
  const { failure, misfits = [] } = end;
  const { details: _, ...bare } = failure;
  const lines = [
    line(misfits.length === 0 ? failure : bare),
    ...misfits.map((misfit) => misfitLine(misfit, words.policyCheck)),
  ];
  return { kind: kinds[failure.code] ?? 'not-taken', message: lines.join('\n') };
}
