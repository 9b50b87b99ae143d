import { codeOf } from '../../util/code-of.ts';
import { TransportError } from '../transport.ts';

/** Rows of [code of Node, what it is], for a connection that did not come to stand. */
export const neverStoodCodes: readonly (readonly [RegExp, TransportError['code']])[] = [
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'name-not-found'],
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EACCES|EPERM)$/, 'unreachable'],
  [/^ETIMEDOUT$/, 'timed-out'],
];

/** The code of an error of Node, which holds no address; of several addresses that were tried, the first one's. */
export function nodeCode(error: unknown): string {
  const several = error instanceof AggregateError ? error.errors : [];
  for (const one of [error, ...several]) {
    const code = codeOf(one);
    if (/^[A-Z0-9_]{1,80}$/.test(code)) return code;
  }
  return 'no code';
}

/** A connection that never stood: nothing was sent. `known`: what it was, where the error is not what tells. */
export function neverStood(error: unknown, known: TransportError['code'] | null): TransportError {
  const details = nodeCode(error);
  const code = known ?? neverStoodCodes.find(([pattern]) => pattern.test(details))?.[1] ?? 'unreachable';
  return new TransportError(code, 'no', details === 'ABORT_ERR' ? 'connecting' : details);
}
