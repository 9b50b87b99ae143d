import { describe, expect, it } from 'vitest';
import { isSameKey, isUsable, labelOf, parseAccelerator } from '../../../app/hotkey/accelerator.ts';

describe('a combination of keys', () => {
  it.each([
    ['CommandOrControl+Alt+D', ['CommandOrControl', 'Alt'], 'D'],
    ['Ctrl+Alt+K', ['Control', 'Alt'], 'K'],
    ['ctrl + alt + k', ['Control', 'Alt'], 'K'],
    ['Alt+Ctrl+K', ['Control', 'Alt'], 'K'],
    ['⌃⌥⇧⌘K', ['Control', 'Alt', 'Shift', 'Command'], 'K'],
    ['⌥⌘D', ['Alt', 'Command'], 'D'],
    ['Win+Shift+F9', ['Shift', 'Super'], 'F9'],
    ['Cmd+Option+/', ['Alt', 'Command'], '/'],
    ['Ctrl+Shift++', ['Control', 'Shift'], 'Plus'],
    ['Ctrl+Alt+Plus', ['Control', 'Alt'], 'Plus'],
    ['Ctrl+Alt+pageup', ['Control', 'Alt'], 'PageUp'],
    ['Ctrl+Alt+num1', ['Control', 'Alt'], 'num1'],
    ['F13', [], 'F13'],
  ])('%s is read as a person means it', (text, modifiers, key) => {
    expect(parseAccelerator(text)).toEqual({ modifiers, key });
  });

  it.each([
    '',
    'Ctrl',
    'Ctrl+',
    'Ctrl+Alt',
    'Ctrl+Ctrl+K',
    'Ctrl+KK',
    'Ctrl+Alt+ก',
    'F25',
    'Hyper+K',
    'Ctrl Alt K',
  ])('%j is none', (text) => {
    expect(parseAccelerator(text)).toBeNull();
  });

  it.each([
    ['Ctrl+Alt+D', 'linux'],
    ['CommandOrControl+Alt+D', 'darwin'],
    ['CommandOrControl+Alt+D', 'win32'],
    ['Ctrl+Shift+K', 'linux'],
    ['Super+Alt+Space', 'linux'],
    ['Ctrl+Alt+Num5', 'win32'],
    ['Shift+F9', 'linux'],
    ['Ctrl+F12', 'win32'],
    ['F13', 'linux'],
  ] as const)('%s may place calls on %s', (text, platform) => {
    const parsed = parseAccelerator(text);
    expect(parsed && isUsable(parsed, platform)).toBe(true);
  });

  it.each([
    ['D', 'linux', 'a bare letter'],
    ['Shift+D', 'linux', 'a capital letter'],
    ['Ctrl+C', 'linux', 'copying'],
    ['Alt+D', 'linux', 'a menu'],
    ['Super+L', 'win32', 'locking'],
    ['Cmd+Q', 'darwin', 'quitting'],
    ['F5', 'linux', 'reloading'],
    ['Alt+F4', 'win32', 'closing'],
    ['Ctrl+Alt+F2', 'linux', 'another console'],
    ['Ctrl+Space', 'darwin', 'the input method'],
    ['Alt+Shift+Left', 'linux', 'marking'],
    ['Ctrl+Shift+End', 'linux', 'marking to the end'],
    ['Cmd+Alt+D', 'linux', 'a key that no such keyboard has'],
    ['CommandOrControl+Ctrl+D', 'linux', 'one modifier under two names'],
    ['Shift+Cmd+4', 'darwin', 'a picture of the screen'],
  ] as const)('%s does not on %s: it is %s', (text, platform, _use) => {
    const parsed = parseAccelerator(text);
    expect(parsed).not.toBeNull();
    expect(parsed && isUsable(parsed, platform)).toBe(false);
  });

  it.each([
    ['CommandOrControl+Alt+D', 'linux', 'Ctrl+Alt+D'],
    ['CommandOrControl+Alt+D', 'win32', 'Ctrl+Alt+D'],
    ['CommandOrControl+Alt+D', 'darwin', '⌥⌘D'],
    ['Control+Alt+D', 'darwin', '⌃⌥D'],
    ['Super+Shift+F9', 'linux', 'Shift+Super+F9'],
    ['Super+Shift+F9', 'win32', 'Shift+Win+F9'],
    ['Ctrl+Alt+PageUp', 'linux', 'Ctrl+Alt+Page Up'],
  ] as const)('%s is shown on %s as %s', (text, platform, label) => {
    const parsed = parseAccelerator(text);
    expect(parsed && labelOf(parsed, platform)).toBe(label);
  });

  it('that is shown is read again as the same', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      for (const key of ['D', '7', 'F9', '/', '`', ';']) {
        const label = labelOf({ modifiers: ['CommandOrControl', 'Alt'], key }, platform);
        const again = parseAccelerator(label);
        expect(again && labelOf(again, platform)).toBe(label);
      }
    }
  });
});

it.each([
  ['CommandOrControl+Alt+D', 'Ctrl + Alt + d', 'linux', true],
  ['CommandOrControl+Alt+D', 'Control+Alt+D', 'darwin', false],
  ['Control+Alt+D', 'Control+Alt+J', 'linux', false],
  ['', '', 'linux', false],
] as const)('%s and %s are one key on %s: %s', (one, other, platform, same) => {
  expect(isSameKey(one, other, platform)).toBe(same);
});
