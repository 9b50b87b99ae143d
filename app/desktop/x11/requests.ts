/** Requests of the X11 protocol (§9), little-endian, each as the bytes that are sent. Ids and atoms are 32-bit numbers. */

export const padded = (length: number): number => (length + 3) & ~3;

/** Opcode, the byte beside it, and the length. */
function begun(opcode: number, detail: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(length / 4, 2);
  return bytes;
}

/** With 32-bit fields. */
function request(opcode: number, detail: number, ...fields: readonly number[]): Buffer {
  const bytes = begun(opcode, detail, 4 + fields.length * 4);
  fields.forEach((field, index) => {
    bytes.writeUInt32LE(field, 4 + index * 4);
  });
  return bytes;
}

/** With a name in place of the fields. */
function named(opcode: number, detail: number, name: string): Buffer {
  const bytes = begun(opcode, detail, 8 + padded(name.length));
  bytes.writeUInt16LE(name.length, 4);
  bytes.write(name, 8, 'latin1');
  return bytes;
}

/** Replied with the atom; 0 where `onlyIfExists` and nobody made it yet. */
export const internAtom = (name: string, { onlyIfExists }: { readonly onlyIfExists: boolean }): Buffer =>
  named(16, onlyIfExists ? 1 : 0, name);

/** Replied with the owner's window; 0: nobody. */
export const getSelectionOwner = (selection: number): Buffer => request(23, 0, selection);

const inputOnly = 2;
const eventMask = 0x800;
const propertyChange = 0x40_0000;

/** A window that is never seen and hears of changes of its properties. */
export const createHiddenWindow = (window: number, parent: number): Buffer =>
  // x and y 0, width and height 1, no border, InputOnly; visual of the parent
  request(1, 0, window, parent, 0, 0x0001_0001, inputOnly << 16, 0, eventMask, propertyChange);

export const destroyWindow = (window: number): Buffer => request(4, 0, window);

const currentTime = 0;

/** Asks the selection's owner to write it, as `target`, into `property` of `window`. Answered by a SelectionNotify event. */
export const convertSelection = (
  window: number,
  selection: number,
  target: number,
  property: number,
): Buffer => request(24, 0, window, selection, target, property, currentTime);

/** Replied with the name of an atom that somebody made. */
export const getAtomName = (atom: number): Buffer => request(17, 0, atom);

export const atomNameOf = (reply: Buffer): string => reply.toString('latin1', 32, 32 + reply.readUInt16LE(8));

const anyType = 0;

/** Replied with at most `most` bytes of it, from its beginning. */
export const getProperty = (window: number, property: number, most: number): Buffer =>
  request(20, 0, window, property, anyType, 0, Math.ceil(most / 4));

export const deleteProperty = (window: number, property: number): Buffer => request(19, 0, window, property);

/** The reply to `getProperty`. */
export function propertyOf(reply: Buffer) {
  const unit = reply.readUInt8(1) / 8;
  const length = reply.readUInt32LE(16) * unit;
  return {
    type: reply.readUInt32LE(8),
    bytes: reply.subarray(32, 32 + length),
    left: reply.readUInt32LE(12),
  };
}

/** Replied with whether the display has this extension, and with its numbers. */
export const queryExtension = (name: string): Buffer => named(98, 0, name);

export interface Extension {
  readonly opcode: number;
  readonly firstEvent: number;
}

export const extensionOf = (reply: Buffer): Extension | null =>
  reply.readUInt8(8) === 0 ? null : { opcode: reply.readUInt8(9), firstEvent: reply.readUInt8(10) };

/** XFixes, which tells of each new owner of a selection, has to be greeted first. Replied with its version. */
export const greetFixes = ({ opcode }: Extension): Buffer => request(opcode, 0, 1, 0);

/** A new owner, and one that has gone with its window or its connection. */
const everyChange = 7;

export const watchSelection = ({ opcode }: Extension, window: number, selection: number): Buffer =>
  request(opcode, 2, window, selection, everyChange);

const is = (kind: number, event: Buffer): boolean => (event.readUInt8(0) & 0x7f) === kind;

/** The selection that has changed hands. */
export const ownerChanged = (event: Buffer, { firstEvent }: Extension) =>
  is(firstEvent, event) ? event.readUInt32LE(12) : null;

/** The reply to `getSelectionOwner`. */
export const hasOwner = (reply: Buffer): boolean => reply.readUInt32LE(8) !== 0;

/** A selection's owner has answered `convertSelection`. `property` 0: it has nothing of the kind. */
export const selectionNotify = (event: Buffer) =>
  is(31, event) ? { window: event.readUInt32LE(8), property: event.readUInt32LE(20) } : null;

/** A property got a new value. */
export const propertyWritten = (event: Buffer) =>
  is(28, event) && event.readUInt8(16) === 0
    ? { window: event.readUInt32LE(4), property: event.readUInt32LE(8) }
    : null;

const async = 1;

/** The key with exactly these modifiers comes to this connection from now on. Refused where another has it. */
export function grabKey(window: number, keycode: number, modifiers: number): Buffer {
  const bytes = begun(33, 0, 16);
  bytes.writeUInt32LE(window, 4);
  bytes.writeUInt16LE(modifiers, 8);
  bytes.writeUInt8(keycode, 10);
  bytes.writeUInt8(async, 11);
  bytes.writeUInt8(async, 12);
  return bytes;
}

export function ungrabKey(window: number, keycode: number, modifiers: number): Buffer {
  const bytes = begun(34, keycode, 12);
  bytes.writeUInt32LE(window, 4);
  bytes.writeUInt16LE(modifiers, 8);
  return bytes;
}

/** Replied with the window that has the focus; asked for to know that everything before it was done. */
export const getInputFocus = (): Buffer => request(43, 0);

export function getKeyboardMapping(first: number, count: number): Buffer {
  const bytes = begun(101, 0, 8);
  bytes.writeUInt8(first, 4);
  bytes.writeUInt8(count, 5);
  return bytes;
}

/** The reply to `getKeyboardMapping`: so many signs for each key, one key after the other. */
export function keyboardMapping(reply: Buffer) {
  const count = reply.readUInt32LE(4);
  const signs = Array.from({ length: count }, (_, index) => reply.readUInt32LE(32 + index * 4));
  return { perKey: reply.readUInt8(1), signs };
}

/** A key that was grabbed went down. `modifiers`: what was held, locks and mouse buttons too. */
export const keyPress = (event: Buffer) =>
  is(2, event) ? { keycode: event.readUInt8(1), modifiers: event.readUInt16LE(28) } : null;

/** What of the keyboard has changed: 0 the modifiers, 1 the signs of the keys, 2 the buttons of the mouse. */
export const mappingNotify = (event: Buffer) => (is(34, event) ? event.readUInt8(4) : null);
