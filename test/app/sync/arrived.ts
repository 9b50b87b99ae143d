import { type Arrivals, openArrivals } from '../../../app/sync/arrivals.ts';
import type { CdrRow } from '../../pbx/cdr.ts';

/** Rows as a reply of them leaves them for a desk. */
export function arrived(rows: readonly CdrRow[], extension = '101'): Arrivals {
  const arrivals = openArrivals({ extension, agentId: null });
  for (const row of rows) arrivals.row(row);
  return arrivals;
}
