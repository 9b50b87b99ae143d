import { isObject } from './replies.ts';

/** A row of the CDR table as it arrived: any column may be missing, null, a string or a number. */
export type CdrRecord = Readonly<Record<string, unknown>>;

/**
 * The rows in a `value`. PHP gives `null`, `false`, `""` or nothing where there are none, and an object keyed by
 * numbers where rows were filtered out of an array. `null`: this is no list of rows. One odd row turns the whole list down:
 * a row left out would make a window that was cut look complete.
 */
export function readRows(value: unknown): CdrRecord[] | null {
  if (value === undefined || value === null || value === false || value === '') return [];
  const list = Array.isArray(value)
    ? value
    : isObject(value) && isNumbered(value)
      ? Object.values(value)
      : null;
  return list?.every(isObject) ? withoutProtos(list) : null;
}

function isNumbered(value: CdrRecord): boolean {
  return Object.keys(value).every((key) => /^\d+$/.test(key));
}

/**
 * `JSON.parse` makes `__proto__` an ordinary key; whoever copies the row with `Object.assign` would set a prototype. Only the
 * rows that have it are copied: a copy of each would cost more than parsing did.
 */
function withoutProtos(rows: readonly CdrRecord[]): CdrRecord[] {
  return rows.map((row) =>
    Object.hasOwn(row, '__proto__')
      ? Object.fromEntries(Object.entries(row).filter(([column]) => column !== '__proto__'))
      : row,
  );
}
