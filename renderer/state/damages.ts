import { type ReadonlySignal, signal } from '@preact/signals';
import type { Damage } from '../../app/contract/damage.ts';
import type { Bridge } from '../bridge.ts';

/** Files of the profile that could not be read at this start. */
export interface Damages {
  readonly list: ReadonlySignal<readonly Damage[]>;
  load(): Promise<void>;
  /** The person has read it. */
  dismiss(): void;
}

export function createDamages(bridge: Bridge): Damages {
  const list = signal<readonly Damage[]>([]);
  bridge.on('files.damaged', (next) => {
    list.value = next;
  });
  return {
    list,
    async load() {
      const reply = await bridge.request('files.damaged', undefined);
      if (reply.ok) list.value = reply.value;
    },
    dismiss: () => void bridge.request('files.read', undefined),
  };
}
