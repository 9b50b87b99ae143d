import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';

/** The one sound of the page: Chromium's player, and what it says of itself. */
export interface Sound {
  readonly playing: ReadonlySignal<boolean>;
  /** Seconds from the start. */
  readonly at: ReadonlySignal<number>;
  /** `null` until Chromium knows. */
  readonly length: ReadonlySignal<number | null>;
  /** It is to play and waits for bytes. */
  readonly waiting: ReadonlySignal<boolean>;
  /** It ended before its end, or never began: Chromium made nothing of its head. */
  readonly broken: ReadonlySignal<false | 'stopped' | 'unreadable'>;
  readonly element: HTMLAudioElement;
  /** `otherwise`: where the same is in another form, for a player that makes nothing of the first. */
  load(address: string, otherwise: string | null, at: number): void;
  unload(): void;
  play(): void;
  pause(): void;
  seek(to: number): void;
  /** Hears, while it plays, where it is: with each frame, and four times a second where nothing is drawn. */
  onMove(act: (at: number) => void): void;
  /** The length, once Chromium knows it of what is loaded now or next. */
  known(): Promise<number>;
  /** It came to its end. */
  onEnd(act: () => void): void;
}

/**
 * An element that no view makes: it goes on while another tab is looked at, and while the list draws its rows anew. In the page, and not only
 * in a variable, so that it can be found where something is wrong with the sound.
 */
export function createSound(element: HTMLAudioElement = document.createElement('audio')): Sound {
  const playing = signal(false);
  const at = signal(0);
  const length = signal<number | null>(null);
  const waiting = signal(false);
  const broken = signal<false | 'stopped' | 'unreadable'>(false);
  const moved: ((at: number) => void)[] = [];
  let fallback: string | null = null;
  element.preload = 'auto';
  // Its samples go through this page's own nodes (`hearing.ts`): of another origin's, Chromium would give silence.
  element.crossOrigin = 'anonymous';
  document.body.append(element);

  /** Four times a second is what Chromium tells; a hand that moves along a waveform has to move with every frame. */
  function follow(): void {
    if (element.paused) return;
    at.value = element.currentTime;
    move();
    requestAnimationFrame(follow);
  }

  function move(): void {
    // One that is on its way to another place is at neither.
    if (element.paused || element.seeking) return;
    for (const act of moved) act(element.currentTime);
  }

  const read = () =>
    batch(() => {
      playing.value = !element.paused && !element.ended;
      at.value = element.currentTime;
      length.value = Number.isFinite(element.duration) ? element.duration : null;
    });
  const onAny = (names: string, act: () => void) => {
    for (const name of names.split(' ')) element.addEventListener(name, act);
  };
  onAny('play pause ended timeupdate seeking seeked durationchange emptied', read);
  onAny('play', () => requestAnimationFrame(follow));
  onAny('timeupdate', move);
  onAny('waiting', () => {
    waiting.value = true;
  });
  onAny('playing pause canplay emptied', () => {
    waiting.value = false;
  });
  element.addEventListener('error', () => {
    if (!element.hasAttribute('src')) return;
    // It has not even read the head of the file: another form of the same may suit it.
    if (Number.isNaN(element.duration) && fallback !== null) {
      const [address, from] = [fallback, element.currentTime];
      fallback = null;
      begin(address, from);
      play();
      return;
    }
    batch(() => {
      broken.value = Number.isNaN(element.duration) ? 'unreadable' : 'stopped';
      playing.value = false;
    });
  });

  function begin(address: string, from: number): void {
    element.src = address;
    element.currentTime = from;
  }

  function play(): void {
    // Rejected where something else was loaded meanwhile, or by an error that the element tells of as well.
    element.play().catch(read);
  }

  return {
    playing,
    at,
    length,
    waiting,
    broken,
    element,
    load(address, otherwise, from) {
      broken.value = false;
      fallback = otherwise;
      begin(address, from);
      at.value = from;
    },
    unload() {
      element.pause();
      element.removeAttribute('src');
      // Lets go of the bytes and of the request.
      element.load();
      broken.value = false;
    },
    play,
    pause: () => element.pause(),
    seek(to) {
      const end = element.duration;
      element.currentTime = Math.max(0, Number.isFinite(end) ? Math.min(to, end) : to);
      read();
    },
    onMove: (act) => void moved.push(act),
    known: () =>
      new Promise((tell) => {
        const end = effect(() => {
          const seconds = length.value;
          if (seconds === null) return;
          // Not from within: the first run comes before there is anything to be ended.
          queueMicrotask(() => end());
          tell(seconds);
        });
      }),
    onEnd: (act) => element.addEventListener('ended', act),
  };
}
