import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '../../app/contract/page.ts';

export type Screen = PageState['screen'];

/** In the order of their tabs. One that is forgotten does not compile. */
const order: Readonly<Record<Screen, true>> = {
  dialPad: true,
  recentCalls: true,
  contacts: true,
  settings: true,
};
export const screens = Object.keys(order) as readonly Screen[];

export interface Navigation {
  readonly screen: ReadonlySignal<Screen>;
  /** The panel over the dial pad. */
  readonly favouritesOpen: ReadonlySignal<boolean>;
  /** It begins with a form for the number that is typed, if one is; else with its list. */
  readonly favouritesBegin: ReadonlySignal<'typed' | 'list'>;
  /** The panel that names the keys. */
  readonly keysShown: ReadonlySignal<boolean>;
  go(to: Screen): void;
  showKeys(shown: boolean): void;
  openFavourites(open: boolean, begin?: 'typed' | 'list'): void;
}

export function createNavigation(): Navigation {
  const screen = signal<Screen>('dialPad');
  const favouritesOpen = signal(false);
  const keysShown = signal(false);
  const favouritesBegin = signal<'typed' | 'list'>('typed');
  return {
    screen,
    favouritesOpen,
    favouritesBegin,
    keysShown,
    showKeys(shown) {
      keysShown.value = shown;
    },
    go(to) {
      screen.value = to;
    },
    openFavourites(open, begin = 'typed') {
      favouritesBegin.value = begin;
      favouritesOpen.value = open;
    },
  };
}
