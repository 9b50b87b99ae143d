import { type FailureCode, type Reply, silenceCodes } from '../contract/failures.ts';
import type { PbxState } from '../contract/session.ts';

const silent: ReadonlySet<FailureCode> = new Set(silenceCodes);

/** What a reply, good or bad, tells about the PBX: a refusal is an answer too. */
export function pbxStateAfter(reply: Reply<unknown>): PbxState {
  if (reply.ok) return 'answers';
  const { code, cause } = reply.failure;
  return silent.has(cause ?? code) ? 'silent' : 'answers';
}
