import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContactsState } from './state.ts';

/** A file, or rows of a table: neither is meant for a box of one line. */
const isPeople = (text: string): boolean => /\n/.test(text.trim()) || /^\s*BEGIN:VCARD/i.test(text);

/** Files that are dropped on the screen or pasted, and rows that were copied from a table. `isOver`: a file is held above it. */
export function useArriving(state: ContactsState) {
  const pane = useRef<HTMLDivElement>(null);
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;

    function onPaste(event: ClipboardEvent): void {
      const [file] = event.clipboardData?.files ?? [];
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (state.isBusy() || (file === undefined && !isPeople(pasted))) return;
      event.preventDefault();
      void (file === undefined ? state.readText(pasted) : state.read(file));
    }

    function onOver(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    }

    function onLeave(event: DragEvent): void {
      const to = event.relatedTarget;
      if (!(to instanceof Node && element?.contains(to))) setIsOver(false);
    }

    function onDrop(event: DragEvent): void {
      const [file] = event.dataTransfer?.files ?? [];
      setIsOver(false);
      if (file === undefined) return;
      event.preventDefault();
      // Elsewhere in the window, a file that is dropped sets the program up.
      event.stopPropagation();
      if (!state.isBusy()) void state.read(file);
    }

    document.addEventListener('paste', onPaste);
    element.addEventListener('dragover', onOver);
    element.addEventListener('dragleave', onLeave);
    element.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      element.removeEventListener('dragover', onOver);
      element.removeEventListener('dragleave', onLeave);
      element.removeEventListener('drop', onDrop);
    };
  }, [state]);

  return { pane, isOver };
}
