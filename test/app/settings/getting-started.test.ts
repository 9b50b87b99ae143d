import { expect, it } from 'vitest';
import { startingLines } from '../../../app/contract/getting-started.ts';
import {
  desktopKeysStates,
  hotkeyStates,
  type Settings,
  settingKeys,
} from '../../../app/contract/settings.ts';
import { usefulLines } from '../../../app/settings/getting-started.ts';

const nothing = { deskName: '', startAtLogin: false, telLinks: false, boxKey: '' };
const off = { state: 'off' } as const;
const works = { state: 'works', desktop: 'none' } as const;
const lines = (settings: Partial<Settings>, keys: (keyof Settings)[] = []) =>
  usefulLines(startingLines, { ...nothing, ...settings }, { keys }, { hotkeyNow: works, boxKeyNow: off });

it('offers what is neither done nor decided by IT', () => {
  expect(lines({})).toEqual(startingLines);
  const done = { deskName: 'Front desk', startAtLogin: true, telLinks: true, boxKey: 'Ctrl+Alt+B' };
  for (const [key, value] of Object.entries(done)) {
    expect(lines({ [key]: value })).toEqual(startingLines.filter((line) => line !== key));
    expect(lines({}, [key as keyof Settings])).toEqual(startingLines.filter((line) => line !== key));
  }
  expect(lines({}, [...settingKeys])).toEqual(['hotkey']);
});

it('offers to try a key that works, or that the desktop gives to who asks', () => {
  for (const state of hotkeyStates)
    for (const desktop of desktopKeysStates)
      expect(
        usefulLines(['hotkey'], nothing, { keys: [] }, { hotkeyNow: { state, desktop }, boxKeyNow: off }),
      ).toEqual(state === 'works' || desktop === 'offered' ? ['hotkey'] : []);
});

it('offers a second key where the desktop gives programs any', () => {
  const box = (state: (typeof hotkeyStates)[number]) =>
    usefulLines(['boxKey'], nothing, { keys: [] }, { hotkeyNow: works, boxKeyNow: { state } });
  expect(box('off')).toEqual(['boxKey']);
  expect(box('unavailable')).toEqual([]);
});
