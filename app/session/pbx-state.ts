import type { PbxState } from '../contract.ts';
import type { FailureCode, Reply } from '../failures.ts';

/** Failures that say that nothing answered at the PBX's address. */
const silent: ReadonlySet<FailureCode> = new Set([
  'unreachable',
  'name-not-found',
  'connection-refused',
  'timed-out',
  'no-reply',
  'certificate',
  'proxy',
]);

/** What a reply, good or bad, tells about the PBX: a refusal is an answer too. */
export function pbxStateAfter(reply: Reply<unknown>): PbxState {
  if (reply.ok) return 'answers';
  const { code, cause } = reply.failure;
  return silent.has(cause ?? code) ? 'silent' : 'answers';
}
