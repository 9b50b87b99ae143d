import type { NumberWay } from '../state/number-menu.ts';

/**
 * What the right button of the mouse finds on an element: a number, how it is read, and as what it is called from there. `extension`: stands
 * beside the number, and not in it.
 */
export const numberHere = (
  number: string,
  display: string,
  from: NumberWay,
  extension: string | null = null,
) => ({
  'data-number': number,
  'data-display': display,
  'data-from': from,
  'data-extension': extension ?? undefined,
});
