import { expect, it } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { createGettingStarted } from '../../../renderer/screens/dialing/getting-started-state.ts';
import { createSettings } from '../../../renderer/state/settings.ts';
import { otherSide } from '../bridge.ts';

const view = { ...defaults, gettingStarted: ['hotkey'] } as unknown as SettingsView;

async function card(answer: () => Reply<undefined>) {
  const { bridge, asked } = otherSide({
    'settings.get': () => ok(view),
    'hotkey.try': answer,
    'gettingStarted.done': () => ok(undefined),
  });
  const settings = createSettings(bridge, 'en');
  await settings.load();
  return { state: createGettingStarted(bridge, settings, () => undefined), asked };
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
