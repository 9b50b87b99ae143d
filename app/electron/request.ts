import { type ClientRequest, net, type Session } from 'electron';
import type { HttpRequest, Limits } from '../pbx/transport.ts';

/** What every request to a PBX has in common. */
export function prepared({ method, url, headers }: HttpRequest, own: Session): ClientRequest {
  const options = {
    method,
    url,
    session: own,
    // A redirect is an answer like any other here; nothing, and no credential, goes where it points.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  };
  const asked = net.request(options as Parameters<typeof net.request>[0]);
  for (const [name, value] of Object.entries(headers)) asked.setHeader(name, value);
  return asked;
}

/**
 * The three time limits. `hasLeft`: whether the request is on its way; where nobody can tell, the connect limit is part of the limit of
 * the first byte.
 */
export function watch(limits: Limits, hasLeft: (() => boolean) | null, late: (details: string) => void) {
  const connect = hasLeft && setTimeout(() => hasLeft() || late('connecting'), limits.connect);
  const firstByte = setTimeout(() => late('waiting for the reply'), limits.firstByte);
  const whole = setTimeout(() => late('reading the reply'), limits.whole);
  const answered = () => {
    if (connect) clearTimeout(connect);
    clearTimeout(firstByte);
  };
  return {
    answered,
    stop() {
      answered();
      clearTimeout(whole);
    },
  };
}

export function flatten(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  );
}
