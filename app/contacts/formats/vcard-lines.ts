import { decoded, type FileText, noText } from './text.ts';

/** One line of a card, unfolded, its bytes read as letters. */
export interface CardLine {
  /** In capitals, without its group. */
  readonly name: string;
  readonly group: string;
  /** In small letters. */
  readonly types: readonly string[];
  readonly isPreferred: boolean;
  /** As it is written, backslashes and all. */
  readonly value: string;
}

/** Pictures are most of a file, and nothing of them is kept. */
const notKept = /^(?:PHOTO|LOGO|SOUND|KEY)$/;

/** Nobody is known by more, and no name is longer. */
const mostLines = 500;
const longestValue = 10_000;

const shape = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s;

/** The lines of each card of any version. A card that nothing ends goes to the next one, or the end of the file. */
export function* cardsIn({ text, encoding }: FileText): Generator<readonly CardLine[]> {
  let card: CardLine[] | null = null;
  for (const written of logicalLines(text)) {
    if (/^BEGIN:VCARD\s*$/i.test(written)) {
      if (card !== null) yield card;
      card = [];
    } else if (/^END:VCARD\s*$/i.test(written)) {
      if (card !== null) yield card;
      card = null;
    } else {
      const line = card === null ? null : plainLine(written, encoding);
      if (line !== null && card !== null && card.length < mostLines) card.push(line);
    }
  }
  if (card !== null) yield card;
}

/** Folded lines in one, and of quoted-printable ones, whose `=` at the end goes on in the next, all of it. */
function* logicalLines(text: string): Generator<string> {
  let pieces: string[] = [];
  let softBreak = false;
  for (const line of physicalLines(text)) {
    const continues: boolean = softBreak || (/^[ \t]/.test(line) && pieces.length > 0);
    if (!continues) {
      if (pieces.length > 0) yield pieces.join('');
      pieces = [];
    }
    const rest: string = continues && !softBreak ? line.slice(1) : line;
    if (!continues || softBreak) softBreak = rest.endsWith('=') && isQuotedPrintable(pieces[0] ?? rest);
    pieces.push(softBreak ? rest.slice(0, -1) : rest);
  }
  if (pieces.length > 0) yield pieces.join('');
}

/** Not split at once: a million lines are a million strings. */
function* physicalLines(text: string): Generator<string> {
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  yield text.slice(from);
}

const isQuotedPrintable = (line: string): boolean =>
  /^[^:]{0,200};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);

/** `null`: a line that no card has, or that is not kept. */
function plainLine(written: string, encoding: string | null): CardLine | null {
  const [, group = '', property = '', params = '', whole = ''] = shape.exec(written) ?? [];
  const value = whole.slice(0, 3 * longestValue);
  const name = property.toUpperCase();
  if (name === '' || notKept.test(name)) return null;
  let charset: string | null = null;
  let quoted = false;
  const types: string[] = [];
  for (const param of params.match(/;(?:[^";]|"[^"]*")*/g) ?? []) {
    const [, key = '', of] = /^;([^=]*)(?:=(.*))?$/s.exec(param) ?? [];
    const told = (of ?? key).replace(/"/g, '').toLowerCase();
    const means = of === undefined ? bareMeans(key) : key.toUpperCase();
    if (means === 'CHARSET') charset = told;
    else if (means === 'ENCODING') quoted ||= /^(?:quoted-printable|q)$/.test(told);
    else if (means === 'TYPE') types.push(...told.split(','));
    else if (means === 'PREF' && told === '1') types.push('pref');
  }
  // In a file whose text is known already, only what was quoted is bytes.
  const bytes = encoding === null && quoted ? Buffer.from(value).toString('latin1') : value;
  const text =
    quoted || encoding !== null ? decoded(quoted ? unquoted(bytes) : bytes, charset, encoding) : value;
  return {
    name,
    group,
    types,
    isPreferred: types.includes('pref'),
    value: text.replace(noText, '').slice(0, longestValue),
  };
}

/** Version 2.1 names values without saying of what. */
function bareMeans(value: string): string {
  if (/^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(value)) return 'ENCODING';
  return 'TYPE';
}

/** What is no code stays as it is: a program that forgot to quote wrote `=` and meant it. */
function unquoted(value: string): string {
  return value.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
