import type { Call, Recording } from '../cdr/call.ts';
import type { Viewing } from './view.ts';

/** A recording, and whom it is with. */
export interface Savable extends Pick<Call, 'direction'> {
  readonly recording: Recording;
  /** As it is shown; empty where nobody knows. */
  readonly number: string;
  readonly name: string;
}

/** Each recording of some calls. */
export function savableOf(
  calls: readonly Call[],
  { numberOf, nameOf }: Pick<Viewing, 'numberOf' | 'nameOf'>,
): Savable[] {
  return calls.flatMap((call) => {
    const number = call.party.number === null ? '' : numberOf(call.party.number).display;
    const about = { direction: call.direction, number, name: nameOf(call) ?? '' };
    return call.recordings.map((recording) => ({ recording, ...about }));
  });
}
