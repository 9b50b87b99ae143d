import { describe, expect, it } from 'vitest';
import { isUsable, parseAccelerator } from '../../../app/hotkey/accelerator.ts';
import { combinationOf } from '../../../renderer/screens/settings/hotkey/keys.ts';

const down = (code: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]) =>
  combinationOf({
    code,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
  });

describe('recording a hotkey', () => {
  it.each([
    ['KeyD', ['ctrl', 'alt'], 'Control+Alt+D'],
    ['Digit7', ['ctrl', 'shift'], 'Control+Shift+7'],
    ['Numpad7', ['ctrl', 'alt'], 'Control+Alt+num7'],
    ['NumpadAdd', ['ctrl', 'alt'], 'Control+Alt+numadd'],
    ['F9', ['shift'], 'Shift+F9'],
    ['F13', [], 'F13'],
    ['Slash', ['alt', 'meta'], 'Alt+Super+/'],
    ['ArrowUp', ['ctrl', 'alt', 'shift'], 'Control+Alt+Shift+Up'],
    ['Space', ['ctrl', 'shift'], 'Control+Shift+Space'],
    ['PageDown', ['ctrl', 'alt'], 'Control+Alt+PageDown'],
  ] as const)('takes %s with %s by its place on the board, whatever the layout types', (code, held, text) => {
    expect(down(code, ...held)).toBe(text);
    // The main process reads it as what was pressed.
    expect(parseAccelerator(text)).not.toBeNull();
  });

  it('waits while only modifiers are down', () => {
    for (const code of ['ControlLeft', 'AltRight', 'ShiftLeft', 'MetaLeft', 'AltGraph', 'CapsLock', '']) {
      expect(down(code, 'ctrl', 'alt')).toBeNull();
    }
  });

  it('leaves letters without modifiers to be typed', () => {
    expect(down('KeyD')).toBeNull();
    expect(down('KeyD', 'shift')).toBeNull();
    expect(down('Tab')).toBeNull();
    expect(down('Enter')).toBeNull();
  });

  it('makes of a key that Electron does not know a combination that is refused', () => {
    for (const code of ['Tab', 'Enter', 'Escape', 'PrintScreen', 'AudioVolumeUp', 'IntlRo']) {
      const parsed = parseAccelerator(down(code, 'ctrl', 'alt') ?? '');
      expect(parsed !== null && isUsable(parsed, 'linux')).toBe(false);
    }
  });
});
