import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { headersOf, packagedFile } from '../policies/pages.ts';

/**
 * Must run before `ready`, once for all: an `app://` page gets an origin of its own, unlike `file://`, which shares one;
 * `recording://` is played while it comes (`stream`), and no script may fetch it.
 */
export function declarePages(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
    { scheme: 'recording', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Serves the renderer's files from the package, and nothing else. */
export function servePages(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = packagedFile(request.url);
    if (file === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(path.join(folder, file.name)), { headers: headersOf(file.type) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
