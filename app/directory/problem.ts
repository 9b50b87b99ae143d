import { ResultCodeError } from 'ldapts';
import { type FailureCode, fail } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';

/** Why a directory could not be asked, where this program knows better than the library. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: FailureCode,
    readonly details: string,
  ) {
    super(`${code} (${details})`);
  }
}

/** RFC 4511 appendix A. */
const codes: { readonly [result: number]: FailureCode } = {
  1: 'directory-password', // Active Directory's operationsError: nobody has signed in
  3: 'directory-half',
  4: 'directory-half',
  7: 'directory-password',
  8: 'directory-password',
  10: 'directory-redirected',
  11: 'directory-half',
  13: 'directory-password',
  48: 'directory-password',
  49: 'directory-refused',
  50: 'directory-password',
  51: 'directory-unreachable',
  52: 'directory-unreachable',
};

/** Never an address, a name or what the server says: its own words may repeat what it was sent. */
export function failureOf(error: unknown) {
  if (error instanceof Problem) return fail(error.code, { details: error.details.slice(0, 100) });
  if (error instanceof ResultCodeError)
    return fail(codes[error.code] ?? 'directory-not-read', { details: `LDAP result ${error.code}` });
  const code = codeOf(error);
  // The library's own have no code, and name what was asked.
  const isLate = error instanceof Error && /timed? ?out/i.test(error.message);
  const details = code !== 'unknown' ? code.slice(0, 60) : isLate ? 'timed out' : 'closed';
  return fail('directory-unreachable', { details });
}
