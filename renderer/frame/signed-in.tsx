import { Grip, History, Settings2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionView } from '../../app/contract.ts';
import type { Companion } from '../companion.ts';
import { DialPadView } from '../screens/dial-pad/view.tsx';
import { FavouritesView } from '../screens/favourites/view.tsx';
import { RecentCallsView } from '../screens/recent-calls/view.tsx';
import { SettingsView } from '../screens/settings/view.tsx';
import { useWords } from '../ui/context.ts';
import { Notice } from '../ui/notice.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { CallQuestion } from './call-question.tsx';
import { Header } from './header.tsx';

interface Props {
  readonly companion: Companion;
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
}

export function SignedIn({ companion, session }: Props) {
  const words = useWords();
  const { navigation, dialling, dialPad, favourites, favouritesPanel, attempts, settings, front } = companion;
  const screen = navigation.screen.value;
  const phone = words.phone(session.extension, session.agentId);
  const question = dialling.question.value;
  const tabs = [
    { id: 'dialPad', name: words.tabs.dialPad, icon: Grip },
    { id: 'recentCalls', name: words.tabs.recentCalls, icon: History },
    { id: 'settings', name: words.tabs.settings, icon: Settings2 },
  ] as const;

  return (
    <>
      <Header phone={phone} deskName={settings.view.value?.deskName ?? ''} pbx={session.pbx} />
      <Notices session={session} />
      <main class="frame-main">
        <TabPanel id="dialPad" selected={screen === 'dialPad'}>
          <DialPadView
            state={dialPad}
            dialling={dialling}
            favourites={favourites.list.value}
            panel={favouritesPanel}
            phone={phone}
            shown={screen === 'dialPad' && !favouritesPanel.open.value}
            focusAsked={front.times.value}
          />
          {favouritesPanel.open.value && (
            <FavouritesView favourites={favourites} panel={favouritesPanel} busy={dialling.busy.value} />
          )}
        </TabPanel>
        <TabPanel id="recentCalls" selected={screen === 'recentCalls'}>
          {/* Drawn only when it is looked at: each call changes it, and most calls are made beside it. */}
          {screen === 'recentCalls' && (
            <RecentCallsView
              attempts={attempts.list.value}
              dialling={dialling}
              phone={phone}
              now={front.at.value}
              onDialPad={() => navigation.go('dialPad')}
            />
          )}
        </TabPanel>
        <TabPanel id="settings" selected={screen === 'settings'}>
          <SettingsView
            settings={settings}
            onSignOut={companion.signOut}
            onQuit={companion.quit}
            onLicence={companion.openLicence}
          />
        </TabPanel>
      </main>
      <Tabs label={words.tabs.label} tabs={tabs} selected={screen} onSelect={navigation.go} />
      {question !== null && (
        <CallQuestion
          key={question.question}
          question={question}
          onCall={(choice) => void dialling.confirm(choice)}
          onCancel={() => void dialling.cancel()}
        />
      )}
    </>
  );
}

function Notices({ session }: Pick<Props, 'session'>) {
  const words = useWords();
  const [read, setRead] = useState(false);
  return (
    <>
      {session.kept === 'this-run' && <Notice text={words.notice.keptForThisRun} />}
      {session.switchedToBody && !read && (
        <Notice text={words.notice.switchedToBody} dismiss={words.dismiss} onDismiss={() => setRead(true)} />
      )}
    </>
  );
}
