import type { EventName, EventPayload } from '../../app/contract/events.ts';
import type { Reply } from '../../app/contract/failures.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../app/contract/requests.ts';
import type { SessionView } from '../../app/contract/session.ts';
import type { Bridge } from '../../renderer/bridge.ts';

type Answers = {
  [N in RequestName]?: (input: RequestInput<N>) => Reply<RequestOutput<N>> | Promise<Reply<RequestOutput<N>>>;
};

/** Somebody is signed in. */
export const signedIn: SessionView = {
  state: 'signed-in',
  extension: '101',
  agentId: null,
  kept: 'keychain',
  switchedToBody: false,
  pbx: 'answers',
};

/** The other side of the page's one edge: answers as a test tells it to, and remembers what was asked. */
export function otherSide(answers: Answers) {
  const asked: { name: RequestName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const bridge: Bridge = {
    async request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Reply<RequestOutput<N>>> {
      asked.push({ name, input });
      const answer = answers[name];
      if (answer === undefined) throw new Error(`Nobody answers ${name} in this test.`);
      return await answer(input);
    },
    on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(listener as (payload: unknown) => void));
      return () => those.delete(listener as (payload: unknown) => void);
    },
  };
  return {
    bridge,
    asked: (name: RequestName) => asked.filter((call) => call.name === name).map(({ input }) => input),
    tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
  };
}
