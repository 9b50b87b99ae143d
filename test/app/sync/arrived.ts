import { openReplyRows, type ReplyRows } from '../../../app/sync/reply-rows.ts';
import type { CdrRow } from '../../pbx/cdr.ts';

/** Rows as a reply of them leaves them for a desk. */
export function arrived(rows: readonly CdrRow[], extension = '101'): ReplyRows {
  const reply = openReplyRows({ extension, agentId: null });
  for (const row of rows) reply.row(row);
  return reply;
}
