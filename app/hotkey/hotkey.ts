import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import { type Accelerator, isUsable, labelOf, onPlatform, parseAccelerator } from './accelerator.ts';

/** The system's keys. */
export interface GlobalKeys {
  /** False where another program owns it, or the system gives none. */
  register(accelerator: string): Promise<boolean>;
  unregister(accelerator: string): void;
}

/** `taken`: another program owns the key. */
export type HotkeyState = 'off' | 'works' | 'taken';

export interface HotkeyParts {
  readonly keys: GlobalKeys;
  readonly platform: NodeJS.Platform;
  readonly timer: Timer;
  /** The state has changed without being asked to. */
  readonly changed: () => void;
}

export interface Hotkey {
  state(): HotkeyState;
  /** For people; empty for none. */
  label(): string;
  /** At start. A key that cannot be had is tried again until it can. */
  start(accelerator: string): Promise<HotkeyState>;
  /**
   * Takes another key (empty: none), has it kept, and only then lets the old one go. Fails with `hotkey-not-usable` or
   * `hotkey-taken`; then, and where `keep` throws, all is as before.
   */
  change<T>(wanted: string, keep: (accelerator: string) => T): Promise<Reply<T>>;
  /** While a new key is recorded: the old one must reach the page, and call nobody. */
  rest(resting: boolean): Promise<void>;
  /** The keyboard's layout is another: the key may be in another place now. */
  renew(): Promise<void>;
  /** The program ends. */
  end(): void;
}

/** Programs that own a key end, too. */
export const tryAgainAfter = 5_000;

export function createHotkey({ keys, platform, timer, changed }: HotkeyParts): Hotkey {
  let current = '';
  let registered = false;
  /** Whether the key could be had when it was last asked for. */
  let had = false;
  let resting = false;
  let ended = false;
  let stopTrying = () => {};
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: the system takes its time to answer, and each goes by what the one before left. */
  function inOrder<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  }

  const read = (text: string): Accelerator | null => {
    const parsed = parseAccelerator(text);
    return parsed !== null && isUsable(parsed, platform) ? parsed : null;
  };

  async function take(): Promise<void> {
    stopTrying();
    registered = current !== '' && (await keys.register(current));
    had = registered;
    if (ended) letGo();
    else if (current !== '' && !registered) stopTrying = timer(tryAgainAfter, () => void inOrder(tryAgain));
  }

  async function tryAgain(): Promise<void> {
    if (registered || resting) return;
    await take();
    if (had) changed();
  }

  function letGo(): void {
    stopTrying();
    if (registered) keys.unregister(current);
    registered = false;
  }

  /** What may leave the state another one. */
  async function changing(act: () => Promise<void>): Promise<void> {
    const before = state();
    await act();
    if (state() !== before) changed();
  }

  const state = (): HotkeyState => (current === '' ? 'off' : had ? 'works' : 'taken');

  return {
    state,
    label() {
      const parsed = parseAccelerator(current);
      return parsed === null ? '' : labelOf(parsed, platform);
    },
    start: (accelerator) =>
      inOrder(async () => {
        // A file edited by hand may say "D"; then no key calls anybody.
        const parsed = read(accelerator);
        current = parsed === null ? '' : onThisComputer(parsed, platform);
        await take();
        return state();
      }),
    change: (wanted, keep) =>
      inOrder(async () => {
        const parsed = read(wanted);
        if (parsed === null && wanted.trim() !== '') return fail('hotkey-not-usable');
        const next = parsed === null ? '' : onThisComputer(parsed, platform);
        if (next === current) {
          if (!had && !resting) await take();
          return had || next === '' ? ok(keep(next)) : fail('hotkey-taken');
        }
        // Before the old one goes: what is refused must change nothing.
        if (next !== '' && !(await keys.register(next))) return fail('hotkey-taken');
        let kept: ReturnType<typeof keep>;
        try {
          kept = keep(next);
        } catch (error) {
          if (next !== '') keys.unregister(next);
          throw error;
        }
        letGo();
        current = next;
        registered = next !== '';
        had = registered;
        if (resting) letGo();
        return ok(kept);
      }),
    rest: (on) =>
      inOrder(async () => {
        if (resting === on) return;
        resting = on;
        await changing(async () => (on ? letGo() : await take()));
      }),
    renew: () =>
      inOrder(async () => {
        if (current === '' || resting) return;
        await changing(async () => {
          letGo();
          await take();
        });
      }),
    end() {
      ended = true;
      letGo();
    },
  };
}

/** Electron's accelerator, with the modifiers that this computer's keyboard has: one key has one name. */
function onThisComputer({ modifiers, key }: Accelerator, platform: NodeJS.Platform): string {
  return [...(onPlatform(modifiers, platform) ?? modifiers), key].join('+');
}
