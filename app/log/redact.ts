import { Buffer } from 'node:buffer';
import { escapeForPattern } from '../util/escape-for-pattern.ts';

/** Shorter, a secret would also be found in plain words, and what is missing from them would tell it. */
const shortest = 4;
/** A stack with its frames fits; what a peer sent by the megabyte does not. */
const longest = 4_000;

/**
 * What must not stand in a log is taken out where all lines come together, for a line may hold the text of any error: secrets that
 * are known, in every disguise that they travel in, what looks like one, addresses, and telephone numbers, whoever's they are.
 */
export function redact(line: string, secrets: readonly RegExp[]): string {
  let left = conceal(line, secrets);
  for (const [pattern, instead] of shapes) left = left.replace(pattern, instead as string);
  return left.length > longest ? `${left.slice(0, longest)} [cut]` : left;
}

/** Secrets that are known, and nothing else. */
export function conceal(text: string, secrets: readonly RegExp[]): string {
  return secrets.reduce((left, secret) => left.replace(secret, '[secret]'), text);
}

/** What finds a secret: as it is, in UTF-16, percent-encoded, as JSON, in hexadecimal, and within Base64 of a longer text such as the token. */
export function disguises(secret: string): RegExp[] {
  if (secret.length < shortest) return [];
  const bytes = Buffer.from(secret, 'utf8');
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const inBase64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and the last digit may hold bits of the neighbours.
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  return [
    [...secret].map(spellings).join('\\0?'),
    hex.join('[\\s:,]?'),
    `[\\w+/=%-]*(?:${inBase64.map((text) => [...text].map(base64Digit).join('')).join('|')})[\\w+/=%-]*`,
  ].map((source) => new RegExp(source, 'giu'));
}

/** `%2B`, and `%252B` where what was encoded is encoded again. */
const percent = (text: string) =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('');

function spellings(character: string): string {
  const escaped = [...Array(character.length).keys()].map(
    (at) => `\\\\+u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  );
  const ways = [`\\\\*${escapeForPattern(character)}`, percent(character), escaped.join('')];
  return `(?:${[...ways, ...(character === ' ' ? ['\\+'] : [])].join('|')})`;
}

const base64Digit = (digit: string): string =>
  digit === '+' ? `(?:[+-]|${percent('+')})` : digit === '/' ? `(?:[/_]|${percent('/')})` : digit;

const between = String.raw`(?:[\s().\-\u2010-\u2015/_,*#]|%2[0-9A-F])`;
/** Where in a file an error happened, and releases such as 45.4.1: figures that are no telephone number. */
const inFile = String.raw`(?:\.[cm]?[jt]sx?|node:[\w/]+)(?::\d+){1,2}`;
const release = /^\d{1,2}\.\d{1,2}\.\d{1,3}$/;

const shapes: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\b(basic|bearer|digest|negotiate)\s+[\w+/=%.~-]{4,}/gi, '$1 [secret]'],
  // Also as the end of a longer name, `directoryPassword`, and as JSON within JSON.
  [
    /\b([\w-]{0,40}(?:authorization|cookie|token|secret|passw(?:or)?d|passphrase|api[_-]?key))(\\*["']?\s*[:=]\s*)(?:(\\*)(["']).*?(?<!\\)\3\4|\\*["']?[^\s"',;&)}]+)/gi,
    '$1$2[secret]',
  ],
  [/\b(?!(?:app|file|node|devtools):)([a-z][a-z\d+.-]*:\/\/)[^\s"'<>)]+/gi, '$1[address]'],
  // `user:password@proxy:3128`. Of a telephone address the number goes below; before the `@` of a package's folder stands a slash.
  [
    /(?<=^|[\s"'`(<=,;/[{])(?!(?:sips?|tel|mailto):)[^\s"'<>:@/]{1,64}:[^\s"'<>]{0,127}[^\s"'<>/]@(?=[\w[])/gi,
    '[secret]@',
  ],
  // Whose computer it is: a folder of theirs in the text of an error. Windows has them with blanks.
  [/(?:\b[a-z]:)?[\\/]+(?:home|users)[\\/]+(?:[^\\/"'<>:\r\n]{1,64}(?=[\\/])|[^\\/\s"'<>:]{1,64})/gi, '~'],
  // Letters and figures in a long run: a key, a token, an id. Not `%`: that would be a word in a percent-encoded sentence.
  [/[\w+/=-]{20,}/g, (run) => (/\d.*\d/.test(run) && /[a-z].*[a-z]/i.test(run) ? '[secret]' : run)],
  [
    new RegExp(String.raw`${inFile}|\+?\p{Nd}(?:${between}{0,3}\p{Nd}){4,}`, 'giu'),
    (found) => (/^[.n]/i.test(found) || release.test(found) ? found : '[number]'),
  ],
  [/\b(tel|callto|sips?):[^\s"'<>)]+/gi, '$1:[number]'],
  // A stack goes on below its message. Nothing else moves the cursor of the terminal on which the line may be read.
  [/\r?\n/g, '\n    '],
  [/[^\P{Cc}\n]/gu, ' '],
];
