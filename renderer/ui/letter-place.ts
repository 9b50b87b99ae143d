/** `KeyM`: the letter at this place of the board, for a Thai layout has others there. Empty where it wrote `?`, which has work of its own and is Shift and that of M there. */
export const letterPlace = ({ key, code }: KeyboardEvent): string => (key === '?' ? '' : code);
