/**
 * Patterns of addresses, and parts of them: what a schema can say of them, the JSON Schema says as well. It imports nothing, for the page
 * reads it too.
 */

/** A host's name, in any script, or an IPv4 address; `isHost` looks closer. */
export const hostName = '[^\\u0000-,\\/:-@\\[-^`{-\\u007f\\s]+';
export const bracketedAddress = '\\[[0-9A-Fa-f:.]+\\]';
export const host = `(?:${hostName}|${bracketedAddress})`;
/** 1 to 65535. */
export const port =
  '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';

const longestLabel = 63;
const longestName = 253;

/**
 * Whether `URL` made a host's name or address of what was typed. It makes 0.0.0.101 of `101`, reads `192.168.001.010` as octal, and takes
 * names that nobody can have.
 */
export function isMeant(hostname: string, typed: string): boolean {
  if (hostname.startsWith('[')) return true;
  if (/^\d+(?:\.\d+){3}$/.test(hostname)) return hostname === typed;
  const labels = hostname.split('.');
  const isLabel = (label: string) => /^(?!-)[a-z0-9_-]+(?<!-)$/.test(label) && label.length <= longestLabel;
  return labels.every(isLabel) && hostname.length <= longestName;
}

/** A name in any script, an IPv4 address, or an IPv6 address in brackets. */
export function isHost(typed: string): boolean {
  // `URL` takes line breaks out and decodes `%2e`.
  if (!new RegExp(`^${host}$`).test(typed)) return false;
  const whole = typed.replace(/\.$/, '');
  try {
    return isMeant(new URL(`https://${whole}/`).hostname, whole);
  } catch {
    return false;
  }
}

/** The host of an address that begins with one, or with a scheme before it. */
export const hostIn = (address: string): string =>
  new RegExp(`^(?:[a-z0-9]+://)?(${host})`, 'i').exec(address)?.[1] ?? '';

/** Said of what does not fit, in place of the pattern. */
export const forExample = (example: string): string => `e.g. ${example}`;

/** Of whole addresses; `isOfHost` looks closer at their hosts. */
export const addresses = {
  /** Never a password: this is read by everybody. Nor what else Chromium reads there (`http=proxy:3128`, `proxy;other`): with that, what it does not name goes without a proxy. */
  proxy: `(?:(?:https?|socks[45]?):\\/\\/)?${host}:${port}`,
  /** No `file:`: Chromium reads none. */
  script: `https?:\\/\\/${host}(?::${port})?(?:[/?#][^\\s@]*)?`,
  web: `https?:\\/\\/${host}(?::${port})?(?:[/?][^\\s#]*)?`,
  ldap: `ldaps?:\\/\\/${host}(?::${port})?\\/?`,
} as const;

export const isOfHost = (address: string): boolean => isHost(hostIn(address));

const relativeName = String.raw`(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*) *=(?:[^,;+"\\<>]|\\.|"(?:[^"\\]|\\.)*")+`;
/** A name below which people are in LDAP (RFC 4514; `<GUID=…>` in Active Directory). Empty: the root. */
export const baseName = `(?:${relativeName}(?:[,;+] *${relativeName})*|<(?:GUID|SID|WKGUID)=[^<>]+>)?`;
