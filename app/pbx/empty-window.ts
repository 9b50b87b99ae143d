import { asciiDigits } from '../util/digits.ts';

const noun = '(?:records?|rows?|data|results?|calls?|cdrs?|entry|entries|items?|logs?|histor(?:y|ies))';
const kind = '(?:(?:call|calls|cdr|cdrs|detail|matching|such|more|new|further) )*';
/** That there is nothing, said of what was asked for. */
const nothing = [
  `\\b(?:no|zero|0|any) ${kind}${noun}\\b`,
  `\\b${noun} (?:(?:was|were|is|are|could) )?not (?:be )?found\\b`,
  '\\bnothing (?:was |is )?found\\b',
  '\\bempty (?:result|results|set|list|data)\\b',
].map((pattern) => new RegExp(pattern));

/** What else may stand in such a sentence. A word beyond these (permission, table, key, extension …) may be the reason. */
const around = new Set(
  (
    'sorry there are is was were has have been be found find exist exists available returned returns return matched match matches ' +
    'matching to display show for in within of the this that these those your given selected specified requested any no zero not did ' +
    'does do could we you or and at with using between from on during period range date dates time times window interval query ' +
    'criteria search filter filters result results set list data record records row rows call calls cdr cdrs detail entry entries ' +
    'item items log logs history histories nothing empty such more new further today yesterday error info warning notice msg message err'
  ).split(' '),
);

const thaiNothing =
  /(?:ไม่พบ|ไม่มี|ไม่เจอ|ไม่ปรากฏ)(?:ข้อมูล|รายการ|ประวัติ|บันทึก|รายละเอียด|ระเบียน|เรคคอร์ด|ผลลัพธ์|ผลการค้นหา|การโทร|สาย|การใช้สาย|cdr|record)/;
/** The same for a language without blanks. */
const thaiAround =
  /^(?:ขออภัย|ยัง|ไม่พบ|ไม่มี|ไม่เจอ|ไม่ปรากฏ|ข้อมูล|รายการ|ประวัติ|บันทึก|รายละเอียด|ระเบียน|เรคคอร์ด|ผลลัพธ์|ผล|การค้นหา|ค้นหา|การใช้สาย|การโทร|โทรศัพท์|โทร|สายเข้า|สายออก|สาย|ใดๆ|ใด ๆ|ใด|เลย|ที่ตรงกัน|ที่ตรงกับ|ที่|เงื่อนไข|ที่เลือก|เลือก|ระบุ|กำหนด|ใน|ระหว่าง|ตั้งแต่|ถึง|สำหรับ|ของ|ช่วง|เวลา|วันที่|วัน|เดือน|นี้|ดังกล่าว|คุณ|cdr|records?|[\s\d:/.,!()-])+$/;

/**
 * Whether a `success: false` of the action for calls says no more than that the window has none: in English or Thai, in whatever
 * words. Every word has to be known: what is not understood whole may be a failure, and a failure that passes for "no calls"
 * would hide them.
 */
export function saysNoRecords(message: string): boolean {
  const text = asciiDigits(message)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const thai = text.replace(/[^\u0e00-\u0e7fa-z\d\s:/.,!()-]/g, '').replace(/\p{P}+$/u, '');
  if (/[\u0e00-\u0e7f]/.test(text)) return thaiNothing.test(thai) && thaiAround.test(thai.trim());
  const words = text
    .replace(/n['’]t\b/g, ' not')
    .replace(/\d{4}-\d\d-\d\d|\d\d:\d\d(?::\d\d)?|\b404\b/g, ' ')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
  return (
    nothing.some((pattern) => pattern.test(words)) &&
    words.split(' ').every((word) => around.has(word) || word === '0')
  );
}
