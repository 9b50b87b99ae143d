/** The columns of Asterisk's `cdr` table as FreePBX-style systems keep them. */
export const cdrColumns = [
  'calldate',
  'clid',
  'src',
  'dst',
  'dcontext',
  'channel',
  'dstchannel',
  'lastapp',
  'lastdata',
  'duration',
  'billsec',
  'disposition',
  'amaflags',
  'accountcode',
  'uniqueid',
  'userfield',
  'did',
  'recordingfile',
  'cnum',
  'cnam',
  'outbound_cnum',
  'outbound_cnam',
  'dst_cnam',
  'linkedid',
  'peeraccount',
  'sequence',
] as const;
export type CdrColumn = (typeof cdrColumns)[number];

/** As PHP's PDO gives it by default: every value a string or null. Columns may be missing, others may be there. */
export interface CdrRow extends Partial<Record<CdrColumn, string | null>> {
  readonly [unknownColumn: string]: string | null | undefined;
}

/** Since PHP 8.1 PDO's native statements give these as integers: the same PBX answers differently after an update. */
const integerColumns: readonly string[] = ['duration', 'billsec', 'amaflags', 'sequence'];

export function withPhpIntegers(row: CdrRow): Record<string, string | number | null | undefined> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      integerColumns.includes(column) && typeof value === 'string' && value !== '' ? Number(value) : value,
    ]),
  );
}

/** Gives moments as `yyyy-mm-dd hh:mm:ss` on the clocks of a zone. Made once per zone: making one is slow. */
export function clockOf(timeZone: string): (at: number) => string {
  // Swedish is the locale whose customary form is the one that SQL uses.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => format.format(at);
}

const sqlTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

export interface CdrQuery {
  readonly numRecords: number;
  readonly startTime: string;
  readonly endTime: string;
}

export function parseCdrQuery(parameters: Readonly<Record<string, unknown>>): CdrQuery | null {
  const { startTime, endTime } = parameters;
  const numRecords = Number(parameters.numRecords ?? Number.NaN);
  if (!Number.isInteger(numRecords) || numRecords < 1) return null;
  if (typeof startTime !== 'string' || !sqlTime.test(startTime)) return null;
  if (typeof endTime !== 'string' || !sqlTime.test(endTime)) return null;
  return { numRecords, startTime, endTime };
}

export type RowOrder = 'inserted' | 'newest-first' | 'shuffled';

/**
 * What `SELECT … WHERE calldate BETWEEN … LIMIT` leaves: both ends belong to the window, and the rows are put in
 * order before they are cut, so that the order decides which ones a full page loses.
 */
export function selectRows(
  rows: readonly CdrRow[],
  query: CdrQuery,
  how: { readonly order: RowOrder; readonly maxRows: number; readonly random: () => number },
): CdrRow[] {
  const within = rows.filter(
    ({ calldate }) =>
      typeof calldate === 'string' && calldate >= query.startTime && calldate <= query.endTime,
  );
  if (how.order === 'newest-first') {
    within.sort((a, b) => (a.calldate === b.calldate ? 0 : (a.calldate ?? '') < (b.calldate ?? '') ? 1 : -1));
  }
  if (how.order === 'shuffled') shuffle(within, how.random);
  return within.slice(0, Math.min(query.numRecords, how.maxRows));
}

function shuffle(rows: CdrRow[], random: () => number): void {
  const drawn = rows.map((row) => ({ row, at: random() }));
  drawn.sort((a, b) => a.at - b.at);
  rows.splice(0, rows.length, ...drawn.map(({ row }) => row));
}

/** A small generator with a seed (mulberry32): what is shuffled or made up is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
