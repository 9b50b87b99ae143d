import { fail, ok, type Reply } from '../contract/failures.ts';
import { isMeant } from '../contract/hosts.ts';
import { asciiDigits } from '../util/digits.ts';

export const actions = ['dial', 'dialqm', 'cdrapi', 'recapi'] as const;
export type Action = (typeof actions)[number];

export interface Endpoint {
  readonly origin: string;
  /** The canonical form, `https://HOST[:PORT]/…/pbxws.php`: shown, kept in the settings and parsed again from there. */
  readonly address: string;
  url(action: Action): string;
}

const script = 'pbxws.php';

/** Far longer than an address; what is longer was pasted by mistake. */
const longest = 2_000;

/** The PBX's address in whatever form it was pasted. */
export function parseEndpoint(
  typed: string,
  { allowPlainHttp }: { allowPlainHttp: boolean },
): Reply<Endpoint> {
  if (typed.length > longest) return fail('bad-address');
  const { scheme, authority, path } = split(tidy(typed));
  const host = readHost(scheme, authority);
  if (host === null) return fail('bad-address');
  if (scheme === 'http' && !allowPlainHttp && !isLoopback(host.hostname)) return fail('plain-http');
  const address = `${host.origin}${scriptPath(path)}`;
  return ok({ origin: host.origin, address, url: (action) => `${address}/${action}` });
}

/** Only `localhost`, its subdomains, 127.0.0.0/8 and ::1: a name that merely resolves to this computer may change. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/**
 * What chat programs, mail programs and Thai and Japanese input methods add to an address, and make of its digits. White space goes only
 * where a wrapped line cannot glue two words into another host name: next to `:` and `/`.
 */
function tidy(typed: string): string {
  return asciiDigits(typed)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Cf}/gu, '')
    .replace(/\\/g, '/')
    .replace(/\s*([:/])\s*/g, '$1')
    .replace(/^[\s<("'“‘«]+|[\s>)"'”’»,;.]+$/g, '');
}

interface Parts {
  readonly scheme: 'http' | 'https';
  readonly authority: string;
  readonly path: string;
}

/**
 * By hand where `URL` would guess: it reads `pbx.example.com:4433` as a scheme and a path. Of several schemes the last
 * one counts (an address pasted behind a prefilled `https://`), and one that is not http means https: the API has no other.
 */
function split(address: string): Parts {
  let rest = address;
  let scheme: Parts['scheme'] = 'https';
  let named = false;
  for (;;) {
    const found = /^(?:(https?):\/+|([a-z][a-z0-9+.-]*):\/\/)/i.exec(rest);
    if (!found) break;
    scheme = found[1]?.toLowerCase() === 'http' ? 'http' : 'https';
    rest = rest.slice(found[0].length);
    named = true;
  }
  if (!named) rest = rest.replace(/^\/\/+/, '');
  rest = rest.replace(/[?#].*$/s, '');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? '' : rest.slice(slash);
  const at = authority.lastIndexOf('@');
  // A bare `me@company.com` is a mail address in the wrong field: it must not send the secret to the mail domain.
  const isMail = !named && at >= 0 && (!authority.slice(0, at).includes(':') || /^mailto:/i.test(authority));
  return { scheme, authority: isMail ? '' : authority.slice(at + 1), path };
}

function readHost(scheme: string, authority: string): URL | null {
  // A bare IPv6 address is seen by its two colons; its port can only be told with brackets.
  const bracketed = /^[0-9a-f.]*:[0-9a-f.:]*:[0-9a-f.:]*$/i.test(authority) ? `[${authority}]` : authority;
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d*))?$/.exec(bracketed);
  const typedHost = parts?.[1]?.replace(/[.\u3002\uff61]$/, '');
  if (!parts || !typedHost || (parts[2] && Number(parts[2]) === 0)) return null;
  // `URL` takes line breaks out and decodes `%2e`: "pbx.example.com", break, "Thanks" would become a third host.
  if (/[\s\p{Cc}%]/u.test(typedHost)) return null;

  let url: URL;
  try {
    url = new URL(`${scheme}://${typedHost}${parts[2] ? `:${parts[2]}` : ''}/`);
  } catch {
    return null;
  }
  return isMeant(url.hostname, typedHost) ? url : null;
}

/** The path of the script. What stands before it is kept (a tenant's folder); an action behind it is not. */
function scriptPath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const at = segments.findIndex((segment) => segment.toLowerCase() === script);
  let folders = at < 0 ? segments : segments.slice(0, at);
  if (at < 0) {
    const last = folders.at(-1)?.toLowerCase() ?? '';
    // Without the script, the end may be an action, or the page of a browser (`/admin/config.php`).
    if (actions.some((action) => action === last) || last.includes('.')) folders = folders.slice(0, -1);
  }
  return new URL(`https://host/${[...folders, script].join('/')}`).pathname;
}
