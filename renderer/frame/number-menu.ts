import type { NumberMenuState, NumberWay } from '../state/number-menu.ts';

/** The right button of the mouse, or the menu key, on a number (`ui/number-here.ts`). Marked text has a menu of its own. */
export function listenForNumberMenu(document: Document, menu: NumberMenuState): void {
  document.addEventListener('contextmenu', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const {
      number,
      display,
      from,
      extension,
      name = '',
    } = target?.closest<HTMLElement>('[data-number]')?.dataset ?? {};
    if (number === undefined || display === undefined || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const at = { x: Math.max(0, Math.round(event.clientX)), y: Math.max(0, Math.round(event.clientY)) };
    void menu.ask({ number, display, extension, name, from: from as NumberWay }, at);
  });
}
