import { Clock, Grip, Settings as SettingsIcon } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionView } from '../../../app/contract.ts';
import type { Navigation, Screen } from '../../state/navigation.ts';
import { useWords } from '../../ui/context.ts';
import { Notice } from '../../ui/notice.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import './view.css';

interface Props {
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
  readonly deskName: string;
  readonly navigation: Navigation;
  readonly screens: Readonly<Record<Screen, ComponentChildren>>;
}

/** What stays while the screens change: who I am, whether the PBX answers, and the way to each screen. */
export function Frame({ session, deskName, navigation, screens }: Props) {
  const words = useWords();
  const [read, setRead] = useState(false);
  const screen = navigation.screen.value;
  const who = [session.extension, deskName, session.agentId && words.phone('', session.agentId)].filter(
    Boolean,
  );
  return (
    <div class="frame">
      <header class="frame-head">
        <h1 class="frame-who figures">{who.join(' · ')}</h1>
        <span
          class={`frame-pbx frame-pbx-${session.pbx}`}
          role="img"
          aria-label={words.pbx[session.pbx]}
          title={words.pbx[session.pbx]}
        />
      </header>
      {session.kept === 'this-run' && <Notice text={words.notice.keptForThisRun} />}
      {session.switchedToBody && !read && (
        <Notice text={words.notice.switchedToBody} dismiss={words.dismiss} onDismiss={() => setRead(true)} />
      )}
      <main class="frame-main">
        <TabPanel id="dialPad" selected={screen === 'dialPad'}>
          {screens.dialPad}
        </TabPanel>
        <TabPanel id="recentCalls" selected={screen === 'recentCalls'}>
          {screens.recentCalls}
        </TabPanel>
        <TabPanel id="settings" selected={screen === 'settings'}>
          {screens.settings}
        </TabPanel>
      </main>
      <Tabs
        label={words.tabs.label}
        selected={screen}
        onSelect={navigation.go}
        tabs={[
          { id: 'dialPad', name: words.tabs.dialPad, icon: Grip },
          { id: 'recentCalls', name: words.tabs.recentCalls, icon: Clock },
          { id: 'settings', name: words.tabs.settings, icon: SettingsIcon },
        ]}
      />
    </div>
  );
}
