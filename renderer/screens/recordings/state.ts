import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../app/contract/failures.ts';
import type { OpenRecording } from '../../../app/contract/recordings.ts';
import type { Bridge } from '../../bridge.ts';
import { createLoudness, type Loudness } from './loudness.ts';
import { createSaving, type SavingState } from './saving.ts';
import { createSound, type Sound } from './sound.ts';

/** `failed` without an id: the call has no such recording any more, or nobody is signed in. */
export type Shown =
  | OpenRecording
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface PlayerState {
  readonly shown: ReadonlySignal<Shown>;
  /** Which of a call's recordings. */
  readonly part: ReadonlySignal<number>;
  readonly sound: Sound;
  readonly loudness: Loudness;
  readonly saving: SavingState;
  /** 0 to 1 each; `null` until they are there, and for formats that only Chromium decodes. */
  readonly peaks: ReadonlySignal<readonly number[] | null>;
  /** The call whose player is unfolded, or none. What was open is closed. */
  follow(call: string | null): void;
  choosePart(part: number): void;
  tryAgain(): void;
  toggle(): void;
  seek(to: number): void;
  skip(by: number): void;
  pause(): void;
  /** Recordings are in sight: Chromium's own process for sound is started, which takes longer than all the rest of a first press. */
  warm(): void;
}

/** As many bars as fit the row. */
const bars = 109;

/** Who heard it to the end starts anew the next time. */
const asGoodAsEnded = 1;

export function createPlayer(bridge: Bridge): PlayerState {
  const sound = createSound();
  const shown = signal<Shown>({ state: 'opening' });
  const part = signal(0);
  const peaks = signal<readonly number[] | null>(null);
  let call: string | null = null;
  /** What is open, for main; another opening makes the answers of the one before old. */
  let id: string | null = null;
  let asked = 0;

  function leave(): void {
    const { at, length } = sound;
    const end = length.peek() ?? Number.POSITIVE_INFINITY;
    if (id !== null)
      void bridge.request('recordings.close', { id, at: at.peek() > end - asGoodAsEnded ? 0 : at.peek() });
    id = null;
    asked++;
    sound.unload();
    batch(() => {
      shown.value = { state: 'opening' };
      peaks.value = null;
    });
  }

  async function open(which: string): Promise<void> {
    leave();
    const mine = asked;
    const reply = await bridge.request('recordings.open', { call: which, index: part.peek() });
    if (mine !== asked) return;
    if (reply.ok) begin(reply.value.recording, reply.value.at);
    else shown.value = { state: 'failed', failure: reply.failure };
  }

  function begin(recording: OpenRecording, at: number): void {
    id = recording.id;
    shown.value = recording;
    if (recording.state !== 'ready') return;
    const address = `recording://${recording.id}/`;
    sound.load(address, recording.seconds === null ? null : `${address}wav`, at);
    sound.play();
    void draw(recording.id);
  }

  async function draw(of: string): Promise<void> {
    const reply = await bridge.request('recordings.peaks', { id: of, count: bars });
    if (reply.ok && id === of) peaks.value = reply.value;
  }

  async function again(of: string): Promise<void> {
    const at = sound.at.peek();
    const mine = ++asked;
    sound.unload();
    batch(() => {
      shown.value = { state: 'opening' };
      peaks.value = null;
    });
    const reply = await bridge.request('recordings.again', { id: of });
    if (mine !== asked) return;
    if (reply.ok) begin(reply.value, at);
    else shown.value = { state: 'failed', failure: reply.failure };
  }

  bridge.on('recordings.changed', (recording) => {
    if (recording.id !== id || shown.peek().state === 'opening') return;
    // What broke off has nothing more to play than what is played already; it is not worth guessing where that ends.
    if (recording.state !== 'ready') sound.unload();
    shown.value = recording;
  });

  const loudness = createLoudness(sound.element);
  return {
    shown,
    part,
    sound,
    loudness,
    saving: createSaving(bridge),
    peaks,
    follow(next) {
      if (next === call) return;
      call = next;
      part.value = 0;
      if (next === null) leave();
      else void open(next);
    },
    choosePart(next) {
      if (call === null || next === part.peek()) return;
      part.value = next;
      void open(call);
    },
    tryAgain() {
      if (id !== null) void again(id);
      else if (call !== null) void open(call);
    },
    toggle() {
      if (shown.peek().state !== 'ready') return;
      if (sound.playing.peek()) sound.pause();
      else sound.play();
    },
    seek: sound.seek,
    skip: (by) => sound.seek(sound.at.peek() + by),
    pause: sound.pause,
    warm: () => void loudness.lookForOutputs(),
  };
}
