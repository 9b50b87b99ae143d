import { protocol } from 'electron';
import { pageOrigin } from '../policies/pages.ts';
import type { Recordings } from '../recordings/recordings.ts';

/**
 * `recording://ID/` for the page's player, and `recording://ID/wav`. Only what main gave an id and has open is served; an id
 * tells nothing of a call, and no other path or method means anything.
 */
export function serveRecordings(respond: Recordings['respond']): void {
  protocol.handle('recording', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const { hostname: id, pathname } = new URL(request.url);
    if (pathname !== '/' && pathname !== '/wav') return new Response(null, { status: 404 });
    const range = request.headers.get('range');
    const { status, headers, stream } = await respond(id, range, pathname === '/wav' ? 'wav' : 'quick');
    // The page makes quiet ones louder, and so has to get at the samples; no other page would.
    return new Response(stream, {
      status,
      headers: { ...headers, 'Access-Control-Allow-Origin': pageOrigin },
    });
  });
}
