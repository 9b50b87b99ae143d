import type { CdrRecord } from '../cdr/record.ts';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import { openDecoder } from './charset.ts';
import { saysNoRecords } from './empty-window.ts';
import type { Mask } from './plain-text.ts';
import { helpDeskLine, readReplyText } from './replies.ts';
import { type CutterBounds, createRowCutter, listIn } from './row-cutter.ts';
import { type StreamedReply, TransportError } from './transport.ts';

/** Takes the rows of one reply, in the order in which they come. */
export interface RowSink {
  row(record: CdrRecord): void;
}

export interface CdrReply<Sink extends RowSink> {
  /** What took the rows; only that of a whole and good reply is given away. */
  readonly rows: Sink;
  /** The PBX's clock, to the second: milliseconds since 1970 (`Date`, RFC 9110 §6.6.1). `null`: it does not say. */
  readonly at: number | null;
}

/**
 * A reply to `cdrapi` while it comes: in memory is one row and what the sink keeps. PHP gives `null`, `false`, `""` or nothing where
 * there are no rows, and an object keyed by numbers where rows were filtered out of an array. What is no row among them counts as one
 * of which nothing is known: left out, it would make a window that was cut look complete. Throws what the transport throws, and its
 * `no-reply` where the reply ends among its rows.
 */
export async function readCdrReply<Sink extends RowSink>(
  { status, headers, body }: StreamedReply,
  open: () => Sink,
  hide: Mask,
  bounds: Partial<CutterBounds> = {},
): Promise<Reply<CdrReply<Sink>>> {
  const sinks: Sink[] = [];
  const decoder = openDecoder(headers['content-type'] ?? '');
  const cutter = createRowCutter({
    begin: () => sinks.push(open()),
    row: (list, record) => sinks[list]?.row(record),
    bounds,
  });
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    cutter.take(decoder.take(piece));
  }
  cutter.take(decoder.end());

  const head = { status, headers, bytes };
  const reply = readReplyText(head, (cutter.rest() ?? '').trim(), hide);
  // Where neither a length nor a chunk tells, only the rows do that it was this API, until something on the way hung up.
  if (!reply.ok && reply.failure.code === 'not-this-api' && cutter.isInRows())
    throw new TransportError('no-reply', 'maybe', 'the reply ends among its rows');
  if (!reply.ok && !isEmptyWindow(reply.failure)) return reply;
  const value = reply.ok ? reply.value.value : null;
  const rows = isNothing(value) ? open() : sinks[listIn(value) ?? -1];
  if (rows === undefined) return fail('not-this-api', { details: helpDeskLine(head) });
  const at = Date.parse(headers.date ?? '');
  return ok({ rows, at: Number.isFinite(at) ? at : null });
}

/** Some scripts have no other word for a window without calls than a failure, and some give it a 404. */
export function isEmptyWindow({ code, message = '' }: Failure): boolean {
  return code === 'refused' && saysNoRecords(message);
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === '';
}
