import { type ReadonlySignal, signal } from '@preact/signals';
import type { ProxyQuestion } from '../../app/contract/proxy.ts';
import type { Bridge } from '../bridge.ts';
import { told } from './told.ts';

export interface ProxyState {
  /** A proxy that wants to know who asks. */
  readonly question: ReadonlySignal<ProxyQuestion | null>;
  /** How often it was told: each time, what was tried before is worth another try. */
  readonly times: ReadonlySignal<number>;
  load(): Promise<void>;
  answer(user: string, password: string): Promise<void>;
  decline(): void;
  /** After all. */
  ask(): void;
  forget(): void;
}

/** @param goOn what waited for it may go on */
export function createProxy(bridge: Bridge, goOn: () => void): ProxyState {
  const question = told(bridge, 'proxy.asked', () => bridge.request('proxy.question', undefined), null);
  const times = signal(0);
  return {
    question: question.now,
    times,
    load: question.load,
    async answer(user, password) {
      const reply = await bridge.request('proxy.answer', { user, password });
      if (!reply.ok) return;
      times.value += 1;
      goOn();
    },
    decline: () => void bridge.request('proxy.decline', undefined),
    ask: () => void bridge.request('proxy.ask', undefined),
    forget: () => void bridge.request('proxy.forget', undefined),
  };
}
