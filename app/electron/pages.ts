import path from 'node:path';
import { protocol } from 'electron';
import { readPatiently } from '../files/read-patiently.ts';
import { headersOf, packagedFile } from '../policies/pages.ts';

/**
 * Must run before `ready`, once for all: an `app://` page gets an origin of its own, unlike `file://`, which shares one;
 * `recording://` is played while it comes (`stream`), and no script may fetch it.
 */
export function declarePages(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
    { scheme: 'recording', privileges: { standard: true, secure: true, stream: true, corsEnabled: true } },
  ]);
}

/**
 * Serves the renderer's files from the package, and nothing else. Not by `protocol.handle`: that loads all of Node's `fetch`, which the
 * page at its start would wait for.
 */
export function servePages(folder: string): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    const file = packagedFile(request.url);
    if (file === null) return answer({ statusCode: 404, data: Buffer.alloc(0) });
    // Chromium asks no more for a part that did not come once, until the page is loaded anew: a dead button.
    readPatiently(path.join(folder, file.name)).then(
      (data) => answer({ data, headers: headersOf(file.type) }),
      () => answer({ statusCode: 404, data: Buffer.alloc(0) }),
    );
  });
}
