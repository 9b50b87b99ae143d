import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { defaults, type Settings, type SettingsView, settingKeys } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { createDiagnostics } from '../../../renderer/screens/settings/diagnostics/state.ts';
import { createDirectory } from '../../../renderer/screens/settings/directory/state.ts';
import { createHotkeyField } from '../../../renderer/screens/settings/hotkey/state.ts';
import { createOpenInField } from '../../../renderer/screens/settings/open-in/state.ts';
import { createNotesFile } from '../../../renderer/screens/settings/retention/notes-state.ts';
import { createKept } from '../../../renderer/screens/settings/retention/state.ts';
import { createRules } from '../../../renderer/screens/settings/rules/state.ts';
import { SettingsView as View } from '../../../renderer/screens/settings/view.tsx';
import { createSettings } from '../../../renderer/state/settings.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { otherSide } from '../bridge.ts';

const view = (keys: readonly (keyof Settings)[]): SettingsView => ({
  ...defaults,
  // All that can be on the screen is.
  quietHours: { from: '18:00', to: '08:00' },
  rules: [{ name: 'Outside line', match: '0X.', action: 'prefix', value: '9' }],
  directory: { from: 'ldap', address: 'ldaps://ad.example.com', base: 'dc=example,dc=com' },
  trustedCertificates: [{ host: 'pbx.example.com', sha256: 'ab'.repeat(32) }],
  managed: { rules: [], keys: [...keys], problem: null },
  hotkeyNow: {
    label: 'Ctrl+Alt+D',
    state: 'works',
    command: null,
    desktop: 'none',
    copiesMarked: true,
    wayland: false,
  },
  boxKeyNow: { label: '', state: 'off', command: null, desktop: 'none', copiesMarked: true, wayland: false },
  updatesNow: { offered: true, installs: true, now: { state: 'newest' } },
  opensIn: true,
  gettingStarted: [],
  systemLanguage: 'en',
  countries: ['TH'],
  version: '1.0.0',
});

/** What a person can change, and what of it looks locked and says by whom. */
async function drawn(keys: readonly (keyof Settings)[]) {
  const { bridge } = otherSide({
    'settings.get': () => ok(view(keys)),
    'directory.get': () => ok({ people: 0, at: null, refreshing: false, failure: null, hasPassword: false }),
  });
  const settings = createSettings(bridge, 'en');
  await settings.load();
  const nothing = () => {};
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1.0.0', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        <View
          settings={settings}
          rules={createRules(bridge, settings)}
          hotkey={createHotkeyField(bridge, 'hotkey')}
          boxKey={createHotkeyField(bridge, 'boxKey')}
          kept={createKept(bridge, settings)}
          notesFile={createNotesFile(bridge)}
          openIn={createOpenInField(bridge, settings)}
          directory={createDirectory(bridge)}
          diagnostics={createDiagnostics(bridge)}
          onSignOut={nothing}
          onQuit={nothing}
          onHelp={nothing}
          onCheckForUpdates={nothing}
          onKeys={nothing}
          onLicences={nothing}
          onForgetProxy={nothing}
        />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const controls = [...document.querySelectorAll<HTMLInputElement>('input, select')].filter(
    ({ name }) => name !== 'ruleTest',
  );
  const note = ({ id }: HTMLElement) => document.getElementById(`${id}-note`)?.textContent ?? '';
  return {
    open: controls.filter(({ disabled }) => !disabled),
    locked: controls.filter(({ disabled }) => disabled),
    silent: controls.filter(
      (one) => one.closest('.quiet-time') === null && !note(one).includes(en.managed.note),
    ),
    ruleButtons: [...document.querySelectorAll('.rules button, .rules-add')],
    trusted: [...document.querySelectorAll('.trusted button')],
    /** Of those with a name beside them, how many have a lock behind it. */
    marked: controls.filter(({ labels }) => labels?.[0]?.querySelector('.lock-mark') != null),
    text: document.body.textContent ?? '',
  };
}

afterEach(() => act(() => render(null, document.body)));

it('where nothing is locked, everything can be changed', async () => {
  const { locked, marked, open, ruleButtons, trusted } = await drawn([]);
  expect([...locked, ...marked]).toEqual([]);
  // All but the rules and the certificates, and two more for the quiet hours and five for the directory.
  expect(open).toHaveLength(settingKeys.length - 2 + 2 + 5);
  expect(trusted).toHaveLength(1);
  expect(ruleButtons.length).toBeGreaterThan(3);
});

it('what IT locked can nowhere be changed, and says by whom', async () => {
  const { open, locked, marked, silent, ruleButtons, trusted, text } = await drawn(settingKeys);
  expect(open).toEqual([]);
  expect(marked).toEqual(locked.filter((one) => one.closest('.quiet-time') === null));
  expect(silent).toEqual([]);
  expect(ruleButtons).toEqual([]);
  expect(trusted).toEqual([]);
  expect(text).toContain('pbx.example.com');
  expect(text).toContain('Outside line');
  expect(text).toContain(en.managed.label);
});

it.each(settingKeys)('of %s alone, the others stay open', async (key) => {
  const { locked, ruleButtons, trusted } = await drawn([key]);
  if (key === 'rules') expect(ruleButtons).toEqual([]);
  else if (key === 'trustedCertificates') expect(trusted).toEqual([]);
  else expect(locked).toHaveLength(key === 'quietHours' ? 3 : key === 'directory' ? 6 : 1);
});
