import { type LocalDisplay, openDisplay, type XConnection } from './connection.ts';
import {
  convertSelection,
  createHiddenWindow,
  deleteProperty,
  destroyWindow,
  getProperty,
  internAtom,
  propertyOf,
  propertyWritten,
  selectionNotify,
} from './requests.ts';

/** `PRIMARY`: what is marked, in whichever program. `CLIPBOARD`: what was copied. */
export type SelectionName = 'PRIMARY' | 'CLIPBOARD';

export interface SelectionReader {
  /** `null`: nothing there, nothing that is text, or its owner does not answer. Never rejects. */
  text(selection: SelectionName): Promise<string | null>;
  close(): void;
}

/** Bytes of a selection that are read: more than the characters that are looked through for numbers. */
const mostBytes = 65_536;

/** A program that takes longer hangs; the person has the key under the finger and waits. */
const ownerPatience = 700;

/** How long a slow owner may go on writing to us after we stopped waiting. */
const courtesy = 60_000;

/** Text as its owner may give it, the usual first (ICCCM 2.6.2). */
const targets = [
  { name: 'UTF8_STRING', encoding: 'utf8' },
  { name: 'text/plain;charset=utf-8', encoding: 'utf8' },
  { name: 'STRING', encoding: 'latin1' },
] as const;

const property = 'COMPANION_TEXT';
const atomNames = [
  'PRIMARY',
  'CLIPBOARD',
  'TARGETS',
  'INCR',
  property,
  ...targets.map(({ name }) => name),
] as const;
type Atoms = Record<(typeof atomNames)[number], number>;

/**
 * Reads the selections of an X display (ICCCM, chapter 2) over a connection of its own.
 *
 * Electron reads them too, but stands still meanwhile: 12 seconds where the owner hangs, more than one for 50 MB of text,
 * of which it always fetches all. Here nothing waits but the one who asked, and what is too long is not fetched.
 */
export function createSelectionReader(
  display: LocalDisplay,
  xauthority: string | undefined,
): SelectionReader {
  let opened: ReturnType<typeof open> | null = null;
  let isOpen = () => true;
  /** Until owners whose text was cut have written all of it. */
  const busy: Partial<Record<SelectionName, Promise<void>>> = {};

  async function open(): Promise<{ connection: XConnection; atoms: Atoms }> {
    const connection = await openDisplay(display, xauthority);
    isOpen = connection.isOpen;
    const asked = atomNames.map(async (name) => {
      const reply = await connection.ask(internAtom(name, { onlyIfExists: false }));
      return [name, reply.readUInt32LE(8)] as const;
    });
    return { connection, atoms: Object.fromEntries(await Promise.all(asked)) as Atoms };
  }

  /** Opened once, for both selections and every press, and again where it has broken or could not be opened. */
  function connected(): ReturnType<typeof open> {
    if (opened === null || !isOpen()) {
      isOpen = () => true;
      opened = open();
      opened.catch(() => {
        opened = null;
      });
    }
    return opened;
  }

  async function read(selection: SelectionName): Promise<string | null> {
    // Small owners serve one at a time, and never answer who asks meanwhile.
    await busy[selection];
    const { connection, atoms } = await connected();
    // Both at once: each question is a way to the owner and back, while the person waits. What it offers is asked too, for
    // some owners write what they have whatever was asked for, a picture included.
    const [targetsOf, usual] = await Promise.all([
      convertTo(connection, atoms, selection, atoms.TARGETS),
      convertTo(connection, atoms, selection, atoms[targets[0].name]),
    ]);
    busy[selection] = usual.finished;
    const offered = atomsIn(targetsOf.bytes);
    const target = targets.find(({ name }) => offered.includes(atoms[name]));
    if (!target) return null;
    if (target === targets[0]) return textOf(usual.bytes, target.encoding);
    await usual.finished;
    const other = await convertTo(connection, atoms, selection, atoms[target.name]);
    busy[selection] = other.finished;
    return textOf(other.bytes, target.encoding);
  }

  return {
    async text(selection) {
      try {
        const text = await within(ownerPatience, read(selection));
        // A call's outcome invites to paste; an owner that still writes to us would never answer that.
        await within(ownerPatience, busy[selection] ?? Promise.resolve());
        return text;
      } catch {
        // No such display any more, or it does not let us in: then nothing is marked that we could read.
        return null;
      }
    },
    close: () => void opened?.then(({ connection }) => connection.close()).catch(() => undefined),
  };
}

interface Converted {
  /** Cut where there are more; `null` where the owner has nothing of the kind. */
  readonly bytes: Buffer | null;
  /** Resolves when the owner has no more to write. */
  readonly finished: Promise<void>;
}

/** The display is gone: the next question finds that out. */
const brokenOff = () => undefined;

const done = (bytes: Buffer | null): Converted => ({ bytes, finished: Promise.resolve() });

async function convertTo(
  connection: XConnection,
  atoms: Atoms,
  selection: SelectionName,
  target: number,
): Promise<Converted> {
  const ours = atoms[property];
  // A window for each question: the answer to one that was given up must not be taken for that to the next.
  const window = connection.newId();
  const answers = queueOf(connection, (event) => selectionNotify(event)?.window === window);
  const pieces = queueOf(connection, (event) => {
    const written = propertyWritten(event);
    return written?.window === window && written.property === ours;
  });
  const value = async () => propertyOf(await connection.ask(getProperty(window, ours, mostBytes)));
  const end = () => {
    answers.close();
    pieces.close();
    connection.send(destroyWindow(window));
  };

  connection.send(createHiddenWindow(window, connection.root));
  connection.send(convertSelection(window, atoms[selection], target, ours));
  const answer = await answers.next(courtesy);
  const written = answer === null ? 0 : (selectionNotify(answer)?.property ?? 0);
  const first = written === 0 ? null : await value();
  if (first?.type !== atoms.INCR) {
    end();
    return done(first?.bytes ?? null);
  }

  // Written piece by piece (ICCCM 2.7.2): the owner writes the next when we delete the last; an empty one is the end.
  pieces.drop();
  connection.send(deleteProperty(window, ours));
  const read: Buffer[] = [];
  let length = 0;
  while (length < mostBytes) {
    if ((await pieces.next(courtesy)) === null) break;
    const { bytes } = await value();
    connection.send(deleteProperty(window, ours));
    if (bytes.length === 0) {
      end();
      return done(Buffer.concat(read));
    }
    read.push(bytes);
    length += bytes.length;
  }
  return { bytes: Buffer.concat(read).subarray(0, mostBytes), finished: letFinish().catch(brokenOff) };

  /**
   * Lets the owner write on, unread. Deleting the window in the middle would be shorter, and ends some owners: they
   * do not expect an error, and the clipboard is gone with them.
   */
  async function letFinish(): Promise<void> {
    const until = performance.now() + courtesy;
    while (performance.now() < until && (await pieces.next(courtesy)) !== null) {
      const { bytes, left } = propertyOf(await connection.ask(getProperty(window, ours, 0)));
      connection.send(deleteProperty(window, ours));
      if (bytes.length + left === 0) break;
    }
    end();
  }
}

const textOf = (bytes: Buffer | null, encoding: BufferEncoding): string | null =>
  bytes?.toString(encoding).replaceAll('\0', '') ?? null;

function atomsIn(bytes: Buffer | null): number[] {
  return Array.from({ length: (bytes?.length ?? 0) >> 2 }, (_, index) => bytes?.readUInt32LE(index * 4) ?? 0);
}

interface Queue {
  /** The next event, from when the queue was made or emptied; `null` where none comes in time. */
  next(milliseconds: number): Promise<Buffer | null>;
  drop(): void;
  close(): void;
}

function queueOf(connection: XConnection, wanted: (event: Buffer) => boolean): Queue {
  let waiting: Buffer[] = [];
  let wake: (() => void) | null = null;
  const stop = connection.hear((event) => {
    if (!wanted(event)) return;
    waiting.push(event);
    wake?.();
  });
  return {
    async next(milliseconds) {
      if (waiting.length === 0) {
        await within(
          milliseconds,
          new Promise<null>((resolve) => {
            wake = () => resolve(null);
          }),
        );
        wake = null;
      }
      return waiting.shift() ?? null;
    },
    drop() {
      waiting = [];
    },
    close: stop,
  };
}

/** `null` where it takes longer; it goes on by itself. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
