import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../../app/contract/failures.ts';
import type { Bridge } from '../../../bridge.ts';

export interface HotkeyField {
  /** Why the last key was not taken; the one before works on. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** The box has the focus: the old key must reach it, and call nobody. */
  record(on: boolean): void;
  /** The desktop is asked for the keys. */
  ask(): void;
  /** As pressed or as typed; empty for none. */
  set(hotkey: string): Promise<void>;
}

/** `key`: the setting. */
export function createHotkeyField(bridge: Bridge, key: 'hotkey' | 'boxKey'): HotkeyField {
  const failure = signal<Failure | null>(null);
  let latest = 0;
  return {
    failure,
    record(on) {
      // A refusal is about what was tried here; who comes back, or goes, is done with it.
      failure.value = null;
      void bridge.request('hotkey.record', { on });
    },
    ask: () => void bridge.request('hotkey.ask', undefined),
    async set(wanted) {
      latest += 1;
      const mine = latest;
      // Taken or not, what is set now comes back with `settings.changed`.
      const reply = await bridge.request('settings.set', { [key]: wanted });
      if (mine === latest) failure.value = reply.ok ? null : reply.failure;
    },
  };
}
