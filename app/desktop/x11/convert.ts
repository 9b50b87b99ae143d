import type { XConnection } from './connection.ts';
import {
  convertSelection,
  createHiddenWindow,
  deleteProperty,
  destroyWindow,
  getProperty,
  propertyOf,
  propertyWritten,
  selectionNotify,
} from './requests.ts';

/** Bytes of a selection that are read: more than the characters that are looked through for numbers. */
const mostBytes = 65_536;

/** How long a slow owner may take for each piece. All of them have as long as it takes: the person's clipboard would be gone with the owner. */
const courtesy = 60_000;

export interface Converted {
  /** Cut where there are more; `null` where the owner has nothing of the kind. */
  readonly bytes: Buffer | null;
  /** The atom of the form that they are in; for some, the owner chooses it. */
  readonly type: number;
  /** Resolves when the owner has no more to write. */
  readonly finished: Promise<void>;
}

/** The display is gone: the next question finds that out. */
const brokenOff = () => undefined;

const done = (bytes: Buffer | null, type = 0): Converted => ({ bytes, type, finished: Promise.resolve() });

/** Asks the owner of a selection for it in one form. */
export async function convertTo(
  connection: XConnection,
  { ours, incr }: { readonly ours: number; readonly incr: number },
  selection: number,
  target: number,
): Promise<Converted> {
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
  connection.send(convertSelection(window, selection, target, ours));
  const answer = await answers.next(courtesy);
  const written = answer === null ? 0 : (selectionNotify(answer)?.property ?? 0);
  const first = written === 0 ? null : await value();
  if (first?.type !== incr) {
    end();
    return done(first?.bytes ?? null, first?.type);
  }

  // Written piece by piece (ICCCM 2.7.2): the owner writes the next when we delete the last; an empty one is the end.
  pieces.drop();
  connection.send(deleteProperty(window, ours));
  const read: Buffer[] = [];
  let type = 0;
  let length = 0;
  while (length < mostBytes) {
    if ((await pieces.next(courtesy)) === null) break;
    const piece = await value();
    const { bytes } = piece;
    connection.send(deleteProperty(window, ours));
    if (bytes.length === 0) {
      end();
      return done(Buffer.concat(read), type);
    }
    type = piece.type;
    read.push(bytes);
    length += bytes.length;
  }
  return { bytes: Buffer.concat(read).subarray(0, mostBytes), type, finished: letFinish().catch(brokenOff) };

  /**
   * Lets the owner write on, unread. Deleting the window in the middle would be shorter, and ends some owners: they
   * do not expect an error, and the clipboard is gone with them.
   */
  async function letFinish(): Promise<void> {
    while ((await pieces.next(courtesy)) !== null) {
      const { bytes, left } = propertyOf(await connection.ask(getProperty(window, ours, 0)));
      connection.send(deleteProperty(window, ours));
      if (bytes.length + left === 0) break;
    }
    end();
  }
}

export function atomsIn(bytes: Buffer | null): number[] {
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
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
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
