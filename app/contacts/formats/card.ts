/** One person as a file has them. */
export interface Card {
  readonly name: string;
  /** What friends and colleagues say; left out where it is the name, or nobody says. */
  readonly nickname?: string | undefined;
  readonly company: string;
  readonly note: string;
  readonly numbers: readonly CardNumber[];
}

export interface CardNumber {
  readonly number: string;
  /** One of the known labels, or the file's own text. */
  readonly label: string;
}

/** What kept a file from being read. */
export type Unreadable =
  /** A workbook, or another archive: its text is packed. */
  | 'contacts-packed'
  /** Neither vCards nor a table with telephone numbers. */
  | 'contacts-not-read'
  /** More people, or numbers, than anybody has. */
  | 'contacts-too-large';

export type ReadCards =
  /** `damagedLines`: so many lines of the file had characters that no text has, and are read without them. */
  | { readonly ok: true; readonly cards: readonly Card[]; readonly damagedLines: number }
  | { readonly ok: false; readonly why: Unreadable };

/** In the order in which they are looked for: a fax at work is a fax. */
const labels: readonly (readonly [string, RegExp])[] = [
  ['fax', /fax|แฟกซ์|แฟ็กซ์|โทรสาร/],
  ['pager', /pager|เพจ/],
  ['mobile', /mobil|cell|handy|iphone|gsm|มือถือ|เคลื่อนที่/],
  ['main', /main|primary|หลัก|สำนักงานใหญ่/],
  ['work', /work|business|office|company|arbeit|ที่ทำงาน|ทำงาน|สำนักงาน|บริษัท|ธุรกิจ/],
  ['home', /home|privat|บ้าน/],
  ['other', /other|อื่น/],
];

/** The label that a text means; `null`: none of those that have a word in every language. */
export function knownLabel(text: string): string | null {
  const folded = text.toLowerCase();
  return labels.find(([, meant]) => meant.test(folded))?.[0] ?? null;
}
