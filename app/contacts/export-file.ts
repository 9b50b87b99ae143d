import type { ContactsFormat } from '../contract/contacts.ts';
import type { Reply } from '../contract/failures.ts';
import { saveContent } from '../files/save-content.ts';
import type { Card } from './formats/card.ts';
import { toTable } from './formats/write-csv.ts';
import { toVcards } from './formats/write-vcard.ts';

export const extensionOf = { vcard: 'vcf', csv: 'csv' } as const satisfies Readonly<
  Record<ContactsFormat, string>
>;

export interface ExportParts {
  readonly cards: readonly Card[];
  readonly as: ContactsFormat;
  /** Asks where; `null`: the person thought better of it. */
  readonly choose: () => Promise<string | null>;
  readonly log: (line: string) => void;
}

/** The phone book in a file of the person's choice, readable by them alone. `false`: they chose none. */
export function exportContacts({ cards, as, choose, log }: ExportParts): Promise<Reply<boolean>> {
  const text = as === 'vcard' ? toVcards(cards) : toTable(cards);
  return saveContent({ what: 'contacts', content: () => text, choose, log });
}
