import * as v from 'valibot';
import { readAsked } from '../contacts/formats/read.ts';
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
  if (isHalf(bytes)) return fail('directory-half', { details: 'vCard' });
  if (isPage(bytes)) return fail('directory-not-read', { details: 'HTML' });
  const read = readAsked({ of: bytes, country, most: mostColleagues });
  if (!read.ok && read.why === 'contacts-not-read' && isEmpty(bytes)) return fail('directory-empty');
  if (!read.ok) return fail(codes[read.why], { details: read.why });
  const people = read.cards.flatMap((card) => tidyColleague({ ...card, names: [card.name] }, country) ?? []);
  return people.length === 0 ? fail('directory-empty') : ok(people);
}

/** The last vCard has no end: the file is still being written, or was cut. */
function isHalf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.lastIndexOf('BEGIN:VCARD') > text.lastIndexOf('END:VCARD');
}

const begin = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4_000)).toString('latin1');

/** What a portal or a sign-in page answers in the place of a file. */
const isPage = (bytes: Uint8Array): boolean =>
  /^[\s\xbb\xbf\xef]*<(?:!doctype|html|\?xml)/i.test(begin(bytes));

/** Nothing but a heading. */
const isEmpty = (bytes: Uint8Array): boolean =>
  bytes.length < 4_000 && !/\n\s*\S/.test(begin(bytes)) && !begin(bytes).includes('\0');

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
