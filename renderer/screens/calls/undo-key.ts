import { useEffect } from 'preact/hooks';

const text = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

/** Ctrl+Z (on macOS Cmd), by its place on the board and wherever the focus went with a row that went; in a text it is the text's. */
export function useUndoKey(undo: () => unknown): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, code, ctrlKey, metaKey, shiftKey, altKey } = event;
      const isOurs = code === 'KeyZ' && (ctrlKey || metaKey) && !shiftKey && !altKey;
      if (!isOurs || (target instanceof HTMLElement && target.matches(text))) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [undo]);
}
