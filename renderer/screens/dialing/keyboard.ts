import type { RefObject } from 'preact';
import { digitMeant, type Field } from './number-field.ts';
import type { DialPadState } from './state.ts';

const onThePad = /^[\d*#+]$/;
/** What a name begins with, or an action. Other signs are keys of the program (`/`, `?`). */
const writes = /^[\p{L}\p{M}>]$/u;

/** What a key does by itself on the element it goes to, and must go on doing. */
function isForElement(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog, select, textarea, [role="listbox"]')) return true;
  return target.closest('button') !== null && (key === 'Enter' || key === ' ');
}

/**
 * The keyboard is a dial pad wherever the focus is on this screen, and a paste is a number. In the number box itself
 * the browser does the editing; only what it would not do right is done here.
 */
export function listenEverywhere(
  box: RefObject<HTMLInputElement | null>,
  state: DialPadState,
  here: () => Field,
  /** The arrow down in an empty box: to what there is to call without typing. */
  onFavourites: () => void,
): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isForElement(event.target, event.key)) return;
    const inBox = event.target === box.current;

    if (event.key === 'Enter') {
      event.preventDefault();
      // Enter that is held must not go on to the question, and through it.
      if (!event.repeat) void state.call();
      return;
    }
    if (event.key === 'ArrowDown' && inBox) {
      event.preventDefault();
      if (here().shown === '') event.repeat || onFavourites();
      else state.choosing.move(1);
      return;
    }
    if (
      event.key === 'ArrowUp' &&
      inBox &&
      (state.choosing.shown.peek() || state.choosing.lost.peek() !== null)
    ) {
      event.preventDefault();
      state.choosing.move(-1);
      return;
    }
    const meant = state.isName.peek() ? null : digitMeant(event);
    if (meant !== null) {
      event.preventDefault();
      box.current?.focus();
      state.press(meant, here(), event.key);
      return;
    }
    if (event.key === '0' && event.repeat && holdZero(event)) return;
    if (inBox) return;
    if (onThePad.test(event.key)) {
      event.preventDefault();
      state.press(event.key, here());
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      state.remove(here());
    } else if (!writes.test(event.key)) return;
    // The focus moves before the browser puts a letter in.
    box.current?.focus();
  }

  /** A 0 that is held becomes a + where a + can stand: at the beginning. */
  function holdZero(event: KeyboardEvent): boolean {
    const at = here();
    if (at.start !== 1 || (at.shown[0] !== '0' && at.shown[0] !== '+')) return false;
    event.preventDefault();
    if (at.shown[0] === '0') state.press('+', { ...at, start: 0, end: 1 });
    return true;
  }

  function onPaste(event: ClipboardEvent): void {
    if (isForElement(event.target, '')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (text.trim() === '') return;
    box.current?.focus();
    void state.paste(text, here());
  }

  /** Before the page hears of it, which would hide the window. */
  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !state.choosing.shown.peek()) return;
    if (isForElement(event.target, event.key)) return;
    event.preventDefault();
    if (!event.repeat) state.choosing.close();
  }

  document.addEventListener('keydown', onEscape, { capture: true });
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('keydown', onEscape, { capture: true });
    document.removeEventListener('keydown', onKeyDown);
    document.removeEventListener('paste', onPaste);
  };
}
