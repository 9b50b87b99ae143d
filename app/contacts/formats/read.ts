import { mostContacts } from '../../contract/contacts.ts';
import type { Card, ReadCards } from './card.ts';
import { tableIn } from './csv.ts';
import { decoded, type FileText, textOf } from './text.ts';
import { vcardsIn } from './vcard.ts';

/** Somebody has a few numbers; a file in which all have many is no phone book. */
const mostNumbers = 2 * mostContacts;

/** A file, or what was pasted. `country`: where it is from, most likely. */
export interface Asked {
  readonly of: Uint8Array | string;
  readonly country: string;
}

/** People out of a file that nobody vouches for: vCards, or a table. */
export function readAsked({ of, country }: Asked): ReadCards {
  if (typeof of === 'string') return cardsIn({ text: of.replace(/^\ufeff/, ''), encoding: null }, country);
  return readCards(of, country);
}

function readCards(bytes: Uint8Array, country: string): ReadCards {
  if (isPacked(bytes)) return { ok: false, why: 'contacts-packed' };
  const file = textOf(bytes);
  return file === null ? { ok: false, why: 'contacts-not-read' } : cardsIn(file, country);
}

function cardsIn(file: FileText, country: string): ReadCards {
  const isVcard = /^\s*BEGIN:VCARD\s*$/im.test(file.text.slice(0, 10_000));
  const found = isVcard ? vcardsIn(file) : tableIn(plain(file), country);
  const cards: Card[] = [];
  let numbers = 0;
  for (const card of found ?? []) {
    cards.push(card);
    numbers += card.numbers.length;
    if (cards.length > mostContacts || numbers > mostNumbers) return { ok: false, why: 'contacts-too-large' };
  }
  return cards.length === 0 ? { ok: false, why: 'contacts-not-read' } : { ok: true, cards };
}

const plain = ({ text, encoding }: FileText): string =>
  encoding === null ? text : decoded(text, encoding, encoding);

/** Zip, by which workbooks are packed too; the workbooks of before; gzip. */
function isPacked(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return /^(?:504b0[357]|d0cf11e0|1f8b)/.test(begin);
}
