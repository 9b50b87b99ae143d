import type { DialState } from '../contract/dialing.ts';
import type { PageState } from '../contract/page.ts';

/** Milliseconds since the last call was asked for. Nobody tells this program when it ended. */
export const longestCall = 60 * 60_000;

export interface AtDesk {
  /** `null`: there is a page. It goes only where nobody sees it, nothing plays and nothing is typed (`desktop/page-rest.ts`). */
  readonly resting: { readonly state: Pick<PageState, 'number' | 'outcome'> | null } | null;
  readonly dial: DialState['kind'];
  /** Milliseconds since 1970. */
  readonly lastCall: number | null;
  readonly now: number;
}

/** The program may be put in the place of itself and started again, and nobody misses anything. */
export function mayInstall({ resting, dial, lastCall, now }: AtDesk): boolean {
  if (resting === null || dial === 'calling' || dial === 'asking') return false;
  // A number that waits for its last digits, and a failure that nobody has read, are shown by the page that comes back, of this run.
  if (resting.state !== null && (resting.state.number.shown !== '' || resting.state.outcome !== null))
    return false;
  return lastCall === null || Math.abs(now - lastCall) >= longestCall;
}
