import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../app/contract/failures.ts';
import type { OpenRecording, RecordingMeasures } from '../../../app/contract/recordings.ts';
import type { Bridge } from '../../bridge.ts';
import { decode } from './decode.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { createLoudness, type Loudness } from './loudness.ts';
import { createOrder, type Order, type OrderParts } from './order.ts';
import { createSaving, type SavingState } from './saving.ts';
import { createSavingAll, type SavingAllState } from './saving-all.ts';
import { createSound, type Sound } from './sound.ts';
import { createSteering, type Steering } from './steering.ts';

/** `failed` without an id: the call has no such recording any more, or nobody is signed in. */
export type Shown =
  | OpenRecording
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Chromium alone decodes it: not as a whole, or it is too long to be looked at. */
export type Unmeasured = 'none' | 'too-long';

export interface PlayerState {
  readonly shown: ReadonlySignal<Shown>;
  /** Which of a call's recordings. */
  readonly part: ReadonlySignal<number>;
  readonly sound: Sound;
  readonly hearing: Hearing;
  readonly loudness: Loudness;
  readonly saving: SavingState;
  readonly savingAll: SavingAllState;
  /** Together with this one: those of its day, or all that are looked at. */
  saveAll(which: 'list' | 'day'): void;
  readonly steering: Steering;
  readonly order: Order;
  /** `null` until they are there. */
  readonly measures: ReadonlySignal<RecordingMeasures | Unmeasured | null>;
  /** A rough waveform until then. */
  readonly sketch: ReadonlySignal<RecordingMeasures['sides'] | null>;
  /** The call whose player is unfolded, or none. What was open is closed. */
  follow(call: string | null): void;
  /** The player of a call that is about to be unfolded begins there. */
  beginAt(call: string, part: number, seconds: number): void;
  /** A moment of the call whose player is unfolded. */
  goTo(part: number, seconds: number): void;
  choosePart(part: number): void;
  playDay(): void;
  /** To another recording of the list. */
  step(to: 'previous' | 'next'): void;
  /** Somebody went on from another recording, and the focus with it; said once. */
  takeStep(): boolean;
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

/** Seconds. Shorter ones are decoded as a whole before anybody looks. */
const worthASketch = 600;

/** Who heard it to the end starts anew the next time. */
const asGoodAsEnded = 1;

export function createPlayer(bridge: Bridge, list: Pick<OrderParts, 'look' | 'open'>): PlayerState {
  const sound = createSound();
  const steering = createSteering(sound);
  const savingAll = createSavingAll(bridge, list.look);
  const hearing = createHearing(sound.element);
  const shown = signal<Shown>({ state: 'opening' });
  const part = signal(0);
  const measures = signal<RecordingMeasures | Unmeasured | null>(null);
  const sketch = signal<RecordingMeasures['sides'] | null>(null);
  let call: string | null = null;
  /** Where the next one begins that is opened, in place of where it was left. */
  let start: { readonly call: string; readonly part: number; readonly at: number } | null = null;
  /** What is open, for main; another opening makes the answers of the one before old. */
  let id: string | null = null;
  let asked = 0;
  let hasStepped = false;
  /** How loud each of this run is to be played, by its id. */
  const gains = new Map<string, number>();

  function leave(): void {
    const { at, length } = sound;
    const end = length.peek() ?? Number.POSITIVE_INFINITY;
    if (id !== null)
      void bridge.request('recordings.close', { id, at: at.peek() > end - asGoodAsEnded ? 0 : at.peek() });
    id = null;
    asked++;
    sound.unload();
    forgetShown();
  }

  function forgetShown(): void {
    batch(() => {
      shown.value = { state: 'opening' };
      measures.value = null;
      sketch.value = null;
      steering.clear();
    });
  }

  async function open(which: string): Promise<void> {
    leave();
    const mine = asked;
    const reply = await bridge.request('recordings.open', { call: which, index: part.peek() });
    if (mine !== asked) return;
    if (reply.ok) begin(reply.value.recording, beginning(which) ?? reply.value.at);
    else shown.value = { state: 'failed', failure: reply.failure };
  }

  function beginning(of: string): number | null {
    const wanted = start?.call === of && start.part === part.peek() ? start.at : null;
    start = null;
    return wanted ?? (order.day.peek() === null ? null : 0);
  }

  function begin(recording: OpenRecording, at: number): void {
    id = recording.id;
    shown.value = recording;
    // What cannot be heard does not hold up the others; a PBX that does not answer would not give them either.
    if (recording.state === 'problem') goOn();
    if (recording.state !== 'ready') return;
    const address = `recording://${recording.id}/`;
    hearing.begin(gains.get(recording.id) ?? 1);
    sound.load(address, recording.seconds === null ? null : `${address}wav`, at);
    sound.play();
    void measure(recording.id, recording.seconds);
  }

  async function measure(of: string, seconds: number | null): Promise<void> {
    if (seconds !== null && seconds > worthASketch) void sketchOf(of);
    const found = await (seconds === null ? measureHere(of) : measureThere(of));
    if (found === null) return;
    if (typeof found !== 'string') gains.set(of, found.gain);
    if (id !== of) return;
    hearing.even(gains.get(of) ?? 1);
    batch(() => {
      measures.value = found;
      if (typeof found === 'string') steering.know(null, 0);
      else steering.know(found.silences, seconds ?? sound.length.peek() ?? 0);
    });
  }

  async function sketchOf(of: string): Promise<void> {
    const reply = await bridge.request('recordings.sketch', { id: of, count: bars });
    if (id === of && reply.ok) sketch.value = reply.value;
  }

  async function measureThere(of: string): Promise<RecordingMeasures | null> {
    const reply = await bridge.request('recordings.measures', { id: of, count: bars });
    return reply.ok ? reply.value : null;
  }

  /** One that Chromium alone decodes: its player reads its head first, and tells how long it is. */
  async function measureHere(of: string): Promise<RecordingMeasures | Unmeasured | null> {
    const seconds = await sound.known();
    if (id !== of) return null;
    const encoded = await bridge.request('recordings.encoded', { id: of, seconds });
    if (!encoded.ok || id !== of) return null;
    if (encoded.value === null) return 'too-long';
    const decoded = await decode(encoded.value, bars, () => id === of);
    if (decoded === null) return 'none';
    const reply = await bridge.request('recordings.heard', { id: of, ...decoded.levels });
    return reply.ok && reply.value ? { sides: decoded.sides, ...reply.value } : null;
  }

  /** The next of the day that is played in turn. */
  function goOn(): void {
    const now = order.day.peek();
    if (now === null) return;
    const parts = order.around.peek()?.day.find((spot) => spot.id === call)?.parts ?? 1;
    if (part.peek() + 1 < parts) choosePart(part.peek() + 1);
    else order.goOn();
  }
  sound.onEnd(() => {
    // A loop that ends with the recording has begun it anew.
    if (steering.loop.peek() === null) goOn();
  });

  const order = createOrder({
    bridge,
    look: list.look,
    open(spot) {
      if (spot.id !== call) return list.open(spot);
      if (part.peek() !== 0) return choosePart(0);
      steering.goTo(0);
      sound.play();
    },
  });

  function choosePart(next: number): void {
    if (call === null || next === part.peek()) return;
    part.value = next;
    void open(call);
  }

  async function again(of: string): Promise<void> {
    const at = sound.at.peek();
    const mine = ++asked;
    sound.unload();
    forgetShown();
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

  const loudness = createLoudness(sound.element, hearing.setOutput);
  return {
    shown,
    part,
    sound,
    hearing,
    loudness,
    saving: createSaving(bridge),
    savingAll,
    saveAll: (which) => void (call !== null && savingAll.save(call, which)),
    steering,
    order,
    measures,
    sketch,
    follow(next) {
      if (next === call) return;
      call = next;
      part.value = start?.call === next ? start.part : 0;
      order.follow(next);
      if (next === null) {
        savingAll.dismiss();
        leave();
      } else void open(next);
    },
    beginAt(of, which, at) {
      start = { call: of, part: which, at };
    },
    goTo(which, at) {
      if (call === null) return;
      if (which !== part.peek()) {
        start = { call, part: which, at };
        return choosePart(which);
      }
      steering.goTo(at);
      sound.play();
    },
    choosePart,
    step(to) {
      hasStepped = true;
      order[to]();
    },
    takeStep() {
      const stepped = hasStepped;
      hasStepped = false;
      return stepped;
    },
    playDay() {
      if (order.day.peek() === null) order.playDay();
      else order.stopDay();
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
    seek: steering.goTo,
    skip: (by) => steering.goTo(Math.max(0, sound.at.peek() + by)),
    pause: sound.pause,
    warm() {
      hearing.warm();
      void loudness.lookForOutputs();
    },
  };
}
