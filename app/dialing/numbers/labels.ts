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

/** The line above says it, where the number begins its line: a heading, not a sentence. */
export function labelAbove(line: string): Label {
  const text = line.replace(tag, ' ').trim();
  const heading = text.split(/\s+/).length <= 4 || /[:=]$/.test(text);
  if (/\d/.test(text)) return 'none';
  const said = called(text);
  if (said !== null) return said;
  return heading && (isPaper(text) || isDoubtful(text, { grouped: true, plus: false })) ? 'doubtful' : 'none';
}

/** `081… (ref)`. What has a figure behind it is the label of that. */
export function isLabelledBehind(after: string): boolean {
  const text = /^[^\n\d]{1,30}/.exec(after)?.[0] ?? '';
  if (/^\d/.test(after.slice(text.length)) || text.includes(':') || lastEnd(text, phoneWord) >= 0)
    return false;
  const words = text.match(/[\p{L}\p{M}]+/gu)?.slice(0, 4) ?? [];
  return (
    words.some((one) => isLatin(one) && !isProse(one) && !isNumberWord(one) && isThing(one)) ||
    lastEnd(text, thaiThing) >= 0
  );
}

/** Called a telephone number, or a fax; but `call about order 081…` tells the order's. */
function called(text: string): 'phone' | 'fax' | 'doubtful' | null {
  const parted = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const phone = lastEnd(parted, phoneWord);
  const end = Math.max(phone, lastEnd(parted, faxWord));
  if (end < 0) return null;
  if (namesAThing(parted.slice(end).replace(numberOfIt, ''))) return 'doubtful';
  return phone >= 0 ? 'phone' : 'fax';
}

/** Only what a telephone number or an extension is called. */
export function isTelephoneWord(text: string): boolean {
  const left = text
    .replace(phoneWord, '')
    .replace(/(?:ต่อ|กด)?ภายใน|ต่อ(?:เบอร์|หมายเลข)?|หมายเลข|ศัพท์|กลับ|ที่|ฉุกเฉิน/gu, '')
    .replace(/(?<!\p{L})(?:n[or]|num(?:ber)?|us|at|on|emergency|cent(?:er|re)|internal|x)(?!\p{L})/giu, '');
  return left.length < text.length && !/\p{L}/u.test(left);
}

const isPaper = (text: string) => paperWord.test(text) || accountWord.test(text);
const isDoubtful = (text: string, written: Written) =>
  namesAThing(text) || thaiBank.test(lastWords(text)) || unknownLabel(text, written);

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
function unknownLabel(text: string, { grouped, plus }: Written): boolean {
  if (plus) return false;
  const colon = /[:=#№][^\p{L}\d]*$/u.test(text);
  if (/[#№]\s*$/u.test(text) || abbreviated.test(text)) return true;
  const words = latinWords(text);
  const last = words.at(-1);
  if (last === undefined) {
    const end = lastWords(text);
    return colon && /\p{L}/u.test(end) && !thaiOwner.test(end);
  }
  if (words.some(isOwnerOrTitle) && (isOwner(last) || isName(last))) return false;
  if (isProse(last) || isNumberWord(last)) return false;
  if (colon) return true;
  if (/\d/.test(last)) return !grouped;
  if (isName(last)) return !grouped && isShortened(last, text);
  // A code in capitals, a brand with one inside, or a word of a sentence.
  return !grouped || /\p{Lu}/u.test(last);
}

const isOwnerOrTitle = (one: string) => isOwner(one) || one === 'K';

/** `Trk`, `Cust.`: a word that lost its vowels, or its end. */
function isShortened(last: string, text: string): boolean {
  return (
    /^[b-df-hj-np-tv-xz]{2,}$/i.test(last) || (last.length > 1 && last.length < 5 && /\.\s*$/.test(text))
  );
}

/** `Somchai`, `McDonald`, `SOMCHAI`, or a letter: no code, no brand. */
function isName(one: string): boolean {
  return /^(?:(?:Mc|Mac|De|Di|La|Le|O'|D')?\p{Lu}[\p{Ll}\p{M}]+(?:'s)?|\p{Lu}|\p{Lu}{6,})$/u.test(one);
}
