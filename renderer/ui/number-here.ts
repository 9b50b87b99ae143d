import type { NumberHere } from '../state/number-menu.ts';

/** What the right button of the mouse finds on an element. */
export const numberHere = ({ number, display, from, extension, name }: NumberHere) => ({
  'data-number': number,
  'data-display': display,
  'data-from': from,
  'data-extension': extension ?? undefined,
  'data-name': name,
});
