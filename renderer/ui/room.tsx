import { useRef, useState } from 'preact/hooks';
import { useWords } from './context.ts';
import './room.css';

/** So many before the end, a text says how much room is left; a short one in its last quarter. */
const near = 100;

interface Room {
  /** What the field holds now: what is too long to be added is not, and what stood there stays. */
  take(element: HTMLTextAreaElement | HTMLInputElement): string;
  /** It holds this now, whoever put it there. */
  hold(value: string): void;
  /** The same before it goes in, for a text that is kept nowhere but in its box: a secret. */
  admit(event: InputEvent, element: HTMLInputElement): void;
  /** Letters that were too many; `null`: none. */
  readonly tooMany: number | null;
}

/**
 * A field that takes so many letters, and cuts none: `maxLength` would cut what is pasted without a word. A text that was longer before can be
 * made shorter.
 */
export function useRoom(start: string, longest: number): Room {
  const held = useRef(start);
  const [tooMany, setTooMany] = useState<number | null>(null);
  return {
    tooMany,
    hold(value) {
      if (value.length <= longest) held.current = value;
    },
    admit(event, { value, selectionStart, selectionEnd }) {
      const added = (event.data ?? event.dataTransfer?.getData('text/plain') ?? '').length;
      const over = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0)) + added - longest;
      const tooLong = added > 0 && over > 0;
      if (tooLong) event.preventDefault();
      setTooMany(tooLong ? over : null);
    },
    take(element) {
      const { value } = element;
      const before = held.current;
      if (value.length <= longest || value.length < before.length) {
        setTooMany(null);
        held.current = value;
        return value;
      }
      const caret = (element.selectionEnd ?? value.length) - (value.length - before.length);
      setTooMany(value.length - longest);
      element.value = before;
      element.setSelectionRange(Math.max(0, caret), Math.max(0, caret));
      return before;
    },
  };
}

interface Props {
  readonly length: number;
  readonly longest: number;
  readonly tooMany: number | null;
}

/** A field at the end of a list has its foot out of sight. */
const bringIntoSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Beneath such a field: what was not taken, or how much it takes still, once that is little. */
export function RoomLeft({ length, longest, tooMany }: Props) {
  const { room } = useWords();
  if (tooMany !== null)
    return (
      <p class="aside room-none" role="alert" ref={bringIntoSight}>
        {room.tooLong(tooMany)}
      </p>
    );
  const left = Math.max(0, longest - length);
  return left > Math.min(near, longest / 4) ? null : (
    <p class="aside figures" ref={bringIntoSight}>
      {room.left(left)}
    </p>
  );
}
