/** A clock that moves only when it is told to: a working day passes in seconds. */
export interface VirtualClock {
  now(): number;
  timer(ms: number, then: () => void): () => void;
  /** Moves on, running what falls due on the way, and waits for what that starts. */
  advance(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  let order = 0;
  /** A heap by time: a thousand desks have thousands of timers. */
  const heap: Timer[] = [];
  const dropped = new Set<Timer>();
  const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(timer: Timer): void {
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (!parent || before(parent, timer)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = timer;
  }

  function pop(): Timer | undefined {
    const [top] = heap;
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      const [left, right] = [heap[down], heap[down + 1]];
      if (!left) break;
      if (right && before(right, left)) down += 1;
      const child = heap[down];
      if (!child || before(last, child)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
    return top;
  }

  return {
    now: () => now,
    timer(ms, then) {
      const timer = { at: now + Math.max(0, ms), order: order++, then };
      push(timer);
      return () => dropped.add(timer);
    },
    async advance(ms) {
      const until = now + ms;
      await settled();
      for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
        pop();
        if (dropped.delete(next)) continue;
        now = Math.max(now, next.at);
        next.then();
        await settled();
      }
      now = until;
    },
  };
}

/** Promises that are kept at once, and what follows from them, are done when the event loop comes round. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
