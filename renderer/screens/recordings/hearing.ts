import { type ReadonlySignal, signal } from '@preact/signals';

/** What the sound goes through on its way to the ear: as loud as other recordings, and more of one side than of the other. */
export interface Hearing {
  /** -1: the left side alone; 0: both; 1: the right one. */
  readonly balance: ReadonlySignal<number>;
  setBalance(balance: number): void;
  /** What samples are multiplied by from now on. */
  even(gain: number): void;
  /** The same at once, for a recording that is about to begin. */
  begin(gain: number): void;
  /** Chromium's own sound is made ready: the first press would wait for it. */
  warm(): void;
  /** Rejects where the device is gone. */
  setOutput(id: string): Promise<void>;
}

interface Nodes {
  readonly context: AudioContext;
  readonly gain: GainNode;
  readonly sides: readonly [GainNode, GainNode];
}

/** Seconds: a step in loudness in the middle of a word is heard as an event on the line. */
const settles = 0.1;
/** Milliseconds before a sound that stopped lets the processor sleep. */
const rests = 2_000;

/**
 * The page's one way to more than full volume: an element alone can only be made softer. Made when recordings are in sight and asleep while
 * none plays. `null` for a page without it (and a test's): the sound is as it is.
 */
export function createHearing(element: HTMLAudioElement): Hearing {
  const balance = signal(0);
  let nodes: Nodes | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function made(): Nodes | null {
    if (nodes !== null || typeof AudioContext === 'undefined') return nodes;
    const context = new AudioContext({ latencyHint: 'playback' });
    // One side is both ears': what tells sides apart would leave one ear without it.
    const both = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    const gain = new GainNode(context);
    const sides = [new GainNode(context), new GainNode(context)] as const;
    const apart = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    const together = new ChannelMergerNode(context, { numberOfInputs: 2 });
    context.createMediaElementSource(element).connect(both).connect(apart);
    for (const [side, node] of sides.entries()) apart.connect(node, side).connect(together, 0, side);
    together.connect(gain).connect(context.destination);
    nodes = { context, gain, sides };
    sleepSoon();
    return nodes;
  }

  function sleepSoon(): void {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (element.paused) void nodes?.context.suspend();
    }, rests);
  }

  element.addEventListener('play', () => {
    clearTimeout(rest);
    void made()?.context.resume();
  });
  for (const name of ['pause', 'ended', 'emptied']) element.addEventListener(name, sleepSoon);

  return {
    balance,
    setBalance(next) {
      balance.value = next;
      const { context, sides } = made() ?? {};
      sides?.[0].gain.setTargetAtTime(Math.min(1, 1 - next), context?.currentTime ?? 0, settles / 4);
      sides?.[1].gain.setTargetAtTime(Math.min(1, 1 + next), context?.currentTime ?? 0, settles / 4);
    },
    even(gain) {
      const { context, gain: node } = made() ?? {};
      node?.gain.setTargetAtTime(gain, context?.currentTime ?? 0, settles);
    },
    begin(gain) {
      const { context, gain: node } = made() ?? {};
      node?.gain.cancelScheduledValues(0);
      node?.gain.setValueAtTime(gain, context?.currentTime ?? 0);
    },
    warm: () => void made(),
    async setOutput(id) {
      const context = made()?.context;
      if (context === undefined) await element.setSinkId(id);
      else await (context as AudioContext & { setSinkId(id: string): Promise<void> }).setSinkId(id);
    },
  };
}
