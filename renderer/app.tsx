import { useLayoutEffect } from 'preact/hooks';
import type { Bridge } from './bridge.ts';
import { createDialPad } from './screens/dial-pad/state.ts';
import { DialPadView } from './screens/dial-pad/view.tsx';
import { Frame } from './screens/frame/view.tsx';
import { RecentCallsView } from './screens/recent-calls/view.tsx';
import { SettingsScreen } from './screens/settings/view.tsx';
import { createSignIn } from './screens/sign-in/state.ts';
import { SignInView } from './screens/sign-in/view.tsx';
import { createAttempts } from './state/attempts.ts';
import { createDialling } from './state/dialling.ts';
import { createNavigation } from './state/navigation.ts';
import { createSession } from './state/session.ts';
import { createSettings } from './state/settings.ts';
import { SurroundingsContext } from './ui/context.ts';

/** All state there is, made once; the views below read it and call its actions. */
export function createApp(bridge: Bridge, systemLanguage: 'en' | 'th') {
  const settings = createSettings(bridge, systemLanguage);
  const session = createSession(bridge);
  const attempts = createAttempts(bridge);
  const dialling = createDialling(bridge);
  const navigation = createNavigation();
  const dialPad = createDialPad(bridge, dialling, attempts);
  const signIn = createSignIn(bridge, session);
  bridge.on('window.shown', focusOnTyping);

  return {
    settings,
    session,
    attempts,
    dialling,
    navigation,
    dialPad,
    signIn,
    load: () => Promise.all([settings.load(), session.load(), attempts.load(), dialling.load()]),
    hide: () => void bridge.call('window.hide', undefined),
    quit: () => void bridge.call('app.quit', undefined),
    openLicence: () => void bridge.call('about.open', { page: 'typeface-licence' }),
    signOut: async () => {
      await session.signOut();
      dialPad.clear();
      navigation.go('dialPad');
    },
  };
}

export type AppState = ReturnType<typeof createApp>;

/** The window came to the front: what is typed now is a number, or goes into the form. */
function focusOnTyping(): void {
  if (document.querySelector('dialog[open]')) return;
  const box = document.querySelector<HTMLInputElement>('.tab-panel:not([hidden]) .dial-number');
  box?.focus();
  box?.select();
}

export function App({ state }: { readonly state: AppState }) {
  const { settings, session } = state;
  const words = settings.words.value;
  const view = session.view.value;

  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      state.hide();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <SurroundingsContext.Provider value={{ words, version: settings.view.value?.version ?? '' }}>
      {view.state === 'starting' && <main class="starting">{words.starting}</main>}
      {view.state === 'signed-out' && <SignInView state={state.signIn} />}
      {view.state === 'signed-in' && (
        <Frame
          session={view}
          deskName={settings.view.value?.deskName ?? ''}
          navigation={state.navigation}
          screens={{
            dialPad: (
              <DialPadView
                state={state.dialPad}
                dialling={state.dialling}
                phone={words.phone(view.extension, view.agentId)}
                active={state.navigation.screen.value === 'dialPad'}
              />
            ),
            recentCalls: (
              <RecentCallsView
                attempts={state.attempts}
                dialling={state.dialling}
                toDialPad={() => state.navigation.go('dialPad')}
              />
            ),
            settings: (
              <SettingsScreen
                state={settings}
                onSignOut={() => void state.signOut()}
                onQuit={state.quit}
                onLicence={state.openLicence}
              />
            ),
          }}
        />
      )}
    </SurroundingsContext.Provider>
  );
}
