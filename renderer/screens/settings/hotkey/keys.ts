/** Which keys are down, of a `KeyboardEvent`. */
export interface KeyDown {
  /** The key's place on the board, not its sign: with a Thai layout KeyD types ก, and the hotkey is still D. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const names: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  NumpadDecimal: 'numdec',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv',
};

const modifier = /^(Control|Alt|Shift|Meta|OS)(Left|Right)?$|^(AltGraph|CapsLock|Fn|NumLock)$/;
const functionKey = /^F\d+$/;

/**
 * The combination that is being pressed, as Electron writes it (`Control+Alt+K`); the main process judges whether it can be a
 * hotkey. `null`: none yet, or a key that types, which the text box takes as text.
 */
export function combinationOf(event: KeyDown): string | null {
  const { code } = event;
  if (code === '' || modifier.test(code)) return null;
  if (!event.ctrlKey && !event.altKey && !event.metaKey && !functionKey.test(code)) return null;
  const key = names[code] ?? code.replace(/^Key|^Digit/, '').replace(/^Numpad(?=\d$)/, 'num');
  return [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    // The Windows key, the Command key: the main process knows which.
    event.metaKey && 'Super',
    key,
  ]
    .filter(Boolean)
    .join('+');
}
