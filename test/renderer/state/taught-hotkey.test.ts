import { expect, test } from 'vitest';
import { hotkeyStates } from '../../../app/contract/settings.ts';
import { taughtHotkey } from '../../../renderer/state/taught-hotkey.ts';

const now = {
  label: 'Ctrl+Alt+D',
  state: 'works',
  desktop: 'none',
  command: null,
  copiesMarked: false,
  wayland: false,
} as const;

test.each(hotkeyStates)('a hotkey that is %s is taught only where it works', (state) => {
  const taught = taughtHotkey({ hotkeyNow: { ...now, state }, copyMarkedText: false });
  expect(taught).toEqual(state === 'works' ? { keys: 'Ctrl+Alt+D', takes: 'selected' } : null);
});

test.each([
  [false, false, 'selected'],
  [true, false, 'copied'],
  [true, true, 'selected'],
] as const)(
  'a system that has to copy (%s), and may (%s): what is %s is called',
  (copiesMarked, copyMarkedText, takes) => {
    expect(taughtHotkey({ hotkeyNow: { ...now, copiesMarked }, copyMarkedText })?.takes).toBe(takes);
  },
);

test('nothing is taught before the settings are known, or without a key', () => {
  expect(taughtHotkey(null)).toBeNull();
  expect(taughtHotkey({ hotkeyNow: { ...now, label: '' }, copyMarkedText: false })).toBeNull();
});
