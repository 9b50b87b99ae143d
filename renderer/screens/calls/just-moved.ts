import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Listing as ListingOf } from '../../state/paged-list.ts';
import type { layOut } from './windowing.ts';

/** Milliseconds. Nobody sees and presses sooner: the press was meant for what stood there before. */
export const soon = 300;

/**
 * Calls come into the list under somebody's pointer. A press on Call just after its rows moved is not taken, for it would ring somebody else, which
 * nothing takes back; one by a key is for the row that has the focus, wherever that went. The same of people, whom a directory may bring late.
 */
export function useJustMoved(
  scroller: RefObject<HTMLElement | null>,
  { revision, rows }: ListingOf<{ readonly id: string }>,
  drawn: ReadonlySet<number>,
  layout: ReturnType<typeof layOut>,
): void {
  const before = useRef<{ readonly revision: number; readonly places: ReadonlyMap<string, number> } | null>(
    null,
  );
  const movedAt = useRef(Number.NEGATIVE_INFINITY);

  useLayoutEffect(() => {
    const top = scroller.current?.scrollTop ?? 0;
    const places = [...drawn].flatMap((index) => {
      const id = rows.get(index)?.id;
      return id === undefined ? [] : [[id, layout.top(index) - top] as const];
    });
    const now = { revision, places: new Map(places) };
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
