import { protocol } from 'electron';
import type { RecordingAnswer } from '../recordings/recordings.ts';

/**
 * `recording://ID/` for the page's player. Only what main gave an id and has open is served; an id tells nothing of a
 * call, and there is no path, query or method that means anything else.
 */
export function serveRecordings(
  respond: (id: string, range: string | null) => Promise<RecordingAnswer>,
): void {
  protocol.handle('recording', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const { status, headers, stream } = await respond(
      new URL(request.url).hostname,
      request.headers.get('range'),
    );
    return new Response(stream, { status, headers });
  });
}
