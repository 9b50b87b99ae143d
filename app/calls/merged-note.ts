/** Two notes of one call. What one of them says already, in whole lines, is not said twice: so it does not matter how often they meet. */
export function mergedNote(here: string, other: string): string {
  if (here === '' || hasLines(other, here)) return other;
  if (other === '' || hasLines(here, other)) return here;
  return `${here}\n${other}`;
}

const hasLines = (text: string, part: string): boolean => `\n${text}\n`.includes(`\n${part}\n`);
