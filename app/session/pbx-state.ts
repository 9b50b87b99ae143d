import type { PbxState } from '../contract.ts';
import { type FailureCode, type Reply, silenceCodes } from '../failures.ts';

const silent: ReadonlySet<FailureCode> = new Set(silenceCodes);

/** What a reply, good or bad, tells about the PBX: a refusal is an answer too. */
export function pbxStateAfter(reply: Reply<unknown>): PbxState {
  if (reply.ok) return 'answers';
  const { code, cause } = reply.failure;
  return silent.has(cause ?? code) ? 'silent' : 'answers';
}
