import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bytesOf } from '../../../app/contacts/import-file.ts';
import { eventually } from '../../support/eventually.ts';
import { deskWith } from '../directory/desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What has a name as a file has, and is none: some never end, and some never begin. */
const noFiles: readonly (readonly [what: string, make: (at: string) => void | Promise<void>])[] = [
  ['a pipe into which nobody writes', (at) => void execFileSync('mkfifo', [at])],
  [
    'a link to such a pipe',
    (at) => {
      execFileSync('mkfifo', [`${at}-pipe`]);
      symlinkSync(`${at}-pipe`, at);
    },
  ],
  ['a folder', (at) => void mkdirSync(at)],
  ['a device that never ends', (at) => symlinkSync('/dev/zero', at)],
  ['a device that is empty', (at) => symlinkSync('/dev/null', at)],
  ['a terminal', (at) => symlinkSync('/dev/ptmx', at)],
  ['a link to itself', (at) => symlinkSync(at, at)],
  ['a link to nothing', (at) => symlinkSync(`${at}-gone`, at)],
  [
    'a socket',
    async (at) => {
      const server = createServer().listen(at);
      await once(server, 'listening');
      onTestFinished(() => void server.close());
    },
  ],
];

it.each(noFiles)(
  '%s in the place of a file of contacts is turned down, and not waited for',
  async (_, make) => {
    const at = path.join(temporaryFolder(), 'people.csv');
    await make(at);
    expect(await bytesOf(at, () => undefined)).toMatchObject({
      ok: false,
      failure: { code: 'contacts-not-read' },
    });
  },
);

it.each(noFiles)(
  '%s in the place of the directory says that it cannot be read; a file there later is read',
  async (_, make) => {
    const at = path.join(temporaryFolder(), 'people.csv');
    await make(at);
    const { failure, directory, set, names } = await deskWith({ from: 'file', path: at });
    await eventually(() => expect(failure()).toBe('directory-not-read'));
    writeFileSync(`${at}.csv`, 'Name,Phone\nPloy,103\n');
    await set({ directory: { from: 'file', path: `${at}.csv` } });
    await eventually(() => expect(names()).toEqual(['Ploy']));
    expect(directory.view().failure).toBeNull();
  },
);
