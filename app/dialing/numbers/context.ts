/** What the words around a number say about it. */

const phoneWord =
  /(?<![a-z])(?:tel(?:ephone|\.?no)?|phone|mobile|mob|cell(?:ular)?|call(?:to)?|contact|hotline|whatsapp|viber|[tmp](?=[.:]))(?![a-z])|โทร(?!สาร)|เบอร์|มือถือ|ติดต่อ|พร้อมเพย์/i;
const faxWord = /(?<![a-z])(?:fax|f(?=[.:]))(?![a-z])|โทรสาร|แฟ[กค]ซ์/i;
/** Only right before the number, with nothing but `no.`, a colon or the like between: the words occur in prose too. */
const otherWord =
  /(?:(?<![a-z])(?:order|po|inv(?:oice)?|receipt|bill|quot(?:e|ation)|ref(?:erence)?|tracking|parcel|booking|ticket|case|serial|s\/?n|sku|isbn|ean|barcode|item|batch|lot|policy|member(?:ship)?|customer|account|acct|acc|a\/c|bank|tax|vat|id|hn|passport|licen[cs]e|version|ver|build|code|otp|pin|password)(?![a-z])|ออเดอร์|คำสั่งซื้อ|ใบสั่งซื้อ|ใบเสร็จ|ใบแจ้งหนี้|พัสดุ|เลขที่|ประจำตัว|ผู้เสียภาษี|สมาชิก|อ้างอิง|ทะเบียน|มิเตอร์|รหัส[\u0e00-\u0e7f]{0,14})(?:[^\p{L}\d]*(?:no|nr|number|num|id|code|is|เลขที่|หมายเลข|คือ|ที่))?[^\p{L}\d]*$/iu;
/** A bank's name may stand between. */
const accountWord = /(?:บัญชี|account)[^\d]{0,25}$/i;

/** A label that runs into its number: `Tel0812345678`. */
const gluedLabel =
  /(?<![a-z])(?:tel|telephone|phone|mobile|mob|cell|call|callto|fax|[tmpf](?=[.:-]))[.:=-]?$/i;

/** `T+66812345678`: one letter, which only a plus keeps from being part of a code. */
const gluedLetter = /(?<![a-z])[tmpf]$/i;

const lookBack = 40;

export type Standing = 'labelled' | 'plain' | 'fax' | 'not-a-number';

export function standing(text: string, start: number, end: number, hasExtension: boolean): Standing {
  const before = text.slice(Math.max(0, start - lookBack), start);
  const after = text.slice(end, end + lookBack);
  const label = text.charAt(start) === '+' && gluedLetter.test(before);
  if (bound(before, after, hasExtension, label)) return 'not-a-number';
  // What was said before another figure, or on another line, was said about that.
  const lead = /[^\d\n\ufffb\ufffc]*$/.exec(before)?.[0] ?? '';
  if (phoneWord.test(lead)) return 'labelled';
  if (faxWord.test(lead)) return 'fax';
  return otherWord.test(lead) || accountWord.test(lead) ? 'not-a-number' : 'plain';
}

/** Part of something longer: a code, a file's name, a feature code. Thai writes words and numbers without spaces. */
function bound(before: string, after: string, hasExtension: boolean, label: boolean): boolean {
  if (!label && !gluedLabel.test(before)) {
    if (/[a-z_@%\\#=&?~^]$/i.test(before)) return true;
    // `INV-081…`, `TH.081…` are codes; `Somchai-081…` is a name and a number.
    if (/(?:^|[^a-z])(?:\d*[A-Z][A-Z\d]*|[a-z]{1,2})[-.]$/.test(before)) return true;
    if (/_[-.]?$/.test(before)) return true;
  }
  // `*72 081…` forwards calls; what stands behind its code is not there to be called. `#1 081…` is a line of a list.
  if (/(?:\*[\d*#]{1,8}|#\d{1,4}#)[ \t:,(-]{1,3}$/.test(before)) return true;
  if (/\*$/.test(before) || /^\*/.test(after)) return !isBold(before, after);
  if (hasExtension) return false;
  // `0812345678.pdf`; but `0812345678.Thanks` is a sentence without its space.
  return /^(?:[A-Za-z_@%#\\=]|-[A-Z]{1,3}(?![A-Za-z])|\.[a-z]{2,4}(?![A-Za-z]))/.test(after);
}

/** `*081…*` and `**081…**` as chats mark what is bold. A feature code has no star behind, or a digit before it. */
function isBold(before: string, after: string): boolean {
  const opening = /(?<![\d*#])\*{1,2}$/.exec(before)?.[0];
  const closing = /^\*{1,2}(?![\d*#])/.exec(after)?.[0];
  return opening !== undefined && opening === closing;
}

/** `02-123-4567-8 ต่อ 101`: an office's lines in a row, of which the first is called. */
const linesInARow = '(?: ?[-/] ?\\d{1,2}(?!\\d))?';
const extensionWord = new RegExp(
  `^${linesInARow} ?[,(]? ?(?:,{2,4}|(?:เบอร์)?ต่อ(?:ภายใน|เบอร์|หมายเลข)?|กด|ext(?:ension|n)?(?![a-z])|x|#|;ext=)[ .:=#]{0,3}(\\d{1,6})(?!\\d)`,
  'i',
);

/** `ต่อ 12`, `ext. 12`, `#12` behind a number, and where its digits end. */
export function extensionAfter(text: string, end: number): { extension: string; end: number } | null {
  const match = extensionWord.exec(text.slice(end, end + lookBack));
  const extension = match?.[1];
  return match && extension !== undefined ? { extension, end: end + match[0].length } : null;
}
