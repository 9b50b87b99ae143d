import { shownAt } from '../../../app/words/dates.ts';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { Prose } from '../../ui/prose.tsx';

const minute = 60_000;

/** So much, in milliseconds, is seen by somebody who compares two clocks. */
export const isNoticeable = (difference: number): boolean => Math.abs(difference) >= minute;

interface Props {
  /** The PBX's clock minus this computer's, in milliseconds. */
  readonly skew: number;
  readonly now: number;
}

/** How far the clocks of the PBX's zone are ahead of this computer's, in milliseconds. */
export function useZoneApart(now: number): number {
  const zone = usePbxZone();
  return shownAt(now, zone) - shownAt(now);
}

/** Why the times of the list are not those of the clock on the wall, or not those that the PBX tells elsewhere. */
export function PbxClock({ skew, now }: Props) {
  const words = useWords();
  const { inZone, wrong, span } = words.calls.clock;
  const between = useZoneApart(now);
  const lines = [
    isNoticeable(between) && inZone(spanOf(between), between > 0),
    isNoticeable(skew) && wrong(spanOf(skew), skew > 0),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <p class="aside pbx-clock">
      <Prose text={lines.join(' ')} />
    </p>
  );

  function spanOf(difference: number): string {
    const minutes = Math.round(Math.abs(difference) / minute);
    const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
    // Whoever is days off does not count the minutes.
    return span(days, hours, days > 0 ? 0 : minutes % 60);
  }
}
