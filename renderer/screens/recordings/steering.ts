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
  /** Seconds that skipping saves in this recording; `null` where nobody knows its silences (yet). */
  readonly saves: ReadonlySignal<number | null>;
  readonly loop: ReadonlySignal<Loop | null>;
  setSkips(on: boolean): void;
  /** Begins a loop where the sound is, then ends it there, then lets it go. */
  nextLoop(): void;
  /** Of what is played now. */
  know(silences: RecordingMeasures['silences'] | null): void;
  /** Another recording. */
  clear(): void;
}

/** A loop that is shorter is a stutter. */
const shortestLoop = 0.5;
/** Seconds between two looks at a sound that plays; whoever is further on has gone there by hand, and may. */
const oneLook = 1.5;

export function createSteering(sound: Sound): Steering {
  const skips = signal(false);
  const silences = signal<RecordingMeasures['silences'] | null>(null);
  const loop = signal<Loop | null>(null);
  const saves = computed(() => silences.value?.reduce((sum, [from, to]) => sum + to - from, 0) ?? null);
  let before = 0;

  sound.onMove((at) => {
    const { from, to } = loop.peek() ?? { from: 0, to: null };
    const isPassing = to !== null && before < to && at >= to && at - before < oneLook;
    before = at;
    if (isPassing) return sound.seek(from);
    const silence = skips.peek()
      ? silences.peek()?.find(([start, end]) => at >= start && at < end - 0.05)
      : null;
    if (silence) sound.seek(silence[1]);
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
    setSkips(on) {
      skips.value = on;
    },
    nextLoop() {
      const now = loop.peek();
      const at = sound.at.peek();
      if (now === null) loop.value = { from: at, to: null };
      else if (now.to !== null) loop.value = null;
      else if (Math.abs(at - now.from) >= shortestLoop)
        loop.value = { from: Math.min(at, now.from), to: Math.max(at, now.from) };
      if (loop.peek()?.to != null) sound.seek(loop.peek()?.from ?? 0);
    },
    know(these) {
      silences.value = these;
    },
    clear() {
      batch(() => {
        silences.value = null;
        loop.value = null;
      });
    },
  };
}
