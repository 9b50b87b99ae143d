import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { makesWay, placeAt } from './order.ts';

export interface Dragged {
  /** It is the one that is carried. */
  readonly lifted: boolean;
  /** By how many pixels it is drawn away from its place. */
  readonly shift: number;
  readonly grip: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

interface Carried {
  readonly from: number;
  readonly rowHeight: number;
  /** Where on the list the row was taken: the list may scroll meanwhile. */
  readonly takenAt: number;
  readonly moved: number;
}

/** Near an edge of the list it scrolls, so that a row can be carried beyond what is in sight. */
const edge = 28;
const scrollStep = 10;

/** Rows of one height, carried by their grip with a mouse, a pen or a finger. */
export function useDragging(
  count: number,
  onDrop: (from: number, to: number) => void,
): { readonly list: RefObject<HTMLUListElement | null>; readonly of: (index: number) => Dragged } {
  const list = useRef<HTMLUListElement>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  const to = carried ? placeAt(carried.from, carried.moved, carried.rowHeight, count) : 0;

  const onTheList = (event: PointerEvent) => event.clientY + (list.current?.scrollTop ?? 0);

  function take(event: PointerEvent, from: number): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const rowHeight = event.currentTarget.closest('li')?.offsetHeight ?? 0;
    setCarried({ from, rowHeight, takenAt: onTheList(event), moved: 0 });
  }

  function carry(event: PointerEvent): void {
    if (carried === null) return;
    const box = list.current?.getBoundingClientRect();
    if (list.current && box) {
      if (event.clientY < box.top + edge) list.current.scrollTop -= scrollStep;
      if (event.clientY > box.bottom - edge) list.current.scrollTop += scrollStep;
    }
    setCarried({ ...carried, moved: onTheList(event) - carried.takenAt });
  }

  function drop(): void {
    if (carried !== null && to !== carried.from) onDrop(carried.from, to);
    setCarried(null);
  }

  return {
    list,
    of(index) {
      const lifted = carried?.from === index;
      return {
        lifted,
        shift:
          carried === null
            ? 0
            : lifted
              ? carried.moved
              : makesWay(index, carried.from, to) * carried.rowHeight,
        grip: {
          onPointerDown: (event) => take(event, index),
          onPointerMove: carry,
          onPointerUp: drop,
          onPointerCancel: () => setCarried(null),
        },
      };
    },
  };
}
