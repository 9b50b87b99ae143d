import type { Card } from '../../../app/contacts/formats/card.ts';
import { readAsked } from '../../../app/contacts/formats/read.ts';

export function cards(of: Uint8Array | string, country = 'TH'): readonly Card[] {
  const read = readAsked({ of, country });
  if (!read.ok) throw new Error(read.why);
  return read.cards;
}
/** One line for each person. */
export const told = (of: Uint8Array | string, country = 'TH') =>
  cards(of, country).map(({ name, company, note, numbers }) =>
    [
      ...[name, company, note.replaceAll('\n', '⏎')],
      ...numbers.map(({ number, label }) => `${label}:${number}`),
    ].join(' | '),
  );
