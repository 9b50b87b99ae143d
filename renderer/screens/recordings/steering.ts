import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RecordingMeasures } from '../../../app/contract/recordings.ts';
import type { Sound } from './sound.ts';

export interface Loop {
  readonly from: number;
  /** `null`: its end is still to be chosen. */
  readonly to: number | null;
}

/** Where the sound goes by itself: past silences, and round and round between two places. */
export interface Steering {
  /** Whether silences are skipped; for whatever is played until the program ends. */
  readonly skips: ReadonlySignal<boolean>;
  /** Seconds that skipping saves in this recording; `null` where nobody knows its silences (yet). `all`: there is nothing else in it, and it is played. */
  readonly saves: ReadonlySignal<number | 'all' | null>;
  readonly loop: ReadonlySignal<Loop | null>;
  /** The loop was let go because somebody went to a place outside of it. */
  readonly hasLeftLoop: ReadonlySignal<boolean>;
  /** By hand. */
  goTo(to: number): void;
  setSkips(on: boolean): void;
  /** Begins a loop where the sound is, then ends it there, then lets it go. */
  nextLoop(): void;
  /** Of what is played now, and its length in seconds. */
  know(silences: RecordingMeasures['silences'] | null, length: number): void;
  /** Another recording. */
  clear(): void;
}

/** A loop that is shorter is a stutter. */
const shortestLoop = 0.5;
/** Seconds. Where no more is left to hear, skipping would end it before anybody knows why. */
const leastHeard = 1;
/** Seconds between two looks at a sound that plays; whoever is further on has gone there by hand, and may. */
const oneLook = 1.5;

export function createSteering(sound: Sound): Steering {
  const skips = signal(false);
  const silences = signal<RecordingMeasures['silences'] | null>(null);
  const length = signal(0);
  const loop = signal<Loop | null>(null);
  const hasLeftLoop = signal(false);
  const saves = computed(() => {
    if (silences.value === null) return null;
    const sum = silences.value.reduce((sum, [from, to]) => sum + to - from, 0);
    return sum > 0 && length.value - sum < leastHeard ? 'all' : sum;
  });
  let before = 0;

  sound.onMove((at) => {
    const { from, to } = loop.peek() ?? { from: 0, to: null };
    const isPassing = to !== null && before < to && at >= to && at - before < oneLook;
    before = at;
    if (isPassing) return sound.seek(from);
    if (!skips.peek() || saves.peek() === 'all') return;
    const silence = silences.peek()?.find(([start, end]) => at >= start && at < end - 0.05);
    if (!silence) return;
    // A loop that ends in a silence ends where that begins; one that is nothing else is listened to.
    const isEnd = to !== null && at < to && silence[1] >= to;
    if (!isEnd) sound.seek(silence[1]);
    else if (from < silence[0]) sound.seek(from);
  });
  sound.onEnd(() => {
    const { from, to } = loop.peek() ?? { from: 0, to: null };
    // It ends where the recording does.
    if (to === null || before < to - oneLook) return;
    sound.seek(from);
    sound.play();
  });

  return {
    skips,
    saves,
    loop,
    hasLeftLoop,
    goTo(to) {
      const now = loop.peek();
      const isOutside = now !== null && now.to !== null && (to < now.from || to > now.to);
      batch(() => {
        if (isOutside) loop.value = null;
        hasLeftLoop.value = isOutside;
      });
      sound.seek(to);
    },
    setSkips(on) {
      skips.value = on;
    },
    nextLoop() {
      const now = loop.peek();
      const at = sound.at.peek();
      hasLeftLoop.value = false;
      if (now === null) loop.value = { from: at, to: null };
      else if (now.to !== null) loop.value = null;
      else if (Math.abs(at - now.from) >= shortestLoop)
        loop.value = { from: Math.min(at, now.from), to: Math.max(at, now.from) };
      if (loop.peek()?.to != null) sound.seek(loop.peek()?.from ?? 0);
    },
    know(these, seconds) {
      batch(() => {
        silences.value = these;
        length.value = seconds;
      });
    },
    clear() {
      batch(() => {
        silences.value = null;
        loop.value = null;
        hasLeftLoop.value = false;
      });
    },
  };
}
