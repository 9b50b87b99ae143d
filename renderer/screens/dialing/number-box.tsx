import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../ui/context.ts';
import { caretForDeleting, caretForDeletingForward, isName, longest, typedIn } from './number-field.ts';
import type { DialPadState } from './state.ts';

interface Props {
  readonly state: DialPadState;
  readonly boxRef: RefObject<HTMLInputElement | null>;
  /** Of the list of matches: its id where it is shown, and that of the one that is chosen. */
  readonly list: { readonly id: string | undefined; readonly chosen: string | undefined };
  /** The outcome stands where the number is; it stays there to be typed into. */
  readonly covered: boolean;
}

function sizeFor(shown: string): string {
  if (isName(shown)) return shown.length <= 16 ? 'number-name' : 'number-name number-small';
  if (shown.length <= 13) return 'number-large';
  return shown.length <= 17 ? 'number-medium' : 'number-small';
}

export function NumberBox({ state, boxRef, list, covered }: Props) {
  const words = useWords();
  const { shown, start, end } = state.field.value;

  /** An input method is writing, by what stands in the box: what is changed under it, it writes once more. */
  const isComposing = useRef(false);
  const [composed, setComposed] = useState(0);

  // The browser keeps the text and the caret while a person types; they are set only where grouping or a key of the pad
  // changed them. Setting them always would lose the undo history and fight with input methods.
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (box === null || isComposing.current) return;
    if (box.value !== shown) box.value = shown;
    if (box.selectionStart !== start || box.selectionEnd !== end) box.setSelectionRange(start, end);
    // A caret at the end of a long number must be in sight although the box may not have the focus.
    if (start === shown.length) box.scrollLeft = box.scrollWidth;
  }, [shown, start, end, composed]);

  function take(box: HTMLInputElement): void {
    const end = box.value.length;
    const next = { shown: box.value, start: box.selectionStart ?? end, end: box.selectionEnd ?? end };
    if (typedIn(next.shown).length > typedIn(shown).length + 1) state.put(next);
    else state.edit(next);
  }

  function beforeInput(event: InputEvent & { readonly currentTarget: HTMLInputElement }): void {
    const box = event.currentTarget;
    const at = { shown: box.value, start: box.selectionStart ?? 0, end: box.selectionEnd ?? 0 };
    if (at.start !== at.end) return;
    if (event.inputType === 'deleteContentBackward') {
      const caret = caretForDeleting(at);
      box.setSelectionRange(caret, caret);
    } else if (event.inputType === 'deleteContentForward') {
      const caret = caretForDeletingForward(at);
      box.setSelectionRange(caret, caret);
    }
  }

  return (
    <input
      ref={boxRef}
      class={`number ${sizeFor(shown)}`}
      type="text"
      aria-label={words.dial.number}
      placeholder={covered ? '' : words.dial.number}
      aria-autocomplete="list"
      aria-controls={list.id}
      aria-activedescendant={list.chosen}
      autocomplete="off"
      spellcheck={false}
      maxLength={longest}
      data-covered={covered}
      onBeforeInput={beforeInput}
      onInput={(event) => take(event.currentTarget)}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        take(event.currentTarget);
        setComposed((times) => times + 1);
      }}
    />
  );
}
