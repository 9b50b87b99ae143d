/** A combination of keys, taken apart. */
export interface Accelerator {
  /** In the order in which they are written. */
  readonly modifiers: readonly Modifier[];
  /** Electron's name of the key. */
  readonly key: string;
}

export const modifiers = ['CommandOrControl', 'Control', 'Alt', 'Shift', 'Super', 'Command'] as const;
export type Modifier = (typeof modifiers)[number];

/** As people and programs write them, in lower case. */
const modifierNames: Readonly<Record<string, Modifier>> = {
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  control: 'Control',
  ctrl: 'Control',
  '⌃': 'Control',
  alt: 'Alt',
  option: 'Alt',
  opt: 'Alt',
  '⌥': 'Alt',
  shift: 'Shift',
  '⇧': 'Shift',
  super: 'Super',
  win: 'Super',
  windows: 'Super',
  meta: 'Super',
  command: 'Command',
  cmd: 'Command',
  '⌘': 'Command',
};

const namedKeys = [
  'Space',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Up',
  'Down',
  'Left',
  'Right',
  'numdec',
  'numadd',
  'numsub',
  'nummult',
  'numdiv',
] as const;

const keyNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(namedKeys.map((key) => [key.toLowerCase(), key])),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`num${digit}`, `num${digit}`])),
  plus: 'Plus',
  '+': 'Plus',
};

/** One character of an American keyboard without Shift; Electron finds the key that bears it. */
const isPlainKey = (key: string): boolean => /^[A-Z0-9`\-=[\]\\;',./]$/.test(key);
const isFunctionKey = (key: string): boolean => /^F([1-9]|1\d|2[0-4])$/.test(key);

/**
 * Reads a combination as the settings hold it (Electron's accelerator), as a person types it (`ctrl + alt + k`), or as
 * macOS shows it (`⌃⌥K`). `null`: not a combination.
 */
export function parseAccelerator(text: string): Accelerator | null {
  const parts = text
    .trim()
    .replace(/[⌃⌥⇧⌘]/g, '$&+')
    .split(/\s*\+\s*(?=[^\s])/)
    .map((part) => part.trim());
  const last = parts.pop() ?? '';
  const found = new Set<Modifier>();
  for (const part of parts) {
    const modifier = modifierNames[part.toLowerCase()];
    if (modifier === undefined || found.has(modifier)) return null;
    found.add(modifier);
  }
  const key = keyOf(last);
  return key === null ? null : { modifiers: modifiers.filter((one) => found.has(one)), key };
}

function keyOf(text: string): string | null {
  const upper = text.toUpperCase();
  if (isPlainKey(upper) || isFunctionKey(upper)) return upper;
  return keyNames[text.toLowerCase()] ?? null;
}

/** Combinations that the system, or every program, has a use for; pressed by habit, they would place calls. */
const reserved: readonly { readonly on: readonly NodeJS.Platform[] | 'all'; readonly key: RegExp }[] = [
  { on: 'all', key: /^Alt\+F4$/ },
  // switches to another console
  { on: ['linux'], key: /^Control\+Alt\+F([1-9]|1[0-2])$/ },
  // the input method and the window menu
  { on: 'all', key: /^(Control|Alt|Super|Command)\+Space$/ },
  { on: ['darwin'], key: /^(Control|Alt)\+Command\+Space$/ },
  // back and forward, the start and the end of a text
  {
    on: 'all',
    key: /^(Control|Alt|Super|Command)\+(Shift\+)?(Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)$/,
  },
  { on: 'all', key: /^Control\+Shift\+(Up|Down|Left|Right|Home|End|PageUp|PageDown)$/ },
  { on: ['darwin'], key: /^Shift\+Command\+[345]$/ },
];

/**
 * Whether it may place calls: a key that types needs two modifiers, one more than Shift, for each program has uses of its
 * own for one of them (`Ctrl+C`). A function key needs one; those past F12, which few keyboards have, none.
 */
export function isUsable(accelerator: Accelerator, platform: NodeJS.Platform): boolean {
  const held = onPlatform(accelerator.modifiers, platform);
  // A modifier that this platform's keyboards do not have; two names for one key.
  if (held === null) return false;
  const { key } = accelerator;
  const name = [...held, key].join('+');
  if (reserved.some(({ on, key: taken }) => (on === 'all' || on.includes(platform)) && taken.test(name))) {
    return false;
  }
  if (isFunctionKey(key)) return held.length > 0 || Number(key.slice(1)) > 12;
  return held.length >= 2 && held.some((modifier) => modifier !== 'Shift');
}

/** The modifiers as keys of a keyboard of that platform; `null` where there are no such keys. */
export function onPlatform(
  held: readonly Modifier[],
  platform: NodeJS.Platform,
): readonly Exclude<Modifier, 'CommandOrControl'>[] | null {
  const mac = platform === 'darwin';
  const keys = held.map((modifier) => {
    if (modifier === 'CommandOrControl') return mac ? 'Command' : 'Control';
    if (modifier === 'Super' && mac) return 'Command';
    return modifier;
  });
  if (!mac && keys.includes('Command')) return null;
  if (new Set(keys).size < keys.length) return null;
  return modifiers.filter(
    (one): one is Exclude<Modifier, 'CommandOrControl'> => one !== 'CommandOrControl' && keys.includes(one),
  );
}

/** For people: `Ctrl+Alt+D`; on a Mac the signs that its menus use, `⌥⌘D`. */
export function labelOf({ modifiers: held, key }: Accelerator, platform: NodeJS.Platform): string {
  const keys = onPlatform(held, platform) ?? [];
  const name = keyLabels[key] ?? key;
  if (platform === 'darwin') return [...keys.map((modifier) => macSigns[modifier]), name].join('');
  return [...keys.map((modifier) => (platform === 'win32' ? windowsNames : names)[modifier]), name].join('+');
}

/** Whether two settings name one key of this computer. No key is none of them. */
export function isSameKey(one: string, other: string, platform: NodeJS.Platform): boolean {
  const [a, b] = [parseAccelerator(one), parseAccelerator(other)];
  return a !== null && b !== null && labelOf(a, platform) === labelOf(b, platform);
}

const macSigns = { Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘', Command: '⌘' } as const;
const names = { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Super', Command: 'Cmd' } as const;
const windowsNames = { ...names, Super: 'Win' } as const;

const keyLabels: Readonly<Record<string, string>> = {
  Plus: '+',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  numdec: 'Num .',
  numadd: 'Num +',
  numsub: 'Num -',
  nummult: 'Num *',
  numdiv: 'Num /',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`num${digit}`, `Num ${digit}`])),
};
