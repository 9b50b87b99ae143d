import type { EventName, EventPayload } from '../app/contract/events.ts';
import type { Reply } from '../app/contract/failures.ts';
import type { RequestInput, RequestName, RequestOutput } from '../app/contract/requests.ts';

/** What the preload puts on the page: the one way out of the sandbox. */
interface Companion {
  request(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly companion?: Companion;
  }
}

export interface Bridge {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Reply<RequestOutput<N>>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/**
 * Gives the preload's untyped functions the contract's types. The one place where the page takes something on trust:
 * the answers come from our own main process, whose outputs have the same types at compile time. Checking them again
 * here would put the schemas into the page and guard against nobody.
 */
export function bridgeTo(companion: Companion | undefined): Bridge {
  if (companion === undefined) throw new Error('The preload is missing: this page works in the app only.');
  return {
    request: <N extends RequestName>(name: N, input: RequestInput<N>) =>
      companion.request(name, input) as Promise<Reply<RequestOutput<N>>>,
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
      companion.on(name, (payload) => listener(payload as EventPayload<N>)),
  };
}
