import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CallFilter, RecordedAround, RecordedSpot } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';

export interface OrderParts {
  readonly bridge: Bridge;
  /** Which calls are looked at. */
  readonly look: () => { readonly query: string; readonly filter: CallFilter };
  /** Opens the player of another call of the list. */
  readonly open: (spot: RecordedSpot) => void;
}

/** From one recording of the list to the next, and those of a day in turn. */
export interface Order {
  readonly around: ReadonlySignal<RecordedAround | null>;
  /** The day's are played in turn: which one of how many it is. */
  readonly day: ReadonlySignal<{ readonly number: number; readonly of: number } | null>;
  /** The call whose player is unfolded, or none. */
  follow(call: string | null): void;
  previous(): void;
  next(): void;
  playDay(): void;
  stopDay(): void;
  /** What was played came to its end, or there is nothing to hear of it. `false`: nothing follows. */
  goOn(): boolean;
}

export function createOrder({ bridge, look, open }: OrderParts): Order {
  const around = signal<RecordedAround | null>(null);
  const turn = signal<{ readonly at: number; readonly spots: readonly RecordedSpot[] } | null>(null);
  let call: string | null = null;

  async function lookAround(): Promise<RecordedAround | null> {
    const of = call;
    if (of === null) return null;
    const reply = await bridge.request('calls.recorded', { ...look(), call: of });
    if (of !== call) return null;
    around.value = reply.ok ? reply.value : null;
    return around.value;
  }

  bridge.on('calls.changed', () => void lookAround());

  function goTo(at: number): boolean {
    const spots = turn.peek()?.spots ?? [];
    const spot = spots[at];
    if (spot === undefined) return false;
    turn.value = { at, spots };
    open(spot);
    return true;
  }

  async function step(to: 'previous' | 'next'): Promise<void> {
    // A call that came meanwhile has moved all others.
    const spot = (await lookAround())?.[to];
    if (spot) open(spot);
  }

  return {
    around,
    day: computed(() => turn.value && { number: turn.value.at + 1, of: turn.value.spots.length }),
    follow(next) {
      call = next;
      around.value = null;
      const now = turn.peek();
      const at = now?.spots.findIndex(({ id }) => id === next) ?? -1;
      // Who opens another one of the day by hand goes on from there; what is of no such day ends it.
      turn.value = now === null || at < 0 ? null : { ...now, at };
      void lookAround();
    },
    previous: () => void step('previous'),
    next: () => void step('next'),
    async playDay() {
      const spots = (await lookAround())?.day ?? [];
      if (spots.length === 0) return;
      turn.value = { at: 0, spots };
      goTo(0);
    },
    stopDay() {
      turn.value = null;
    },
    goOn() {
      const now = turn.peek();
      if (now === null) return false;
      if (goTo(now.at + 1)) return true;
      turn.value = null;
      return false;
    },
  };
}
