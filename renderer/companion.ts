import { type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../app/contract.ts';
import type { Bridge } from './bridge.ts';
import { createDialPad, type DialPadState } from './screens/dial-pad/state.ts';
import { createFavouritesPanel, type FavouritesPanel } from './screens/favourites/state.ts';
import { createSignIn, type SignInState } from './screens/sign-in/state.ts';
import { type Attempts, createAttempts } from './state/attempts.ts';
import { createDialling, type Dialling } from './state/dialling.ts';
import { createFavourites, type Favourites } from './state/favourites.ts';
import { createNavigation, type Navigation } from './state/navigation.ts';
import { createSession, type Session } from './state/session.ts';
import { createSettings, type SettingsState } from './state/settings.ts';

/** Everything the page shows and everything it can do. Views get it as a value and never see the bridge. */
export interface Companion {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly navigation: Navigation;
  readonly attempts: Attempts;
  readonly dialling: Dialling;
  readonly dialPad: DialPadState;
  readonly favourites: Favourites;
  readonly favouritesPanel: FavouritesPanel;
  readonly signIn: SignInState;
  /** How often, and when last, the window came to the front. */
  readonly front: { readonly times: ReadonlySignal<number>; readonly at: ReadonlySignal<number> };
  load(): Promise<void>;
  signOut(): void;
  hide(): void;
  quit(): void;
  openLicence(): void;
}

export function createCompanion(bridge: Bridge, systemLanguage: Language): Companion {
  const session = createSession(bridge);
  const settings = createSettings(bridge, systemLanguage);
  const navigation = createNavigation();
  const attempts = createAttempts(bridge);
  const dialling = createDialling(bridge);
  const favourites = createFavourites(bridge);
  const favouritesPanel = createFavouritesPanel(favourites, dialling);
  const dialPad = createDialPad({ bridge, dialling, attempts, favourites });
  const times = signal(0);
  const at = signal(Date.now());

  bridge.on('window.shown', () => {
    at.value = Date.now();
    // A question brings the window to the front by itself, and keeps the focus.
    if (dialling.question.peek() !== null) return;
    navigation.go('dialPad');
    favouritesPanel.close();
    times.value += 1;
  });

  return {
    session,
    settings,
    navigation,
    attempts,
    dialling,
    dialPad,
    favourites,
    favouritesPanel,
    signIn: createSignIn(bridge, session),
    front: { times, at },
    async load() {
      await Promise.all([
        settings.load(),
        session.load(),
        attempts.load(),
        favourites.load(),
        dialling.load(),
      ]);
    },
    signOut() {
      // The next person at this desk starts where everybody does, and sees nothing of the last one.
      dialPad.clear();
      favouritesPanel.close();
      navigation.go('dialPad');
      void session.signOut();
    },
    hide: () => void bridge.call('window.hide', undefined),
    quit: () => void bridge.call('app.quit', undefined),
    openLicence: () => void bridge.call('about.open', { page: 'typeface-licence' }),
  };
}
