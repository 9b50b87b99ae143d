import type { PageState } from '../app/contract/page.ts';
import type { Bridge } from './bridge.ts';
import type { RecentCallsState } from './screens/calls/state.ts';
import type { ContactsState } from './screens/contacts/state.ts';
import type { DialPadState } from './screens/dialing/state.ts';
import type { PlayerState } from './screens/recordings/state.ts';
import type { OpenInField } from './screens/settings/open-in/state.ts';
import type { NotesFileState } from './screens/settings/retention/notes-state.ts';
import type { KeptState } from './screens/settings/retention/state.ts';
import type { RulesState } from './screens/settings/rules/state.ts';
import type { Dialling } from './state/dialing.ts';
import type { Navigation } from './state/navigation.ts';
import type { Session } from './state/session.ts';
import type { SetUp } from './state/set-up.ts';
import type { SettingsState } from './state/settings.ts';
import type { TrustState } from './state/trust.ts';

/** What this page shows that the next one is to show again. */
interface Parts {
  readonly session: Session;
  readonly settings: SettingsState;
  readonly navigation: Navigation;
  readonly dialPad: DialPadState;
  readonly recentCalls: RecentCallsState;
  readonly contacts: ContactsState;
  readonly dialling: Dialling;
  readonly player: PlayerState;
  readonly rules: RulesState;
  readonly setUp: SetUp;
  readonly trust: TrustState;
  readonly kept: KeptState;
  readonly notesFile: NotesFileState;
  readonly openInField: OpenInField;
}

/** What is typed and is known to nobody but the page itself. */
export interface Typed {
  /** As for another field: one keeps what was typed in it when it is left. */
  leave(): void;
  /** A form holds a text, secret or not, that nobody has kept yet. */
  isHeld(): boolean;
}

export interface HandOver {
  /** Asks for what the page before this one showed; what comes back shows it. */
  load(): Promise<() => void>;
  drawn(): void;
}

/** A page that nobody looks at is let go; it hands over what is on it first, unless it may not go. */
export function createHandOver(bridge: Bridge, parts: Parts, typed: Typed): HandOver {
  const {
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
  } = parts;

  bridge.on('page.wanted', async () => {
    typed.leave();
    await openInField.keep();
    await Promise.all([recentCalls.notes.keep(), settings.settled()]);
    if (!isBusy()) void bridge.request('page.given', state());
  });

  /** Something goes on that would end with the page, or is kept nowhere else, or was said and not read. */
  function isBusy(): boolean {
    const { playing, waiting } = player.sound;
    const said = recentCalls.said.peek();
    return (
      session.view.peek().state === 'starting' ||
      dialling.busy.peek() ||
      dialling.question.peek() !== null ||
      setUp.shown.peek() ||
      trust.shown.peek() !== null ||
      dialPad.choices.peek().length > 0 ||
      playing.peek() ||
      waiting.peek() ||
      player.saving.isAsked() ||
      player.savingAll.isAsked() ||
      recentCalls.exporting.peek() ||
      contacts.isBusy() ||
      recentCalls.forgetting.peek() !== null ||
      !recentCalls.notes.areKept() ||
      (said !== null && said !== 'saved' && said !== 'forgotten') ||
      settings.failure.peek() !== null ||
      rules.draft.peek() !== null ||
      kept.less.peek() !== null ||
      notesFile.isBusy() ||
      openInField.draft.peek() !== null ||
      typed.isHeld()
    );
  }

  function state(): PageState {
    // A recording that rests is closed, and its place in it remembered.
    recentCalls.closePlayer();
    const outcome = dialling.outcome.peek();
    return {
      switchRead: session.switchRead.peek(),
      screen: navigation.screen.peek(),
      favourites: navigation.favouritesOpen.peek(),
      number: dialPad.field.peek(),
      extension: dialPad.extension.peek(),
      outcome:
        outcome?.kind === 'failed'
          ? { display: outcome.display.slice(0, 300), failure: outcome.failure }
          : null,
      calls: recentCalls.state(),
      contacts: contacts.state(),
      ruleTrial: rules.typed.peek(),
    };
  }

  function restore(before: PageState): void {
    if (session.view.peek().state !== 'signed-in') return;
    session.readSwitch(before.switchRead);
    navigation.go(before.screen);
    // Its form has kept the page, if it was open.
    navigation.openFavourites(before.favourites, 'list');
    dialPad.restore(before.number, before.extension);
    dialling.restore(before.outcome);
    recentCalls.restore(before.calls);
    contacts.restore(before.contacts);
    rules.tryNumber(before.ruleTrial);
  }

  return {
    async load() {
      const kept = await bridge.request('page.kept', undefined);
      const before = kept.ok ? kept.value : null;
      return () => before !== null && restore(before);
    },
    drawn: () => void bridge.request('page.drawn', undefined),
  };
}

/** Of the forms in a page. */
export function typedIn(document: Document): Typed {
  return {
    leave() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    isHeld() {
      // The proxy beside the sign-in is a setting, and was kept when it was left.
      const typed = 'form input:not([type="checkbox"], [name="proxyAddress"])';
      const boxes = document.querySelectorAll<HTMLInputElement>(typed);
      return [...boxes].some(({ value, defaultValue }) => value !== defaultValue);
    },
  };
}
