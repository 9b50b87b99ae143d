import { type ReadonlySignal, signal } from '@preact/signals';
import type { Going, KeepWish } from '../../../../app/contract/retention.ts';
import type { Settings } from '../../../../app/contract/settings.ts';
import type { Bridge } from '../../../bridge.ts';
import type { SettingsState } from '../../../state/settings.ts';

type Wish = Partial<Pick<Settings, keyof KeepWish>>;

/** What goes if things are kept for less time; asked about before it does. */
interface Less {
  readonly wish: Wish;
  readonly going: Going;
}

export interface KeptState {
  readonly less: ReadonlySignal<Less | null>;
  wish(wish: Wish): Promise<void>;
  confirm(): void;
  cancel(): void;
}

export function createKept(bridge: Bridge, settings: Pick<SettingsState, 'change'>): KeptState {
  const less = signal<Less | null>(null);
  /** A later wish makes the answer to an earlier one old. */
  let latest = 0;
  return {
    less,
    async wish(wish) {
      const mine = ++latest;
      const reply = await bridge.request('kept.going', wish);
      if (mine !== latest || !reply.ok) return;
      const { value: going } = reply;
      if (Object.values(going).some((many) => many > 0)) less.value = { wish, going };
      else void settings.change(wish);
    },
    confirm() {
      const now = less.peek();
      less.value = null;
      if (now !== null) void settings.change(now.wish);
    },
    cancel() {
      latest += 1;
      less.value = null;
    },
  };
}
