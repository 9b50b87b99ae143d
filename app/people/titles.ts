/** Written as one word with a name, or apart. Longer ones first: `นางสาว` begins with `นาง`. */
const thai = [
  ...['นางสาว', 'นส', 'นายแพทย์', 'นาย', 'นาง', 'แพทย์หญิง', 'เด็กชาย', 'เด็กหญิง', 'คุณ', 'ท่าน', 'ดร'],
  ...['น้อง', 'ลุง', 'เฮีย', 'เจ๊', 'เสี่ย', 'ช่าง', 'ครู', 'อาจารย์', 'หมอ', 'ว่าที่'],
  ...['ผู้ช่วยศาสตราจารย์', 'รองศาสตราจารย์', 'ศาสตราจารย์'],
  ...['บริษัท', 'บจก', 'บมจ', 'หจก', 'ห้างหุ้นส่วนจำกัด', 'ร้าน'],
];
/** Without their tone marks, names begin so: `พีระ`, `นาวิน`. */
const thaiWithMarks = ['พี่', 'ป้า', 'น้า', 'แม่', 'พ่อ'];
const latin =
  'mr|mrs|ms|miss|mx|sir|madam|dr|prof(?:essor)?|ass(?:t|oc)|khun|k|nai|nang|phi|nong|khru|kru|a(?:j|ch)arn|ajahn|herr|frau|mme';

const marks = /[\u0e47-\u0e4e]/g;
const withAnyMarks = (word: string): string => word.replace(marks, '').replace(/./gu, '$&[\\u0e47-\\u0e4e]?');

const title = new RegExp(
  [
    `(?:${[...thai.map(withAnyMarks), ...thaiWithMarks].join('|')})[.\\s\\p{Cf}]*`,
    // `น.ส.`, `ผศ.ดร.`, `พล.ต.อ.`: no name is written so.
    '(?:[ก-ฮ]{1,4}\\.\\s*)+',
    `(?:${latin})[.\\s]+`,
    // Also as one word, and `P'Ploy`.
    'khun',
    "[pn][.'\\u2019\\u02bc]\\s*",
  ].join('|'),
  'iuy',
);
/** No vowel or tone mark, which would be the rest of the word before: `นายิกา`, `ดรุณี`. */
const nameBegins = /[^\s\p{P}\u0e2f-\u0e3a\u0e45-\u0e4e]\S/uy;

/** A name without the titles before it, as many as it has; the same where it has none, or nothing else. */
export function withoutTitle(name: string): string {
  const trimmed = name.trimStart();
  let begin = 0;
  for (;;) {
    title.lastIndex = begin;
    if (!title.test(trimmed)) break;
    nameBegins.lastIndex = title.lastIndex;
    if (!nameBegins.test(trimmed)) break;
    begin = title.lastIndex;
  }
  return begin === 0 ? name : trimmed.slice(begin);
}
