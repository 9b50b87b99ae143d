import { numbersInText } from '../../app/numbers/from-text.ts';

const finding = { country: 'TH', internalLength: 5, internalShortest: 2 };
const line = 'คุณสมชาย Tel. 081-234-5678 ต่อ 12, order 4711/2569, a@b.example, +66 2 123 4567 and so on.\n';

/** Out of bytes, as a clipboard's text comes: one made by repeating is a rope that is woven at the first look. */
const textOf = (bytes: number): string =>
  Buffer.from(line.repeat(Math.ceil(bytes / Buffer.byteLength(line)))).toString('utf8');

/** Milliseconds for the numbers out of a page of text, and out of a thousand times as much. */
export function findNumbers(rounds: number): { readonly small: number[]; readonly huge: number[] } {
  const texts = { small: textOf(50_000), huge: textOf(50_000_000) };
  const took = { small: [] as number[], huge: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    for (const size of ['small', 'huge'] as const) {
      const from = performance.now();
      const found = numbersInText(texts[size], finding);
      const spent = performance.now() - from;
      if (found.length === 0) throw new Error('the finder found nothing in a text full of numbers');
      // The first round warms the compiler up.
      if (round >= 0) took[size].push(spent);
    }
  }
  return took;
}
