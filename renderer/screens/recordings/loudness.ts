import { type ReadonlySignal, signal } from '@preact/signals';

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

export interface Output {
  readonly id: string;
  readonly name: string;
}

/** How it is heard: how fast, how loud and where. Holds for whatever is played until the program ends. */
export interface Loudness {
  readonly speed: ReadonlySignal<number>;
  /** 0 to 1. */
  readonly volume: ReadonlySignal<number>;
  readonly muted: ReadonlySignal<boolean>;
  /** Headset, loudspeaker: what there is beside the system's default. */
  readonly outputs: ReadonlySignal<readonly Output[]>;
  /** Empty for the system's default. */
  readonly output: ReadonlySignal<string>;
  /** The device that was chosen could not be used. */
  readonly outputGone: ReadonlySignal<boolean>;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  toggleMuted(): void;
  setOutput(id: string): Promise<void>;
  lookForOutputs(): Promise<void>;
}

/** Chromium's names for "whatever the system says". */
const systemsOwn: readonly string[] = ['', 'default', 'communications'];

export function createLoudness(element: HTMLAudioElement, toOutput: (id: string) => Promise<void>): Loudness {
  const speed = signal(1);
  const volume = signal(1);
  const muted = signal(false);
  const outputs = signal<readonly Output[]>([]);
  const output = signal('');
  const outputGone = signal(false);
  const { mediaDevices } = navigator;

  async function lookForOutputs(): Promise<void> {
    const devices = await mediaDevices.enumerateDevices();
    outputs.value = devices
      .filter(({ kind, deviceId }) => kind === 'audiooutput' && !systemsOwn.includes(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
    if (output.peek() !== '' && !outputs.peek().some(({ id }) => id === output.peek())) {
      await setOutput('');
      outputGone.value = true;
    }
  }

  async function setOutput(id: string): Promise<void> {
    try {
      await toOutput(id);
      output.value = id;
      outputGone.value = false;
    } catch {
      // Pulled out between the look and the choice: the sound stays where it was.
      outputGone.value = true;
    }
  }

  mediaDevices?.addEventListener('devicechange', () => void lookForOutputs());

  return {
    speed,
    volume,
    muted,
    outputs,
    output,
    outputGone,
    setSpeed(next) {
      // Loading a recording sets the rate back to this default.
      element.defaultPlaybackRate = next;
      element.playbackRate = next;
      element.preservesPitch = true;
      speed.value = next;
    },
    setVolume(next) {
      element.volume = next;
      element.muted = false;
      volume.value = next;
      muted.value = false;
    },
    toggleMuted() {
      element.muted = !element.muted;
      muted.value = element.muted;
    },
    setOutput,
    lookForOutputs,
  };
}
