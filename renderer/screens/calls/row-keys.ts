import { useEffect, useRef, useState } from 'preact/hooks';
import { focusOnce } from '../../ui/focus-soon.ts';
import { letterPlace } from '../../ui/letter-place.ts';
import { type Heights, type Layout, scrollTo } from './windowing.ts';

const rowsPerPage = 8;

type RowAct = 'play' | 'note' | 'done' | 'person' | 'open' | 'more' | 'press';
/** By their place on the board: a Thai layout has no N. */
const letters: Readonly<Record<string, RowAct>> = {
  KeyN: 'note',
  KeyM: 'done',
  KeyP: 'person',
  KeyO: 'open',
};

/** Of buttons, by their class. Every row has the last one. */
const kinds = [
  'call-person',
  'call-play',
  'call-again',
  'call-open',
  'call-done',
  'call-remind',
  'call-more',
] as const;
const kindOf = ({ classList }: HTMLElement) => kinds.find((kind) => classList.contains(kind)) ?? 'call-more';

/**
 * The keyboard in a long list: Tab comes to one row and leaves it again, the arrows, Page Up and Down, Home and End go from row to row
 * and stay at the same button; in a row without it at More, and never at Call. Space on Call plays the recording, or pauses it: it never calls. N writes
 * a note, M marks done, P opens the person's page, O what the number leads to. From the player all that it does not use itself.
 */
export function useRowKeys(
  scroller: { readonly current: HTMLElement | null },
  layout: Layout,
  heights: Heights,
  act: (what: RowAct, index: number) => void,
): number {
  const [stop, setStop] = useState(0);
  const last = Math.max(0, layout.total - 1);
  /** What the arrows are on their way with, at a button that may be another. */
  const way = useRef<{ readonly at: HTMLElement; readonly kind: (typeof kinds)[number] } | null>(null);
  /** The row that they go to is not drawn yet, nor has the focus: what is pressed by then is about neither row. By `performance.now()`. */
  const waitsUntil = useRef(0);

  function rowAt(index: number): HTMLElement | null {
    return scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const row = target?.closest<HTMLElement>('[data-index]');
    // In a note, or a slider of the player, the arrows have other work; and the player has taken what it has a use for.
    const isInPlayer = target?.matches('.player button') ?? false;
    if (!row || !target || event.defaultPrevented) return;
    if (!isInPlayer && !target.matches('.call-action, .call-person')) return;
    const here = Number(row.dataset.index);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const what = event.key === ' ' && target.matches('.call-again') ? 'play' : letters[letterPlace(event)];
    const acts = what !== undefined || event.key === 'Enter' || event.key === ' ';
    if (acts && performance.now() < waitsUntil.current) {
      event.preventDefault();
      return;
    }
    if (what !== undefined) {
      event.preventDefault();
      if (!event.repeat) act(what, here);
      return;
    }
    const goes: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      // Above the player is the row that it is unfolded in.
      ArrowUp: isInPlayer ? here : here - 1,
      PageDown: here + rowsPerPage,
      PageUp: here - rowsPerPage,
      Home: 0,
      End: last,
    };
    const wanted = goes[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const there = Math.min(last, Math.max(0, wanted));
    const own = isInPlayer ? 'call-play' : kindOf(target);
    const kind = way.current?.at === target ? way.current.kind : own;
    setStop(there);
    const list = scroller.current;
    if (list) list.scrollTop = scrollTo(layout, heights, there, list.scrollTop, list.clientHeight);
    const find = (): HTMLElement | undefined => {
      const buttons = [...(rowAt(there)?.querySelectorAll<HTMLElement>('.call-action, .call-person') ?? [])];
      const at = buttons.find((button) => kindOf(button) === kind) ?? buttons.at(-1);
      if (at) way.current = { at, kind };
      return at;
    };
    // At once, where it can be: the next key may come before the next frame.
    const drawn = find();
    if (drawn) {
      drawn.focus({ preventScroll: true });
      return;
    }
    waitsUntil.current = performance.now() + 1_000;
    focusOnce(find, { preventScroll: true });
  }

  function onFocus(event: FocusEvent): void {
    const row =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (!row) return;
    waitsUntil.current = 0;
    setStop(Number(row.dataset.index));
  }

  /** The right button of the mouse: what more there is to do with a call. */
  function onContextMenu(event: MouseEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const row = target?.closest('.call-row')?.closest<HTMLElement>('[data-index]');
    if (row) act('more', Number(row.dataset.index));
  }

  /** A press on a row, and not on a button of it, shows what is known, or hides it. It never calls. */
  function onClick(event: MouseEvent): void {
    const target =
      event.target instanceof HTMLElement || event.target instanceof SVGElement ? event.target : null;
    // The second of a double click would take back what the first did; who has just marked a text pressed nothing.
    if (event.detail > 1 || getSelection()?.isCollapsed === false || target?.closest('button')) return;
    const row = target?.closest('.call-row')?.closest<HTMLElement>('[data-index]');
    if (row) act('press', Number(row.dataset.index));
  }

  // By listeners of its own: the list itself is nothing to be pressed.
  const latest = useRef({ onKeyDown, onFocus, onContextMenu, onClick });
  latest.current = { onKeyDown, onFocus, onContextMenu, onClick };
  useEffect(() => {
    const element = scroller.current;
    const pressed = (event: KeyboardEvent) => latest.current.onKeyDown(event);
    const focused = (event: FocusEvent) => latest.current.onFocus(event);
    element?.addEventListener('keydown', pressed);
    const asked = (event: MouseEvent) => latest.current.onContextMenu(event);
    const clicked = (event: MouseEvent) => latest.current.onClick(event);
    element?.addEventListener('click', clicked);
    element?.addEventListener('focusin', focused);
    element?.addEventListener('contextmenu', asked);
    return () => {
      element?.removeEventListener('keydown', pressed);
      element?.removeEventListener('click', clicked);
      element?.removeEventListener('focusin', focused);
      element?.removeEventListener('contextmenu', asked);
    };
  }, []);

  return Math.min(stop, last);
}
