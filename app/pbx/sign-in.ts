import { type Failure, ok, type Reply } from '../contract/failures.ts';
import type { SignedIn } from './account.ts';
import { createPbx, type PbxParts } from './client.ts';

/**
 * Proves an account by a harmless request. Where the header was turned down the body is tried once: PHP behind
 * FastCGI drops the Authorization header, and then right credentials look wrong. The query way is never tried: tokens
 * in it end up in the logs of servers and proxies, so it takes a person's decision.
 *
 * @param parts.onlyAsChosen nothing but the chosen way is tried
 */
export async function signIn(
  parts: PbxParts & { readonly now: Date; readonly onlyAsChosen: boolean },
): Promise<Reply<SignedIn>> {
  const { account, now, onlyAsChosen } = parts;
  const asChosen = await createPbx(parts).check(now);
  if (asChosen.ok) return ok({ account, switchedToBody: false });
  if (onlyAsChosen || account.authentication !== 'header' || !isTurnedDown(asChosen.failure)) return asChosen;

  const byBody = { ...account, authentication: 'body', requests: 'post' } as const;
  const second = await createPbx({ ...parts, account: byBody }).check(now);
  if (second.ok) return ok({ account: byBody, switchedToBody: true });
  return { ok: false, failure: tellingMost(asChosen.failure, second.failure) };
}

function isTurnedDown({ code }: Failure): boolean {
  return code === 'unauthorised' || code === 'forbidden' || code === 'refused';
}

/**
 * The first answer was a definite no. A second answer that is none (a time-out, a 500, a page) is about the second try
 * alone. Of two definite ones a 401 names what the person can put right, and the words come from the second where it has any: every
 * PBX reads bodies, whereas the first may have complained of a header that never reached it.
 */
function tellingMost(first: Failure, second: Failure): Failure {
  if (!isTurnedDown(second)) return first;
  const code = [first, second].find((failure) => failure.code === 'unauthorised') ?? second;
  const message = second.message ?? first.message;
  return message === undefined ? code : { ...code, message };
}
