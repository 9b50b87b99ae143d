import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isWithoutDisplay } from '../../../app/command-line/display.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A number that no display of this computer has. */
const nobodys = 60_000 + process.pid;

it.each([
  ['no X display is named', '', {}],
  ['an empty one is', 'x11', { DISPLAY: '' }],
  ['the X display that is named is not there', '', { DISPLAY: `:${nobodys}` }],
  ['nor its screen', '', { DISPLAY: `unix:${nobodys}.0` }],
  ['X is named, but what draws is Wayland', 'wayland', { DISPLAY: 'elsewhere:0' }],
  ['nobody says where Wayland is', 'wayland', { WAYLAND_DISPLAY: 'wayland-0' }],
  ['there is no such socket', 'wayland', { WAYLAND_DISPLAY: '/nowhere/wayland-0' }],
  ['nor one by the usual name', 'wayland', { XDG_RUNTIME_DIR: '/nowhere' }],
] as const)('there is no display where %s', (_, ozone, env) => {
  expect(isWithoutDisplay('linux', ozone, env)).toBe(true);
});

it('there is one where it is, or where only Chromium can tell', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'wayland-0'), '');
  expect(isWithoutDisplay('linux', 'wayland', { XDG_RUNTIME_DIR: folder })).toBe(false);
  expect(isWithoutDisplay('linux', 'wayland', { WAYLAND_DISPLAY: path.join(folder, 'wayland-0') })).toBe(
    false,
  );
  expect(isWithoutDisplay('linux', 'wayland', { WAYLAND_SOCKET: '5' })).toBe(false);
  for (const display of ['localhost:10.0', 'elsewhere:0', '/tmp/launch-x/org.xquartz:0'])
    expect(isWithoutDisplay('linux', '', { DISPLAY: display })).toBe(false);
  expect(isWithoutDisplay('linux', 'headless', {})).toBe(false);
  expect(isWithoutDisplay('win32', '', {})).toBe(false);
  expect(isWithoutDisplay('darwin', '', {})).toBe(false);
});

it.each([
  ['a file', ''],
  ['no file', '\0'],
])('an X display is there whose socket is %s', async (_, before) => {
  const socket = `/tmp/.X11-unix/X${nobodys}`;
  mkdirSync(path.dirname(socket), { recursive: true, mode: 0o1777 });
  const server = createServer().listen(before === '' ? socket : `${before}${socket}`);
  await once(server, 'listening');
  try {
    expect(isWithoutDisplay('linux', '', { DISPLAY: `:${nobodys}` })).toBe(false);
  } finally {
    server.close();
    rmSync(socket, { force: true });
  }
});

it.each(['127.0.0.1', '::1', '0.0.0.0'])(
  'an X display is there that listens at a port alone, on %s; that it is a socket was not said then',
  async (host) => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const display = (server.address() as AddressInfo).port - 6_000;
    try {
      expect(isWithoutDisplay('linux', '', { DISPLAY: `:${display}` })).toBe(false);
      expect(isWithoutDisplay('linux', 'x11', { DISPLAY: `:${display}.0` })).toBe(false);
      expect(isWithoutDisplay('linux', '', { DISPLAY: `unix:${display}` })).toBe(true);
    } finally {
      server.close();
      await once(server, 'close');
    }
    expect(isWithoutDisplay('linux', '', { DISPLAY: `:${display}` })).toBe(true);
  },
);
