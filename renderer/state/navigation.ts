import { type ReadonlySignal, signal } from '@preact/signals';

export const screens = ['dialPad', 'recentCalls', 'settings'] as const;
export type Screen = (typeof screens)[number];

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
