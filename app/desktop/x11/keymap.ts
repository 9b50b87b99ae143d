import type { Accelerator, Modifier } from '../../hotkey/accelerator.ts';

/** The keyboard as the X server has it: which signs each key gives (X11 protocol, `GetKeyboardMapping`). */
export interface Keymap {
  readonly first: number;
  readonly perKey: number;
  readonly signs: readonly number[];
}

/** What is grabbed: a key, and the modifiers that are held with it. */
export interface Grab {
  readonly keycode: number;
  readonly modifiers: number;
}

const shift = 1;
const bits: Readonly<Partial<Record<Modifier, number>>> = { Shift: shift, Control: 4, Alt: 8, Super: 64 };

const named: Readonly<Record<string, number>> = {
  Plus: 0x2b,
  Space: 0x20,
  Insert: 0xff63,
  Home: 0xff50,
  End: 0xff57,
  PageUp: 0xff55,
  PageDown: 0xff56,
  Up: 0xff52,
  Down: 0xff54,
  Left: 0xff51,
  Right: 0xff53,
  numdec: 0xffae,
  numadd: 0xffab,
  numsub: 0xffad,
  nummult: 0xffaa,
  numdiv: 0xffaf,
};

/** The keysym of a key by Electron's name (X11 protocol, appendix A). */
function signOf(key: string): number | null {
  if (key.length === 1) return key.toLowerCase().charCodeAt(0);
  const numbered = /^(F|num)(\d+)$/.exec(key);
  if (numbered?.[1] === 'F') return 0xffbe + Number(numbered[2]) - 1;
  if (numbered?.[1] === 'num') return 0xffb0 + Number(numbered[2]);
  return named[key] ?? null;
}

/** Rows of an American keyboard by the number of their first key, which is the same on every PC. */
const rows: readonly (readonly [number, string])[] = [
  [10, '1234567890-='],
  [24, 'QWERTYUIOP[]'],
  [38, "ASDFGHJKL;'`"],
  [51, '\\ZXCVBNM,./'],
];

function placeOf(key: string): number | null {
  for (const [first, row] of rows) {
    const at = key.length === 1 ? row.indexOf(key) : -1;
    if (at >= 0) return first + at;
  }
  return null;
}

/**
 * What to grab for a combination; `null`: this keyboard has no such key. A layout without the sign, as a Thai one has no D, has the
 * key all the same: where an American keyboard has it, which is where the person looks for it and where it was recorded.
 */
export function grabOf({ modifiers, key }: Accelerator, keymap: Keymap): Grab | null {
  const held = modifiers.reduce((sum, modifier) => sum | (bits[modifier] ?? 0), 0);
  const sign = signOf(key);
  const found = sign === null ? null : keyWith(sign, keymap);
  if (found === null) {
    const keycode = placeOf(key);
    return keycode === null ? null : { keycode, modifiers: held };
  }
  // A figure is that of its key also where Shift writes it, as in France; a plus is a plus.
  const shifted = key === 'Plus' && found.column % 2 === 1;
  return { keycode: found.keycode, modifiers: shifted ? held | shift : held };
}

/** The key that gives it with the fewest keys beside it. */
function keyWith(sign: number, { first, perKey, signs }: Keymap): { keycode: number; column: number } | null {
  for (let column = 0; column < perKey; column += 1) {
    for (let at = column; at < signs.length; at += perKey) {
      if (signs[at] === sign) return { keycode: first + (at - column) / perKey, column };
    }
  }
  return null;
}
