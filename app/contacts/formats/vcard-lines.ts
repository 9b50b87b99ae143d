import { decoded, type FileText, noText } from './text.ts';

/** One line of a card, unfolded, its bytes read as letters. */
export interface CardLine {
  /** In capitals, without its group. */
  readonly name: string;
  readonly group: string;
  /** In small letters. */
  readonly types: readonly string[];
  /** In the person's own words. */
  readonly ownLabel: string;
  readonly isPreferred: boolean;
  /** As it is written, backslashes and all. */
  readonly value: string;
}

/** Pictures are most of a file, and nothing of them is kept. */
const notKept = /^(?:PHOTO|LOGO|SOUND|KEY)$/;

/** Nobody is known by more, and no name is longer. */
const mostLines = 500;
const longestValue = 10_000;

const shape = /^((?:[\w-]+\.)*)([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s;

/** The card of who acts for somebody: behind this line in 2.1, in one line with `\n` in it in 3.0. */
const agent = /^(?:[\w-]+\.)*AGENT[^:]*:/i;
const begin = /^BEGIN:VCARD\s*$/i;
/** Nobody has a secretary who has a secretary, and so on. */
const deepest = 8;

/**
 * The lines of each card of any version. A card that nothing ends goes to the next one, or the end of the file. A card within another one
 * is a person of its own, and what follows it is the outer one's again.
 */
export function* cardsIn({ text, encoding }: FileText): Generator<readonly CardLine[]> {
  const open: CardLine[][] = [];
  let isAgent = false;
  for (const written of logicalLines(text)) {
    const behind = agent.test(written) ? written.replace(agent, '').trim() : null;
    if (begin.test(behind ?? written)) {
      if (!(isAgent || behind !== null) || open.length >= deepest) yield* open.splice(0).reverse();
      open.push([]);
    } else if (/^END:VCARD\s*$/i.test(written)) {
      const card = open.pop();
      if (card !== undefined) yield card;
    } else if (behind !== null) {
      if (/^BEGIN:VCARD\\n/i.test(behind)) yield* cardsIn({ text: unescapedOnce(behind), encoding });
    } else {
      const card = open.at(-1);
      const line = card === undefined ? null : plainLine(written, encoding);
      if (line !== null && card !== undefined && card.length < mostLines) card.push(line);
    }
    isAgent = behind === '' || (isAgent && written.trim() === '');
  }
  yield* open.reverse();
}

const unescapedOnce = (value: string): string =>
  value
    .slice(0, longestValue)
    .replace(/\\([\\,;:n])/gi, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

interface Piece {
  readonly text: string;
  readonly isAfterSoftBreak: boolean;
}

/** Folded lines in one, and of quoted-printable ones, whose `=` at the end goes on in the next, all of it. */
function* logicalLines(text: string): Generator<string> {
  let pieces: Piece[] = [];
  let softBreak = false;
  let last = '';
  for (const line of physicalLines(text)) {
    if (softBreak && isNoContinuation(line, last)) softBreak = false;
    const isAfterSoftBreak = softBreak;
    const continues = softBreak || (/^[ \t]/.test(line) && pieces.length > 0);
    if (!continues) {
      if (pieces.length > 0) yield joined(pieces);
      pieces = [];
    }
    const rest: string = continues && !softBreak ? line.slice(1) : line;
    if (!continues || softBreak)
      softBreak = /=[ \t]*$/.test(rest) && isQuotedPrintable(pieces[0]?.text ?? rest);
    pieces.push({ text: softBreak ? rest.replace(/=[ \t]*$/, '') : rest, isAfterSoftBreak });
    last = line;
  }
  if (pieces.length > 0) yield joined(pieces);
}

/** Some programs leave `=` at the end of a value, and it goes on nowhere. */
const isNoContinuation = (line: string, last: string): boolean =>
  /^(?:BEGIN|END):VCARD\s*$/i.test(line) || (last.length < shortestBroken && property.test(line));
/** Lines are broken where they become long. */
const shortestBroken = 60;
const property =
  /^(?:[\w-]+\.)*(?:N|FN|TEL|ORG|NICKNAME|NOTE|EMAIL|ADR|LABEL|TITLE|ROLE|URL|BDAY|REV|UID|CATEGORIES|PHOTO|AGENT|X-[\w-]+)[;:]/i;

/**
 * A line behind a soft break may begin with a blank that is text (RFC 2045 §6.7), or with that of a program which folds such lines too: where the
 * break is within a letter, or all of several lines begin so.
 */
function joined(pieces: readonly Piece[]): string {
  const broken = pieces.flatMap((piece, at) => (piece.isAfterSoftBreak ? at : []));
  const blanks = broken.filter((at) => /^[ \t]/.test(pieces[at]?.text ?? ''));
  const isFolded =
    blanks.some((at) => isWithinLetter(pieces, at)) || (blanks.length > 1 && blanks.length === broken.length);
  return pieces
    .map(({ text, isAfterSoftBreak }) => (isFolded && isAfterSoftBreak ? text.replace(/^[ \t]/, '') : text))
    .join('');
}

/** Of UTF-8: in another encoding a letter is one byte. */
const begun = /=(?:[CD][\dA-F]|E[\dA-F](?:=[89AB][\dA-F])?|F[0-7](?:=[89AB][\dA-F]){0,2})$/i;

function isWithinLetter(pieces: readonly Piece[], at: number): boolean {
  const isOther = /;CHARSET="?(?!utf-?8)/i.test(pieces[0]?.text.slice(0, 200) ?? '');
  return (
    !isOther && begun.test(pieces[at - 1]?.text ?? '') && /^[ \t]=[89AB][\dA-F]/i.test(pieces[at]?.text ?? '')
  );
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
  const [, groups = '', property = '', params = '', whole = ''] = shape.exec(written) ?? [];
  const value = whole.slice(0, 3 * longestValue);
  const name = property.toUpperCase();
  if (name === '' || notKept.test(name)) return null;
  let charset: string | null = null;
  let quoted = false;
  const types: string[] = [];
  let ownLabel = '';
  for (const param of params.match(/;(?:[^";]|"[^"]*")*/g) ?? []) {
    const [, key = '', of] = /^;([^=]*)(?:=(.*))?$/s.exec(param) ?? [];
    const told = (of ?? key).replace(/"/g, '').toLowerCase();
    const androids = androidsLabel(param);
    if (androids !== null) {
      ownLabel ||= androids;
      continue;
    }
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
    group: groups.slice(0, -1),
    types,
    ownLabel,
    isPreferred: types.includes('pref'),
    value: text.replace(noText, '').slice(0, longestValue),
  };
}

/** `;X-Shop`, and where it is not ASCII `;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E0=B8=A3…)`. */
function androidsLabel(param: string): string | null {
  const [, text] = /^;(?:TYPE=)?X-CUSTOM\((?:[^,()]*,){2}([^()]*)\)$/i.exec(param) ?? [];
  if (text !== undefined) return decoded(unquoted(text), 'utf-8', null);
  return /^;(?:TYPE=)?"?X-([^=":;,]+)"?$/i.exec(param)?.[1] ?? null;
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
