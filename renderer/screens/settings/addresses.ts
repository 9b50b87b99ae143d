/** As the contract reads them (`contract/hosts.ts`), which the page does not load: a test holds the two together. */
const host = '(?:[^\\u0000-,\\/:-@\\[-^`{-\\u007f\\s]+|\\[[0-9A-Fa-f:.]+\\])';
const port = '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';

const patterns = {
  proxy: `(?:(?:https?|socks[45]?):\\/\\/)?(${host}):${port}`,
  script: `https?:\\/\\/(${host})(?::${port})?(?:[/?#][^\\s@]*)?`,
  /** That no encryption is meant is for IT to say. */
  web: `https:\\/\\/(${host})(?::${port})?(?:[/?][^\\s#]*)?`,
  ldap: `ldaps?:\\/\\/(${host})(?::${port})?\\/?`,
} as const;

const relativeName = String.raw`(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*) *=(?:[^,;+"\\<>]|\\.|"(?:[^"\\]|\\.)*")+`;
const baseName = new RegExp(`^(?:${relativeName}(?:[,;+] *${relativeName})*|<(?:GUID|SID|WKGUID)=[^<>]+>)?$`);

/** Whether people can stand below such a name in LDAP. */
export const isBaseName = (name: string): boolean => baseName.test(name);

/** Whether an address of that kind can be one. */
export function isAddress(kind: keyof typeof patterns, address: string): boolean {
  const typed = new RegExp(`^${patterns[kind]}$`).exec(address)?.[1]?.replace(/\.$/, '');
  if (typed === undefined) return false;
  try {
    const { hostname } = new URL(`https://${typed}/`);
    if (hostname.startsWith('[')) return true;
    // `URL` makes 0.0.0.101 of `101`.
    if (/^\d+(?:\.\d+){3}$/.test(hostname)) return hostname === typed;
    return (
      hostname.length <= 253 &&
      hostname.split('.').every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label))
    );
  } catch {
    return false;
  }
}
