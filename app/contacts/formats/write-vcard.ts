import type { Card } from './card.ts';

const types: Readonly<Record<string, string>> = {
  mobile: 'CELL',
  work: 'WORK',
  home: 'HOME',
  fax: 'FAX',
  pager: 'PAGER',
  main: 'MAIN',
  other: 'OTHER',
};

/** Version 3.0 in UTF-8, which every program reads; a label of the person's own as Apple, Google and Nextcloud write it. */
export function toVcards(cards: readonly Card[]): string {
  return cards.map(vcard).join('');
}

function vcard({ name, nickname = '', company, note, numbers }: Card): string {
  const called = name === '' ? company : name;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${text(called === '' ? (numbers[0]?.number ?? '') : called)}`,
    // Taking a name to pieces is a guess; all of it as the given name is shown right everywhere.
    `N:;${text(name)};;;`,
    ...(nickname === '' ? [] : [`NICKNAME:${text(nickname)}`]),
    ...(company === '' ? [] : [`ORG:${text(company)}`]),
    ...(name === '' && company !== '' ? ['X-ABSHOWAS:COMPANY'] : []),
    ...numbers.flatMap(({ number, label }, at) => {
      const type = types[label];
      if (type !== undefined) return [`TEL;TYPE=${type}:${text(number)}`];
      if (label === '') return [`TEL:${text(number)}`];
      return [`item${at + 1}.TEL:${text(number)}`, `item${at + 1}.X-ABLabel:${text(label)}`];
    }),
    ...(note === '' ? [] : [`NOTE:${text(note)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const text = (value: string): string => value.replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n');

/** No line longer than 75 bytes (RFC 2426), and no letter torn. */
function folded(line: string): string {
  let bytes = 0;
  let out = '';
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}
