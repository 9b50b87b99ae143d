import { withFewMarks } from '../util/few-marks.ts';
import { isExtensionLike } from './channels.ts';
import type { CdrRecord } from './record.ts';

/**
 * A row of the CDR table, cleaned: text of bounded length without control characters, numbers as numbers. The names are
 * the table's own, so that what is kept on disk is read by the same code as what the PBX sends.
 */
export interface Row {
  readonly calldate: string;
  readonly src: string;
  readonly dst: string;
  readonly dcontext: string;
  /** `null`: there is no such column. Empty: there was no such channel. */
  readonly channel: string | null;
  readonly dstchannel: string | null;
  readonly lastapp: string | null;
  readonly lastdata: string;
  readonly duration: number | null;
  readonly billsec: number | null;
  readonly disposition: string | null;
  readonly uniqueid: string;
  readonly linkedid: string;
  /** Number of the CDR since Asterisk started; `null` where there is none. */
  readonly sequence: number | null;
  readonly recordingfile: string;
  readonly did: string;
  readonly cnum: string;
  readonly cnam: string;
  readonly dst_cnam: string;
  readonly clid: string;
}

/** Longest texts that are kept. What is longer was not written by a PBX that means well. */
const longest = { number: 80, channel: 200, data: 500, name: 200, file: 300 } as const;

/** Beyond printable ASCII, or white space at an end: most columns have neither, and need no closer look. */
const unusual = /[^ -~]|^ | $/;
const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/** Zero width, bidirectional overrides (which make a name read as another one), halves of characters. */
const invisible = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu;

function clean(value: string, most: number): string {
  // Bounded first: a name of a megabyte must not be searched for control characters.
  if (value.length <= most && !unusual.test(value)) return value;
  const some = value.length > most * 4 ? value.slice(0, most * 4) : value;
  const plain = control.test(some) ? some.replace(breaks, ' ').replace(invisible, '') : some;
  const text = withFewMarks(plain).trim();
  // Never half a character: what is cut between the two halves of one becomes a control character.
  return text.length > most
    ? text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
    : text;
}

function text(value: unknown, most: number): string {
  if (typeof value === 'string') return value === '' ? '' : clean(value, most);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

function column(value: unknown, most: number): string | null {
  return value === undefined ? null : text(value, most);
}

function count(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(number) && number >= 0 && number < 1e12 ? Math.floor(number) : null;
}

/** Longer than any call: it would make a week's figures those of one row. */
const longestCall = 7 * 86_400;

function seconds(value: unknown): number | null {
  const number = count(value);
  return number !== null && number <= longestCall ? number : null;
}

/** A name that was cut would be another file's: one that is too long or holds control characters is no name. */
function fileName(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest.file || control.test(value)) return '';
  return value.trim();
}

/** As it stands in a row that was read. */
export const readName = (value: unknown): string => text(value, longest.name);

export function readRow(record: CdrRecord): Row {
  return {
    calldate: text(record.calldate, 40),
    src: text(record.src, longest.number),
    dst: text(record.dst, longest.number),
    dcontext: text(record.dcontext, longest.number),
    channel: column(record.channel, longest.channel),
    dstchannel: column(record.dstchannel, longest.channel),
    lastapp: column(record.lastapp, longest.number),
    lastdata: text(record.lastdata, longest.data),
    duration: seconds(record.duration),
    billsec: seconds(record.billsec),
    disposition: column(record.disposition, 40),
    uniqueid: text(record.uniqueid, longest.number),
    linkedid: text(record.linkedid, longest.number),
    sequence: count(record.sequence),
    recordingfile: fileName(record.recordingfile),
    did: text(record.did, longest.number),
    cnum: text(record.cnum, longest.number),
    cnam: text(record.cnam, longest.name),
    dst_cnam: text(record.dst_cnam, longest.name),
    clid: text(record.clid, longest.name + longest.number),
  };
}

/** Only what is there, for the disk: most columns of most rows are empty. */
export function writeRow(row: Row): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(row)) {
    // An empty channel and a missing column are two things; all others are empty where they are missing.
    if (value === null || (value === '' && !nullable.has(name))) continue;
    kept[name] = value;
  }
  return kept;
}

const nullable: ReadonlySet<string> = new Set(['channel', 'dstchannel', 'lastapp', 'disposition']);

/**
 * What is left of a colleague's part in one of the user's own calls: that somebody else was rung, and whether they answered. Whose
 * number, name and recording it was is theirs.
 */
export function withoutPeople(row: Row): Row {
  const { calldate, dcontext, channel, dstchannel, lastapp, duration, billsec, disposition } = row;
  const { uniqueid, linkedid, sequence } = row;
  // Named one by one: a column that is new stays out until somebody has thought about whose it is.
  return {
    ...{ calldate, dcontext, channel, dstchannel, lastapp, duration, billsec, disposition },
    ...{ uniqueid, linkedid, sequence },
    ...{
      src: '',
      dst: '',
      did: '',
      cnum: '',
      cnam: '',
      dst_cnam: '',
      clid: '',
      lastdata: '',
      recordingfile: '',
    },
  };
}

/** The same row in another reply. `uniqueid` alone is no key, and `sequence` may be 0 in all rows. */
export function isSameRow(a: Row, b: Row): boolean {
  return (
    a.sequence === b.sequence &&
    a.dstchannel === b.dstchannel &&
    a.calldate === b.calldate &&
    a.channel === b.channel &&
    a.uniqueid === b.uniqueid &&
    a.lastapp === b.lastapp &&
    a.duration === b.duration &&
    a.billsec === b.billsec &&
    a.disposition === b.disposition &&
    (a.uniqueid !== '' || (a.src === b.src && a.dst === b.dst))
  );
}

/** The same for rows that may be the same. */
export function rowHash(row: Row): string {
  return `${row.uniqueid}|${row.sequence}|${row.calldate}|${row.dstchannel}`;
}

/** `1795415765.0`, or `pbx1-1795415765.0`: the moment at which the channel was made, by the PBX's own clock. */
export function epochOf(id: string): number | null {
  const found = /(?:^|-)(\d{9,11})\.\d+$/.exec(id);
  return found ? Number(found[1]) * 1_000 : null;
}

/**
 * The name of the caller with that number: the column made for it, else the quoted part of `clid`. Each stands beside a number of its
 * own, and is that number's: after a transfer it may be a colleague's, and a click-to-call puts a customer's beside the phone that it rings.
 */
export function callerName(row: Row, number: string, isOutsider: boolean): string {
  // Who calls from outside may present one number and be billed by another: both are theirs.
  const goesWith = (beside: string): boolean =>
    isSameNumber(beside, number) || (isOutsider && !isExtensionLike(beside));
  if (row.cnam !== '' && goesWith(row.cnum || row.src)) return row.cnam;
  const { name, number: beside } = readClid(row.clid);
  return goesWith(beside || row.src) ? name : '';
}

/** `"Name" <number>`. */
export function readClid(clid: string): { readonly name: string; readonly number: string } {
  const [, name = '', number = ''] = /^"([^"]*)"\s*(?:<([^>]*)>)?/.exec(clid) ?? [];
  return { name: name.trim(), number: number.trim() };
}

/** So many digits at its end are those of one number, in whatever form: `0812345678`, `+66812345678`. */
const telling = 7;

function isSameNumber(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  return one.length >= telling && other.length >= telling && one.slice(-telling) === other.slice(-telling);
}

export function callerNumber(row: Row): string {
  return row.src || row.cnum || (/<([^>]*)>/.exec(row.clid)?.[1]?.trim() ?? '');
}
