import { type Modifier, onPlatform, parseAccelerator } from './accelerator.ts';

const modifiers: Readonly<Partial<Record<Modifier, string>>> = {
  Control: 'CTRL',
  Alt: 'ALT',
  Shift: 'SHIFT',
  Super: 'LOGO',
};

/** Names of xkbcommon's keysyms, where they are not the key itself. */
const keys: Readonly<Record<string, string>> = {
  Plus: 'plus',
  Space: 'space',
  PageUp: 'Page_Up',
  PageDown: 'Page_Down',
  numdec: 'KP_Decimal',
  numadd: 'KP_Add',
  numsub: 'KP_Subtract',
  nummult: 'KP_Multiply',
  numdiv: 'KP_Divide',
  '`': 'grave',
  '-': 'minus',
  '=': 'equal',
  '[': 'bracketleft',
  ']': 'bracketright',
  '\\': 'backslash',
  ';': 'semicolon',
  "'": 'apostrophe',
  ',': 'comma',
  '.': 'period',
  '/': 'slash',
};

/** The key as a desktop is asked for it, by the XDG shortcuts specification: `CTRL+ALT+d`. `null`: no key. */
export function triggerOf(accelerator: string): string | null {
  const parsed = parseAccelerator(accelerator);
  const held = parsed && onPlatform(parsed.modifiers, 'linux');
  if (parsed === null || held === null) return null;
  const { key } = parsed;
  const name = keys[key] ?? (key.length === 1 ? key.toLowerCase() : key.replace(/^num(?=\d$)/, 'KP_'));
  return [...held.map((one) => modifiers[one] ?? one), name].join('+');
}
