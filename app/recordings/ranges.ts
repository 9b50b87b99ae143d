/** RFC 9110, 14: what a `Range` header asks of a representation of a known length. */
export type Range =
  | { readonly kind: 'whole' }
  /** `from` up to, not including, `to`. */
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'unsatisfiable' };

const whole: Range = { kind: 'whole' };
const unsatisfiable: Range = { kind: 'unsatisfiable' };

/**
 * Other units, malformed headers and several ranges at once get the whole, as 14.2 allows: players ask for one
 * range. 16 digits and more are beyond what a number holds exactly, and beyond any recording.
 */
export function parseRange(header: string | null, length: number): Range {
  const match = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') {
    // The last so many bytes.
    const from = Math.max(0, length - Number(last));
    return from < length ? { kind: 'part', from, to: length } : unsatisfiable;
  }
  const from = Number(first);
  const to = last === '' ? length : Math.min(Number(last) + 1, length);
  if (last !== '' && Number(last) < from) return whole;
  return from < length ? { kind: 'part', from, to } : unsatisfiable;
}

export interface RangeHead {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
}

/** Status and headers of the answer, and which bytes follow. */
export function rangeHead(range: Range, length: number, mime: string): RangeHead {
  const common = {
    'Accept-Ranges': 'bytes',
    // A recording in the browser's cache would lie on disk unencrypted and outlive sign-out.
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  if (range.kind === 'unsatisfiable') {
    const headers = { ...common, 'Content-Range': `bytes */${length}`, 'Content-Length': '0' };
    return { status: 416, headers, from: 0, to: 0 };
  }
  const { from, to } = range.kind === 'part' ? range : { from: 0, to: length };
  const headers = { ...common, 'Content-Type': mime, 'Content-Length': String(to - from) };
  if (range.kind === 'whole') return { status: 200, headers, from, to };
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${from}-${to - 1}/${length}` },
    from,
    to,
  };
}
