import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../app/contract/failures.ts';
import type { OpenInWish } from '../../app/contract/open-in.ts';
import type { Bridge } from '../bridge.ts';
import type { SettingsState } from './settings.ts';

export interface OpenInState {
  /** Numbers lead somewhere: there is an address for them. */
  readonly on: ReadonlySignal<boolean>;
  /** Why the browser was not opened. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** This one does. */
  leads(number: string): boolean;
  open(wish: OpenInWish): Promise<void>;
  dismiss(): void;
}

/** A code is nobody's number. */
export const leadsOn = (number: string): boolean => !/[*#]/.test(number);

/** Opens what a number leads to, in the browser. Where that is, the main process alone decides. */
export function createOpenIn(bridge: Bridge, settings: Pick<SettingsState, 'view'>): OpenInState {
  const on = computed(() => settings.view.value?.opensIn === true);
  const failure = signal<Failure | null>(null);
  let opening = false;
  return {
    on,
    failure,
    leads: (number) => on.value && leadsOn(number),
    async open(wish) {
      if (opening) return;
      opening = true;
      try {
        const reply = await bridge.request('openIn.open', wish);
        failure.value = reply.ok ? null : reply.failure;
      } finally {
        opening = false;
      }
    },
    dismiss() {
      failure.value = null;
    },
  };
}
