import { mostContacts } from '../../contract/contacts.ts';
import type { Card, ReadCards } from './card.ts';
import { tableIn, type Wanted } from './csv.ts';
import { type CleanText, cleaned, decoded, type FileText, textOf } from './text.ts';
import { vcardsIn } from './vcard.ts';

/** Somebody has a few numbers; a file in which all have many is no phone book. */
const mostNumbersEach = 2;

/** A file, or what was pasted. `country`: where it is from, most likely. */
export interface Asked {
  readonly of: Uint8Array | string;
  readonly country: string;
  /** So many people may be in it; as many as a phone book has, where it is not said. */
  readonly most?: number;
}

/** People out of a file that nobody vouches for: vCards, or a table. */
export function readAsked({ of, country, most = mostContacts }: Asked): ReadCards {
  const wanted = { country, most, lists: true };
  if (typeof of === 'string')
    return cardsIn(cleaned({ text: of.replace(/^\ufeff/, ''), encoding: null }), wanted);
  return readFileOf(of, isPacked(of) ? null : textOf(of), wanted);
}

/** The same of a file's bytes whose text is read; `null`: they are none. */
export function readFileOf(bytes: Uint8Array, text: FileText | null, wanted: Wanted): ReadCards {
  if (isPacked(bytes)) return { ok: false, why: 'contacts-packed' };
  return text === null ? { ok: false, why: 'contacts-not-read' } : cardsIn(cleaned(text), wanted);
}

function cardsIn(file: CleanText, wanted: Wanted): ReadCards {
  const { most } = wanted;
  const isVcard = /^\s*BEGIN:VCARD\s*$/im.test(file.text.slice(0, 10_000));
  const found = isVcard ? vcardsIn(file) : tableIn(plain(file), wanted);
  const cards: Card[] = [];
  let numbers = 0;
  for (const card of found ?? []) {
    cards.push(card);
    numbers += card.numbers.length;
    if (cards.length > most || numbers > mostNumbersEach * most)
      return { ok: false, why: 'contacts-too-large' };
  }
  return cards.length === 0
    ? { ok: false, why: 'contacts-not-read' }
    : { ok: true, cards, damagedLines: file.damagedLines };
}

const plain = ({ text, encoding }: FileText): string =>
  encoding === null ? text : decoded(text, encoding, encoding);

/** Zip, by which workbooks are packed too; the workbooks of before; gzip. */
function isPacked(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return /^(?:504b0[357]|d0cf11e0|1f8b)/.test(begin);
}
