import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FeedServer, startFeed } from '../../support/update-feed.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { appImage, installed } from './installed.ts';

const newer = appImage('1.3.0');
const limits = { still: 400, feed: 800, package: 1_500 };
/** Its feed is read all the same, also on a busy machine. */
const ofPackage = { still: 1_000, feed: 20_000, package: 1_500 };
type Answer = (response: ServerResponse, content: Buffer) => void;

const silent: Answer = () => {};
const onlyHead: Answer = (response, content) => {
  response.writeHead(200, { 'content-length': content.length }).flushHeaders();
};
const trickles: Answer = (response, content) => {
  response.writeHead(200, { 'content-length': content.length });
  let at = 0;
  const each = setInterval(() => {
    at += 1;
    if (at > content.length || response.destroyed) clearInterval(each);
    else response.write(content.subarray(at - 1, at));
  }, 20);
  response.on('close', () => clearInterval(each));
};
const stops: Answer = (response, content) => {
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, content.length - 10));
};
const endless: Answer = (response) => {
  response.writeHead(200);
  const more = () => {
    while (response.write(Buffer.alloc(65_536, '#')));
  };
  response.on('drain', more);
  more();
};
const round: Answer = (response) => void response.writeHead(302, { location: response.req.url }).end();
const busy: Answer = (response) => void response.writeHead(503).end('Service Unavailable');

let feed: FeedServer;
beforeEach(async () => {
  feed = await startFeed();
  feed.publish('1.3.0', [newer]);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await feed.close();
});

/** Files below this folder that this process has open, those that are removed by now, too: they take their room until they are closed. */
const openBelow = (folder: string): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const to = readlinkSync(path.join('/proc/self/fd', fd));
      return to.startsWith(folder) ? to : [];
    } catch {
      return [];
    }
  });

describe('a feed that does not end ends here', () => {
  const feeds: readonly (readonly [string, Answer])[] = [
    ['that says nothing', silent],
    ['that says nothing more after its head', onlyHead],
    ['that trickles', trickles],
    ['that stops before its last bytes', stops],
    ['that never stops', endless],
    ['that leads to itself', round],
    ['that is busy', busy],
  ];
  it.each(
    feeds.flatMap(([what, how]) =>
      ['latest-linux.yml', 'latest-linux.yml.sig'].map((name) => [what, name, how] as const),
    ),
  )('%s (%s)', async (_what, name, how) => {
    feed.answer(name, how);
    const { updater, program, downloads } = installed(feed, { limits });
    await expect(updater.look()).rejects.toMatchObject({ why: 'unreachable' });
    expect(feed.asked.length).toBeLessThanOrEqual(2);
    expect(existsSync(downloads)).toBe(false);
    expect(readFileSync(program, 'utf8')).toBe('the old one');
  });
});

describe('a package that does not end ends here, leaves nothing, and comes whole the next time', () => {
  const packages: readonly (readonly [string, Answer, string])[] = [
    ['that says nothing', silent, 'download'],
    ['that says nothing more after its head', onlyHead, 'download'],
    ['that trickles', trickles, 'download'],
    ['that stops before its last bytes', stops, 'download'],
    ['that is longer than IT signed', endless, 'checksum'],
    ['that leads to itself', round, 'download'],
    ['whose server is busy', busy, 'download'],
  ];
  it.each(packages)('%s', async (_what, how, why) => {
    feed.answer(newer.name, how);
    const { updater, again, program, downloads, folder } = installed(feed, { limits: ofPackage });
    await updater.look();
    await expect(updater.fetch()).rejects.toMatchObject({ why });
    expect(readdirSync(downloads)).toEqual([]);
    expect(openBelow(folder)).toEqual([]);
    expect(() => updater.install(false)).toThrow();
    expect(readFileSync(program, 'utf8')).toBe('the old one');

    feed.answer(newer.name, (response, content) => void response.end(content));
    const next = again();
    await next.look();
    await next.fetch();
    next.install(false);
    expect(readFileSync(program)).toEqual(newer.content);
  });

  it('that nobody wants any more is broken off at once, and comes whole when it is wanted again', async () => {
    feed.answer(newer.name, stops);
    const { updater, program, downloads, folder } = installed(feed);
    await updater.look();
    const fetched = expect(updater.fetch()).rejects.toMatchObject({ why: 'download' });
    await expect.poll(() => openBelow(folder)).toHaveLength(1);
    await updater.stop();
    expect([openBelow(folder), readdirSync(downloads)]).toEqual([[], []]);
    await fetched;
    feed.answer(newer.name, (response, content) => void response.end(content));
    await updater.look();
    await updater.fetch();
    await updater.stop();
    updater.install(false);
    expect(readFileSync(program)).toEqual(newer.content);
  });

  it('that does not fit on the disk is told as that, when it is fetched and when it is put in place', async () => {
    const { updater, program, downloads, folder } = installed(feed);
    await updater.look();
    await withLittleRoom(50_000, () => expect(updater.fetch()).rejects.toMatchObject({ why: 'room' }));
    expect(readdirSync(downloads)).toEqual([]);
    expect(openBelow(folder)).toEqual([]);

    await updater.fetch();
    await withLittleRoom(50_000, () =>
      expect(() => updater.install(false)).toThrow(expect.objectContaining({ why: 'room' })),
    );
    expect(readdirSync(folder).sort()).toEqual(['Companion.AppImage', 'updates']);
    expect(readFileSync(program, 'utf8')).toBe('the old one');
    updater.install(false);
    expect(readFileSync(program)).toEqual(newer.content);
  });

  it('that cannot take the place of the program leaves nothing beside it', async () => {
    const { updater, program, folder } = installed(feed);
    await updater.look();
    await updater.fetch();
    rmSync(program);
    mkdirSync(program);
    expect(() => updater.install(false)).toThrow(expect.objectContaining({ why: 'install' }));
    expect(readdirSync(folder).sort()).toEqual(['Companion.AppImage', 'updates']);
  });
});

describe('of what was fetched', () => {
  it('a package that was removed meanwhile is not installed, and is fetched again', async () => {
    const { updater, program, downloads } = installed(feed);
    await updater.look();
    await updater.fetch();
    rmSync(path.join(downloads, newer.name));
    expect(() => updater.install(false)).toThrow(expect.objectContaining({ why: 'install' }));
    expect(readFileSync(program, 'utf8')).toBe('the old one');
    await updater.look();
    await updater.fetch();
    updater.install(false);
    expect(readFileSync(program)).toEqual(newer.content);
  });

  it('only the newest stays, and what runs by now goes', async () => {
    const { updater, downloads } = installed(feed);
    await updater.look();
    await updater.fetch();
    writeFileSync(path.join(downloads, 'temp-of-a-run-that-was-killed'), 'x');
    feed.publish('1.4.0', [appImage('1.4.0')]);
    await updater.look();
    await updater.fetch();
    expect(readdirSync(downloads).sort()).toEqual([appImage('1.4.0').name, 'update-info.json']);
    feed.publish('1.2.3', [appImage('1.2.3')]);
    expect(await updater.look()).toBeNull();
    expect(existsSync(downloads)).toBe(false);
    expect(() => updater.install(false)).toThrow();
  });

  it('another package of the same version takes its place', async () => {
    const { updater, program } = installed(feed);
    await updater.look();
    await updater.fetch();
    const mended = { ...newer, content: Buffer.from('#!/bin/sh\n# mended\n') };
    feed.publish('1.3.0', [mended]);
    await updater.look();
    await updater.fetch();
    updater.install(false);
    expect(readFileSync(program)).toEqual(mended.content);
  });
});

it('a pre-release is for whoever runs one', async () => {
  feed.publish('1.3.0-beta.2', [appImage('1.3.0-beta.2')]);
  expect(await installed(feed, { version: '1.3.0-beta.1' }).updater.look()).toEqual({
    version: '1.3.0-beta.2',
  });
  expect(await installed(feed, { version: '1.2.3' }).updater.look()).toBeNull();
});
