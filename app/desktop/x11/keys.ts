import { parseAccelerator } from '../../hotkey/accelerator.ts';
import { type LocalDisplay, openDisplay, type XConnection } from './connection.ts';
import { type Grab, grabOf, type Keymap } from './keymap.ts';
import {
  getKeyboardMapping,
  grabKey,
  keyboardMapping,
  keyPress,
  mappingNotify,
  ungrabKey,
} from './requests.ts';

export interface XKeysParts {
  readonly display: LocalDisplay;
  readonly xauthority: string | undefined;
  readonly pressed: () => void;
  /** The keyboard's layout is another now: a key may be in another place. */
  readonly remapped: () => void;
}

export type XKeys = ReturnType<typeof createXKeys>;

/** Caps Lock and Num Lock, which are on or off and mean nothing here. */
const locks = [0, 2, 16, 18] as const;
const meaning = 1 | 4 | 8 | 64;
const keyboard = 1;

/**
 * Keys that are heard whichever window has the focus, by grabs of our own. Electron's takes *any* key where the layout has no such
 * sign, as a Thai one has no D: it fails when another program has any key with the same modifiers, and else takes all of
 * them from all programs.
 */
export function createXKeys({ display, xauthority, pressed, remapped }: XKeysParts) {
  const grabs = new Map<string, Grab>();
  let opening: Promise<XConnection> | null = null;

  async function connect(): Promise<XConnection> {
    const connection = await openDisplay(display, xauthority);
    connection.hear((event) => {
      const key = keyPress(event);
      if (key !== null && [...grabs.values()].some((grab) => isOf(grab, key))) pressed();
      if (mappingNotify(event) === keyboard) void look(connection);
    });
    return connection;
  }

  /** A layout is set in several steps, and most of them move nothing. */
  async function look(connection: XConnection): Promise<void> {
    const keymap = await keymapOf(connection).catch(() => null);
    if (keymap === null) return;
    const moved = [...grabs].some(([accelerator, grab]) => {
      const parsed = parseAccelerator(accelerator);
      const now = parsed && grabOf(parsed, keymap);
      return now?.keycode !== grab.keycode || now.modifiers !== grab.modifiers;
    });
    if (moved) remapped();
  }

  async function connected(): Promise<XConnection> {
    const before = await opening?.catch(() => null);
    if (before?.isOpen()) return before;
    opening = connect();
    return await opening;
  }

  function release(connection: XConnection, { keycode, modifiers }: Grab): void {
    for (const lock of locks) connection.send(ungrabKey(connection.root, keycode, modifiers | lock));
  }

  return {
    /** False where another program has it, or the display does not answer. */
    async register(accelerator: string): Promise<boolean> {
      const parsed = parseAccelerator(accelerator);
      // A display that answers to nobody gives no keys either; it is asked again.
      const connection = await connected().catch(() => null);
      if (connection === null) return false;
      const grab = parsed && grabOf(parsed, await keymapOf(connection));
      if (grab === null) return false;
      const { keycode, modifiers } = grab;
      const requests = locks.map((lock) => grabKey(connection.root, keycode, modifiers | lock));
      if (!(await connection.allows(requests))) {
        release(connection, grab);
        return false;
      }
      grabs.set(accelerator, grab);
      return true;
    },
    unregister(accelerator: string): void {
      const grab = grabs.get(accelerator);
      grabs.delete(accelerator);
      if (grab) void opening?.then((connection) => release(connection, grab));
    },
  };
}

const isOf = (grab: Grab, key: Grab): boolean =>
  grab.keycode === key.keycode && grab.modifiers === (key.modifiers & meaning);

async function keymapOf(connection: XConnection): Promise<Keymap> {
  const { first, last } = connection.keycodes;
  return { first, ...keyboardMapping(await connection.ask(getKeyboardMapping(first, last - first + 1))) };
}
