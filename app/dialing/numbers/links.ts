import { dialCharacters, fold } from './characters.ts';

/** What a `tel:`, `callto:` or `sip:` link asks for, not yet held against any numbering plan. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** Digits, perhaps with a `+` before them; null where the link names no number. */
  readonly dialled: string | null;
  readonly extension: string | null;
  /** RFC 3966 §5.1.5: leading digits of the global number (`+662`) that a local one belongs to, or a domain. */
  readonly context: string | null;
}

/** The whole text is one link: nothing in it is looked at in another way. */
const whole = /^(?:tel|callto|sips?):\S[^\n\u0001]{0,500}$/i;

/**
 * In a longer text only what cannot be a label is a link, between quotes or brackets (`href="tel:…"`), or with an
 * escape, a parameter or a host. `TEL:02 123 4567` is a label: as a link it would end at the space, and `02` would
 * be dialled.
 */
const within =
  /(?<=["'<=])(?:tel|callto|sips?):[^\s"'<>\u0001]{1,300}|\b(?:tel|callto):[^\s"'<>%;\u0001]{0,40}(?:%[0-9a-f]{2}|;[a-z-]{1,20}=)[^\s"'<>\u0001]{0,250}|\bsips?:[^\s"'<>@\u0001]{1,100}@[^\s"'<>\u0001]{1,200}/gi;

export function wholeLink(text: string): Link | null {
  if (!whole.test(text)) return null;
  const link = readLink(text, 0);
  // `tel:081-234-5678, 02-123-4567` is no link, and the numbers in it are there to be found. A feature code that
  // somebody made a link of stays one.
  return link.dialled === null && /\s/.test(text) && !/[*#]|%2a|%23/i.test(text) ? null : link;
}

export function linksWithin(text: string): Link[] {
  return [...text.matchAll(within)].map((match) => readLink(match[0], match.index));
}

function readLink(uri: string, start: number): Link {
  const nothing = { start, end: start + uri.length, dialled: null, extension: null, context: null };
  const colon = uri.indexOf(':');
  const scheme = uri.slice(0, colon).toLowerCase();
  let rest = uri.slice(colon + 1).replace(/^\/\//, '');
  if (scheme.startsWith('sip')) {
    // `user:password@host;parameters`; a telephone's user part may have parameters of its own (RFC 3261 §19.1.6).
    const host = rest.indexOf('@');
    rest = host >= 0 ? rest.slice(0, host).replace(/:.*$/s, '') : rest.replace(/[:;].*$/s, '');
  }
  const [written = '', ...parameters] = rest.replace(/[?].*$/s, '').split(';');
  const number = decoded(written);
  if (number === null) return nothing;

  const values = new Map<string, string>();
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=', 2);
    const plain = decoded(value);
    if (plain !== null) values.set(name.trim().toLowerCase(), plain.trim());
  }

  // A pause and what is to be keyed after the answer, as telephones store it: `tel:021234567,12`.
  const [, main = '', keyed] = /^([^,pw]*)(?:[,pw]+(\d{1,6}))?$/i.exec(number) ?? [];
  const dialled = dialCharacters(main);
  if (!/^\+?\d{1,20}$/.test(dialled)) return nothing;
  const extension = dialCharacters(values.get('ext') ?? keyed ?? '');
  return {
    ...nothing,
    dialled,
    extension: /^\d{1,20}$/.test(extension) ? extension : null,
    context: values.get('phone-context') ?? null,
  };
}

function decoded(escaped: string): string | null {
  try {
    return fold(decodeURIComponent(escaped)).text;
  } catch {
    return null;
  }
}
