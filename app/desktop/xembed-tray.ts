import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir, hostname } from 'node:os';
import path from 'node:path';

/**
 * Whether a system tray of the older kind (freedesktop System Tray Protocol, "XEmbed") runs on this X display: it owns
 * the selection `_NET_SYSTEM_TRAY_S<screen>`.
 *
 * Three requests of the X11 protocol, little-endian, written by hand: a whole X client library costs a tenth of a
 * second at every start. Anything unexpected, a display on another computer included, reads as "none".
 */
export async function hasXembedTray(display: string | undefined, xauthority?: string): Promise<boolean> {
  const at = /^(?:unix)?:(\d+)(?:\.(\d+))?$/.exec(display ?? '');
  if (!at) return false;
  const [, number = '0', screen = '0'] = at;
  try {
    const cookie = await readCookie(xauthority ?? path.join(homedir(), '.Xauthority'), number);
    return (await selectionOwner(`/tmp/.X11-unix/X${number}`, cookie, `_NET_SYSTEM_TRAY_S${screen}`)) !== 0;
  } catch {
    return false;
  }
}

const cookieName = 'MIT-MAGIC-COOKIE-1';
const localFamily = 256;
const wildFamily = 65_535;

const padded = (length: number) => (length + 3) & ~3;

/** The Xauthority file (Xsecurity(7)): big-endian records of family, address, display, name, data. */
async function readCookie(file: string, display: string): Promise<Buffer> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  let at = 0;
  const field = () => {
    const length = bytes.readUInt16BE(at);
    const value = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return value;
  };
  while (at + 10 <= bytes.length) {
    const family = bytes.readUInt16BE(at);
    at += 2;
    const [address, number, name, data] = [field(), field(), field(), field()];
    const here = family === wildFamily || (family === localFamily && address.toString() === hostname());
    const ours = number.length === 0 || number.toString() === display;
    if (here && ours && name.toString() === cookieName) return data;
  }
  return Buffer.alloc(0);
}

/** X11 protocol, §8 connection setup, `InternAtom` (16) and `GetSelectionOwner` (23). 0: nobody owns it. */
function selectionOwner(socketPath: string, cookie: Buffer, selection: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    let received = Buffer.alloc(0);
    let step: 'setup' | 'atom' | 'owner' = 'setup';
    const end = (act: () => void) => {
      socket.destroy();
      act();
    };
    socket.setTimeout(1_000, () => end(() => reject(new Error('the X server did not answer'))));
    socket.on('error', (error) => end(() => reject(error)));
    socket.on('close', () => reject(new Error('the X server hung up')));
    socket.on('connect', () => socket.write(setup(cookie)));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (step === 'setup') {
        const whole = received.length >= 8 ? 8 + received.readUInt16LE(6) * 4 : Number.POSITIVE_INFINITY;
        if (received.length < whole) return;
        if (received[0] !== 1) return end(() => reject(new Error('the X server refused')));
        received = received.subarray(whole);
        step = 'atom';
        socket.write(internAtom(selection));
      }
      if (received.length < 32) return;
      const value = received.readUInt32LE(8);
      received = received.subarray(32);
      if (step === 'atom' && value !== 0) {
        step = 'owner';
        socket.write(getSelectionOwner(value));
      } else end(() => resolve(value));
    });
  });
}

function setup(cookie: Buffer): Buffer {
  const name = cookie.length > 0 ? cookieName : '';
  const request = Buffer.alloc(12 + padded(name.length) + padded(cookie.length));
  request.write('l', 0);
  request.writeUInt16LE(11, 2);
  request.writeUInt16LE(name.length, 6);
  request.writeUInt16LE(cookie.length, 8);
  request.write(name, 12);
  cookie.copy(request, 12 + padded(name.length));
  return request;
}

/** `only-if-exists`: without a tray nobody made the atom, and the answer is 0. */
function internAtom(name: string): Buffer {
  const request = Buffer.alloc(8 + padded(name.length));
  request.writeUInt8(16, 0);
  request.writeUInt8(1, 1);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8);
  return request;
}

function getSelectionOwner(atom: number): Buffer {
  const request = Buffer.alloc(8);
  request.writeUInt8(23, 0);
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(atom, 4);
  return request;
}
