import { type ReadonlySignal, signal } from '@preact/signals';

export type Screen = 'dialPad' | 'recentCalls' | 'settings';

export interface Navigation {
  readonly screen: ReadonlySignal<Screen>;
  go(to: Screen): void;
}

export function createNavigation(): Navigation {
  const screen = signal<Screen>('dialPad');
  return {
    screen,
    go(to) {
      screen.value = to;
    },
  };
}
