import type { ContactsFormat } from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { replaceFile } from '../files/replace.ts';
import { codeOf } from '../util/code-of.ts';
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
export async function exportContacts({ cards, as, choose, log }: ExportParts): Promise<Reply<boolean>> {
  // Made before the person is asked: what they saw is what they get.
  const text = as === 'vcard' ? toVcards(cards) : toTable(cards);
  const file = await choose();
  if (file === null) return ok(false);
  try {
    await replaceFile(file, async (into) => await into.writeFile(text));
    return ok(true);
  } catch (error) {
    const code = codeOf(error);
    log(`contacts not exported: ${code}`);
    return fail('not-saved', { details: code.slice(0, 40) });
  }
}
