import type { Attempt, Favourite } from '../../../../app/contract.ts';
import type { Known } from './matches.ts';

/** What the dial pad knows numbers from: the favourites in their order, then the calls, newest first. */
export function knownFrom(favourites: readonly Favourite[], attempts: readonly Attempt[]): Known[] {
  return [
    ...favourites.map(
      ({ number, display, name }): Known => ({
        number,
        display,
        name: name || null,
        from: 'favourite',
        at: null,
      }),
    ),
    ...attempts.map(
      ({ number, display, at }): Known => ({ number, display, name: null, from: 'recent', at }),
    ),
  ];
}
