import { grouped } from '../../util/grouped.ts';
import type { Card } from './card.ts';
import { safe } from './formula.ts';
import { parted } from './parted-zero.ts';

/** Google's columns, which Outlook, Google and Apple take: so many numbers as somebody has. */
export function toTable(cards: readonly Card[]): string {
  const most = Math.max(1, ...cards.map(({ numbers }) => numbers.length));
  const places = Array.from({ length: most }, (_, at) => at);
  const heading = [
    ...['Name', 'Nickname', 'Organization Name', 'Notes'],
    ...places.flatMap((at) => [`Phone ${at + 1} - Label`, `Phone ${at + 1} - Value`]),
  ];
  const rows = cards.map(({ name, nickname = '', company, note, numbers }) => [
    ...[name, nickname, company, note].map(safe),
    ...places.flatMap((at) => {
      const { label = '', number = '' } = numbers[at] ?? {};
      const shown = parted(grouped(number));
      return [safe(label), isPlainNumber(shown) ? shown : safe(shown)];
    }),
  ]);
  // Without the mark, Excel reads Thai as the West's letters.
  return `\ufeff${[heading, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** `+66 81 234 5678` is no formula that does anything, and with an apostrophe no program would read it as a number. */
const isPlainNumber = (number: string): boolean => /^\+?[\d (][\d ().-]*$/.test(number);

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$|^'/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
