import * as v from 'valibot';
import { Failure, fail, type Reply } from '../contract/failures.ts';
import { type RequestInput, type RequestName, type RequestOutput, requests } from '../contract/requests.ts';
import { limits } from '../policies/limits.ts';
import { maySend, pageOf, type WindowName } from '../policies/windows.ts';
import { createLimiter } from './limiter.ts';

/** What the gate must know of a sender before it listens. */
export interface Sender {
  /** URL of the frame that sent the message; empty where the frame is gone. */
  readonly url: string;
  readonly isMainFrame: boolean;
  /** Which window of those that this program made the message comes from; `null`: from some other page. */
  readonly window: WindowName | null;
}

export type Handlers = {
  readonly [N in RequestName]: (
    input: RequestInput<N>,
  ) => Reply<RequestOutput<N>> | Promise<Reply<RequestOutput<N>>>;
};

/** A message that no honest page of ours sends. The caller is rejected and the log says so. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name);

/**
 * The one gate between the renderer and the main process: sender → known name, for this window → parsed input → not too many → handler → Reply.
 *
 * It rejects rather than answer `undefined`: a page that is refused in silence looks, from inside, like one that
 * works. A refusal's message names the rule and never repeats what was sent, which may hold a secret.
 */
export function serve(
  handlers: Handlers,
  log: (line: string) => void,
  now: () => number = () => performance.now(),
) {
  const limiter = createLimiter(limits, now);
  // A page that sends nonsense all day must not fill the disk with what is said about it.
  const lines = createLimiter({ refusal: { perMinute: 60, why: 'as above' } }, now);
  const say = (reason: string) => void (lines.begin('refusal') && log(`ipc refused: ${reason}`));
  const refuse = (reason: string): never => {
    say(reason);
    throw new Refused(reason);
  };

  return async (sender: Sender, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    const { window } = sender;
    if (window === null) return refuse('not from the companion window');
    if (!sender.isMainFrame) refuse('not from the main frame');
    if (!isPage(sender.url, pageOf[window])) refuse('not from a page of the companion');
    if (!isRequestName(name)) return refuse('no such request');
    if (!maySend(window, name)) return refuse(`${name} from another window than its own`);
    const parsed = v.safeParse(requests[name].input, input);
    if (!parsed.success) return refuse(`bad input for ${name}`);
    // The table pairs each name with the handler of its own input; TypeScript cannot follow that through a union.
    const handler = handlers[name] as (value: unknown) => Reply<unknown> | Promise<Reply<unknown>>;
    if (!limiter.begin(name)) {
      say(`too many of ${name}`);
      return fail('too-many');
    }
    const reply = await answer(name, () => handler(parsed.output));
    // Out by the contract too: a field that it does not name is a leak, and stops here.
    return reply.ok
      ? { ok: true, value: v.parse(requests[name].output, reply.value) }
      : { ok: false, failure: v.parse(Failure, reply.failure) };
  };

  async function answer(name: RequestName, handle: () => Reply<unknown> | Promise<Reply<unknown>>) {
    try {
      return await handle();
    } catch (error) {
      // Good input at a time when no honest page sends it.
      if (error instanceof Refused) say(error.message);
      throw error;
    } finally {
      limiter.done(name);
    }
  }
}

/** Same scheme and host, compared as a parser sees them: `app://companion.evil/` begins like ours and is not. */
function isPage(url: string, page: string): boolean {
  try {
    const at = new URL(url);
    const ours = new URL(page);
    return at.protocol === ours.protocol && at.host === ours.host && at.pathname === ours.pathname;
  } catch {
    return false;
  }
}
