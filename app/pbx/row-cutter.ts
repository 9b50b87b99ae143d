import type { CdrRecord } from '../cdr/record.ts';
import { parsed } from '../util/parsed.ts';
import { TransportError } from './transport.ts';

export interface CutterParts {
  /** A list of rows was found: the first is 0. */
  readonly begin: (list: number) => void;
  /** What is no row among them comes as one without columns. */
  readonly row: (list: number, record: CdrRecord) => void;
  readonly bounds?: Partial<CutterBounds>;
}

export interface CutterBounds {
  /** UTF-16 units of one row, and of all that is no row. */
  readonly row: number;
  readonly rest: number;
  readonly rows: number;
}

/** No row of a `cdr` table fills a thousandth of it. No second of any PBX has so many rows, and no more are ever asked for. */
const usual: CutterBounds = { row: 1_000_000, rest: 1_000_000, rows: 200_000 };

const key = '"value"';
const [quote, backslash, colon, comma, bracket, bracketEnd, brace, braceEnd] = Array.from(
  '"\\:,[]{}',
  (sign) => sign.charCodeAt(0),
) as [number, number, number, number, number, number, number, number];

/** Of `"17":` before a row, where PHP keyed the rows by number. */
const longestNumber = 100;

/** Which list of rows stood where this value stands now; `null`: none did, or more than rows. */
export function listIn(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const [only, ...more] = Object.values(value);
  const found = typeof only === 'string' && more.length === 0 ? /^\ufffe(\d+)$/.exec(only) : null;
  return found ? Number(found[1]) : null;
}

/** A character that stands for nothing, so that no text of a PBX reads like it. */
const markOf = (list: number): string => `"\ufffe${list}"`;

/**
 * Takes the rows out of a reply while it comes, so that no reply is ever in memory as a whole. What is left, with a mark in place of the
 * rows, is the same reply in little: whatever reads replies that came whole reads it as well, warnings of PHP in front of it and all.
 * That is why no JSON parser of a library does this: they give up at the first character that is no JSON.
 */
export function createRowCutter({ begin, row, bounds }: CutterParts) {
  const most = { ...usual, ...bounds };
  let rest: string | null = '';
  let lists = 0;
  let rows = 0;
  let step: (text: string, at: number) => number = plain;

  /** How much of `"value":` has just been seen. */
  let seen = 0;
  let keyed = false;
  let isFirst = true;
  /** Of the list that is being read: whether it has a row, and whether it has what stands for none (`null`, `false`) or is none. */
  let hasRow = false;
  let hasOther = false;
  /** What was passed over and is no row yet: a comma, a row's number. */
  let held = '';

  let pieces: string[] = [];
  let length = 0;
  let depth = 0;
  /** What the value began with, and what ends it: of the other kind of brackets nothing is counted. */
  let opens = brace;
  let closes = braceEnd;
  let inString = false;
  let escaped = false;

  function write(text: string): void {
    if (rest === null) return;
    // White space may be endless, and says nothing.
    const part = (/\s$/.test(rest) ? text.trimStart() : text).replace(/\s{2,}/g, (spaces) =>
      spaces.charAt(0),
    );
    rest = rest.length + part.length > most.rest ? null : rest + part;
  }

  /** Anything that is no row of a list. */
  function plain(text: string, at: number): number {
    for (let i = at; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (seen < key.length) {
        seen = unit === key.charCodeAt(seen) ? seen + 1 : unit === quote ? 1 : 0;
      } else if (isSpace(unit)) {
      } else if (seen === key.length && unit === colon) seen += 1;
      else if (seen > key.length && (unit === bracket || unit === brace)) {
        write(text.slice(at, i + 1));
        seen = 0;
        keyed = unit === brace;
        isFirst = true;
        hasRow = false;
        hasOther = false;
        step = beforeRow;
        return i + 1;
      } else seen = unit === quote ? 1 : 0;
    }
    write(text.slice(at));
    return text.length;
  }

  /** The list ended, or what comes next can be no part of it: it is read with the rest. */
  function leave(): void {
    // Nothing but numbers, texts or lists: these are no calls, and not to be taken for none.
    const stands = hasRow || !hasOther ? markOf(lists - 1) : '"?"';
    if (!isFirst) write(keyed ? `"0":${stands}` : stands);
    write(held);
    held = '';
    step = plain;
  }

  function beforeRow(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) return at + 1;
    if (unit === quote && keyed) step = number;
    else if (keyed || !beginValue(unit)) leave();
    return at;
  }

  function number(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const isNumbered = !isSpace(unit) && /^,?"\d+"\s*:\s*$/.test(held);
    if (isNumbered && beginValue(unit)) return at;
    const more = held + text.charAt(at);
    if (isNumbered || more.length > longestNumber || !/^,?"\d*(?:"\s*(?::\s*)?)?$/.test(more)) {
      leave();
      return at;
    }
    held = more;
    return at + 1;
  }

  /** `false`: nothing that JSON knows begins like this. */
  function beginValue(unit: number): boolean {
    const isRow = unit === brace;
    if (!isRow && !/["[\dtfn-]/.test(String.fromCharCode(unit))) return false;
    held = '';
    if (isFirst) begin(lists++);
    isFirst = false;
    [opens, closes] = unit === bracket ? [bracket, bracketEnd] : [brace, braceEnd];
    step = isRow || unit === bracket || unit === quote ? inValue : inWord;
    return true;
  }

  /** A row; or a list or a text in the place of one. */
  function inValue(text: string, at: number): number {
    for (let i = at; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (escaped) escaped = false;
      else if (inString) {
        if (unit === backslash) escaped = true;
        else if (unit === quote) inString = false;
        if (inString || depth > 0) continue;
        return endValue(text, at, i + 1);
      } else if (unit === quote) inString = true;
      else if (unit === opens) depth += 1;
      else if (unit === closes) {
        depth -= 1;
        if (depth === 0) return endValue(text, at, i + 1);
      }
    }
    keepPiece(text.slice(at));
    return text.length;
  }

  /** `null`, `false`, a number. */
  function inWord(text: string, at: number): number {
    let end = at;
    while (end < text.length && /[\w.+-]/.test(text.charAt(end))) end++;
    if (end < text.length) return endValue(text, at, end);
    keepPiece(text.slice(at));
    return end;
  }

  function keepPiece(piece: string): void {
    length += piece.length;
    if (length > most.row) throw new TransportError('too-large', 'maybe', `a row longer than ${most.row}`);
    pieces.push(piece);
  }

  function endValue(text: string, at: number, end: number): number {
    keepPiece(text.slice(at, end));
    const value = parsed(pieces.join(''));
    pieces = [];
    length = 0;
    if (value === undefined) {
      // As wrong as it was: what is left must be no JSON either.
      write('?');
      leave();
      return end;
    }
    rows += 1;
    if (rows > most.rows) throw new TransportError('too-large', 'maybe', `more than ${most.rows} rows`);
    const record = isRecord(value) ? withoutProto(value) : null;
    hasRow ||= record !== null;
    hasOther ||= record === null && value !== null && value !== false;
    row(lists - 1, record ?? {});
    step = afterRow;
    return end;
  }

  function afterRow(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) return at + 1;
    if (unit !== comma) {
      leave();
      return at;
    }
    held = ',';
    step = beforeRow;
    return at + 1;
  }

  return {
    /** Throws a `TransportError` (`too-large`) where there are too many rows, or one that does not end. */
    take(text: string): void {
      for (let at = 0; at < text.length; ) at = step(text, at);
    },
    /** The reply without its rows; `null` where that is longer than any reply of this API. */
    rest(): string | null {
      // A row that was cut off: what is left ends in the middle too.
      if (rest !== null) write(held);
      return rest;
    },
    /** The reply so far ends in the middle of a list of rows. */
    isInRows: () => step !== plain && !isFirst,
  };
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

function isRecord(value: unknown): value is CdrRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `JSON.parse` makes `__proto__` an ordinary key; whoever copies the row with `Object.assign` would set a prototype. Only a row that
 * has it is copied: a copy of each would cost more than parsing did.
 */
function withoutProto(row: CdrRecord): CdrRecord {
  return Object.hasOwn(row, '__proto__')
    ? Object.fromEntries(Object.entries(row).filter(([column]) => column !== '__proto__'))
    : row;
}
