const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name before a number. Behind one that is written from right to left the groups of the number would stand in the wrong order (Unicode
 * UAX #9, W2 and N1), and read as another number.
 */
export const beside = (name: string): string => (fromTheRight.test(name) ? `${name}\u200e` : name);
