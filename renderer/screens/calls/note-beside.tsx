import { useEffect, useRef } from 'preact/hooks';
import type { CallView } from '../../../app/contract/calls.ts';
import { NoteField } from './note-field.tsx';
import type { RecentCallsState } from './state.ts';
import './call-details.css';

interface Props {
  readonly call: CallView;
  readonly state: Pick<RecentCallsState, 'notes' | 'listing' | 'closeNote'>;
}

/** The note of a call whose recording plays above it. Escape folds it alone: the player stays. */
export function NoteBeside({ call, state: { notes, listing, closeNote } }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = element.current;
    own?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      const row = own.closest('li');
      closeNote();
      row?.querySelector<HTMLElement>('.call-play')?.focus();
    });
    return () => void notes.keep();
  }, []);
  return (
    <div class="call-details" ref={element}>
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
