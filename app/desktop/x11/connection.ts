import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { getInputFocus, padded } from './requests.ts';

/** A display of this computer, as `DISPLAY` names it (`:0`, `unix:0.1`). */
export interface LocalDisplay {
  readonly number: string;
  readonly screen: string;
}

/** A connection to an X server. Everything rejects once it has broken. */
export interface XConnection {
  /** A window that every display has; windows of our own are made below it. */
  readonly root: number;
  /** Numbers that keys may have. */
  readonly keycodes: { readonly first: number; readonly last: number };
  /** False once the server has hung up. */
  isOpen(): boolean;
  /** An id that no other resource has, and none had before on this connection. */
  newId(): number;
  send(request: Buffer): void;
  /** Sends a request that is replied to. */
  ask(request: Buffer): Promise<Buffer>;
  /** Sends requests that are not replied to. False where one of them is refused. */
  allows(requests: readonly Buffer[]): Promise<boolean>;
  /** Hears every event until what it returns is called. */
  hear(listener: (event: Buffer) => void): () => void;
  close(): void;
}

/** `null`: none, or one on another computer. */
export function localDisplay(display: string | undefined): LocalDisplay | null {
  const at = /^(?:unix)?:(\d+)(?:\.(\d+))?$/.exec(display ?? '');
  return at ? { number: at[1] ?? '0', screen: at[2] ?? '0' } : null;
}

const answersWithin = 1_000;
const errorPacket = 0;
const replyPacket = 1;
const genericEvent = 35;

/**
 * Opens a connection (X11 protocol, §8 "Connection Setup"), little-endian.
 *
 * Written by hand, because the few requests that are needed here are short, and an X client library costs a tenth of
 * a second at every start. Rejects where the display does not answer or does not let us in.
 */
export async function openDisplay(
  { number }: LocalDisplay,
  xauthority = path.join(homedir(), '.Xauthority'),
): Promise<XConnection> {
  const cookie = await readCookie(xauthority, number);
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  const { setup, rest } = await handshake(socket, cookie);
  const idBase = setup.readUInt32LE(12);
  const idMask = setup.readUInt32LE(16);
  const keycodes = { first: setup.readUInt8(34), last: setup.readUInt8(35) };
  const root = setup.readUInt32LE(40 + padded(setup.readUInt16LE(24)) + 8 * setup.readUInt8(29));

  const replies = new Map<
    number,
    { readonly done: (reply: Buffer) => void; readonly failed: (e: Error) => void }
  >();
  const listeners = new Set<(event: Buffer) => void>();
  let open = true;
  let ids = 0;
  let sequence = 0;
  let received = rest;

  function send(request: Buffer): void {
    sequence = (sequence + 1) & 0xffff;
    socket.write(request);
  }

  function take(packet: Buffer): void {
    const kind = packet.readUInt8(0);
    const about = packet.readUInt16LE(2);
    if (kind === replyPacket) replies.get(about)?.done(packet);
    else if (kind === errorPacket) replies.get(about)?.failed(new Error(`X error ${packet.readUInt8(1)}`));
    // An event carries the number of the last request, which may still wait for its reply.
    else for (const listener of [...listeners]) listener(packet);
    if (kind === replyPacket || kind === errorPacket) replies.delete(about);
  }

  function takeAll(chunk: Buffer): void {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    while (received.length >= 32) {
      const kind = received.readUInt8(0) & 0x7f;
      const more = kind === replyPacket || kind === genericEvent ? received.readUInt32LE(4) * 4 : 0;
      if (received.length < 32 + more) return;
      take(received.subarray(0, 32 + more));
      received = received.subarray(32 + more);
    }
  }

  function broken(): void {
    open = false;
    for (const { failed } of replies.values()) failed(new Error('the X server hung up'));
    replies.clear();
    listeners.clear();
  }

  function ask(request: Buffer): Promise<Buffer> {
    if (!open) return Promise.reject(new Error('the X server hung up'));
    return new Promise((done, failed) => {
      send(request);
      replies.set(sequence, { done, failed });
    });
  }

  socket.on('data', takeAll);
  socket.on('error', broken);
  socket.on('close', broken);
  return {
    root,
    keycodes,
    isOpen: () => open,
    newId: () => (idBase | (ids++ & idMask)) >>> 0,
    send,
    ask,
    async allows(requests) {
      let refused = false;
      const sent = requests.map((request) => {
        send(request);
        replies.set(sequence, {
          done: () => {},
          failed: () => {
            refused = true;
          },
        });
        return sequence;
      });
      // The server goes by the order: what it had to say about them comes before this.
      await ask(getInputFocus());
      for (const number of sent) replies.delete(number);
      return !refused;
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.destroy(),
  };
}

/** The server's setup block, and what it sent after it. */
function handshake(socket: Socket, cookie: Buffer): Promise<{ setup: Buffer; rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const refuse = (why: string) => {
      socket.destroy();
      reject(new Error(why));
    };
    const timer = setTimeout(() => refuse('the X server did not answer'), answersWithin);
    const end = (act: () => void) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      act();
    };
    socket.once('connect', () => socket.write(setupRequest(cookie)));
    socket.once('error', (error) => end(() => refuse(error.message)));
    socket.once('close', () => end(() => refuse('the X server hung up')));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const whole = received.length >= 8 ? 8 + received.readUInt16LE(6) * 4 : Number.POSITIVE_INFINITY;
      if (received.length < whole) return;
      if (received[0] !== 1) return end(() => refuse('the X server refused'));
      end(() => resolve({ setup: received.subarray(0, whole), rest: received.subarray(whole) }));
    });
  });
}

const cookieName = 'MIT-MAGIC-COOKIE-1';
const localFamily = 256;
const wildFamily = 65_535;

function setupRequest(cookie: Buffer): Buffer {
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
