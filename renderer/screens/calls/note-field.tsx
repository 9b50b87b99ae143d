import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../ui/context.ts';
import { RoomLeft, useRoom } from '../../ui/room.tsx';
import { Tag } from '../../ui/tag.tsx';

interface Props {
  readonly note: string;
  /** As it is by now: a mark may be added to it beside the field. */
  readonly now: () => string;
  /** The person's own, without the sign. */
  readonly tags: readonly string[];
  /** As it is typed. */
  readonly onNote: (text: string) => void;
  /** The person goes on to something else. */
  readonly onNoteEnd: () => void;
}

/** Of what is offered under a note. */
const mostOffered = 6;
/** The contract's `longestNote`. */
export const longestNote = 2_000;

/** A note, as high as its lines, and the tags that other notes have. */
export function NoteField({ note, now, tags, onNote, onNoteEnd }: Props) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note);
  const room = useRoom(note, longestNote);
  const offered = tags.filter((tag) => !text.toLowerCase().includes(`#${tag.toLowerCase()}`));

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    // Its border stands around what scrolls.
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [text]);

  /** What was added elsewhere is not to be written over by what is typed here. */
  function takeIn(next: string): void {
    if (field.current === null || field.current.value === next) return;
    field.current.value = next;
    room.hold(next);
    setText(next);
  }
  useLayoutEffect(() => {
    if (field.current !== document.activeElement) takeIn(note);
  }, [note]);

  function typed(next: string): void {
    setText(next);
    onNote(next);
  }

  function add(tag: string): void {
    const next = text === '' || /\s$/.test(text) ? `${text}${tag} ` : `${text} ${tag} `;
    if (next.length > longestNote || field.current === null) return;
    field.current.value = next;
    field.current.focus();
    typed(room.take(field.current));
  }

  return (
    <div class="call-note">
      <label for={id}>{words.calls.note}</label>
      <textarea
        id={id}
        ref={field}
        class="field-input"
        rows={2}
        placeholder={words.calls.noteHint}
        spellcheck={false}
        defaultValue={note}
        aria-invalid={room.tooMany !== null}
        onInput={(event) => !event.isComposing && typed(room.take(event.currentTarget))}
        onCompositionEnd={(event) => typed(room.take(event.currentTarget))}
        onFocus={() => takeIn(now())}
        onBlur={onNoteEnd}
      />
      <RoomLeft length={text.length} longest={longestNote} tooMany={room.tooMany} />
      {offered.length > 0 && (
        <div class="call-tags">
          {offered.slice(0, mostOffered).map((tag) => (
            <Tag key={tag} tag={`#${tag}`} label={words.calls.addTag(`#${tag}`)} onPress={add} />
          ))}
        </div>
      )}
    </div>
  );
}
