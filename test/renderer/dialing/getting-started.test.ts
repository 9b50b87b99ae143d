import { expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { startingLines } from '../../../app/contract/getting-started.ts';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { createGettingStarted } from '../../../renderer/screens/dialing/getting-started-state.ts';
import { createSettings } from '../../../renderer/state/settings.ts';
import { otherSide } from '../bridge.ts';

const view = { ...defaults, gettingStarted: ['hotkey'] } as unknown as SettingsView;
const ofDesktop = (state: string, desktop: string) =>
  ({ ...view, hotkeyNow: { label: 'Meta+F9', state, desktop } }) as unknown as SettingsView;

async function card(
  answer: () => Reply<undefined>,
  change?: () => Reply<SettingsView>,
  /** What is there at first, and once the desktop was asked. */
  desktop: readonly [SettingsView, SettingsView] = [view, view],
) {
  const places: string[] = [];
  const { bridge, asked, tell } = otherSide({
    'settings.get': () => ok(desktop[0]),
    'hotkey.ask': () => {
      tell('settings.changed', desktop[1]);
      return ok(undefined);
    },
    'hotkey.try': answer,
    'gettingStarted.done': () => ok(undefined),
    'settings.set': () => change?.() ?? ok(view),
  });
  const settings = createSettings(bridge, 'en');
  await settings.load();
  const state = createGettingStarted(bridge, settings, (setting) => void places.push(setting ?? 'settings'));
  return { state, asked, places };
}
const answered = () => new Promise((resolve) => setTimeout(resolve));

it('says that nobody is called only once that is true', async () => {
  const { state } = await card(() => ok(undefined));
  state.begin('hotkey');
  expect(state.trial.value).toBe('none');
  await answered();
  expect(state.trial.value).toBe('waits');

  const refused = await card(() => fail('too-many'));
  refused.state.begin('hotkey');
  await answered();
  expect(refused.state.trial.value).toBe('none');
});

it('lets the hotkey call again where somebody looked elsewhere before the trial began', async () => {
  const { state, asked } = await card(() => ok(undefined));
  state.begin('hotkey');
  state.leave();
  await answered();
  expect(state.trial.value).toBe('none');
  expect(asked('hotkey.try')).toEqual([{ on: true }, { on: false }]);
});

it('has a line done once the system took it, and else shows why not', async () => {
  for (const line of ['startAtLogin', 'telLinks'] as const) {
    const taken = await card(() => ok(undefined));
    taken.state.begin(line);
    await answered();
    expect(taken.asked('settings.set')).toEqual([{ [line]: true }]);
    expect(taken.asked('gettingStarted.done')).toEqual([{ lines: [line] }]);
    expect(taken.places).toEqual([]);

    const refused = await card(
      () => ok(undefined),
      () => fail('links'),
    );
    refused.state.begin(line);
    await answered();
    expect(refused.asked('gettingStarted.done')).toEqual([]);
    expect(refused.places).toEqual(['settings']);
  }
});

it('dismissed, comes back with no line, also not with one that has no use now', async () => {
  const { state, asked } = await card(() => ok(undefined));
  state.dismiss();
  expect(asked('gettingStarted.done')).toEqual([{ lines: [...startingLines] }]);
});

it('asks the desktop for a key that it has to be asked for, and shows what it said where it gave none', async () => {
  const offered = ofDesktop('unavailable', 'offered');
  const given = await card(() => ok(undefined), undefined, [offered, ofDesktop('works', 'given')]);
  given.state.begin('hotkey');
  await answered();
  expect(given.asked('hotkey.ask')).toHaveLength(1);
  expect([given.state.trial.value, given.state.hotkey.value]).toEqual(['waits', 'Meta+F9']);

  const declined = await card(() => ok(undefined), undefined, [
    offered,
    ofDesktop('unavailable', 'declined'),
  ]);
  declined.state.begin('hotkey');
  await answered();
  expect(declined.asked('hotkey.try')).toEqual([]);
  expect([declined.state.trial.value, declined.places]).toEqual(['none', ['settings']]);
});

it.each(['deskName', 'boxKey'] as const)('leads to %s in the settings, and is done with it', async (line) => {
  const { state, asked, places } = await card(() => ok(undefined));
  state.begin(line);
  expect(places).toEqual([line]);
  expect(asked('gettingStarted.done')).toEqual([{ lines: [line] }]);
});
