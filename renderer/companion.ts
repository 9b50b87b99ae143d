import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Damage } from '../app/contract/damage.ts';
import type { Language } from '../app/contract/settings.ts';
import type { Bridge } from './bridge.ts';
import { actionsNow } from './frame/actions.ts';
import { createHandOver, type HandOver, type Typed } from './hand-over.ts';
import { createRecentCalls, type RecentCallsState } from './screens/calls/state.ts';
import { type ContactsState, createContacts } from './screens/contacts/state.ts';
import { actionsFor } from './screens/dialing/actions.ts';
import { createGettingStarted, type GettingStarted } from './screens/dialing/getting-started-state.ts';
import { createDialPad, type DialPadState } from './screens/dialing/state.ts';
import { createPlayer, type PlayerState } from './screens/recordings/state.ts';
import { createSignIn, type SignInState } from './screens/session/state.ts';
import { createDiagnostics, type DiagnosticsState } from './screens/settings/diagnostics/state.ts';
import { createDirectory, type DirectoryState } from './screens/settings/directory/state.ts';
import { createHotkeyField, type HotkeyField } from './screens/settings/hotkey/state.ts';
import { createOpenInField, type OpenInField } from './screens/settings/open-in/state.ts';
import { createNotesFile, type NotesFileState } from './screens/settings/retention/notes-state.ts';
import { createKept, type KeptState } from './screens/settings/retention/state.ts';
import { createRules, type RulesState } from './screens/settings/rules/state.ts';
import { createDialling, type Dialling } from './state/dialing.ts';
import { createFavourites, type FavouritesState } from './state/favourites.ts';
import { createNavigation, type Navigation, type Screen } from './state/navigation.ts';
import { createNumberMenu, type NumberMenuState } from './state/number-menu.ts';
import { createOpenIn, type OpenInState } from './state/open-in.ts';
import { createProxy, type ProxyState } from './state/proxy.ts';
import { createSession, type Session } from './state/session.ts';
import { createSetUp, type SetUp } from './state/set-up.ts';
import { createSettings, type SettingsState } from './state/settings.ts';
import { createToday } from './state/today.ts';
import { told } from './state/told.ts';
import { createTrust, type TrustState } from './state/trust.ts';
import { focusSoon } from './ui/focus-soon.ts';

/** Everything the page shows and everything it can do. Views get it as a value and never see the bridge. */
export interface Companion {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly navigation: Navigation;
  readonly favourites: FavouritesState;
  readonly dialling: Dialling;
  readonly numberMenu: NumberMenuState;
  readonly gettingStarted: GettingStarted;
  readonly dialPad: DialPadState;
  readonly recentCalls: RecentCallsState;
  readonly contacts: ContactsState;
  readonly player: PlayerState;
  readonly signIn: SignInState;
  readonly trust: TrustState;
  readonly proxy: ProxyState;
  readonly setUp: SetUp;
  readonly rules: RulesState;
  readonly hotkey: HotkeyField;
  readonly boxKey: HotkeyField;
  /** How long things stay on this computer. */
  readonly kept: KeptState;
  readonly notesFile: NotesFileState;
  /** Where numbers lead. */
  readonly openIn: OpenInState;
  readonly openInField: OpenInField;
  /** Files of the profile that could not be read at this start. */
  readonly damages: ReadonlySignal<readonly Damage[]>;
  /** How often, and when last, the window came to the front. */
  readonly front: {
    readonly times: ReadonlySignal<number>;
    readonly at: ReadonlySignal<number>;
    /** The number is to have the focus. */
    ask(): void;
  };
  load(): Promise<void>;
  /** There is something to see. */
  drawn: HandOver['drawn'];
  /** The person chooses a screen: what failed on the one before has been read. */
  select(screen: Screen): void;
  /** The window can be seen, or cannot: what is hidden need not be kept fresh. */
  shown(isShown: boolean): void;
  signOut(): void;
  hide(): void;
  quit(): void;
  readonly directory: DirectoryState;
  readonly diagnostics: DiagnosticsState;
  checkForUpdates(): void;
  openHelp(): void;
  openLicences(): void;
  /** The person has read which files are damaged. */
  dismissDamages(): void;
}

export function createCompanion(
  bridge: Bridge,
  systemLanguage: Language,
  collectGarbage: () => void,
  typed: Typed,
): Companion {
  const session = createSession(bridge);
  const setUp = createSetUp(bridge);
  const settings = createSettings(bridge, systemLanguage);
  const navigation = createNavigation();
  const lastAttempt = told(
    bridge,
    'attempts.changed',
    () => bridge.request('attempts.last', undefined),
    null,
  );
  const damages = told(bridge, 'files.damaged', () => bridge.request('files.damaged', undefined), []);
  const favourites = createFavourites(bridge);
  const dialling = createDialling(bridge);
  const recentCalls = createRecentCalls(bridge);
  const openIn = createOpenIn(bridge, settings);
  const dialPad: DialPadState = createDialPad(bridge, dialling, lastAttempt.now, (typed) => {
    const words = settings.words.value;
    if (words === null) return [];
    const actions = actionsNow(words, {
      ...{ navigation, session, settings, recentCalls, openIn },
      dialPad: () => dialPad,
    });
    return actionsFor(typed, actions, words);
  });
  const contacts = createContacts(bridge);
  const visible = signal(false);
  const rules = createRules(bridge, settings);
  const player = createPlayer(bridge, {
    look: () => ({ query: recentCalls.query.peek(), filter: recentCalls.filter.peek() }),
    open: recentCalls.playAt,
  });
  const kept = createKept(bridge, settings);
  const notesFile = createNotesFile(bridge);
  const openInField = createOpenInField(bridge, settings);
  const times = signal(0);
  const today = createToday(
    () => settings.pbxZone.peek(),
    () => void recentCalls.myDay.load(),
  );

  bridge.on('window.shown', () => {
    today.look();
    // A question brings the window to the front by itself, and keeps the focus.
    if (dialling.question.peek() !== null || session.asksSignOut.peek() || setUp.shown.peek()) return;
    // Who comes back while a recording plays comes back to it, most likely to stop it.
    if (player.sound.playing.peek()) return navigation.go('recentCalls');
    // The window may have gone with the system's dialog: what came of it is said where it was asked for.
    if (notesFile.isBusy()) return navigation.go('settings');
    // What somebody writes of a contact, or sees of a file, waits for them: its number is most likely copied from elsewhere.
    if (contacts.isBusy()) return navigation.go('contacts');
    navigation.go('dialPad');
    times.value += 1;
  });

  bridge.on('notes.wanted', () => {
    void recentCalls.notes.keep().then(() => bridge.request('notes.given', undefined));
  });
  bridge.on('calls.show', () => {
    recentCalls.fromTop();
    navigation.go('recentCalls');
    recentCalls.search('');
    recentCalls.show('to-do');
  });
  effect(() => {
    const inSight =
      visible.value && navigation.screen.value === 'recentCalls' && session.view.value.state === 'signed-in';
    recentCalls.look(inSight);
    if (inSight) player.warm();
  });
  effect(() => {
    if (navigation.screen.value !== 'settings') notesFile.read();
  });
  effect(() => {
    const isSignedIn = session.view.value.state === 'signed-in';
    contacts.look(visible.value && navigation.screen.value === 'contacts' && isSignedIn);
  });

  /** The next person at this desk starts where everybody does, and sees nothing of the last one, whatever ended it. */
  function clear(): void {
    dialPad.forget();
    recentCalls.clear();
    contacts.clear();
    favourites.clear();
    rules.clear();
    kept.cancel();
    notesFile.clear();
    openIn.dismiss();
    openInField.drop();
    navigation.go('dialPad');
    navigation.openFavourites(false);
    navigation.showKeys(false);
  }
  effect(() => {
    if (session.view.value.state !== 'signed-in') untracked(clear);
  });
  effect(() => {
    const isSignedIn = session.view.value.state === 'signed-in';
    const opened = recentCalls.opened.value;
    player.follow(isSignedIn && opened?.part === 'player' ? opened.id : null);
  });
  // The phone is about to ring.
  effect(() => {
    if (dialling.busy.value) player.pause();
  });

  const goOn = () => {
    if (session.view.peek().state === 'signed-in') void bridge.request('calls.refresh', undefined);
  };
  const trust = createTrust(bridge, goOn);
  const proxy = createProxy(bridge, () => {
    goOn();
    const outcome = dialling.outcome.peek();
    // It wants nothing any more. The call is not made by this: nobody asked for it again.
    if (outcome?.kind === 'failed' && outcome.failure.code === 'proxy-password') dialling.dismiss();
    const recording = player.shown.peek();
    if (recording.state === 'failed' && recording.failure.code === 'proxy-password') player.tryAgain();
  });
  const signIn = createSignIn(bridge, session, collectGarbage);
  effect(() => {
    if (signIn.failure.value?.code === 'certificate-unknown') untracked(() => void trust.ask());
  });

  const parts = {
    session,
    settings,
    navigation,
    dialPad,
    recentCalls,
    contacts,
    dialling,
    player,
    rules,
    kept,
    notesFile,
    openInField,
    setUp,
    trust,
  };
  const handOver = createHandOver(bridge, parts, typed);

  return {
    session,
    settings,
    navigation,
    favourites,
    dialling,
    dialPad,
    gettingStarted: createGettingStarted(bridge, settings, (setting) => {
      navigation.go('settings');
      if (setting !== undefined) focusSoon(`[name="${setting}"]`);
    }),
    recentCalls,
    contacts,
    player,
    signIn,
    trust,
    proxy,
    setUp,
    rules,
    hotkey: createHotkeyField(bridge, 'hotkey'),
    boxKey: createHotkeyField(bridge, 'boxKey'),
    kept,
    notesFile,
    numberMenu: createNumberMenu(bridge, dialling, openIn),
    openIn,
    openInField,
    damages: damages.now,
    front: { times, at: today.at, ask: () => void times.value++ },
    async load() {
      const [showBefore] = await Promise.all([
        handOver.load(),
        settings.load(),
        session.load(),
        setUp.load(),
        lastAttempt.load(),
        favourites.load(),
        dialling.load(),
        damages.load(),
        proxy.load(),
      ]);
      showBefore();
    },
    drawn: handOver.drawn,
    select(screen) {
      if (navigation.screen.peek() !== 'dialPad') dialling.dismissFailure();
      navigation.go(screen);
    },
    shown(isShown) {
      visible.value = isShown;
      // Whoever comes back later asked for something else.
      if (!isShown) session.askSignOut(false);
    },
    signOut() {
      // Before it is nobody's any more.
      void recentCalls.notes.keep();
      void session.signOut();
    },
    hide: () => void bridge.request('window.hide', undefined),
    quit: () => void bridge.request('app.quit', undefined),
    dismissDamages: () => void bridge.request('files.read', undefined),
    directory: createDirectory(bridge),
    diagnostics: createDiagnostics(bridge),
    checkForUpdates: () => void bridge.request('about.checkForUpdates', undefined),
    openHelp: () => void bridge.request('about.help', undefined),
    openLicences: () => void bridge.request('about.licences', undefined),
  };
}
