import * as v from 'valibot';
import { readFileOf } from '../contacts/formats/read.ts';
import { textOf } from '../contacts/formats/text.ts';
import { mostColleagues } from '../contract/directory.ts';
import { type FailureCode, fail, ok, type Reply } from '../contract/failures.ts';
import type { Colleague } from './person.ts';
import { tidyColleague } from './tidy.ts';

const codes = {
  'contacts-not-read': 'directory-not-read',
  'contacts-packed': 'directory-not-read',
  'contacts-too-large': 'directory-too-large',
} as const satisfies Readonly<Record<string, FailureCode>>;

/** People out of a file of vCards or a table, wherever it came from. */
export function readFile(bytes: Uint8Array, country: string): Reply<readonly Colleague[]> {
  const found = textOf(bytes);
  const text = found?.text ?? '';
  if (isHalf(text)) return fail('directory-half', { details: 'vCard' });
  if (isPage(text)) return fail('directory-not-read', { details: 'HTML' });
  if (/^\s*(?:\{|\[\s*[{\]])/.test(text.slice(0, 4_000)))
    return fail('directory-not-read', { details: 'JSON' });
  const read = readFileOf(bytes, found, { country, most: mostColleagues, lists: false });
  if (!read.ok && read.why === 'contacts-not-read' && found !== null && isEmpty(text))
    return fail('directory-empty');
  if (!read.ok) return fail(codes[read.why], { details: read.why });
  const people = read.cards.flatMap(
    (card) => tidyColleague({ ...card, names: [card.name, card.nickname ?? ''] }, country) ?? [],
  );
  return people.length === 0 ? fail('directory-empty') : ok(people);
}

/** The last vCard has no end: the file is still being written, or was cut. */
const isHalf = (text: string): boolean => text.lastIndexOf('BEGIN:VCARD') > text.lastIndexOf('END:VCARD');

/**
 * What a portal or a sign-in page answers in the place of a file, with numbers on it to call for help. Its type is not gone by: what writes
 * tables often calls them `text/html`.
 */
const isPage = (text: string): boolean =>
  /^\s*</.test(text.slice(0, 4_000)) ||
  /^[ \t]*<(?:!doctype|html|head|body|script|form)\b/im.test(text.slice(0, 65_536));

/** Nothing but a heading. */
const isEmpty = (text: string): boolean =>
  text.length < 4_000 && !/\n\s*\S/.test(text) && !text.includes('\0');

const Kept = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      name: v.string(),
      company: v.string(),
      also: v.string(),
      numbers: v.array(v.object({ number: v.string(), label: v.string() })),
    }),
  ),
);

/** Those that were kept. */
export function readKept(text: string): Reply<readonly Colleague[]> {
  const parsed = v.safeParse(Kept, text);
  return parsed.success ? ok(parsed.output) : fail('directory-not-read', { details: 'kept' });
}
