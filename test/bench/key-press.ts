import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { localDisplay, openDisplay, type XConnection } from '../../app/desktop/x11/connection.ts';
import type { Pbx } from '../pbx/stand-in.ts';
import { type Subject, start } from './program.ts';

export interface KeyPresses {
  /** Milliseconds from the press to the request's arrival at the PBX. */
  readonly ours: number[];
  /** The same of a bare Electron: one key, one request, over a connection that was kept. */
  readonly kept: number[];
  /** And over a fresh connection, which a call needs so that it is never sent twice. */
  readonly fresh: number[];
}

/** Codes of the keys on the board that a virtual X server has. */
const keys = { control: 37, alt: 64, d: 40, one: 10, two: 11 } as const;

/**
 * Marks a number, presses the real key by the X server's own test extension, and takes the time until the request is there;
 * in turns with a bare Electron. Each number is another one: the same again would be asked about.
 */
export async function pressKeys(
  subjects: { readonly ours: Subject; readonly bare: Subject },
  pbx: Pbx,
  presses: number,
): Promise<KeyPresses> {
  const { env } = subjects.ours;
  const display = localDisplay(env.DISPLAY);
  if (display === null) throw new Error('no display to press keys on');
  const x = await openDisplay(display, env.XAUTHORITY);
  const keyboard = await openKeyboard(x);
  const [ours, bare] = [await start(subjects.ours), await start(subjects.bare)];
  const took: KeyPresses = { ours: [], kept: [], fresh: [] };

  async function timed(key: number): Promise<number> {
    const before = pbx.received.length;
    keyboard(true, keys.control);
    keyboard(true, keys.alt);
    await after(30);
    const from = performance.now();
    keyboard(true, key);
    await pbx.until((received) => received.length > before);
    const spent = performance.now() - from;
    for (const one of [key, keys.alt, keys.control]) keyboard(false, one);
    await after(400);
    return spent;
  }

  try {
    await after(2_000);
    // The first round warms up: connections, caches, the compiler.
    for (let round = -1; round < presses; round += 1) {
      const marked = spawn('xclip', ['-quiet', '-selection', 'primary'], {
        env,
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      marked.stdin.end(`Tel. 081-234-${5_000 + round}`);
      await once(marked.stderr, 'data');
      await after(100);
      const [kept, fresh, called] = [await timed(keys.one), await timed(keys.two), await timed(keys.d)];
      if (round >= 0) {
        took.kept.push(kept);
        took.fresh.push(fresh);
        took.ours.push(called);
      }
      marked.kill();
    }
    if (pbx.dials().length !== presses + 1) throw new Error('not every press was one call');
    return took;
  } finally {
    await Promise.all([ours.end(), bare.end()]);
    x.close();
  }
}

/** Presses and releases keys by the XTEST extension (its `FakeInput`). */
async function openKeyboard(x: XConnection): Promise<(down: boolean, key: number) => void> {
  const name = 'XTEST';
  const query = Buffer.alloc(16);
  query.writeUInt8(98, 0);
  query.writeUInt16LE(query.length / 4, 2);
  query.writeUInt16LE(name.length, 4);
  query.write(name, 8);
  const reply = await x.ask(query);
  if (reply.readUInt8(8) !== 1) throw new Error('the X server has no XTEST');
  const extension = reply.readUInt8(9);
  return (down, key) => {
    const fake = Buffer.alloc(36);
    fake.writeUInt8(extension, 0);
    fake.writeUInt8(2, 1);
    fake.writeUInt16LE(fake.length / 4, 2);
    fake.writeUInt8(down ? 2 : 3, 4);
    fake.writeUInt8(key, 5);
    x.send(fake);
  };
}
