import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Contact, ContactNumber } from '../../../app/contract/contacts.ts';
import { leadsOn } from '../../state/open-in.ts';
import { useWords } from '../../ui/context.ts';
import { Fold } from '../calls/call-list.tsx';
import { RowToCome } from '../calls/call-row.tsx';
import { useJustMoved } from '../calls/just-moved.ts';
import { useRowKeys } from '../calls/row-keys.ts';
import { type Higher, layOut, tabStop, windowOf } from '../calls/windowing.ts';
import { ContactRow, firstOf } from './row.tsx';
import type { Listing } from './state.ts';

/** As the style sheets have them. */
const row = 54;
const letter = 26;

interface Props {
  readonly listing: Listing;
  readonly query: string;
  readonly busy: boolean;
  readonly opened: string | null;
  readonly unfold: (contact: Contact) => ComponentChildren;
  /** How far it is scrolled at first, in pixels. */
  readonly top: number;
  readonly onNeed: (from: number, to: number) => void;
  readonly onScroll: (top: number) => void;
  readonly onCall: (number: ContactNumber, contact: Contact) => void;
  readonly onOpen: (contact: Contact) => void;
  readonly onOpenIn: ((number: ContactNumber, contact: Contact) => void) | null;
  readonly onFold: () => void;
}

/** The people, of whom those on the screen and a few beyond are drawn, as in the list of calls. */
export function ContactList(props: Props) {
  const { listing, opened, onNeed } = props;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [unfolded, setUnfolded] = useState<Higher | null>(null);
  const isSearch = listing.sections[0]?.day === '';
  const heights = { row, heading: isSearch ? 0 : letter };
  const openedAt = opened === null ? -1 : placeOf(listing, opened);
  const layout = layOut(
    listing.sections,
    heights,
    unfolded !== null && openedAt >= 0 ? [{ index: openedAt, height: unfolded.height }] : [],
  );
  const [from, to] = windowOf(layout, view.top, view.height);
  const kept = useRowKeys(scroller, layout, heights, (what, index) => {
    const contact = listing.rows.get(index);
    if (contact === undefined || what === 'play' || what === 'done') return;
    if (what === 'open') {
      const number = firstOf(contact);
      if (number !== undefined && leadsOn(number.number)) props.onOpenIn?.(number, contact);
    } else if (what === 'press' || opened !== contact.id) props.onOpen(contact);
  });
  const stop = tabStop(kept, (index) => listing.rows.has(index), [from, to]);

  useEffect(() => onNeed(from, to), [from, to, listing, onNeed]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const scrolled = () => {
      measure();
      props.onScroll(element.scrollTop);
    };
    element.scrollTop = props.top;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, []);

  // What is found anew is looked at from its beginning.
  const before = useRef(props.query);
  useLayoutEffect(() => {
    if (before.current !== props.query) scroller.current?.scrollTo(0, 0);
    before.current = props.query;
  }, [props.query]);

  const drawn = new Set<number>();
  for (let index = from; index < to; index++) drawn.add(index);
  for (const index of [kept, stop, openedAt]) if (index >= 0 && index < layout.total) drawn.add(index);
  useJustMoved(scroller, listing, drawn, layout);

  return (
    <div class="calls-frame">
      <div class="calls-scroll contacts-scroll" ref={scroller}>
        <ul class="calls" aria-label={words.contacts.list} style={{ height: `${layout.height}px` }}>
          {[...drawn]
            .sort((a, b) => a - b)
            .map((index) => {
              const contact = listing.rows.get(index);
              const section = listing.sections[layout.dayOf(index)];
              const isFirst = section?.first === index && !isSearch;
              const isOpen = contact !== undefined && opened === contact.id;
              return (
                <li
                  key={contact?.id ?? `to come ${index}`}
                  class="call-item"
                  data-index={index}
                  aria-posinset={index + 1}
                  aria-setsize={layout.total}
                  style={{ top: `${layout.top(index) - (isFirst ? letter : 0)}px` }}
                >
                  {isFirst && <h3 class="contacts-letter aside">{section.day}</h3>}
                  {contact === undefined ? (
                    <RowToCome />
                  ) : (
                    <ContactRow
                      contact={contact}
                      busy={props.busy}
                      isStop={index === stop}
                      isOpen={isOpen}
                      onCall={props.onCall}
                      onOpen={props.onOpen}
                      onOpenIn={props.onOpenIn}
                    >
                      {isOpen && (
                        <Fold
                          onHeight={(height) => setUnfolded({ index, height })}
                          onFold={() => {
                            setUnfolded(null);
                            props.onFold();
                          }}
                        >
                          {props.unfold(contact)}
                        </Fold>
                      )}
                    </ContactRow>
                  )}
                </li>
              );
            })}
        </ul>
      </div>
    </div>
  );
}

function placeOf({ rows }: Listing, id: string): number {
  for (const [index, contact] of rows) if (contact.id === id) return index;
  return -1;
}
