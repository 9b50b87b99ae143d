import { type ReadonlySignal, signal } from '@preact/signals';
import type { DaySpan, MyDay } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';

/** What the person's own calls come to. */
export interface MyDayState {
  readonly span: ReadonlySignal<DaySpan>;
  /** `null` until the first answer. */
  readonly figures: ReadonlySignal<MyDay | null>;
  readonly unfolded: ReadonlySignal<boolean>;
  /** The calls are others now, or it is another day. */
  load(): Promise<void>;
  show(span: DaySpan): void;
  unfold(isUnfolded: boolean): void;
  clear(): void;
}

export function createMyDay(bridge: Bridge): MyDayState {
  const span = signal<DaySpan>('day');
  const figures = signal<MyDay | null>(null);
  const unfolded = signal(false);
  /** The question whose answer counts. */
  let asked = 0;

  async function load(): Promise<void> {
    const mine = ++asked;
    const reply = await bridge.request('calls.myDay', { span: span.peek() });
    if (mine === asked && reply.ok) figures.value = reply.value;
  }

  return {
    span,
    figures,
    unfolded,
    load,
    show(next) {
      span.value = next;
      void load();
    },
    unfold(isUnfolded) {
      unfolded.value = isUnfolded;
    },
    clear() {
      asked += 1;
      span.value = 'day';
      figures.value = null;
      unfolded.value = false;
    },
  };
}
