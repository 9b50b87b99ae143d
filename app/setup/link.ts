import { fail, ok, type Reply } from '../contract/failures.ts';
import { authentications, requestWays, type SignInForm } from '../contract/session.ts';
import { namesSecret } from '../settings/fitting.ts';

/** Of this program alone, so that its packages may say that they open it. */
export const isSetUpLink = (uri: string): boolean => /^promptcall-companion:/i.test(uri);

const fields: Readonly<Record<string, (value: string) => Partial<SignInForm> | null>> = {
  // Not what stands in it beside the host and the path: a key, say, or the token of a request.
  address: (address) => (/[?#@\s\p{C}]/u.test(address) ? null : { address }),
  extension: (extension) => ({ extension }),
  agentId: (agentId) => ({ agentId }),
  authentication: (value) => oneOf(authentications, value, (authentication) => ({ authentication })),
  requests: (value) => oneOf(requestWays, value, (requests) => ({ requests })),
};

function oneOf<T extends string>(all: readonly T[], value: string, make: (one: T) => Partial<SignInForm>) {
  const found = all.find((one) => one === value);
  return found === undefined ? null : make(found);
}

/**
 * The fields that a link fills in: `promptcall-companion://setup?address=pbx.example.com&extension=101`. Any web page can send one, so all of it has to be
 * understood. With a key or a secret in it, it is turned down as a whole: links are kept in histories and logs.
 *
 * Not in a link: that no encryption is meant.
 */
export function readSetUpLink(uri: string): Reply<Partial<SignInForm>> {
  const [, query] = /^promptcall-companion:\/\/setup\/?\?([^#]+)$/i.exec(uri) ?? [];
  if (
    namesSecret.test(decoded(uri.replace(/^[^?]*/, '').replace(/=[^&#]*/g, '')) ?? '') ||
    hasCredentials(uri)
  )
    return fail('set-up-secret');
  if (query === undefined) return fail('set-up-link');
  const found: Partial<SignInForm> = {};
  const seen = new Set<string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const [name, value] = [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
    if (at < 1 || name === null || value === null || value === '' || seen.has(name))
      return fail('set-up-link');
    seen.add(name);
    const read = Object.hasOwn(fields, name) ? fields[name]?.(value) : null;
    if (!read) return fail('set-up-link');
    Object.assign(found, read);
  }
  return ok(found);
}

/** `https://KEY:SECRET@pbx.example.com`, as far as it can be read at all. */
const hasCredentials = (uri: string): boolean => /:[^/@]*@/.test(decoded(uri) ?? uri);

/** `null`: it cannot be meant. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
