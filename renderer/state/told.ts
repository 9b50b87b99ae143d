import { type Signal, signal } from '@preact/signals';
import type { EventName, EventPayload } from '../../app/contract/events.ts';
import type { Reply } from '../../app/contract/failures.ts';
import type { Bridge } from '../bridge.ts';

export interface Told<T> {
  readonly now: Signal<T>;
  load(): Promise<void>;
}

/** What the main process says of something: asked for at the start, and told by an event at each change. */
export function told<N extends EventName>(
  bridge: Bridge,
  event: N,
  ask: () => Promise<Reply<EventPayload<N>>>,
  first: EventPayload<N>,
): Told<EventPayload<N>> {
  const now = signal(first);
  bridge.on(event, (next) => {
    now.value = next;
  });
  return {
    now,
    async load() {
      const reply = await ask();
      if (reply.ok) now.value = reply.value;
    },
  };
}
