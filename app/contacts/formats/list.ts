/** A person of a list: name, number, and what else stands there. */
type Row = readonly [name: string, number: string, note: string];

/** `1.`, `2)`, `•`: which one it is. */
const bullet = /^\s*(?:\p{Nd}{1,3}[.)]\s+|[-*•·–—]\s+)/u;
const inside = String.raw`(?:ต่อ|ext(?:ension)?\.?|x|#)\s*\p{Nd}{1,6}`;
/** One, or several with what people put between them; what is behind `ext.` belongs to it. */
const numbers = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])[+(]?\p{Nd}[\p{Nd}\s().,/+-]*\p{Nd}(?:\s*${inside})?`,
  'iu',
);
/** What stands between a name and a number. */
const between = /^[\s:=.–—()-]+|[\s:=–—(-]+$/gu;
/** Of a table: its cells are told apart by the table's reader. */
const parted = /[,;|\t"]/;
const label = /(?:โทร(?:ศัพท์)?|เบอร์(?:โทร)?|มือถือ|tel|phone|mobile|call|t|m)[.:\s]*$/iu;

const digitsIn = (text: string): number => text.replace(/\P{Nd}/gu, '').length;

function rowOf(line: string): Row | null {
  const bare = line.replace(bullet, '');
  const found = numbers.exec(bare);
  if (found === null || digitsIn(found[0]) < 3) return null;
  const before = bare.slice(0, found.index);
  const after = bare.slice(found.index + found[0].length);
  // A word on both sides of a short number is a sentence.
  if (digitsIn(found[0]) < 7 && /\p{L}/u.test(before) && /\p{L}/u.test(after)) return null;
  if (parted.test(before) || /^\s*[,;|\t"]/.test(after)) return null;
  const [one, other] = [before.replace(label, ''), after].map((part) => part.replace(between, '').trim());
  const number = found[0].includes(')') ? found[0] : found[0].replace('(', '');
  return one === undefined || one === '' ? [other ?? '', number, ''] : [one, number, other ?? ''];
}

/**
 * People as they are written in a chat or a mail, each on a line (`สมชาย 081-234-5678`), or the name on one and the number below it; `null`: it
 * reads otherwise.
 */
export function listIn(text: string, most: number): readonly Row[] | null {
  const rows: Row[] = [];
  let lines = 0;
  let above = '';
  for (const line of text.split(/\r\n?|\n/, 3 * most)) {
    if (line.trim() === '') continue;
    lines += 1;
    const row = rowOf(line.slice(0, 1_000));
    if (row === null) above = line.replace(bullet, '').replace(between, '').trim();
    else rows.push(row[0] === '' ? [above, row[1], row[2]] : row);
    if (row !== null && row[0] !== '') above = '';
  }
  const named = rows.filter(([name]) => /\p{L}/u.test(name)).length;
  return named > 0 && 2 * named >= lines ? rows : null;
}
