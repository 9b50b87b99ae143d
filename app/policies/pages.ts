/** The page of the window; beside the small one's the only address that a window of this program ever shows. */
export const pageOrigin = 'app://companion';
export const page = `${pageOrigin}/index.html`;
/** Of the small window that asks before a call. */
export const questionPage = `${pageOrigin}/question.html`;

/**
 * `default-src 'none'` and then exactly what the page is made of: its scripts, styles, typeface and icons, all from
 * the package, and the recordings that it plays. No `connect-src`: the page talks to the main process by the contract and to nobody else. Trusted Types turn a
 * string that reaches `innerHTML` into an error, so that a PBX's `msg` can never become markup by mistake.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  'media-src recording:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What is said with each of the page's files. */
export const headersOf = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/**
 * The file of the package behind a URL, with its type; `null` for everything else. One flat folder of assets and plain names
 * only: there is no `..`, no escape and no second slash to normalise, so there is nothing to get wrong.
 */
export function packagedFile(url: string): { readonly name: string; readonly type: string } | null {
  let at: URL;
  try {
    at = new URL(url);
  } catch {
    return null;
  }
  if (at.protocol !== 'app:' || at.host !== 'companion') return null;
  const match = /^\/((?:assets\/)?[\w-]+(?:\.[\w-]+)*\.(\w+))$/.exec(at.pathname);
  const type = match?.[2] === undefined ? undefined : types[match[2]];
  return match?.[1] === undefined || type === undefined ? null : { name: match[1], type };
}
