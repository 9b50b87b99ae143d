import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasTrayHost } from '../../../app/tray/tray-host.ts';
import { hasXembedTray } from '../../../app/tray/xembed-tray.ts';

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

/** A display of its own, so that a tray on the one that tests share changes nothing. */
async function withDisplay(act: (display: string) => Promise<void>): Promise<void> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '640x480x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [number] = (await once(server.stdout, 'data')) as [Buffer];
    await act(`:${number.toString().trim()}`);
  } finally {
    await end(server);
  }
}

const noKeys = path.join(mkdtempSync(path.join(tmpdir(), 'tray-')), 'none');

describe.runIf(process.platform === 'linux')('whether anything shows tray icons', () => {
  it('is told by a real XEmbed tray, and by its absence', async () => {
    await withDisplay(async (display) => {
      expect(await hasXembedTray(display, noKeys)).toBe(false);
      const tray = spawn('trayer', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
      try {
        for (let tries = 0; tries < 50 && !(await hasXembedTray(display, noKeys)); tries += 1)
          await after(100);
        expect(await hasXembedTray(display, noKeys)).toBe(true);
        expect(
          await hasTrayHost('linux', { PATH: process.env.PATH, DISPLAY: display, XAUTHORITY: noKeys }),
        ).toBe(true);
      } finally {
        await end(tray);
      }
      expect(await hasXembedTray(display, noKeys)).toBe(false);
    });
  });

  it.each([undefined, '', 'far.example:0', ':x', ':64999'])(
    'is no where there is no display of this computer: %s',
    async (display) => {
      expect(await hasXembedTray(display, noKeys)).toBe(false);
    },
  );

  it('is yes on systems that always have one', async () => {
    expect(await hasTrayHost('win32', {})).toBe(true);
    expect(await hasTrayHost('darwin', {})).toBe(true);
  });
});
