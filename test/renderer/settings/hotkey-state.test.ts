import { describe, expect, it } from 'vitest';
import { fail, type Reply } from '../../../app/contract/failures.ts';
import { createHotkeyField } from '../../../renderer/screens/settings/hotkey/state.ts';
import { otherSide } from '../bridge.ts';

describe('the box that records a hotkey', () => {
  it('keeps the old key from calling while it has the focus', () => {
    const { bridge, asked } = otherSide({ 'hotkey.record': () => ({ ok: true, value: undefined }) });
    const field = createHotkeyField(bridge, 'hotkey');
    field.record(true);
    field.record(false);
    expect(asked('hotkey.record')).toEqual([{ on: true }, { on: false }]);
  });

  it('says why a key was refused, until it is entered or left again', async () => {
    const { bridge, asked } = otherSide({
      'settings.set': () => fail('hotkey-taken'),
      'hotkey.record': () => ({ ok: true, value: undefined }),
    });
    const field = createHotkeyField(bridge, 'hotkey');
    await field.set('Control+Alt+K');
    expect(asked('settings.set')).toEqual([{ hotkey: 'Control+Alt+K' }]);
    expect(field.failure.value?.code).toBe('hotkey-taken');
    field.record(true);
    expect(field.failure.value).toBeNull();
  });

  it('shows the answer to the last key, also when an earlier one answers later', async () => {
    const answers: ((reply: Reply<never>) => void)[] = [];
    const { bridge } = otherSide({ 'settings.set': () => new Promise((resolve) => answers.push(resolve)) });
    const field = createHotkeyField(bridge, 'hotkey');
    const both = Promise.all([field.set('Control+Alt+K'), field.set('C')]);
    answers[1]?.(fail('hotkey-not-usable'));
    answers[0]?.(fail('hotkey-taken'));
    await both;
    expect(field.failure.value?.code).toBe('hotkey-not-usable');
  });
});
