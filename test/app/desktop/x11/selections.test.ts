import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { localDisplay } from '../../../../app/desktop/x11/connection.ts';
import {
  createSelectionReader,
  type SelectionName,
  type SelectionReader,
} from '../../../../app/desktop/x11/selections.ts';
import { type Forms, type Owner, ownSelection } from '../../../support/x-owner.ts';

const compound = {
  thai: Buffer.from('1b2547e0b982e0b897e0b8a31b2540201b2547e0b990e0b998e0b9911b2540', 'hex'),
  /** An extended segment, which names its letters. */
  unknown: Buffer.from('\x1b%/1\x80\x88koi8-r\x02081', 'latin1'),
};

/** A real X server without keys of entry, and real xclip as the other programs. */
describe.runIf(process.platform === 'linux')('what is marked or copied in another program', () => {
  let server: ChildProcess;
  let display: string;
  let reader: SelectionReader;
  const owners: ChildProcess[] = [];
  const others: Owner[] = [];
  const text = async (selection: SelectionName) => {
    const reading = await reader.read(selection);
    return reading.kind === 'text' ? reading.text : reading.kind;
  };

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
    for (const owner of others.splice(0)) owner.close();
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
    expect(await text('PRIMARY')).toBe('nothing');
    await own('PRIMARY', 'โทร ๐๘๑-๒๓๔-๕๖๗๘');
    await own('CLIPBOARD', '02 123 4567');
    expect(await Promise.all([text('PRIMARY'), text('CLIPBOARD')])).toEqual([
      'โทร ๐๘๑-๒๓๔-๕๖๗๘',
      '02 123 4567',
    ]);
  });

  it('is there and not to be read where it is a picture', async () => {
    await own('CLIPBOARD', Buffer.alloc(100_000, 7), '-t', 'image/png');
    expect(await text('CLIPBOARD')).toBe('unreadable');
  });

  it('is read as Latin-1 from an old program that knows nothing else', async () => {
    await own('PRIMARY', Buffer.from('caf\xe9 081 234 5678', 'latin1'), '-t', 'STRING');
    expect(await text('PRIMARY')).toBe('café 081 234 5678');
  });

  it.each([
    ['at once', 1],
    ['in minutes, on a slow computer', 1_000],
  ])('is cut where it is 50 MB long, and its owner lives on and gives it again: %s', async (_how, slower) => {
    const { now } = performance;
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) * slower);
    onTestFinished(() => void vi.restoreAllMocks());
    const long = 'Tel. 081-234-5678 and a lot more. '.repeat(1_500_000);
    const owner = await own('CLIPBOARD', long);
    for (let press = 0; press < 3; press += 1) {
      // A busy computer may need longer for so much than a press of the key waits.
      await expect.poll(async () => (await text('CLIPBOARD')).length).toBe(65_536);
    }
    expect(owner.exitCode).toBeNull();
    // Read by somebody else at once: an owner that still writes to us would not answer.
    const other = spawnSync('xclip', ['-o', '-selection', 'clipboard'], {
      env: { ...process.env, DISPLAY: display },
      maxBuffer: 100_000_000,
      timeout: 10_000,
    });
    expect(other.stdout.length).toBe(long.length);
    await own('CLIPBOARD', 'short again');
    expect(await text('CLIPBOARD')).toBe('short again');
  });

  it('is there and not to be read where its owner hangs, while the other place is read; and is read when the owner is back', async () => {
    const owner = await own('PRIMARY', '081 234 5678');
    await own('CLIPBOARD', '02 123 4567');
    owner.kill('SIGSTOP');
    expect(await Promise.all([text('PRIMARY'), text('CLIPBOARD')])).toEqual(['unreadable', '02 123 4567']);
    owner.kill('SIGCONT');
    expect(await text('PRIMARY')).toBe('081 234 5678');
  });

  /** Each as Xlib writes it, or as the form's name says. */
  const inForms: readonly (readonly [string, Forms, string])[] = [
    ['UTF-8', { UTF8_STRING: 'โทร ๐๘๑', STRING: '??? ???' }, 'โทร ๐๘๑'],
    ['a MIME type in capitals', { 'text/plain;charset=UTF-8': 'โทร ๐๘๑' }, 'โทร ๐๘๑'],
    [
      'a MIME type that names Thai letters',
      { STRING: '??? 081', 'text/plain;charset=TIS-620': Buffer.from([0xe2, 0xb7, 0xc3, 0x20, 0xf0]) },
      'โทร ๐',
    ],
    [
      'a MIME type that names Japanese ones',
      { 'text/plain; charset="EUC-JP"': Buffer.from('c5c5cfc3', 'hex') },
      '電話',
    ],
    ['a MIME type alone', { 'text/plain': 'โทร 081' }, 'โทร 081'],
    ['a MIME type alone, and no UTF-8', { 'text/plain': Buffer.from('caf\xe9 081', 'latin1') }, 'café 081'],
    ['Latin-1', { STRING: Buffer.from('caf\xe9 081', 'latin1') }, 'café 081'],
    [
      'TEXT, which it gives as UTF-8',
      { TEXT: { type: 'UTF8_STRING', bytes: Buffer.from('โทร 081') } },
      'โทร 081',
    ],
    [
      'TEXT, which it gives as Compound Text',
      { TEXT: { type: 'COMPOUND_TEXT', bytes: compound.thai } },
      'โทร ๐๘๑',
    ],
    ['Compound Text before Latin-1', { STRING: '??? ???', COMPOUND_TEXT: compound.thai }, 'โทร ๐๘๑'],
    [
      'Compound Text in letters that nobody knows, and Latin-1',
      { COMPOUND_TEXT: compound.unknown, STRING: '081' },
      '081',
    ],
  ];
  it.each(inForms)('is read from a program that gives it as %s', async (_form, forms, expected) => {
    others.push(await ownSelection('PRIMARY', forms, { display, xauthority: '/nonexistent' }));
    expect(await text('PRIMARY')).toBe(expected);
  });

  it('is read from a program that does not list its forms, unless it comes as something else', async () => {
    const unlisted = { manner: 'unlisted', display, xauthority: '/nonexistent' } as const;
    others.push(await ownSelection('PRIMARY', { STRING: '081 234 5678' }, unlisted));
    others.push(
      await ownSelection(
        'CLIPBOARD',
        { UTF8_STRING: { type: 'image/png', bytes: Buffer.from('081') } },
        unlisted,
      ),
    );
    expect(await text('PRIMARY')).toBe('081 234 5678');
    expect(await text('CLIPBOARD')).toBe('unreadable');
  });

  it.each([
    ['answers nobody', { UTF8_STRING: '081' }, 'silent'],
    ['begins to write and stops', { UTF8_STRING: '081' }, 'stuck'],
    ['has nothing that is text', { 'text/html': '<b>081</b>', SAVE_TARGETS: '' }, undefined],
    [
      'has it in letters that nobody knows',
      { COMPOUND_TEXT: compound.unknown, 'text/plain;charset=x': '081' },
      undefined,
    ],
    ['has nothing at all', {}, undefined],
  ] as const)('is there and not to be read where its owner %s', async (_what, forms, manner) => {
    others.push(
      await ownSelection('PRIMARY', forms, {
        display,
        xauthority: '/nonexistent',
        ...(manner && { manner }),
      }),
    );
    expect(await text('PRIMARY')).toBe('unreadable');
    await own('PRIMARY', 'later');
    expect(await text('PRIMARY')).toBe('later');
  });

  it('is known to be newer or older than the other, also where it reads the same or cannot be read', async () => {
    const order = async () => {
      await Promise.all([text('PRIMARY'), text('CLIPBOARD')]);
      return reader.order() ?? { PRIMARY: Number.NaN, CLIPBOARD: Number.NaN };
    };
    await own('PRIMARY', 'before the start');
    const start = await order();
    expect(start.PRIMARY).toBe(start.CLIPBOARD);

    await own('CLIPBOARD', '02 123 4567');
    const copied = await order();
    expect(copied.CLIPBOARD).toBeGreaterThan(copied.PRIMARY);
    expect(copied.PRIMARY).toBe(start.PRIMARY);

    const marked = await ownSelection(
      'PRIMARY',
      { UTF8_STRING: 'x' },
      { display, xauthority: '/nonexistent' },
    );
    others.push(marked);
    const both = await order();
    expect(both.PRIMARY).toBeGreaterThan(both.CLIPBOARD);
    expect(await order()).toEqual(both);

    await marked.again();
    expect((await order()).PRIMARY).toBeGreaterThan(both.PRIMARY);

    others.push(
      await ownSelection(
        'PRIMARY',
        { UTF8_STRING: 'x' },
        { manner: 'silent', display, xauthority: '/nonexistent' },
      ),
    );
    const hung = await order();
    await own('CLIPBOARD', '02 123 4567');
    expect((await order()).CLIPBOARD).toBeGreaterThan(hung.PRIMARY);
  });

  it('is known by nobody without a display', async () => {
    const nowhere = createSelectionReader({ number: '59999', screen: '0' }, '/nonexistent');
    expect(await nowhere.read('PRIMARY')).toEqual({ kind: 'unreadable' });
    expect(await nowhere.read('PRIMARY')).toEqual({ kind: 'unreadable' });
    expect(nowhere.order()).toBeNull();
    nowhere.close();
  });
});
