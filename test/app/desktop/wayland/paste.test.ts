import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { globalsOf, waylandSocket } from '../../../../app/desktop/wayland/globals.ts';
import { readWayland } from '../../../../app/desktop/wayland/paste.ts';
import { startSway, type Wayland } from '../../../../build/desktop/sway.ts';

let sway: Wayland;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  sway = await startSway();
  env = { ...process.env, ...sway.env };
});
afterAll(() => sway.end());

const owners: ChildProcess[] = [];
afterEach(async () => {
  for (const owner of owners) owner.kill('SIGCONT');
  for (const place of [[], ['--primary']])
    await once(spawn('wl-copy', ['--clear', ...place], { env }), 'exit');
  // It ends by itself once it owns nothing, and then alone takes away what it kept in /tmp.
  for (const owner of owners.splice(0)) if (owner.exitCode === null) await once(owner, 'exit');
});

/** A real program owns it, which gives it away as programs do. */
async function own(args: readonly string[], text: string | Buffer): Promise<ChildProcess> {
  const owner = spawn('wl-copy', ['--foreground', ...args], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  owners.push(owner);
  owner.stdin.end(text);
  await expect
    .poll(async () => (await readWayland(args.includes('--primary') ? 'marked' : 'clipboard', env))?.kind, {
      timeout: 20_000,
    })
    .not.toBe('nothing');
  return owner;
}

describe('what is marked and copied on Wayland', () => {
  it('is nothing where nobody owns anything', async () => {
    expect(await readWayland('marked', env)).toEqual({ kind: 'nothing' });
    expect(await readWayland('clipboard', env)).toEqual({ kind: 'nothing' });
  });

  it('is read without the focus, each for itself, in every letter', async () => {
    await own(['--primary'], 'โทร ๐๘๑-๒๓๔-๕๖๗๘');
    await own([], '02 123 4567\n');
    expect(await readWayland('marked', env)).toEqual({ kind: 'text', text: 'โทร ๐๘๑-๒๓๔-๕๖๗๘' });
    expect(await readWayland('clipboard', env)).toEqual({ kind: 'text', text: '02 123 4567\n' });
  });

  it.each(['image/png', 'application/pdf'])('is not read where there is only %s', async (type) => {
    await own(['--type', type], '081 234 5678');
    expect(await readWayland('clipboard', env)).toEqual({ kind: 'unreadable' });
  });

  it('is cut where it is a book, and its program lives on', async () => {
    const owner = await own([], 'a'.repeat(5_000_000));
    const reading = await readWayland('clipboard', env);
    expect(reading?.kind === 'text' && reading.text.length).toBe(262_144);
    expect(owner.exitCode).toBe(null);
  });

  it('is given up where its program hangs', async () => {
    const owner = await own([], '081 234 5678');
    owner.kill('SIGSTOP');
    expect(await readWayland('clipboard', env)).toEqual({ kind: 'unreadable' });
    owner.kill('SIGCONT');
  });

  it('is not known without the program that reads it, without a compositor, and with none that answers', async () => {
    await own([], '081 234 5678');
    expect(await readWayland('clipboard', { ...env, PATH: '/nowhere' })).toBe(null);
    expect(await readWayland('clipboard', { ...env, WAYLAND_DISPLAY: 'wayland-99' })).toBe(null);
    expect(await readWayland('clipboard', {})).toBe(null);
  });
});

describe('a compositor', () => {
  it.each([
    [{ WAYLAND_DISPLAY: '/run/w', XDG_RUNTIME_DIR: '/run/user/1' }, '/run/w'],
    [{ WAYLAND_DISPLAY: 'wayland-1', XDG_RUNTIME_DIR: '/run/user/1' }, '/run/user/1/wayland-1'],
    [{ XDG_SESSION_TYPE: 'wayland', XDG_RUNTIME_DIR: '/run/user/1' }, '/run/user/1/wayland-0'],
    [{ WAYLAND_DISPLAY: 'wayland-1' }, null],
    [{ DISPLAY: ':0', XDG_RUNTIME_DIR: '/run/user/1' }, null],
    [{}, null],
  ])('listens where %j says', (given, socket) => {
    expect(waylandSocket(given)).toBe(socket);
  });

  it('tells what it offers', async () => {
    const globals = await globalsOf(waylandSocket(env) ?? '');
    expect(globals).toContain('wl_seat');
    expect(globals).toContain('zwlr_data_control_manager_v1');
  });

  it.each([
    ['says nothing', () => {}],
    ['hangs up', (answer: { destroy(): void }) => answer.destroy()],
    [
      'sends what is no Wayland',
      (answer: { write(bytes: Buffer): void }) => answer.write(Buffer.alloc(70_000, 0xff)),
    ],
  ] as const)('that %s is none', async (_what, act) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-test-'));
    const server: Server = createServer((socket) => {
      socket.on('error', () => {});
      act(socket);
    });
    await new Promise<void>((resolve) => server.listen(path.join(folder, 'w'), resolve));
    expect(await globalsOf(path.join(folder, 'w'))).toBe(null);
    server.close();
    await rm(folder, { recursive: true });
  });
});
