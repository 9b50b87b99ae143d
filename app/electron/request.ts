import type { ClientRequest, net, Session } from 'electron';
import type { HttpRequest } from '../pbx/transport.ts';

/** What every request to a PBX has in common, whole replies and streamed ones. */
export function requestOf({ method, url }: HttpRequest, own: Session): Parameters<typeof net.request>[0] {
  const options = {
    method,
    url,
    session: own,
    // A redirect is an answer like any other here; nothing, and no credential, goes where it points.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  };
  return options as Parameters<typeof net.request>[0];
}

/**
 * The three time limits. Chromium does not tell when a connection stands, but it does tell when it begins to upload a
 * body: a POST whose upload has not begun is still connecting. A GET has no body, so its connect limit is part of
 * the limit of the first byte.
 */
export function watch(
  asked: ClientRequest,
  hasBody: boolean,
  limits: HttpRequest['limits'],
  late: (details: string) => void,
) {
  const connect = hasBody
    ? setTimeout(() => asked.getUploadProgress().started || late('connecting'), limits.connect)
    : undefined;
  const firstByte = setTimeout(() => late('waiting for the reply'), limits.firstByte);
  const whole = setTimeout(() => late('reading the reply'), limits.whole);
  const answered = () => {
    clearTimeout(connect);
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
