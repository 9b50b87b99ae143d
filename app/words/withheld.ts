/*
 * What PBXs and carriers write where a caller keeps their number to themselves, or none came: Asterisk's names for it and for a call
 * without caller ID, the letters of analogue lines (P private, O out of area, C a
 * coin phone, S a service that does not tell), the user of RFC 3323, the words of carriers, the keypad's
 * spelling of three of them, and zeros, but for Australia's 000. Only as a whole: people are called Mr Private, and firms Asterisk Ltd.
 */
const kept =
  'anonymous|anonym|private|unavailable|unknown|unidentified|restricted|withheld|blocked|hidden|undisclosed|suppressed|prohibited';
const nothing =
  'not available|not disclosed|out of area|no number|no caller ?id|unassigned|asterisk|none|null|invalid|nobody|payphone|[cpsou]';
const withheld = new RegExp(
  `^(?:(?:${kept})(?: (?:number|caller|call|name|id|caller ?id|user))?|(?:number|caller|id|caller ?id|presentation) (?:${kept})|${nothing}|ไม่แสดงหมายเลข|ไม่แสดงเบอร์|ไม่ทราบหมายเลข|ปกปิดหมายเลข|หมายเลขส่วนตัว|เบอร์ส่วนตัว)$`,
);
/** `anonymous`, `restricted`, `unavailable`, on a keypad, with a country's code or none. */
const onKeypad = /^1?(?:266696687|7378742833|86282452253)$/;

export function isWithheld(number: string): boolean {
  const plain = number.trim().toLowerCase();
  // A blank number is one that nobody wrote; signs alone are no number either.
  if (plain !== '' && !/[\p{L}\p{N}*#]/u.test(plain)) return true;
  const digits = plain.replace(/[\s().+-]/g, '');
  if (/^0{4,}$/.test(digits) || onKeypad.test(digits)) return true;
  const [user = ''] = plain
    .replace(/^<|>$/g, '')
    .replace(/^sips?:/, '')
    .split('@');
  return withheld.test(
    user
      .replace(/\.invalid$/, '')
      .replace(/[\s_.()<>-]+/g, ' ')
      .trim(),
  );
}
