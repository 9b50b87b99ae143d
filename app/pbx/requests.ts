import type { Account } from './account.ts';
import { tokenOf, tokenPlace } from './authentication.ts';
import type { Action } from './endpoint.ts';
import { percentEncode } from './percent.ts';
import type { HttpRequest, Limits } from './transport.ts';

/** Strings alone: a query string can say nothing else, so strings are what a PBX that knows both ways must read. */
export type Fields = Readonly<Record<string, string>>;

/** One action as the account's authentication and request way send it. */
export function buildRequest(
  account: Account,
  action: Action,
  fields: Fields,
  how: { readonly once: boolean; readonly limits: Limits },
): HttpRequest {
  const place = tokenPlace(account.authentication, tokenOf(account));
  // A body is where a GET has none: the body way posts, and then the fields go with the token.
  const posts = account.requests === 'post' || account.authentication === 'body';
  const query = encodeQuery(posts ? place.query : { ...place.query, ...fields });
  const url = account.endpoint.url(action);
  return {
    method: posts ? 'POST' : 'GET',
    url: query === '' ? url : `${url}?${query}`,
    headers: {
      ...place.headers,
      Accept: action === 'recapi' ? '*/*' : 'application/json, */*;q=0.5',
      // Clients that are known to work send the type with the header way even where there is no body.
      ...(posts || account.authentication === 'header' ? { 'Content-Type': 'application/json' } : {}),
      // A cache on the way that answers a GET would show old calls, or swallow a dial.
      'Cache-Control': 'no-cache, no-store',
    },
    ...(posts ? { body: JSON.stringify({ ...place.body, ...fields }) } : {}),
    ...how,
  };
}

function encodeQuery(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}
