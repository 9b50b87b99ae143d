import { BookUser, Grip, History, type IconNode, Settings2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { SessionView } from '../../app/contract/session.ts';
import type { Managed } from '../../app/contract/settings.ts';
import { questionTexts } from '../../app/words/call-question.ts';
import { failureLine } from '../../app/words/failure-text.ts';
import type { Companion } from '../companion.ts';
import { DialPadView } from '../screens/dialing/view.tsx';
import { calledSo } from '../state/dialing.ts';
import { type Navigation, type Screen, screens } from '../state/navigation.ts';
import type { OpenInState } from '../state/open-in.ts';
import { taughtHotkey } from '../state/taught-hotkey.ts';
import { useWords } from '../ui/context.ts';
import { later } from '../ui/later.tsx';
import { Notice } from '../ui/notice.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { CallQuestion } from './call-question.tsx';
import { Header } from './header.tsx';
import { isMac } from './is-mac.ts';

const PlayerView = later(async () => (await import('../screens/recordings/view.tsx')).PlayerView);
const FavouritesPanel = later(
  async () => (await import('../screens/contacts/favourites/view.tsx')).FavouritesPanel,
);
const SignOutQuestion = later(async () => (await import('./sign-out-question.tsx')).SignOutQuestion);
const KeysPanel = later(async () => (await import('./keys-panel.tsx')).KeysPanel);
const RecentCallsView = later(async () => (await import('../screens/calls/view.tsx')).RecentCallsView);
const ContactsView = later(async () => (await import('../screens/contacts/view.tsx')).ContactsView);
const SettingsView = later(async () => (await import('../screens/settings/view.tsx')).SettingsView);

const fetched: Readonly<Record<Screen, { ready(): Promise<void> } | null>> = {
  dialPad: null,
  recentCalls: RecentCallsView,
  contacts: ContactsView,
  settings: SettingsView,
};

/** All that is drawn later than the first picture may be. */
export const signedInParts: readonly { ready(): Promise<void> }[] = [
  ...Object.values(fetched).filter((part) => part !== null),
  FavouritesPanel,
  PlayerView,
  SignOutQuestion,
  KeysPanel,
];

/** Resolves once they can be drawn at once: a page that was let go shows at once what it showed before. */
export async function signedInReady({ screen, favouritesOpen }: Navigation): Promise<void> {
  await Promise.all([fetched[screen.peek()]?.ready(), favouritesOpen.peek() && FavouritesPanel.ready()]);
}

interface Props {
  readonly companion: Companion;
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
}

export function SignedIn({ companion, session }: Props) {
  const words = useWords();
  const { navigation, dialling, dialPad, favourites, settings, front } = companion;
  const screen = navigation.screen.value;
  const settingsSeen = useRef(false);
  settingsSeen.current ||= screen === 'settings';
  const phone = words.phone(session.extension, session.agentId);
  const question = dialling.question.value;
  const hotkey = taughtHotkey(settings.view.value);
  const panels: Readonly<Record<Screen, { readonly icon: IconNode; readonly view: ComponentChildren }>> = {
    dialPad: {
      icon: Grip,
      view: (
        <DialPadView
          state={dialPad}
          gettingStarted={companion.gettingStarted}
          dialling={dialling}
          favourites={favourites.list.value}
          phone={phone}
          shown={screen === 'dialPad'}
          focusAsked={front.times.value}
          hotkey={hotkey}
          onFavourites={() => navigation.openFavourites(true)}
        />
      ),
    },
    recentCalls: {
      icon: History,
      // Drawn only when it is looked at: each call changes it, and most calls are made beside it.
      view: screen === 'recentCalls' && (
        <RecentCallsView
          state={companion.recentCalls}
          dialling={dialling}
          favourites={{
            has: favourites.has,
            add: ({ number, name }) => void favourites.add(number, name),
          }}
          onContact={({ number, name }) => {
            const numbers = [{ number, label: '' }];
            companion.contacts.write({ id: null, begin: { name, company: '', note: '', numbers } });
            navigation.go('contacts');
          }}
          openIn={companion.openIn}
          phone={phone}
          now={front.at.value}
          hotkey={hotkey}
          player={(call) => (
            <PlayerView
              state={companion.player}
              call={call}
              noteNow={() => companion.recentCalls.notes.of(call)}
              onNote={(text) => {
                companion.recentCalls.notes.type(call.id, text);
                void companion.recentCalls.notes.keep();
              }}
              onClose={companion.recentCalls.closePlayer}
            />
          )}
          onPause={companion.player.toggle}
          onMoment={(call, { part, seconds }) => {
            companion.player.beginAt(call.id, part, seconds);
            companion.recentCalls.openPlayer(call.id);
          }}
          onDialPad={() => navigation.go('dialPad')}
        />
      ),
    },
    contacts: {
      icon: BookUser,
      view: screen === 'contacts' && (
        <ContactsView
          state={companion.contacts}
          dialling={dialling}
          openIn={companion.openIn}
          phone={phone}
          hasColleagues={(settings.view.value?.directory.from ?? 'none') !== 'none'}
        />
      ),
    },
    settings: {
      icon: Settings2,
      // Once they were looked at, what is typed there stays.
      view: settingsSeen.current && (
        <SettingsView
          settings={settings}
          rules={companion.rules}
          hotkey={companion.hotkey}
          boxKey={companion.boxKey}
          kept={companion.kept}
          notesFile={companion.notesFile}
          openIn={companion.openInField}
          onSignOut={() => companion.session.askSignOut(true)}
          onQuit={companion.quit}
          directory={companion.directory}
          diagnostics={companion.diagnostics}
          onHelp={companion.openHelp}
          onCheckForUpdates={companion.checkForUpdates}
          onKeys={() => navigation.showKeys(true)}
          onLicences={companion.openLicences}
          onForgetProxy={companion.proxy.forget}
        />
      ),
    },
  };
  const tabs = screens.map((id) => ({ id, name: words.tabs[id], icon: panels[id].icon }));

  return (
    <>
      <Header phone={phone} deskName={settings.view.value?.deskName ?? ''} pbx={session.pbx} />
      <Notices
        session={session}
        isRead={companion.session.switchRead.value}
        onRead={() => companion.session.readSwitch(true)}
        policy={settings.view.value?.managed.problem ?? null}
        openIn={companion.openIn}
      />
      <main class="pane">
        {screens.map((id) => (
          <TabPanel key={id} id={id} selected={screen === id}>
            {panels[id].view}
          </TabPanel>
        ))}
      </main>
      <Tabs label={words.tabs.label} tabs={tabs} selected={screen} onSelect={companion.select} />
      {navigation.favouritesOpen.value && question === null && (
        <FavouritesPanel
          favourites={favourites}
          begin={navigation.favouritesBegin.value}
          typed={dialPad.typed.value}
          busy={dialling.busy.value}
          onCall={({ number, name }) => {
            navigation.openFavourites(false);
            void dialling.call({ number, ...calledSo(name), from: 'favourite' });
          }}
          onClose={() => navigation.openFavourites(false)}
        />
      )}
      {companion.session.asksSignOut.value && (
        <SignOutQuestion onSignOut={companion.signOut} onCancel={() => companion.session.askSignOut(false)} />
      )}
      {navigation.keysShown.value && question === null && (
        <KeysPanel
          isMac={isMac}
          hotkey={settings.view.value?.hotkeyNow.label ?? ''}
          opensIn={companion.openIn.on.value}
          onClose={() => navigation.showKeys(false)}
        />
      )}
      {question !== null && (
        <CallQuestion
          key={question.question}
          texts={questionTexts(question, words)}
          armsAfter={question.armsAfter}
          onCall={(choice) => void dialling.confirm(choice)}
          onCancel={() => void dialling.cancel()}
        />
      )}
    </>
  );
}

interface NoticesProps extends Pick<Props, 'session'> {
  readonly policy: Managed['problem'];
  readonly openIn: OpenInState;
  readonly isRead: boolean;
  readonly onRead: () => void;
}

function Notices({ session, policy, openIn, isRead, onRead }: NoticesProps) {
  const words = useWords();
  const failure = openIn.failure.value;
  return (
    <>
      <div aria-live="polite">
        {failure !== null && (
          <Notice
            text={failureLine(words, failure, { at: 'list' })}
            dismiss={words.dismiss}
            onDismiss={openIn.dismiss}
          />
        )}
      </div>
      {policy !== null && <Notice text={words.managed.problem[policy]} />}
      {session.kept === 'this-run' && <Notice text={words.notice.keptForThisRun} />}
      {session.switchedToBody && !isRead && (
        <Notice text={words.notice.switchedToBody} dismiss={words.dismiss} onDismiss={onRead} />
      )}
    </>
  );
}
