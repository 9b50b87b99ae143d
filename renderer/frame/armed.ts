import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const answering: ReadonlySet<string> = new Set(['Enter', ' ']);
/** Keys to find one's way with. All others write: whoever writes means another window. */
const wayfinding: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab', 'Escape'],
  ...['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'],
]);

/**
 * Whether a question takes a yes. It does once it has been on the screen for `after` milliseconds, with the focus, and nobody has tried
 * to answer it, or written, for as long: what went down sooner was meant for what was there before.
 *
 * @param yes what is clicked for a yes
 * @param onScreen its window is shown
 */
export function useArmed(after: number, yes: RefObject<HTMLElement | null>, onScreen = true): boolean {
  const [armed, setArmed] = useState(false);

  useEffect(() => {
    if (!onScreen) return;
    let quietSince: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastDown = 0;

    function wait(from: number): void {
      quietSince = from;
      setArmed(false);
      clearTimeout(timer);
      timer = setTimeout(() => setArmed(true), from + after - performance.now());
    }

    /** By when it went down, not by when a busy page hears of it. */
    function isEarly(down: number): boolean {
      if (quietSince !== null && down - quietSince >= after) return false;
      if (quietSince !== null) wait(Math.max(quietSince, down));
      return true;
    }

    function refuse(event: Event): void {
      event.preventDefault();
      event.stopPropagation();
    }

    function onKey(event: KeyboardEvent): void {
      if (answering.has(event.key)) {
        if (isEarly(event.timeStamp)) refuse(event);
      } else if (!wayfinding.has(event.key) && quietSince !== null) wait(event.timeStamp);
    }

    const isYes = ({ target }: Event) => target instanceof Node && yes.current?.contains(target) === true;

    function onDown(event: PointerEvent): void {
      if (!isYes(event)) return;
      lastDown = event.timeStamp;
      isEarly(lastDown);
    }

    /** `detail` 0: no pointer did it, but a key that was heard already, or a screen reader. */
    function onClick(event: MouseEvent): void {
      if (event.detail > 0 && isYes(event) && isEarly(lastDown)) refuse(event);
    }

    /** Who writes elsewhere goes on writing when the focus is taken from them, or comes back from a locked screen. */
    function onFocus(): void {
      if (quietSince !== null) wait(performance.now());
    }

    // At the second frame the first one, which has the question in it, has been drawn.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => wait(performance.now()));
    });
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('pointerdown', onDown, { capture: true });
    window.addEventListener('click', onClick, { capture: true });
    window.addEventListener('focus', onFocus);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('pointerdown', onDown, { capture: true });
      window.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('focus', onFocus);
    };
  }, [onScreen]);

  return armed;
}
