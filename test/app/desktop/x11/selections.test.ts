import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDisplay } from '../../../../app/desktop/x11/connection.ts';
import {
  createSelectionReader,
  type SelectionName,
  type SelectionReader,
} from '../../../../app/desktop/x11/selections.ts';

/** A real X server without keys of entry, and real xclip as the other programs. */
describe.runIf(process.platform === 'linux')('what is marked or copied in another program', () => {
  let server: ChildProcess;
  let display: string;
  let reader: SelectionReader;
  const owners: ChildProcess[] = [];

  beforeEach(async () => {
    const started = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '640x480x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = started;
    const [number] = (await once(started.stdout, 'data')) as [Buffer];
    display = `:${number.toString().trim()}`;
    reader = createSelectionReader(localDisplay(display) ?? { number: '', screen: '' }, '/nonexistent');
  });
  afterEach(async () => {
    reader.close();
    for (const owner of owners.splice(0)) {
      owner.kill('SIGCONT');
      owner.kill();
    }
    server.kill();
    await once(server, 'exit');
  });

  async function own(
    selection: SelectionName,
    what: string | Buffer,
    ...args: string[]
  ): Promise<ChildProcess> {
    const owner = spawn('xclip', ['-quiet', '-selection', selection.toLowerCase(), ...args], {
      env: { ...process.env, DISPLAY: display },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    owners.push(owner);
    owner.stdin.end(what);
    // It says that it waits for requests once it owns the selection.
    await once(owner.stderr, 'data');
    await after(50);
    return owner;
  }

  it('is read from each of the two places by itself, in any script', async () => {
    expect(await reader.text('PRIMARY')).toBeNull();
    await own('PRIMARY', 'โทร ๐๘๑-๒๓๔-๕๖๗๘');
    await own('CLIPBOARD', '02 123 4567');
    expect(await Promise.all([reader.text('PRIMARY'), reader.text('CLIPBOARD')])).toEqual([
      'โทร ๐๘๑-๒๓๔-๕๖๗๘',
      '02 123 4567',
    ]);
  });

  it('is nothing where it is a picture', async () => {
    await own('CLIPBOARD', Buffer.alloc(100_000, 7), '-t', 'image/png');
    expect(await reader.text('CLIPBOARD')).toBeNull();
  });

  it('is read as Latin-1 from an old program that knows nothing else', async () => {
    await own('PRIMARY', Buffer.from('caf\xe9 081 234 5678', 'latin1'), '-t', 'STRING');
    expect(await reader.text('PRIMARY')).toBe('café 081 234 5678');
  });

  it('is cut where it is 50 MB long, and its owner lives on and gives it again', async () => {
    const text = 'Tel. 081-234-5678 and a lot more. '.repeat(1_500_000);
    const owner = await own('CLIPBOARD', text);
    for (let press = 0; press < 3; press += 1) {
      const read = await reader.text('CLIPBOARD');
      expect(read).toHaveLength(65_536);
      expect(text.startsWith(read ?? 'nothing')).toBe(true);
    }
    expect(owner.exitCode).toBeNull();
    // Read by somebody else at once: an owner that still writes to us would not answer.
    const other = spawnSync('xclip', ['-o', '-selection', 'clipboard'], {
      env: { ...process.env, DISPLAY: display },
      maxBuffer: 100_000_000,
      timeout: 10_000,
    });
    expect(other.stdout.length).toBe(text.length);
    await own('CLIPBOARD', 'short again');
    expect(await reader.text('CLIPBOARD')).toBe('short again');
  });

  it('is nothing where its owner hangs, while the other place is read; and is read when the owner is back', async () => {
    const owner = await own('PRIMARY', '081 234 5678');
    await own('CLIPBOARD', '02 123 4567');
    owner.kill('SIGSTOP');
    expect(await Promise.all([reader.text('PRIMARY'), reader.text('CLIPBOARD')])).toEqual([
      null,
      '02 123 4567',
    ]);
    owner.kill('SIGCONT');
    expect(await reader.text('PRIMARY')).toBe('081 234 5678');
  });

  it('is nothing without a display', async () => {
    const nowhere = createSelectionReader({ number: '59999', screen: '0' }, '/nonexistent');
    expect(await nowhere.text('PRIMARY')).toBeNull();
    expect(await nowhere.text('PRIMARY')).toBeNull();
    nowhere.close();
  });
});
