import type { Timer } from '../util/timer.ts';
import type { CallList } from './list.ts';

/** Between two pieces: whatever a person does comes first. */
const pause = 20;

/** Makes an open list ready to be searched before anybody types, piece by piece. */
export function createWarmUp(list: Pick<CallList, 'ready'>, timer: Timer): { start(): void; stop(): void } {
  let cancel: (() => void) | null = null;

  function go(from: number): void {
    cancel = timer(pause, () => {
      const next = list.ready(from);
      cancel = null;
      if (next !== null) go(next);
    });
  }

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  return {
    start() {
      stop();
      go(0);
    },
    stop,
  };
}
