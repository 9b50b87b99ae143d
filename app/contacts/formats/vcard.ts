import { type Parted, withExtension } from '../../numbers/extension.ts';
import { type Card, type CardNumber, knownLabel } from './card.ts';
import type { FileText } from './text.ts';
import { type CardLine, cardsIn } from './vcard-lines.ts';

/** Groups of people are no people. */
export function* vcardsIn(file: FileText): Generator<Card> {
  for (const lines of cardsIn(file)) {
    const card = cardOf(lines);
    if (card !== null) yield card;
  }
}

/** The parts of a structured value; a comma that nobody escaped is a comma, for 2.1 knows no other, and many write 3.0 so. */
function partsOf(value: string): string[] {
  const parts: string[][] = [[]];
  for (const [piece] of value.matchAll(/\\.|[^;\\]+|[;\\]/gs))
    if (piece === ';') parts.push([]);
    else parts.at(-1)?.push(piece);
  return parts.map((pieces) => unescaped(pieces.join('')));
}

const unescaped = (text: string): string =>
  text
    .replace(/\\([\\,;:n])/gi, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
    .replace(/\r\n?/g, '\n');

function cardOf(properties: readonly CardLine[]): Card | null {
  const of = (name: string) => partsOf(properties.find((one) => one.name === name)?.value ?? '');
  const textOf = (name: string) => unescaped(properties.find((one) => one.name === name)?.value ?? '').trim();
  const kind = `${textOf('KIND')}${textOf('X-ADDRESSBOOKSERVER-KIND')}`;
  if (kind.toLowerCase() === 'group') return null;
  const [family = '', given = '', more = '', before = ''] = of('N');
  const sounds = ['FIRST', 'MIDDLE', 'LAST'].map((part) => textOf(`X-PHONETIC-${part}-NAME`));
  const whole = textOf('FN') || words(before, given, more, family) || textOf('NICKNAME') || words(...sounds);
  const company = of('ORG')
    .filter((part) => part.trim() !== '')
    .join(', ');
  const numbers = properties
    .filter(({ name }) => name === 'TEL')
    .sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred))
    .flatMap((tel): CardNumber[] => {
      const parted = withoutUri(unescaped(tel.value));
      return parted === null ? [] : [{ number: withExtension(parted), label: labelOf(tel, properties) }];
    });
  // Of whom nothing else is known, programs write the number in the place of the name, which no vCard may leave empty.
  const name = whole === company || numbers.some(({ number }) => number === whole) ? '' : whole;
  const note = properties.filter(({ name }) => name === 'NOTE').map(({ value }) => unescaped(value));
  // Several are a list (RFC 6350 §6.2.3).
  const nickname =
    listOf(properties.find((one) => one.name === 'NICKNAME')?.value ?? '').join(', ') ||
    androids('nickname', properties);
  return {
    name,
    ...(name === '' || nickname === '' || nickname === name ? {} : { nickname }),
    ...{ company, note: note.join('\n'), numbers },
  };
}

/** What version 2.1 has no name for, Android writes so: `X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;ต้น;1;;`. */
function androids(what: string, properties: readonly CardLine[]): string {
  for (const { name, value } of properties) {
    if (name !== 'X-ANDROID-CUSTOM') continue;
    const [kind, text = ''] = partsOf(value);
    if (kind === `vnd.android.cursor.item/${what}`) return text.trim();
  }
  return '';
}

const listOf = (value: string): string[] =>
  value
    .split(/(?<!\\),/)
    .map((one) => unescaped(one).trim())
    .filter((one) => one !== '');

const words = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

/** What a telephone keys after a pause (`,`, on older ones `p`), or once it is told to (`;`, `w`). More digits are another number. */
const paused = /^(\+?\d(?:[\s().-]*\d){6,}|\+?\(\d+\)(?:[\s().-]*\d){5,})\s*[,;pw]+\s*(\d{1,6})\s*#?$/i;

/**
 * Version 4.0 writes `tel:+66-81-234-5678;ext=12` (RFC 3966). `null`: it leads to somebody inside another exchange (`;phone-context=`, or who
 * has an address there), and would ring somebody else in this one.
 */
function withoutUri(value: string): Parted | null {
  const [, before, keyed] = paused.exec(value.trim()) ?? [];
  if (before !== undefined && keyed !== undefined) return { number: before, extension: keyed };
  const [, tel, number = value, params = ''] = /^(?:(tel:)|sips?:)([^;?]*)(.*)$/i.exec(value.trim()) ?? [];
  const called = percentDecoded(tel === undefined ? number.replace(/@.*$/s, '') : number);
  const isElsewhere = number !== value && (tel === undefined || /;phone-context=/i.test(params));
  if (isElsewhere && !/^\+|\d(?:\D*\d){6}/.test(called)) return null;
  return { number: called, extension: /;ext=(\d+)/i.exec(params)?.[1] ?? null };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Apple names a label by a line of the same group: `item1.X-ABLabel:_$!<Mobile>!$_`, or in the person's own words. */
function labelOf({ group, types, ownLabel }: CardLine, properties: readonly CardLine[]): string {
  const named = properties.find((one) => one.name === 'X-ABLABEL' && one.group === group);
  const own = group === '' || named === undefined ? undefined : unescaped(named.value);
  if (own !== undefined) {
    const apples = /^_\$!<(.*)>!\$_$/.exec(own)?.[1];
    return apples === undefined ? own : (knownLabel(apples) ?? apples);
  }
  return knownLabel(types.join(' ')) ?? knownLabel(ownLabel) ?? ownLabel;
}
