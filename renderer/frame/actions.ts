import type { LastAttempt } from '../../app/contract/dialing.ts';
import { called } from '../../app/words/called.ts';
import type { PageWords } from '../../app/words/page.en.ts';
import type { RecentCallsState } from '../screens/calls/state.ts';
import type { Action, ActionName } from '../screens/dialing/actions.ts';
import type { DialPadState } from '../screens/dialing/state.ts';
import type { Navigation } from '../state/navigation.ts';
import type { OpenInState } from '../state/open-in.ts';
import type { Session } from '../state/session.ts';
import type { SettingsState, Theme } from '../state/settings.ts';

interface Parts {
  readonly navigation: Navigation;
  readonly session: Session;
  readonly settings: SettingsState;
  readonly recentCalls: RecentCallsState;
  readonly openIn: OpenInState;
  readonly dialPad: () => DialPadState;
}

const themes = { themeSystem: 'system', themeLight: 'light', themeDark: 'dark' } as const;

/** What the box of the dial pad can have done, as far as it can be done now. */
export function actionsNow(words: PageWords, parts: Parts): readonly Action[] {
  const { navigation, session, settings, recentCalls, openIn } = parts;
  const last = parts.dialPad().last.value;
  const action = (name: ActionName, run: () => void, label = words.actions[name].label): Action => ({
    ...{ name, label, run },
    number: '',
  });
  /** What is done with the last number: a long name gives way before the number does. */
  const withLast = (
    name: ActionName,
    run: () => void,
    label: (who: string) => string,
    { name: who = '', ...number }: LastAttempt,
  ): Action =>
    who === ''
      ? action(name, run, label(called(number, words)))
      : { ...action(name, run, label(who)), number: called(number, words) };
  const isLocked = settings.view.value?.managed.keys.includes('theme') === true;
  const ofThemes = (Object.entries(themes) as [keyof typeof themes, Theme][])
    .filter(([, theme]) => !isLocked && theme !== settings.theme.value)
    .map(([name, theme]) => action(name, () => void settings.change({ theme })));
  return [
    ...(last === null
      ? []
      : [withLast('redial', () => void parts.dialPad().redial(), words.dial.redialHint, last)]),
    ...(last === null || !openIn.leads(last.number)
      ? []
      : [withLast('openIn', () => void openIn.open({ of: 'last' }), words.openIn.last, last)]),
    action('missed', () => {
      navigation.go('recentCalls');
      recentCalls.search('');
      recentCalls.show('missed');
    }),
    action('settings', () => navigation.go('settings')),
    action('keys', () => navigation.showKeys(true)),
    ...ofThemes,
    action('signOut', () => session.askSignOut(true)),
  ];
}
