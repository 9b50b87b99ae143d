import { localDisplay, openDisplay, type XConnection } from '../../app/desktop/x11/connection.ts';
import { createHiddenWindow, internAtom, padded } from '../../app/desktop/x11/requests.ts';

/** What a program gives away, by the name of the form. `type`: the form that it says it is in, where that is another. */
export type Forms = Readonly<
  Record<string, string | Buffer | { readonly type: string; readonly bytes: Buffer }>
>;

export interface Owner {
  /** Takes the selection once more, as a program does where something is marked anew. */
  again(): Promise<void>;
  close(): void;
}

export interface OwnerOptions {
  /** `silent`: it answers nobody. `unlisted`: it does not say which forms it has. `stuck`: it begins to write, and stops. */
  readonly manner?: 'silent' | 'unlisted' | 'stuck';
  readonly display?: string;
  readonly xauthority?: string;
}

const selectionRequest = 30;
const selectionNotify = 31;

/** An X program that owns a selection, with manners that xclip has not. */
export async function ownSelection(
  selection: 'PRIMARY' | 'CLIPBOARD',
  forms: Forms,
  { manner, display = process.env.DISPLAY ?? '', xauthority = process.env.XAUTHORITY }: OwnerOptions = {},
): Promise<Owner> {
  const at = localDisplay(display);
  if (at === null) throw new Error(`no display ${display}`);
  const connection = await openDisplay(at, xauthority);
  const atom = async (name: string) =>
    (await connection.ask(internAtom(name, { onlyIfExists: false }))).readUInt32LE(8);
  const window = connection.newId();
  connection.send(createHiddenWindow(window, connection.root));
  const [place, targets, atoms, incr] = await Promise.all(
    ['PRIMARY', 'TARGETS', 'ATOM', 'INCR'].map(atom).with(0, atom(selection)),
  );
  const given = await Promise.all(
    Object.entries(forms).map(async ([name, form]) => {
      const target = await atom(name);
      if (typeof form === 'string' || Buffer.isBuffer(form))
        return { target, type: target, bytes: Buffer.from(form) };
      return { target, type: await atom(form.type), bytes: form.bytes };
    }),
  );

  connection.hear((event) => {
    if ((event.readUInt8(0) & 0x7f) !== selectionRequest || manner === 'silent') return;
    const [time, requestor, target, property] = [4, 12, 20, 24].map((offset) => event.readUInt32LE(offset));
    const form = given.find((one) => one.target === target);
    let written = true;
    if (target === targets && manner !== 'unlisted') {
      const offered = Buffer.alloc(4 * (given.length + 1));
      [targets ?? 0, ...given.map((one) => one.target)].forEach(
        (one, index) => void offered.writeUInt32LE(one, index * 4),
      );
      connection.send(changeProperty(requestor ?? 0, property ?? 0, atoms ?? 0, 32, offered));
    } else if (form && manner === 'stuck') {
      connection.send(changeProperty(requestor ?? 0, property ?? 0, incr ?? 0, 32, Buffer.alloc(4, 1)));
    } else if (form) {
      connection.send(changeProperty(requestor ?? 0, property ?? 0, form.type, 8, form.bytes));
    } else written = false;
    connection.send(
      notify(requestor ?? 0, [
        time ?? 0,
        requestor ?? 0,
        place ?? 0,
        target ?? 0,
        written ? (property ?? 0) : 0,
      ]),
    );
  });

  const again = async () => {
    connection.send(fields(22, 0, [window, place ?? 0, 0]));
    await roundTrip(connection);
  };
  await again();
  return { again, close: connection.close };
}

/** What was sent before has been done once this is answered. */
const roundTrip = (connection: XConnection) => connection.ask(internAtom('PRIMARY', { onlyIfExists: true }));

function fields(
  opcode: number,
  detail: number,
  values: readonly number[],
  more: Buffer = Buffer.alloc(0),
): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 4 + padded(more.length));
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(bytes.length / 4, 2);
  values.forEach((value, index) => void bytes.writeUInt32LE(value, 4 + index * 4));
  more.copy(bytes, 4 + values.length * 4);
  return bytes;
}

const changeProperty = (
  window: number,
  property: number,
  type: number,
  format: 8 | 32,
  bytes: Buffer,
): Buffer => fields(18, 0, [window, property, type, format, bytes.length / (format / 8)], bytes);

function notify(window: number, values: readonly number[]): Buffer {
  const event = Buffer.alloc(32);
  event.writeUInt8(selectionNotify, 0);
  values.forEach((value, index) => void event.writeUInt32LE(value, 4 + index * 4));
  return fields(25, 0, [window, 0], event);
}
