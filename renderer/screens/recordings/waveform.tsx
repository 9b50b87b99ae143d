import { useMemo } from 'preact/hooks';
import { useWords } from '../../ui/context.ts';
import type { Sound } from './sound.ts';
import type { Loop } from './steering.ts';
import './waveform.css';

interface Props {
  readonly sound: Sound;
  /** As main knows it; the sound itself may tell later. */
  readonly seconds: number | null;
  /** The loudest of each part of each side; `null`: not known (yet). */
  readonly sides: readonly (readonly number[])[] | null;
  /** Seconds from the start. */
  readonly marks: readonly number[];
  readonly loop: Loop | null;
  readonly onSeek: (to: number) => void;
}

const height = 44;
/** Of a bar and the gap beside it, in the picture's own units. */
const pitch = 3;
/** An arrow key goes so far, and Page Up and Down so far. */
const step = 5;
const leap = 30;

/**
 * A slider of the platform, which every screen reader and keyboard knows, and over it the waveform as its track. Drawn as one path that is
 * shown twice: what was heard in the accent's colour, cut at the position. A library for this would bring styles of its own, which
 * the page's policy does not let in.
 */
export function Waves({ sound, seconds, sides, marks, loop, onSeek }: Props) {
  const words = useWords();
  const length = sound.length.value ?? seconds ?? 0;
  const at = Math.min(sound.at.value, length);
  const share = length > 0 ? at / length : 0;
  const bars = useMemo(() => (sides === null ? null : pathOf(sides)), [sides]);
  const width = (sides?.[0]?.length ?? 1) * pitch - 1;
  const placeOf = (moment: number): string =>
    `${length > 0 ? (Math.min(moment, length) / length) * 100 : 0}%`;

  function onKeyDown(event: KeyboardEvent): void {
    const by: Readonly<Record<string, number>> = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: leap,
      PageDown: -leap,
    };
    const far = by[event.key];
    if (far === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSeek(at + far);
  }

  return (
    <div class="wave">
      {bars === null ? (
        <span class="wave-line">
          <span style={{ transform: `scaleX(${share})` }} />
        </span>
      ) : (
        <svg
          class="wave-bars"
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path class="wave-rest" d={bars} />
          <path class="wave-heard" d={bars} style={{ clipPath: `inset(0 ${100 - share * 100}% 0 0)` }} />
        </svg>
      )}
      {loop !== null && (
        <span
          class="wave-loop"
          style={{ left: placeOf(loop.from), right: `calc(100% - ${placeOf(loop.to ?? at)})` }}
        />
      )}
      {marks.map((mark) => (
        <span key={mark} class="wave-mark" style={{ left: placeOf(mark) }} />
      ))}
      <span class="wave-hand" style={{ transform: `translateX(${share * 100}%)` }} />
      <input
        type="range"
        class="wave-slider"
        aria-label={words.recordings.position}
        aria-valuetext={words.recordings.positionText(words.calls.length(at), words.calls.length(length))}
        min={0}
        max={length}
        step={0.01}
        value={at}
        onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/**
 * Bars around a middle line, of each side its own. The loudest fills the height: quiet calls are as easy to find one's way in as loud ones; but
 * both sides are drawn to one scale.
 */
function pathOf(sides: readonly (readonly number[])[]): string {
  const loudest = Math.max(0.02, ...sides.flat());
  const room = height / sides.length;
  const bars = sides.flatMap((side, row) =>
    side.map((peak, index) => {
      const half = Math.max(0.75, ((peak / loudest) * room) / 2 - 1);
      return `M${index * pitch} ${(room * (row + 0.5) - half).toFixed(1)}h2v${(2 * half).toFixed(1)}h-2z`;
    }),
  );
  return bars.join('');
}
