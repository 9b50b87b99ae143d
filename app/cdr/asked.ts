import { isExtensionLike } from './channels.ts';
import { rounding } from './dispositions.ts';
import type { Leg } from './leg.ts';
import type { Tree } from './tree.ts';

/** What follows begins where this ends; two clocks, rounded to seconds. */
export const follows = (next: Leg, before: Leg): boolean => Math.abs(next.start - before.end) <= 2 * rounding;

/**
 * One of two who talk asked a third by a feature code, by way of a Local channel. The row that goes on from the caller's channel to that
 * Local channel is the same whichever of the two it was: as the one who asks, or as the one who was handed over. Another row tells: the called
 * phone's own asking (`AppDial`), or that the Local channel was then with the called phone.
 * `called` as well where there is no such question: a row of another kind, or an outsider's, who has no feature codes.
 */
export function whoAsked(next: Leg, had: Leg, { legs }: Tree): 'called' | 'caller' | null {
  const { from, to } = next;
  const isPhone = from.kind === 'peer' && (isExtensionLike(from.peer) || next.claim?.side === 'origin');
  if (to.kind !== 'local' || !isPhone || !isSameDial(next.row.lastdata, had.row.lastdata)) return 'called';
  const far = had.row.dstchannel;
  if (isAskedBy(far, to.pair, legs)) return 'called';
  return legs.some((leg) => joins(leg, next) && leg.row.dstchannel === far) ? 'caller' : null;
}

/** Of a colleague's row it is not kept. */
const isSameDial = (one: string, other: string): boolean => one === other || one === '' || other === '';

/** A called phone asks somebody by a feature code, during the call. */
export const isAsking = ({ row, to }: Leg): boolean => row.lastapp === 'AppDial' && to.kind === 'local';

const isAskedBy = (channel: string | null, pair: string, legs: readonly Leg[]): boolean =>
  legs.some(
    (leg) => isAsking(leg) && leg.row.channel === channel && 'pair' in leg.to && leg.to.pair === pair,
  );

/** With this row the one who was asked is with the one who was talked to before. No application ran on the Local channel: it was not sent anywhere. */
export function joins(leg: Leg, asking: Leg): boolean {
  return (
    asking.to.kind === 'local' &&
    leg.from.kind === 'local' &&
    leg.from.pair === asking.to.pair &&
    leg.row.lastapp === '' &&
    leg.row.dstchannel !== '' &&
    follows(leg, asking)
  );
}
