import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../app/contract.ts';
import type { Reply } from '../app/failures.ts';

/** What the preload puts on the page: the one way out of the sandbox. */
interface Companion {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly companion?: Companion;
  }
}

export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>;
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
    call: <N extends CallName>(name: N, input: CallInput<N>) =>
      companion.call(name, input) as Promise<Reply<CallOutput<N>>>,
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
      companion.on(name, (payload) => listener(payload as EventPayload<N>)),
  };
}
