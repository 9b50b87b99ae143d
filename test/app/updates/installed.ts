import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import path from 'node:path';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { vi } from 'vitest';
import type { Limits } from '../../../app/updates/bounded.ts';
import { openUpdater } from '../../../app/updates/updater.ts';
import type { FeedServer, Package } from '../../support/update-feed.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** electron-updater's requests over Node, in place of Chromium: the rest of it is as it is in the program. */
export class NodeExecutor extends ElectronHttpExecutor {
  readonly #ca: string;
  constructor(ca: string) {
    super();
    this.#ca = ca;
  }
  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
    const request = httpsRequest({ ...options, ca: this.#ca }, callback);
    // As Electron's says it: as soon as all of the request is sent, and not when the reply is over.
    request.on('finish', () => request.emit('close'));
    return request as never;
  }
}

export const appImage = (version: string): Package => ({
  name: `promptcall-companion-${version}-linux-x86_64.AppImage`,
  content: Buffer.from(`#!/bin/sh\n# ${version}\n${'#'.repeat(200_000)}\n`),
});

/** An AppImage of a person, who has the updates of this feed. */
export function installed(
  feed: FeedServer,
  {
    version = '1.2.3',
    source = feed.source,
    limits,
  }: {
    readonly version?: string;
    readonly source?: FeedServer['source'];
    readonly limits?: Limits;
  } = {},
) {
  const folder = temporaryFolder();
  const program = path.join(folder, 'Companion.AppImage');
  writeFileSync(program, 'the old one');
  vi.stubEnv('APPIMAGE', program);
  const open = (within?: Limits) =>
    openUpdater({
      kind: 'appimage',
      source,
      version,
      config: path.join(folder, 'none.yml'),
      folder: path.join(folder, 'updates'),
      executor: new NodeExecutor(feed.authority),
      ...(within && { limits: within }),
    });
  /** `again`: the same in the next run, with the usual limits. */
  return {
    updater: open(limits),
    again: () => open(),
    program,
    downloads: path.join(folder, 'updates', 'pending'),
    folder,
  };
}
