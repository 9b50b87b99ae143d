import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { makesWay, placeAt, withinList } from './order.ts';

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
  /** The rows as they stood when it was taken. */
  readonly rows: readonly unknown[];
  readonly from: number;
  readonly rowHeight: number;
  /** Where on the list the row was taken: the list may scroll meanwhile. */
  readonly takenAt: number;
  readonly moved: number;
  /** It was let go, and lies in its new place until the list itself has it there. */
  readonly isDropped: boolean;
}

/** Near an edge of the list it scrolls, so that a row can be carried beyond what is in sight. */
const edge = 28;
const scrollStep = 10;

/** Rows of one height, carried by their grip with a mouse, a pen or a finger. Where they become others meanwhile, none is carried. */
export function useDragging(
  rows: readonly unknown[],
  onDrop: (from: number, to: number) => Promise<void>,
): {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly isCarrying: boolean;
  readonly of: (index: number) => Dragged;
} {
  const list = useRef<HTMLUListElement>(null);
  const [taken, setCarried] = useState<Carried | null>(null);
  const carried = taken?.rows === rows ? taken : null;
  const count = rows.length;
  const to = carried ? placeAt(carried.from, carried.moved, carried.rowHeight, count) : 0;

  const onTheList = (event: PointerEvent) => event.clientY + (list.current?.scrollTop ?? 0);

  function take(event: PointerEvent, from: number): void {
    if (event.button !== 0 || carried !== null || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const rowHeight = event.currentTarget.closest('li')?.offsetHeight ?? 0;
    setCarried({ rows, from, rowHeight, takenAt: onTheList(event), moved: 0, isDropped: false });
  }

  function carry(event: PointerEvent): void {
    if (carried === null || carried.isDropped) return;
    const box = list.current?.getBoundingClientRect();
    if (list.current && box) {
      if (event.clientY < box.top + edge) list.current.scrollTop -= scrollStep;
      if (event.clientY > box.bottom - edge) list.current.scrollTop += scrollStep;
    }
    const { from, rowHeight, takenAt } = carried;
    setCarried({ ...carried, moved: withinList(from, onTheList(event) - takenAt, rowHeight, count) });
  }

  async function drop(): Promise<void> {
    if (carried === null || carried.isDropped) return;
    const { from, rowHeight } = carried;
    // Until the list has the new order: back in the old one for a moment, all of the rows would jump.
    setCarried({ ...carried, moved: (to - from) * rowHeight, isDropped: true });
    if (to !== from) await onDrop(from, to);
    setCarried(null);
  }

  return {
    list,
    isCarrying: carried !== null && !carried.isDropped,
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
          onPointerUp: () => void drop(),
          onPointerCancel: () => setCarried(null),
        },
      };
    },
  };
}
