import { computed, type ReadonlySignal } from '@preact/signals';
import type { SetUpState } from '../../app/contract/setup.ts';
import type { Bridge } from '../bridge.ts';
import { told } from './told.ts';

export interface SetUp {
  readonly state: ReadonlySignal<SetUpState>;
  /** Something of it is on the screen. */
  readonly shown: ReadonlySignal<boolean>;
  load(): Promise<void>;
  choose(): void;
  confirm(): void;
  /** `null`: what was said is read. */
  dismiss(question: string | null): void;
}

/** What a link or a file would set up. The main process reads both. */
export function createSetUp(bridge: Bridge): SetUp {
  const { now, load } = told<'setUp.changed'>(
    bridge,
    'setUp.changed',
    () => bridge.request('setUp.get', undefined),
    { kind: 'idle' },
  );
  return {
    state: now,
    shown: computed(() => now.value.kind !== 'idle' && now.value.kind !== 'done'),
    load,
    choose: () => void bridge.request('setUp.choose', undefined),
    confirm() {
      const asked = now.peek();
      if (asked.kind === 'asking') void bridge.request('setUp.confirm', { question: asked.question });
    },
    dismiss: (question) => void bridge.request('setUp.dismiss', { question }),
  };
}
