import { fold } from '../util/characters.ts';
import { betweenExtensions } from './extension.ts';
import { isLabelledBehind, labelBefore, labelOfLine, type Written } from './labels.ts';
import { isGivenName } from './names.ts';

/** What the words around a number say about it. */

/** A label that runs into its number: `Tel0812345678`. */
const gluedLabel =
  /(?<![a-z])(?:tel|telephone|telefon|phone|mobile?|mob|handy|cell|call|callto|contact|hotline|whatsapp|office|home|sales|support|fax|[tmpf](?=[.:-]))[.:=-]?$/i;
/** `02-123-4567Fax.02-123-4568`, as pages lose their line breaks: the label of what comes next, or at least a word that begins there. */
const labelBehind =
  /^(?:tel|telephone|telefon|phone|mobile?|mob|cell|hotline|whatsapp|fax|e-?mail|line|web(?:site)?|www|facebook|address|office|home|sales|support|contact|call|ext|or|and)(?![a-z])|^[tmpf](?=[:.] ?[\d+(])/i;
/** `Somchai081…`; and `Us+66…`, where the plus keeps the word from being part of a code. */
const gluedName = (before: string) =>
  isGivenName(/(?<![\p{L}\p{M}\d_.@/-])\p{Lu}[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? '');

const wordBehind = /^[A-Z][a-z]{2,}/;

/** `T+66812345678`: one letter, which only a plus keeps from being part of a code. */
const gluedLetter = /(?<![a-z])[tmpf]$/i;

const lookBack = 60;

/** What stands around a number says it, and how sure that is. */
export interface Standing {
  readonly kind: 'labelled' | 'plain' | 'fax' | 'not-a-number';
  readonly doubtful: boolean;
}

export function standing(
  text: string,
  { start, end, grouped }: { readonly start: number; readonly end: number; readonly grouped: boolean },
  hasExtension: boolean,
): Standing {
  const before = text.slice(Math.max(0, start - lookBack), start);
  const after = text.slice(end, end + lookBack);
  const plus = text.charAt(start) === '+';
  if (bound(before, after, hasExtension, plus && gluedLetter.test(before))) {
    return { kind: 'not-a-number', doubtful: false };
  }
  return said(before, after, { grouped, plus });
}

function said(before: string, after: string, written: Written): Standing {
  const lead = leadOf(before);
  const alone = !/[\p{L}\d]/u.test(lead) && /(?:^|\n)[^\p{L}\d\n]*$/u.test(before);
  const above = alone ? /([^\n]*)\n\s*$/.exec(before.slice(0, before.length - lead.length))?.[1] : undefined;
  const own = labelBefore(lead, written);
  const label = own === 'none' && above !== undefined ? labelOfLine(above, written) : own;
  if (label === 'paper') return { kind: 'not-a-number', doubtful: false };
  if (label === 'phone') return { kind: 'labelled', doubtful: false };
  if (label === 'fax') return { kind: 'fax', doubtful: false };
  const below = alone ? /^[^\p{L}\d\n]*\n\s*([^\n]+)/u.exec(after)?.[1] : undefined;
  const labelled = below !== undefined && labelOfLine(below, written) === 'doubtful';
  const glued = wordBehind.test(after) && !labelBehind.test(after);
  return {
    kind: 'plain',
    doubtful: label === 'doubtful' || labelled || glued || isLabelledBehind(after, written),
  };
}

/** What was said before another figure, or on another line, was said about that; and so was what is glued to it. */
function leadOf(before: string): string {
  let from = before.length;
  while (from > 0 && !/[\d\n\ufffb\ufffc]/.test(before.charAt(from - 1))) from -= 1;
  const lead = before.slice(from);
  if (!/\d/.test(before.charAt(from - 1))) return lead;
  // `Ref1 081…`: the figure is part of a word.
  const word = /^[^\p{L}]/u.test(lead) && /[\p{L}\p{M}]{1,30}\d{1,4}$/u.exec(before.slice(0, from));
  return word ? word[0] + lead : lead.replace(/^\.?[a-z_@%#=\\]+(?=[ ,;/])/, '');
}

/** Part of something longer: a code, a file's name, a feature code. Thai writes words and numbers without spaces. */
function bound(before: string, after: string, hasExtension: boolean, label: boolean): boolean {
  if (isEmphasis(before, after)) return false;
  // `NameTel081…`: a capital begins a word.
  if (!label && !gluedLabel.test(before.replace(/([a-z])([A-Z])/g, '$1 $2'))) {
    if (/[a-z_@%\\#=&?^]$/i.test(before) && !gluedName(before)) return true;
    // `INV-081…`, `TH.081…` are codes; `Somchai-081…` is a name and a number.
    if (/(?:^|[^a-z])(?:\d*[A-Z][A-Z\d]*|[a-z]{1,2})[-.]$/.test(before)) return true;
    if (/_[-.]?$/.test(before)) return true;
  }
  // `*72 081…` forwards calls; what stands behind its code is not there to be called. `#1 081…` is a line of a list.
  if (/(?:\*[*#]{0,4}\d[\d*#]{0,7}|#\d{1,4}#)[ \t:,(-]{1,3}$/.test(before)) return true;
  if (/\*$/.test(before) || /^\*/.test(after)) return !isBold(before, after);
  if (hasExtension || labelBehind.test(after) || wordBehind.test(after)) return false;
  // `0812345678.pdf`; but `0812345678.Thanks` is a sentence without its space.
  return /^(?:[A-Za-z_@%#\\=]|-[A-Z]{1,3}(?![A-Za-z])|\.[a-z]{2,4}(?![A-Za-z]))/.test(after);
}

/** `_081…_`, as notes mark what matters. */
const isEmphasis = (before: string, after: string) =>
  /(?:^|[\s(])_{1,2}$/.test(before) && /^_{1,2}(?![\p{L}\d_])/u.test(after);

/** `*081…*` and `**081…**` as chats mark what is bold. A feature code has no star behind, or a digit before it. */
function isBold(before: string, after: string): boolean {
  const opening = /(?<![\d*#])\*{1,2}$/.exec(before)?.[0];
  const closing = /^\*{1,2}(?![\d*#])/.exec(after)?.[0];
  return opening !== undefined && opening === closing;
}

/** `02-123-4567-8 ต่อ 101`: an office's lines in a row, of which the first is called. */
const linesInARow = '(?: ?[-/] ?\\d{1,2}(?!\\d))?';
/** `ภายใน 30 วัน` is within 30 days. */
const noTime =
  '(?![ .:=#]{0,3}\\d{1,6}(?:[.:]\\d|/\\d{1,2}/\\d| ?(?:วัน|นาที|วินาที|ชั่วโมง|ชม|เดือน|ปี|สัปดาห์|อาทิตย์|คืน|น\\.|โมง|ทุ่ม)))';
const inThai = `(?:(?:เบอร์|หมายเลข|โทร)? ?(?:ต่อ(?: ?(?:ภายใน|เบอร์|หมายเลข))?|ภายใน${noTime})|กด)`;
const inEnglish = '(?:(?:ext(?:ension|n)?s?|local)(?![a-z])(?:[ .]{0,2}(?:no|number)(?![a-z]))?|x|#)';
const word = `(?:${inThai}|${inEnglish})[ .:=#]{0,3}`;
const pause = '(?:,{2,4}|;ext=)[ .:=#]{0,3}';
const firstExtension = new RegExp(`^${linesInARow} ?[,(]? ?(?:(${pause})|${word})(\\d{1,6})(?!\\d)`, 'i');
const between = ` ?${betweenExtensions}`;
const another = new RegExp(`^(${between}){0,2} ?${word}(\\d{1,6})(?!\\d)`, 'i');
/** Without the word, of as many digits as the one before, and no part of a number or of `24/7`. */
const anotherOf = (digits: number) =>
  new RegExp(`^(${between}){1,2} ?(\\d{${digits}})(?!\\d|[ .:]\\d|[-/](?!\\d{${digits}}(?!\\d)))`, 'i');

const anyExtension = new RegExp(`\\d ?[,(]? ?${word}\\d`, 'i');
/** Whether a number in it says what is keyed behind it. */
export const namesExtension = (text: string): boolean => anyExtension.test(fold(text).text);

/** Nobody chooses from more. */
const mostExtensions = 9;

/**
 * `ต่อ 12`, `ext. 12`, `#12` behind a number, and where its digits end; several where several stand there: `ต่อ 12, 13`. What is keyed behind a
 * pause is keyed as a whole.
 */
export function extensionsAfter(
  text: string,
  end: number,
): { readonly extensions: readonly string[]; readonly end: number } | null {
  const [all, isPause, first] = firstExtension.exec(text.slice(end, end + lookBack)) ?? [];
  if (all === undefined || first === undefined) return null;
  const extensions = [first];
  const firstEnd = end + all.length;
  for (let at = firstEnd; isPause === undefined && extensions.length < mostExtensions; ) {
    const behind = text.slice(at, at + lookBack);
    const [next, mark = '', digits] = another.exec(behind) ?? anotherOf(first.length).exec(behind) ?? [];
    if (next === undefined || digits === undefined) break;
    if (mark.trim() === '-') extensions.push(...inside(extensions.at(-1) ?? '', digits));
    extensions.push(digits);
    at += next.length;
  }
  return { extensions, end: firstEnd };
}

/** `101-104`: those between the first and the last of a short row. */
function inside(first: string, last: string): string[] {
  const count = Number(last) - Number(first) - 1;
  if (first.length !== last.length || count < 1 || count > mostExtensions - 2) return [];
  return Array.from({ length: count }, (_, at) => String(Number(first) + 1 + at).padStart(first.length, '0'));
}
