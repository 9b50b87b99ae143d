import type { Events } from '../events/events.ts';

export interface Attention {
  show(): void;
  /** A question is asked: in front, until it is answered. */
  interrupt(): void;
  /** Back to how it was, unless there is something to `read`. */
  resume(read: boolean): void;
}

/** When the window comes to the front by itself, and goes back. */
export function wireAttention(events: Events, window: Attention): void {
  events.on('dial.changed', ({ kind }) => {
    if (kind === 'asking') window.interrupt();
    else if (kind !== 'calling') window.resume(kind === 'failed');
  });
  events.on('setUp.changed', ({ kind }) => {
    if (kind === 'asking') window.interrupt();
    else if (kind !== 'working') window.resume(kind !== 'idle');
    // Without a question there was nothing to interrupt for.
    if (kind === 'failed') window.show();
  });
  events.on('dial.turnedDown', ({ failure }) => {
    // Who is not signed in has something to do first.
    if (failure.code === 'signed-out') window.show();
  });
}
