import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Milliseconds. Nobody sees and presses sooner: the press was meant for what stood there before. */
const soon = 300;

/**
 * Calls come into the list under somebody's pointer. A press on Call just after its rows moved is not taken, for it would ring somebody else, which
 * nothing takes back; one by a key is for the row that has the focus, wherever that went. `places`: how far down each row is seen.
 */
export function useJustMoved(
  scroller: RefObject<HTMLElement | null>,
  revision: number,
  places: () => ReadonlyMap<string, number>,
): void {
  const before = useRef<{ readonly revision: number; readonly places: ReadonlyMap<string, number> } | null>(
    null,
  );
  const movedAt = useRef(Number.NEGATIVE_INFINITY);

  useLayoutEffect(() => {
    const now = { revision, places: places() };
    const known = before.current;
    // What moves without another list was moved by the person: they scrolled, or unfolded something.
    if (known !== null && known.revision !== revision)
      for (const [id, place] of now.places)
        if ((known.places.get(id) ?? place) !== place) movedAt.current = performance.now();
    before.current = now;
  });

  useLayoutEffect(() => {
    const list = scroller.current;
    let isEarly = false;
    const down = (event: PointerEvent) => {
      isEarly = event.timeStamp - movedAt.current < soon;
    };
    const click = (event: MouseEvent) => {
      const isOnCall = event.target instanceof Element && event.target.closest('.call-again') !== null;
      // Without a pointer there was no press that could have been meant for another place: a key, a screen reader.
      if (!isEarly || event.detail === 0 || !isOnCall) return;
      event.preventDefault();
      event.stopPropagation();
    };
    list?.addEventListener('pointerdown', down, true);
    list?.addEventListener('click', click, true);
    return () => {
      list?.removeEventListener('pointerdown', down, true);
      list?.removeEventListener('click', click, true);
    };
  }, []);
}
