/** Numbers that PBXs write where a caller keeps theirs to themselves. */
const withheld = /^(?:anonymous|private|unavailable|unknown|restricted|withheld)$/i;

export const isWithheld = (number: string): boolean => withheld.test(number);
