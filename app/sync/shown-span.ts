import type { Zone } from '../util/zone.ts';
import { bucketOf, type Span } from './buckets.ts';

/**
 * How far a span that is not the newest is asked for. Where it takes several looks of few requests, the rest of its last bucket would be
 * asked for again by each, and nothing else.
 */
export type Reach = 'to buckets' | 'to its end';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The newest bucket ends with the day after: a PBX whose clock is fast, or in another zone, has its newest calls there. */
export const ahead = 26 * hour;

/**
 * A span as the PBX's clock shows it, with all of the buckets that its ends lie in; the newest without an end. `from`: where the first
 * begins. Where the clock is moved within it, an hour is shown twice or never: more is asked for then, never less. `latest`: what to subtract
 * from a second so that no earlier moment is meant.
 */
export function shownSpan({ from, to }: Span, now: number, zone: Zone, reach: Reach) {
  const isNewest = to === Number.POSITIVE_INFINITY;
  const last = isNewest ? now : to;
  const bucketAt = (at: number): Span => {
    const length = 1_000 * bucketOf(Math.min(now - at, last - from) / 1_000);
    const begin = at - ((((at + zone.offset(at)) % length) + length) % length);
    return { from: begin, to: begin + length - 1 };
  };
  const begin = bucketAt(from).from;
  const offsets = [zone.offset(last), zone.offset(last + 3 * hour)];
  for (let at = begin; at < last; at += 3 * hour) offsets.push(zone.offset(at));
  const [least, most] = [Math.min(...offsets), Math.max(...offsets)];
  const endOfBucket = Math.max(last, Math.min(bucketAt(last - 1).to + 1, now));
  const end = isNewest
    ? Math.ceil((last + most + ahead) / day) * day - 2_000
    : Math.ceil(((reach === 'to its end' ? last : endOfBucket) + most) / minute) * minute - 1_000;
  return {
    span: { from: Math.floor((begin + least) / 1_000), to: end / 1_000 },
    from: begin,
    latest: least,
    present: Math.ceil((now + most) / 1_000),
  };
}
