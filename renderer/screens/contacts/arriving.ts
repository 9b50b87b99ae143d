import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContactsState } from './state.ts';

/** A file, or rows of a table: neither is meant for a box of one line. */
const isPeople = (text: string): boolean => /\n/.test(text.trim()) || /^\s*BEGIN:VCARD/i.test(text);

const isContactsFile = ({ name }: File): boolean => /\.(vcf|csv)$/i.test(name);

/**
 * Files that are dropped or pasted while this screen is looked at, and rows that were copied from a table. Beside the screen itself, on the
 * header say, a file has to be called one of contacts: others are taken there for what sets the program up. `isOver`: a file is held
 * above the window.
 */
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
      // Into nothing: out of the window.
      if (event.relatedTarget === null) setIsOver(false);
    }

    function onDrop(event: DragEvent): void {
      const [file] = event.dataTransfer?.files ?? [];
      setIsOver(false);
      const on = event.target;
      if (file === undefined || !(on instanceof Element)) return;
      // A question that stands before all the rest is answered first.
      const isBeside = on.closest('dialog') === null && isContactsFile(file);
      if (!(isBeside || element?.contains(on))) return;
      event.preventDefault();
      // Any other that is dropped in the window sets the program up.
      event.stopPropagation();
      if (!state.isBusy()) void state.read(file);
    }

    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [state]);

  return { pane, isOver };
}
