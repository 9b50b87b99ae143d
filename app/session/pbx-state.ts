import { failurePlaces, type Reply } from '../contract/failures.ts';
import type { PbxState } from '../contract/session.ts';

/** What a reply, good or bad, tells about the PBX: a refusal is an answer too. */
export function pbxStateAfter(reply: Reply<unknown>): PbxState {
  if (reply.ok) return 'answers';
  const { code, cause } = reply.failure;
  return failurePlaces[cause ?? code] === 'way' ? 'silent' : 'answers';
}
