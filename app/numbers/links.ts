import { dialCharacters, fold, withoutSeparators } from '../util/characters.ts';

/** What a `tel:`, `callto:` or `sip:` link asks for, not yet held against any numbering plan. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** Digits, perhaps with a `+` before them; null where the link names no number. */
  readonly dialled: string | null;
  /** What it would key after the answer, as it stands there: `12`, `123456789#`. Shown, and never dialled. */
  readonly extension: string | null;
  /** RFC 3966 §5.1.5: leading digits of the global number (`+662`) that a local one belongs to, or a domain. */
  readonly context: string | null;
}

/** The whole text is one link. With spaces in it, which no URI has, it is read as text: it may hold two numbers. */
const whole = /^(?:tel|callto|sips?):[^\s\ufffc]{1,500}$/i;
/** Somebody made a link of a feature code: it is one, and what stands behind it is not looked at. Behind a pause there is none. */
const codeLink = /^(?:tel|callto):(?:(?!%2c|%3b)[^\s,;pw?]){0,40}?(?:\*|%2a|%23)/i;

/**
 * In a longer text only what cannot be a label is a link, between quotes or brackets (`href="tel:…"`), or with an
 * escape, a parameter or a host. `TEL:02 123 4567` is a label: as a link it would end at the space, and `02` would
 * be dialled.
 */
const within =
  /(?<=["'<=])(?:tel|callto|sips?):[^\s"'<>\ufffc]{1,300}|\b(?:tel|callto):[^\s"'<>%;\ufffc]{0,40}(?:%[0-9a-f]{2}|;[a-z-]{1,20}=)[^\s"'<>\ufffc]{0,250}|\bsips?:[^\s"'<>@\ufffc]{1,100}@[^\s"'<>\ufffc]{1,200}/gi;

/** `sip:10.0.0.1:5060` names a machine and nobody on it. */
const ipAddress = /^(?:[[(]|\d{1,3}(?:\.\d{1,3}){3}(?![.\d-]))/;

export function wholeLink(text: string): Link | null {
  if (codeLink.test(text)) return nothingAt(0, text.length);
  if (!whole.test(text)) return null;
  const link = readLink(text, 0);
  // `Tel:02-123-4567/081-234-5678` is a label and a list.
  return link.dialled === null && /^tel:/i.test(text) ? null : link;
}

export function linksWithin(text: string): Link[] {
  return [...text.matchAll(within)].map((match) => readLink(match[0], match.index));
}

function readLink(uri: string, start: number): Link {
  const nothing = nothingAt(start, start + uri.length);
  const colon = uri.indexOf(':');
  const scheme = uri.slice(0, colon).toLowerCase();
  let rest = uri.slice(colon + 1).replace(/^\/+/, '');
  if (scheme.startsWith('sip')) {
    // `user:password@host;parameters`; a telephone's user part may have parameters of its own (RFC 3261 §19.1.6).
    const host = rest.indexOf('@');
    if (host < 0 && ipAddress.test(rest)) return nothing;
    rest = host >= 0 ? rest.slice(0, host).replace(/:.*$/s, '') : rest.replace(/[:;].*$/s, '');
  }
  // As old clients wrote it: `callto:+66-2-123-4567+type=phone`, `callto:tel:+6621234567`.
  if (scheme === 'callto') rest = rest.replace(/^tel:/i, '').replace(/\+type=.*$/is, '');
  const plain = decoded(rest.replace(/[?].*$/s, ''));
  if (plain === null) return nothing;
  const [number = '', ...parameters] = plain.split(';').map((part) => part.trim());

  // A pause and what is to be keyed after the answer, as telephones store it (`tel:021234567,12`); or `#12`.
  const [, main = '', keyed = ''] = /^([^,pw#]*)(?:[,pw]+|(?=#))?(.*)$/is.exec(number) ?? [];
  const dialled = dialCharacters(main);
  if (!/^\+?\d{1,20}$/.test(dialled)) return nothing;
  const values = new Map(parameters.map((parameter) => splitOnce(parameter, '=')));
  // `;postd=` is what GSM calls a pause (RFC 2806); some write the digits alone behind a `;`.
  const waited = parameters.find((parameter) => /^[\d*#]/.test(parameter));
  const extension = [values.get('ext'), values.get('postd'), keyed, waited]
    .map(shown)
    .find((one) => one !== null);
  return { ...nothing, dialled, extension: extension ?? null, context: values.get('phone-context') ?? null };
}

/** Bounded: it is drawn beside the number. */
function shown(keyed: string | undefined): string | null {
  const keys = withoutSeparators(keyed ?? '')
    .replace(/^[,pw]+|[,pw]+$/gi, '')
    .replace(/[,pw]+/gi, ',')
    .replace(/^#(?=\d+$)/, '');
  return /^[\d*#,]{1,40}$/.test(keys) ? keys : null;
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0
    ? [text.toLowerCase(), '']
    : [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()];
}

function nothingAt(start: number, end: number): Link {
  return { start, end, dialled: null, extension: null, context: null };
}

function decoded(escaped: string): string | null {
  try {
    return fold(decodeURIComponent(escaped)).text;
  } catch {
    return null;
  }
}
