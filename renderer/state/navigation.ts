import { type ReadonlySignal, signal } from '@preact/signals';

export type Screen = 'dialPad' | 'recentCalls' | 'settings';

export interface Navigation {
  readonly screen: ReadonlySignal<Screen>;
  /** The panel over the dial pad. */
  readonly favouritesOpen: ReadonlySignal<boolean>;
  go(to: Screen): void;
  openFavourites(open: boolean): void;
}

export function createNavigation(): Navigation {
  const screen = signal<Screen>('dialPad');
  const favouritesOpen = signal(false);
  return {
    screen,
    favouritesOpen,
    go(to) {
      screen.value = to;
    },
    openFavourites(open) {
      favouritesOpen.value = open;
    },
  };
}
