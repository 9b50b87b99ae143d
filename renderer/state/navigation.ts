import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '../../app/contract/page.ts';

export type Screen = PageState['screen'];

export interface Navigation {
  readonly screen: ReadonlySignal<Screen>;
  /** The panel over the dial pad. */
  readonly favouritesOpen: ReadonlySignal<boolean>;
  /** It begins with a form for the number that is typed, if one is; else with its list. */
  readonly favouritesBegin: ReadonlySignal<'typed' | 'list'>;
  go(to: Screen): void;
  openFavourites(open: boolean, begin?: 'typed' | 'list'): void;
}

export function createNavigation(): Navigation {
  const screen = signal<Screen>('dialPad');
  const favouritesOpen = signal(false);
  const favouritesBegin = signal<'typed' | 'list'>('typed');
  return {
    screen,
    favouritesOpen,
    favouritesBegin,
    go(to) {
      screen.value = to;
    },
    openFavourites(open, begin = 'typed') {
      favouritesBegin.value = begin;
      favouritesOpen.value = open;
    },
  };
}
