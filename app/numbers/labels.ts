import { isGivenName, isThaiName, isTitle } from './names.ts';
import { speaksForNumber } from './recognised.ts';
import {
  accountWord,
  faxWord,
  isCopula,
  isNumberWord,
  isOwner,
  isProse,
  isThing,
  paperWord,
  phoneWord,
  thaiBank,
  thaiOwner,
  thaiThing,
  thaiThingAlone,
  thaiTitled,
  thaiUnit,
} from './words.ts';

/**
 * What a label says of the number behind it. `paper`: it is known for something else. `doubtful`: it does not say that it is a
 * telephone number. `none`: nothing, or a name.
 */
export type Label = 'phone' | 'fax' | 'paper' | 'doubtful' | 'none';

/** How the number itself is written: as people group telephone numbers; with a `+`, which nothing else has. */
export interface Written {
  readonly grouped: boolean;
  readonly plus: boolean;
}

const tag = /<[^<>]{0,80}>/g;
/** `Phone no.`, `Tel.-Nr.` */
const numberOfIt = /^[^\p{L}\d]*(?:n[or]|num(?:ber|mer)?)(?!\p{L})/iu;
/** `P/N`, `A/C`, `P.O.`. */
const abbreviated = /(?<!\p{L})(?:\p{L}\/\p{L}|(?:\p{Lu}\.){2,})[^\p{L}\d]*$/u;

/** `lead`: what stands before the number, back to the figure, or the line, before it. */
export function labelBefore(lead: string, written: Written): Label {
  const text = lead.replace(tag, ' ');
  return called(text) ?? (isPaper(text) ? 'paper' : isDoubtful(text, written) ? 'doubtful' : 'none');
}

/** The line above, or below, says it, where the number has a line to itself: a heading, not a sentence. */
export function labelOfLine(line: string, written: Written): Label {
  const text = withoutGlued(line.replace(tag, ' ').trim());
  if (/\d/.test(text)) return 'none';
  const said = called(text);
  if (said !== null) return said;
  const heading = text.split(/\s+/).length <= 4 || /[:=]$/.test(text);
  if (!heading) return 'none';
  if (!written.grouped && !written.plus)
    return speaksForNumber(text, 'before') && !names(text) ? 'none' : 'doubtful';
  return names(text) || unknownLabel(text, { ...written, grouped: true }) ? 'doubtful' : 'none';
}

const names = (text: string) => isPaper(text) || namesAThing(text) || thaiBank.test(lastWords(text));

/** `Ref1`: the figure is part of the word. */
const withoutGlued = (text: string) => text.replace(/(?<=[\p{L}\p{M}]\.?)\d{1,4}(?!\d)/gu, '');

/** `081… (ref)`, `081… kWh`. What has a figure behind it is the label of that, unless it stands in brackets with it. */
export function isLabelledBehind(after: string, { grouped, plus }: Written): boolean {
  const line = withoutGlued(/^[^\n]{0,40}/.exec(after)?.[0] ?? '');
  const text = /^[^\d\ufffb\ufffc]*/.exec(line)?.[0] ?? '';
  if (lastEnd(text, phoneWord) >= 0) return false;
  if (thaiUnit.test(text)) return true;
  const figure = /\d/.test(line.slice(text.length)) && !/^[^\p{L}]*\(/u.test(text);
  if (!grouped && !plus && !speaksForNumber(text, 'behind')) return true;
  if (figure) return false;
  const words = text.match(/[\p{L}\p{M}]+/gu)?.slice(0, 4) ?? [];
  return (
    words.some((one) => isLatin(one) && !isProse(one) && !isNumberWord(one) && isThing(one)) ||
    lastEnd(text, thaiThing) >= 0 ||
    thaiBank.test(text)
  );
}

/** Called a telephone number, or a fax; but `call about order 081…` tells the order's. */
function called(text: string): 'phone' | 'fax' | 'doubtful' | null {
  const parted = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const phone = lastEnd(parted, phoneWord);
  const end = Math.max(phone, lastEnd(parted, faxWord));
  if (end < 0) return null;
  const rest = parted
    .slice(end)
    .replace(numberOfIt, '')
    .replace(/^\s?[/&]\s?\p{L}+/u, '');
  if (namesAThing(rest)) return 'doubtful';
  return phone >= 0 ? 'phone' : 'fax';
}

/** Only what a telephone number or an extension is called. */
export function isTelephoneWord(text: string): boolean {
  const left = text
    .replace(phoneWord, '')
    .replace(/(?:ต่อ|กด)?ภายใน|กด|ต่อ(?:เบอร์|หมายเลข)?|หมายเลข|ศัพท์|กลับ|ที่|ฉุกเฉิน/gu, '')
    .replace(
      /(?<!\p{L})(?:n[or]|num(?:ber)?|us|at|on|emergency|cent(?:er|re)|internal|x|dw)(?!\p{L})/giu,
      '',
    );
  return left.length < text.length && !/\p{L}/u.test(left);
}

const isPaper = (text: string) => paperWord.test(text) || accountWord.test(text);
/** People group a telephone number; a row of digits may be anything, and has to be spoken for. */
function isDoubtful(text: string, written: Written): boolean {
  if (namesAThing(text) || thaiBank.test(lastWords(text)) || unknownLabel(text, written)) return true;
  return !written.grouped && !written.plus && !speaksForNumber(text, 'before');
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

const isLatin = (one: string) => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u.test(one);

/** What no more than blanks and the last marks part from the number: a run of Thai, or a few Latin words. */
function lastWords(text: string): string {
  return /(?:[^\s,;|]+[^\p{L}\p{M}]*){1,3}$/u.exec(text.slice(-40))?.[0] ?? '';
}

/** A word right before the number that is known to name something else; `no.`, `is` and the like may stand between. */
function namesAThing(text: string): boolean {
  const end = lastWords(text).replace(thaiTitled, ' ');
  if (lastEnd(end, thaiThing) >= 0 || thaiThingAlone.test(end.replace(/[^\p{L}\p{M}]+$/u, ''))) return true;
  const words = latinWords(text);
  while (words.length > 1 && isCopula(words.at(-1) ?? '')) words.pop();
  const [before = '', last] = [words.at(-2), words.at(-1)];
  if (last === undefined || (isNumberWord(last) && isProse(before))) return false;
  return isThing(last.replace(/\d+/g, ''));
}

/** The words at the end, letters and digits, as far as they are Latin. */
function latinWords(text: string): string[] {
  const words = text.slice(-40).match(/[\p{L}\p{M}\d'№°]+/gu) ?? [];
  const other = words.findLastIndex((one) => !isLatin(one.replace(/[\d'№°]/g, '')) && !/^[№°]$/.test(one));
  return words.slice(other + 1);
}

/** A word that nobody knows, and that does not look like a name. */
function unknownLabel(text: string, { plus }: Written): boolean {
  if (plus) return false;
  const colon = /[:=#№][^\p{L}\d]*$/u.test(text);
  if (/[#№]\s*$/u.test(text) || abbreviated.test(text)) return true;
  const words = latinWords(text);
  const last = words.at(-1);
  if (last === undefined) {
    const end = lastWords(text);
    return (
      colon && /\p{L}/u.test(end) && !thaiOwner.test(end) && !isThaiName(end.replace(/[^\p{L}\p{M}]+$/u, ''))
    );
  }
  if (words.some(isOwnerOrTitle) && (isOwner(last) || isName(last))) return false;
  if (isProse(last) || isNumberWord(last)) return false;
  if (colon) return !isGivenName(last);
  // A code in capitals, or a brand with one inside.
  return !/\d/.test(last) && !isName(last) && /\p{Lu}/u.test(last);
}

const isOwnerOrTitle = (one: string) => isOwner(one) || isTitle(one) || isGivenName(one);

/** `Somchai`, `McDonald`, `SOMCHAI`, or a letter: no code, no brand. */
function isName(one: string): boolean {
  return /^(?:(?:Mc|Mac|De|Di|La|Le|O'|D')?\p{Lu}[\p{Ll}\p{M}]+(?:'s)?|\p{Lu}|\p{Lu}{6,})$/u.test(one);
}
