import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { NoteField } from './note-field.tsx';
import type { Opened, RecentCallsState } from './state.ts';
import './call-details.css';

interface Props {
  readonly what: NonNullable<Opened['below']>;
  readonly onFold: () => void;
  readonly children: ComponentChildren;
}

/** What is told or written of a call whose recording plays above it. Escape folds it alone: the player stays. */
export function BelowPlayer({ what, onFold, children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = element.current;
    // The player may fill the window, and what unfolds below it would not be seen.
    own?.scrollIntoView({ block: 'nearest' });
    own?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      const row = own.closest('li');
      onFold();
      row?.querySelector<HTMLElement>(what === 'note' ? '.call-play' : '.call-more')?.focus();
    });
  }, []);
  return (
    <div class="below-player" ref={element}>
      {children}
    </div>
  );
}

interface NoteProps {
  readonly call: CallView;
  readonly state: Pick<RecentCallsState, 'notes' | 'listing'>;
}

export function NoteAlone({ call, state: { notes, listing } }: NoteProps) {
  useEffect(() => () => void notes.keep(), []);
  return (
    <div class="call-details">
      <NoteField
        note={notes.of(call)}
        now={() => notes.of(call)}
        tags={listing.value?.tags ?? []}
        onNote={(text) => notes.type(call.id, text)}
        onNoteEnd={() => void notes.keep()}
      />
    </div>
  );
}
