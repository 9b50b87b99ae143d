import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { dayOf, momentOfDay } from '../../../app/words/dates.ts';
import { usePbxZone, useWords } from '../../ui/context.ts';
import { focusSoon } from '../../ui/focus-soon.ts';
import { CallRow, isLongNote, mayOpen, mayPlay, type RowActions, RowToCome } from './call-row.tsx';
import { isKnown } from './call-text.ts';
import { useJustMoved } from './just-moved.ts';
import { useRowKeys } from './row-keys.ts';
import { createRush } from './rush.ts';
import { type Listing, type Opened, type Place, showsDetails } from './state.ts';
import { type Higher, layOut, tabStop, windowOf } from './windowing.ts';

/** As the style sheets have them. */
export const heights = { row: 54, heading: 30, said: 74 } as const;

/** Where to scroll to: a row, by its call, where that is known, else by its place. Each wish is a new value. */
export interface GoTo extends Partial<Pick<Place, 'id' | 'offset'>> {
  readonly index: number;
}

interface Props extends RowActions {
  readonly listing: Listing;
  readonly now: number;
  readonly busy: boolean;
  readonly opened: Opened | null;
  /** Of each caller with something to be done there is one row. */
  readonly byCaller: boolean;
  /** All of them are with one person. */
  readonly ofPerson: boolean;
  readonly goTo: GoTo | null;
  readonly unfold: (call: CallView, opened: Opened) => ComponentChildren;
  readonly onNeed: (from: number, to: number) => void;
  readonly onScroll: (to: Place) => void;
  readonly onFold: () => void;
  /** Its note. */
  readonly onWrite: (call: CallView) => void;
  /** Of the player that is unfolded; once more, it goes on. */
  readonly onPause: () => void;
  readonly children: ComponentChildren;
}

/**
 * The calls, of which those on the screen and a few beyond are drawn. Each item says its place and how many there are, because the
 * others are not in the page for a screen reader to count.
 */
export function CallList(props: Props) {
  const { listing, now, opened, onNeed } = props;
  const words = useWords();
  const zone = usePbxZone();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600, rushes: false });
  const [unfolded, setUnfolded] = useState<Higher | null>(null);

  const openedAt = opened === null ? -1 : placeOf(listing, opened.id);
  const higher = useMemo(() => (props.ofPerson ? higherRows(listing) : []), [listing, props.ofPerson]);
  const layout = layOut(
    listing.days,
    heights,
    unfolded !== null && openedAt >= 0 ? [...higher, { index: openedAt, height: unfolded.height }] : higher,
  );
  const [from, to] = windowOf(layout, view.top, view.height);
  const kept = useRowKeys(scroller, layout, heights, (what, index) => {
    const call = listing.rows.get(index);
    if (call === undefined) return;
    if (what === 'done') {
      if (call.toDo > 0 || call.reminder !== null) props.onDone(call);
      return;
    }
    if (what === 'play') {
      if (opened?.id === call.id && opened.part === 'player') props.onPause();
      else if (mayPlay(call)) props.onPlay(call);
      return;
    }
    if (what === 'open') {
      if (mayOpen(call)) props.onOpenIn?.(call);
      return;
    }
    if (what === 'person') {
      if (isKnown(call)) props.onPerson(call);
      return;
    }
    if (what === 'press') {
      props.onMore(call);
      return;
    }
    if (what === 'note') {
      props.onWrite(call);
      focusSoon(`[data-index="${index}"] textarea`);
      return;
    }
    if (opened?.id !== call.id || !showsDetails(opened)) props.onMore(call);
  });
  const stop = tabStop(kept, (index) => listing.rows.has(index), [from, to]);

  useEffect(() => {
    // What nobody can read as it flies by is not asked for.
    if (!view.rushes) onNeed(from, to);
  }, [from, to, view.rushes, listing, onNeed]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const rush = createRush((rushes) => setView((now) => ({ ...now, rushes })));
    const measure = () => {
      const [top, height] = [element.scrollTop, element.clientHeight];
      setView({ top, height, rushes: rush.moved(top, height) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      rush.end();
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  useLayoutEffect(() => {
    if (props.goTo === null || scroller.current === null) return;
    const { id, offset } = props.goTo;
    const found = id === undefined ? -1 : placeOf(listing, id);
    const index = found < 0 ? props.goTo.index : found;
    const above = offset ?? (index === 0 ? -layout.top(0) : -heights.heading);
    scroller.current.scrollTop = layout.top(index) + above;
  }, [props.goTo]);

  useEffect(() => {
    const index = layout.at(view.top);
    const call = listing.rows.get(index);
    if (call) props.onScroll({ id: call.id, index, offset: view.top - layout.top(index) });
  }, [view.top, listing]);

  useAnchor(scroller, listing, view.top, layout);

  // Which rows are drawn: those on the screen, the one that the keyboard is at, and the one that is unfolded.
  const drawn = new Set<number>();
  for (let index = from; index < to; index++) drawn.add(index);
  for (const index of [kept, stop, openedAt]) if (index >= 0 && index < layout.total) drawn.add(index);

  useJustMoved(scroller, listing, drawn, layout);

  const heading = (day: string): string => dayOf(words, momentOfDay(day, zone), now, zone);
  const topDay = layout.dayOf(layout.at(view.top));
  const nextDay = listing.days[topDay + 1];
  const nextHeading = nextDay ? layout.top(nextDay.first) - heights.heading - view.top : heights.heading;

  return (
    <div class="calls-frame">
      {layout.total > 0 && (
        <p
          class="calls-day calls-day-stuck aside"
          aria-hidden="true"
          // The heading that comes pushes the one before it away.
          style={{ transform: `translateY(${Math.min(0, nextHeading - heights.heading)}px)` }}
        >
          {heading(listing.days[topDay]?.day ?? '')}
        </p>
      )}
      <div class="calls-scroll" ref={scroller}>
        <ul class="calls" aria-label={words.calls.list} style={{ height: `${layout.height}px` }}>
          {[...drawn]
            .sort((a, b) => a - b)
            .map((index) => {
              const call = listing.rows.get(index);
              const day = listing.days[layout.dayOf(index)];
              const isFirst = day?.first === index;
              const own = call !== undefined && opened?.id === call.id ? opened : null;
              return (
                <li
                  key={call?.id ?? `to come ${index}`}
                  class="call-item"
                  data-index={index}
                  aria-posinset={index + 1}
                  aria-setsize={layout.total}
                  style={{ top: `${layout.top(index) - (isFirst ? heights.heading : 0)}px` }}
                >
                  {isFirst && <h3 class="calls-day aside">{heading(day.day)}</h3>}
                  {call === undefined || (view.rushes && index !== stop && own === null) ? (
                    <RowToCome />
                  ) : (
                    <KeptRow
                      call={call}
                      busy={props.busy}
                      isStop={index === stop}
                      opened={own}
                      onCall={props.onCall}
                      onPerson={props.onPerson}
                      onPlay={props.onPlay}
                      onMore={props.onMore}
                      onOpenIn={props.onOpenIn}
                      onDone={props.onDone}
                      onRemind={props.onRemind}
                      standsForAll={props.byCaller}
                      ofPerson={props.ofPerson}
                    >
                      {own !== null && (
                        <Fold
                          onHeight={(height) => setUnfolded({ index, height })}
                          onFold={() => {
                            setUnfolded(null);
                            props.onFold();
                          }}
                        >
                          {props.unfold(call, own)}
                        </Fold>
                      )}
                    </KeptRow>
                  )}
                </li>
              );
            })}
        </ul>
        {props.children}
      </div>
    </div>
  );
}

/** Drawn again only where something of it changed: while somebody scrolls, only places do. */
function KeptRow(props: Parameters<typeof CallRow>[0]) {
  const { call, busy, isStop, opened, standsForAll, ofPerson, children } = props;
  const { onCall, onPerson, onPlay, onMore, onDone, onRemind, onOpenIn } = props;
  return useMemo(
    () => <CallRow {...props} />,
    [
      ...[call, busy, isStop, opened, standsForAll, ofPerson, children],
      ...[onCall, onPerson, onPlay, onMore, onDone, onRemind, onOpenIn],
    ],
  );
}

interface FoldProps {
  readonly onHeight: (height: number) => void;
  readonly onFold: () => void;
  readonly children: ComponentChildren;
}

/** What is unfolded inside a row tells how high it is; the rows below make room. Escape folds it, and leaves the window. */
export function Fold({ onHeight, onFold, children }: FoldProps) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef({ onHeight, onFold });
  latest.current = { onHeight, onFold };
  useLayoutEffect(() => {
    const own = element.current;
    if (own === null) return;
    const measure = () => latest.current.onHeight(own.offsetHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(own);
    measure();
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      const row = own.closest('li');
      latest.current.onFold();
      row?.querySelector<HTMLElement>('.call-more')?.focus();
    };
    own.addEventListener('keydown', pressed);
    return () => {
      observer.disconnect();
      own.removeEventListener('keydown', pressed);
    };
  }, []);
  return (
    <div class="call-fold" ref={element}>
      {children}
    </div>
  );
}

/** On a person's page: rows whose note has two lines. */
const higherRows = ({ rows }: Listing): Higher[] =>
  [...rows].flatMap(([index, call]) =>
    isLongNote(call) ? [{ index, height: heights.said - heights.row }] : [],
  );

function placeOf({ rows }: Listing, id: string): number {
  for (const [index, call] of rows) if (call.id === id) return index;
  return -1;
}

/** What somebody is reading stays where it is while calls come in above it; at the top, the new ones are what they came for. */
function useAnchor(
  scroller: { readonly current: HTMLDivElement | null },
  listing: Listing,
  top: number,
  layout: ReturnType<typeof layOut>,
): void {
  const anchor = useRef<{ readonly id: string; readonly top: number; readonly revision: number } | null>(
    null,
  );
  useLayoutEffect(() => {
    const before = anchor.current;
    const element = scroller.current;
    if (before && element && before.revision !== listing.revision && top > 0) {
      const place = placeOf(listing, before.id);
      if (place >= 0) element.scrollTop += layout.top(place) - before.top;
    }
    const index = layout.at(element?.scrollTop ?? 0);
    const call = listing.rows.get(index);
    anchor.current = call ? { id: call.id, top: layout.top(index), revision: listing.revision } : null;
  });
}
