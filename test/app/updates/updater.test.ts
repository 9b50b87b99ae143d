import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openUpdater } from '../../../app/updates/updater.ts';
import { type FeedServer, type Package, startFeed } from '../../support/update-feed.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appImage, installed, NodeExecutor } from './installed.ts';

let feed: FeedServer;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await feed.close();
});

describe('a newer version at the feed that IT named', () => {
  it('is found, fetched whole, and put in the place of the program, under its name and ready to run', async () => {
    feed.publish('1.3.0', [appImage('1.3.0')]);
    const { updater, program, folder } = installed(feed);
    expect(await updater.look()).toEqual({ version: '1.3.0' });
    await updater.fetch();
    expect(readFileSync(program, 'utf8')).toBe('the old one');
    updater.install(false);
    expect(readFileSync(program)).toEqual(appImage('1.3.0').content);
    expect(statSync(program).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['Companion.AppImage', 'updates']);
  });

  it('that was fetched before is not fetched again after a start', async () => {
    feed.publish('1.3.0', [appImage('1.3.0')]);
    const first = installed(feed);
    await first.updater.look();
    await first.updater.fetch();
    const again = first.again();
    await again.look();
    await again.fetch();
    expect(feed.asked.filter((name) => name.endsWith('.AppImage'))).toHaveLength(1);
    again.install(false);
    expect(readFileSync(first.program)).toEqual(appImage('1.3.0').content);
  });

  it('names nobody to the server: no request says which computer asks', async () => {
    feed.publish('1.3.0', [appImage('1.3.0')]);
    const { updater, folder } = installed(feed);
    await updater.look();
    await updater.fetch();
    expect(
      feed.headers.flatMap((headers) => Object.keys(headers)).filter((name) => /staging|cookie/.test(name)),
    ).toEqual([]);
    expect(existsSync(folder)).toBe(true);
  });

  it.each(['1.2.3', '1.2.2', '1.2.3-trial', '0.9.9', '1.3.0-beta.1', '2.0.0-trial'])(
    'is none where the feed has %s',
    async (version) => {
      feed.publish(version, [appImage(version)]);
      expect(await installed(feed).updater.look()).toBeNull();
    },
  );

  it('is signed with openssl as the guide says', async () => {
    const folder = temporaryFolder();
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    openssl('genpkey', '-algorithm', 'ed25519', '-out', 'key.pem');
    const key = openssl('pkey', '-in', 'key.pem', '-pubout').toString().split('\n')[1] ?? '';
    feed.publish('1.3.0', [appImage('1.3.0')], {
      before(text) {
        writeFileSync(path.join(folder, 'feed'), text);
        return text;
      },
    });
    openssl('pkeyutl', '-sign', '-inkey', 'key.pem', '-rawin', '-in', 'feed', '-out', 'sig');
    const signature = execFileSync('base64', [path.join(folder, 'sig')]);
    feed.put('latest-linux.yml.sig', signature);
    const { updater } = installed(feed, { source: { ...feed.source, key } });
    expect(await updater.look()).toEqual({ version: '1.3.0' });
  });
});

describe('a feed that is not what IT meant is turned down, and the program stays as it is', () => {
  const other: Package = { ...appImage('1.3.0'), content: Buffer.from('#!/bin/sh\nrm -rf ~\n') };
  const named = (name: string): Package => ({ ...other, name });
  type Make = (its: FeedServer) => void;

  const cases: readonly (readonly [string, Make, string])[] = [
    ['no feed', () => {}, 'unreachable'],
    [
      'no signature',
      (its) => {
        its.publish('1.3.0', [appImage('1.3.0')]);
        its.remove('latest-linux.yml.sig');
      },
      'signature',
    ],
    [
      'an empty signature',
      (its) => {
        its.publish('1.3.0', [appImage('1.3.0')]);
        its.put('latest-linux.yml.sig', '');
      },
      'signature',
    ],
    [
      'a signature that is none',
      (its) => {
        its.publish('1.3.0', [appImage('1.3.0')]);
        its.put('latest-linux.yml.sig', 'x'.repeat(88));
      },
      'signature',
    ],
    [
      'a feed changed after it was signed',
      (its) => its.publish('1.3.0', [appImage('1.3.0')], { after: (text) => text.replace('1.3.0', '9.9.9') }),
      'signature',
    ],
    [
      'one more blank line',
      (its) => its.publish('1.3.0', [appImage('1.3.0')], { after: (text) => `${text}\n` }),
      'signature',
    ],
    [
      'a byte-order mark put before it',
      (its) => its.publish('1.3.0', [appImage('1.3.0')], { after: (text) => `\ufeff${text}` }),
      'signature',
    ],
    [
      'another program, signed by the same key',
      (its) => its.publish('1.3.0', [named('other-program-1.3.0-linux-x86_64.AppImage')]),
      'misfit',
    ],
    [
      'a package of another version than is said',
      (its) => its.publish('1.4.0', [appImage('1.3.0')]),
      'misfit',
    ],
    [
      'a package elsewhere',
      (its) => its.publish('1.3.0', [named('https://127.0.0.1:9/promptcall-companion-1.3.0-linux.AppImage')]),
      'misfit',
    ],
    [
      'a package above',
      (its) => its.publish('1.3.0', [named('../promptcall-companion-1.3.0-linux.AppImage')]),
      'misfit',
    ],
    [
      'no sum',
      (its) =>
        its.publish('1.3.0', [appImage('1.3.0')], { before: (text) => text.replace(/ {4}sha512.*\n/, '') }),
      'misfit',
    ],
    ['no package', (its) => its.publish('1.3.0', []), 'misfit'],
    ['no version', (its) => its.publish('', [appImage('1.3.0')]), 'misfit'],
    ['no YAML', (its) => its.publish('1.3.0', [], { before: () => '{{{' }), 'misfit'],
    [
      'a feed without an end',
      (its) =>
        its.publish('1.3.0', [appImage('1.3.0')], { before: (text) => `${text}#${'x'.repeat(200_000)}\n` }),
      'unreachable',
    ],
    [
      'a feed that leads elsewhere',
      (its) => {
        its.publish('1.3.0', [appImage('1.3.0')]);
        its.move('latest-linux.yml', 'copy.yml');
      },
      'unreachable',
    ],
  ];

  it.each(cases)('%s', async (_what, make, why) => {
    make(feed);
    const { updater, program, downloads } = installed(feed);
    await expect(updater.look()).rejects.toMatchObject({ why });
    expect(feed.asked.filter((name) => name.endsWith('.AppImage'))).toEqual([]);
    expect(existsSync(downloads)).toBe(false);
    expect(readFileSync(program, 'utf8')).toBe('the old one');
  });

  const arrivals: readonly (readonly [string, Make, string])[] = [
    ['another package than was signed', (its) => its.put(other.name, other.content), 'checksum'],
    ['a package that ends in the middle', (its) => its.cutAfter(70_000), 'download'],
    ['a package that is not there', (its) => its.remove(appImage('1.3.0').name), 'download'],
    ['a package that leads elsewhere', (its) => its.move(appImage('1.3.0').name, 'other'), 'download'],
  ];

  it.each(arrivals)('%s, and the next one that is good is taken', async (_what, make, why) => {
    feed.publish('1.3.0', [appImage('1.3.0')]);
    make(feed);
    const { updater, program, downloads } = installed(feed);
    await updater.look();
    await expect(updater.fetch()).rejects.toMatchObject({ why });
    expect(() => updater.install(false)).toThrow();
    expect(readFileSync(program, 'utf8')).toBe('the old one');
    expect(readdirSync(downloads).filter((name) => name.endsWith('.AppImage'))).toEqual([]);

    feed.cutAfter(Number.POSITIVE_INFINITY);
    feed.publish('1.4.0', [appImage('1.4.0')]);
    expect(await updater.look()).toEqual({ version: '1.4.0' });
    await updater.fetch();
    updater.install(false);
    expect(readFileSync(program)).toEqual(appImage('1.4.0').content);
  });

  it('whose server another authority vouches for is asked for nothing', async () => {
    feed.publish('1.3.0', [appImage('1.3.0')]);
    const folder = temporaryFolder();
    const executor = new NodeExecutor('');
    const updater = openUpdater({
      kind: 'told',
      source: feed.source,
      version: '1.2.3',
      config: '',
      folder,
      executor,
    });
    await expect(updater.look()).rejects.toMatchObject({ why: 'unreachable' });
    expect(feed.asked).toEqual([]);
  });
});

it('where another installs, a newer version is found, and is not fetched', async () => {
  feed.publish('1.3.0', [appImage('1.3.0')]);
  const folder = temporaryFolder();
  const executor = new NodeExecutor(feed.authority);
  const updater = openUpdater({
    kind: 'told',
    source: feed.source,
    version: '1.2.3',
    config: '',
    folder,
    executor,
  });
  expect(await updater.look()).toEqual({ version: '1.3.0' });
  await expect(updater.fetch()).rejects.toMatchObject({ why: 'install' });
  expect(() => updater.install(true)).toThrow();
});

it('a place that cannot be written to keeps the program as it is, and can be tried again', async () => {
  feed.publish('1.3.0', [appImage('1.3.0')]);
  const { updater, program } = installed(feed);
  await updater.look();
  await updater.fetch();
  vi.stubEnv('APPIMAGE', path.join(program, 'below-a-file'));
  expect(() => updater.install(false)).toThrow(expect.objectContaining({ why: 'install' }));
  expect(readFileSync(program, 'utf8')).toBe('the old one');
  vi.stubEnv('APPIMAGE', program);
  updater.install(false);
  expect(readFileSync(program)).toEqual(appImage('1.3.0').content);
});
