import { connect } from 'node:net';
import path from 'node:path';

/** Milliseconds. A compositor answers in one; one that hangs shows no window either. */
const patience = 1_000;
/** A compositor has some fifty. */
const mostBytes = 65_536;

/** Where the compositor of this session listens (libwayland, `wl_display_connect`); `null` where there is none. */
export function waylandSocket(env: NodeJS.ProcessEnv): string | null {
  const { WAYLAND_DISPLAY: name, XDG_RUNTIME_DIR: folder, XDG_SESSION_TYPE: session } = env;
  if (name?.startsWith('/')) return name;
  if (!folder || !(name || session === 'wayland')) return null;
  return path.join(folder, name || 'wayland-0');
}

const display = 1;
const registry = 2;
const done = 3;

/**
 * What the compositor offers, by the names of its interfaces: two requests of Wayland's wire protocol, which are the same in every version.
 * `null` where it does not answer. More cannot be done from here: texts come by file descriptors, which Node takes none of.
 */
export function globalsOf(socket: string): Promise<ReadonlySet<string> | null> {
  return new Promise((resolve) => {
    const names = new Set<string>();
    let received = Buffer.alloc(0);
    const connection = connect(socket);
    const end = (answer: ReadonlySet<string> | null) => {
      clearTimeout(timer);
      connection.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), patience);
    connection.on('error', () => end(null));
    connection.on('close', () => end(null));
    connection.on('connect', () => connection.write(Buffer.concat([request(1, registry), request(0, done)])));
    connection.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (let event = eventIn(received); event !== null; event = eventIn(received)) {
        received = received.subarray(event.length);
        if (event.about === done) return end(names);
        if (event.about === registry && event.kind === 0) names.add(textIn(event.body.subarray(4)));
      }
      if (received.length > mostBytes) end(null);
    });
  });
}

/** A request of the display's own that makes an object. */
function request(kind: number, id: number): Buffer {
  const bytes = Buffer.alloc(12);
  writeWord(bytes, display, 0);
  writeWord(bytes, (bytes.length << 16) | kind, 4);
  writeWord(bytes, id, 8);
  return bytes;
}

function eventIn(bytes: Buffer) {
  if (bytes.length < 8) return null;
  const head = word(bytes, 4);
  const length = Math.max(8, head >>> 16);
  if (bytes.length < length) return null;
  return { about: word(bytes, 0), kind: head & 0xffff, length, body: bytes.subarray(8, length) };
}

function textIn(bytes: Buffer): string {
  if (bytes.length < 4) return '';
  // Its length counts the zero at its end.
  return bytes.toString('latin1', 4, 3 + word(bytes, 0));
}

// In the order of this computer, which is little-endian wherever Electron runs.
const word = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at);
const writeWord = (bytes: Buffer, value: number, at: number) => bytes.writeUInt32LE(value, at);
