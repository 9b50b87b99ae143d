import { protocol } from 'electron';
import { pageOrigin } from '../policies/pages.ts';
import type { Recordings } from '../recordings/recordings.ts';

/**
 * `recording://ID/` for the page's player, and `recording://ID/wav`. Only what main gave an id and has open is served; an id
 * tells nothing of a call, and no other path or method means anything.
 *
 * Chromium remembers for half a minute what it played, under the last address that it was sent to, `no-store` or not, and asks nobody before it
 * plays that again. So the sound itself is one address further, which no page is told, and which is another one each time.
 */
export function serveRecordings({ respond, placeOf }: Pick<Recordings, 'respond' | 'placeOf'>): void {
  protocol.handle('recording', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const { hostname: id, pathname } = new URL(request.url);
    const path = /^(?:\/([0-9a-f]{32}))?\/(wav)?$/.exec(pathname);
    const now = placeOf(id);
    const [, place = now, wav] = path ?? [];
    if (path === null || now === null || place !== now)
      return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
    // The page makes quiet ones louder, and so has to get at the samples; no other page would.
    const asked = { 'Access-Control-Allow-Origin': pageOrigin };
    if (path[1] === undefined) {
      const Location = `recording://${id}/${now}${pathname}`;
      return new Response(null, {
        status: 302,
        headers: { ...asked, Location, 'Cache-Control': 'no-store' },
      });
    }
    const range = request.headers.get('range');
    const { status, headers, stream } = await respond(id, range, wav === undefined ? 'quick' : 'wav');
    return new Response(stream, { status, headers: { ...headers, ...asked } });
  });
}
