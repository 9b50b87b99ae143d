import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../app/contract.ts';
import type { Reply } from '../../app/failures.ts';
import type { Bridge } from '../../renderer/bridge.ts';

type Answers = {
  [N in CallName]?: (input: CallInput<N>) => Reply<CallOutput<N>> | Promise<Reply<CallOutput<N>>>;
};

/** The other side of the page's one edge: answers as a test tells it to, and remembers what was asked. */
export function otherSide(answers: Answers) {
  const asked: { name: CallName; input: unknown }[] = [];
  const listeners = new Map<EventName, (payload: unknown) => void>();
  const bridge: Bridge = {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> {
      asked.push({ name, input });
      const answer = answers[name];
      if (answer === undefined) throw new Error(`Nobody answers ${name} in this test.`);
      return await answer(input);
    },
    on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      listeners.set(name, listener as (payload: unknown) => void);
      return () => listeners.delete(name);
    },
  };
  return {
    bridge,
    asked: (name: CallName) => asked.filter((call) => call.name === name).map(({ input }) => input),
    tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
      listeners.get(name)?.(payload);
    },
  };
}
