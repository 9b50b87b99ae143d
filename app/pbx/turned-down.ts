import { asciiDigits } from '../util/digits.ts';
import { escapeForPattern } from '../util/escape-for-pattern.ts';

/**
 * Which of its reasons a PBX gives when it says no, as far as words tell: a script that answers everything with 200 has nothing else
 * to tell a wrong key by, or a phone that is unplugged. What is not certain is `null`, and is shown in the PBX's own words.
 */

const key = '(?:api[ _-]?(?:key|secret|token)|apikey|access key|token|secret|credentials?)';
const wrong =
  '(?:invalid|wrong|bad|incorrect|unknown|missing|expired|revoked|rejected|disabled|required|mismatch|denied|' +
  'not (?:valid|correct|found|accepted|recogni[sz]ed|given|provided|authori[sz]ed|active)|(?:do|does)(?: not|n.t) (?:match|exist))';
const keyTurnedDown = new RegExp(
  [
    `\\b${wrong}\\b.{0,20}\\b${key}\\b`,
    `\\b${key}\\b.{0,30}\\b${wrong}\\b`,
    '\\b(?:invalid|wrong|bad|incorrect|unknown|expired) key\\b',
    '\\bkey (?:is )?(?:invalid|wrong|not valid|incorrect|unknown|expired)\\b',
    '\\bunauthori[sz]ed\\b',
    '\\bauthentication (?:failed|failure|error|required)\\b',
    '\\bauth(?:entication)? fail',
    '(?:คีย์|โทเค็น|โทเคน|รหัสลับ|api[ _-]?key|token|secret).{0,20}(?:ไม่ถูกต้อง|ผิด|หมดอายุ|ไม่ตรง|ใช้ไม่ได้|ไม่พบ)',
    '(?:ไม่พบ|ไม่มี|ไม่ถูกต้อง).{0,10}(?:คีย์|โทเค็น|โทเคน|รหัสลับ|api[ _-]?key|token|secret)',
    'ยืนยันตัวตน(?:ไม่สำเร็จ|ไม่ผ่าน|ล้มเหลว)',
  ].join('|'),
  'i',
);
/** Keys of somebody else: the PBX's own to its database, or to the telephone company. */
const notTheirs = /sql|database|ฐานข้อมูล|\bami\b|manager|trunk|provider|ldap/i;

export function saysWrongKey(message: string): boolean {
  return keyTurnedDown.test(message.replace(/[_-]+/g, ' ')) && !notTheirs.test(message);
}

const noRight =
  /\b(?:permissions?|privileges?|not (?:allowed|permitted|authori[sz]ed)|forbidden|(?:access|request) (?:is )?denied|no (?:right|access))\b|สิทธิ์|ไม่ได้รับอนุญาต|ไม่อนุญาต/i;

/** The key is good and may not do this. */
export function saysNoRight(message: string): boolean {
  return noRight.test(message);
}

export type PhoneTrouble = 'phone-not-connected' | 'phone-busy' | 'phone-unknown' | 'agent-logged-out';

/** Whoever else registers with a PBX, or is called. */
const otherEnds =
  /\b(?:trunks?|gateways?|providers?|carriers?|destinations?|callee|called|remote)\b|ปลายทาง|ทรังก์/i;
/** Whatever else may be busy or out of reach. */
const otherParts =
  /\b(?:circuits?|servers?|services?|systems?|pbx|database|asterisk|ami|manager|network|hosts?|api|licen[cs]e|queues?|all lines|channels)\b|เซิร์ฟเวอร์|ระบบ|ฐานข้อมูล|คู่สาย|บริการ/i;
const phone =
  /\b(?:ext(?:ension)?|phone|handset|endpoint|peer|device|station|softphone|user|subscriber|caller|you|your|(?:pj)?sip)\b|เบอร์ภายใน|โทรศัพท์|เครื่อง|คุณ/i;

const notConnected =
  /\bnot[ -]?(?:yet )?registered\b|\bunregistered\b|n['’]t registered\b|\bno (?:registration|registered|contacts?)\b|\bsubscriber absent\b|ไม่ได้ลงทะเบียน|ยังไม่ลงทะเบียน|ไม่ได้รีจิสเตอร์|ไม่ได้ ?register/i;
const outOfReach =
  /\bunreachable\b|\bnot (?:be )?(?:reachable|reached|connected|online|available|responding)\b|\bunavailable\b|\boff-?line\b|\bis down\b|\bdisconnected\b|ออฟไลน์|ไม่ออนไลน์|ไม่ได้เชื่อมต่อ|ติดต่อ.{0,12}ไม่ได้|ไม่พร้อมใช้งาน/i;
const busy =
  /\bbusy\b|\bin[ _-]?use\b|\bon (?:a|another|the) (?:call|phone|line)\b|\balready (?:in a call|talking)\b|ไม่ว่าง|กำลังใช้สาย|กำลังสนทนา|ติดสาย/i;
const unknown =
  /\bnot (?:found|exist|known|valid)\b|n['’]t exist\b|\bunknown\b|\binvalid\b|\bno such\b|ไม่พบ|ไม่มี|ไม่รู้จัก/i;
const loggedOut =
  /\bnot[ -]?(?:yet )?logged[ -]?(?:in|on)\b|n['’]t logged in\b|\blogged[ -]?(?:out|off)\b|\bnot (?:signed in|in (?:any|the) queue)\b|ไม่ได้(?:ล็อกอิน|ล็อคอิน|เข้าสู่ระบบ|เข้าคิว)|ยังไม่(?:ล็อกอิน|ล็อคอิน|เข้าสู่ระบบ|เข้าคิว)/i;

export interface Asked {
  /** That the PBX was to call. */
  readonly tel: string;
  readonly extension: string;
  readonly agentId: string | null;
}

/**
 * What the PBX says of the phone that it rings first. A call is asked for and not waited for, so a no is about that phone unless it
 * names something else: the number, a line, the PBX itself.
 */
export function phoneTroubleIn(message: string, { tel, extension, agentId }: Asked): PhoneTrouble | null {
  if (message === '' || names(message, tel)) return null;
  if (agentId !== null && loggedOut.test(message)) return 'agent-logged-out';
  if (otherEnds.test(message)) return null;
  if (notConnected.test(message)) return 'phone-not-connected';
  const own = names(message, extension);
  if (!own && otherParts.test(message)) return null;
  // A word alone ("UNREACHABLE") has nothing else that it could be about.
  const isAboutPhone = own || phone.test(message) || message.split(/\s+/).length <= 2;
  if (isAboutPhone && outOfReach.test(message)) return 'phone-not-connected';
  if (isAboutPhone && busy.test(message)) return 'phone-busy';
  return own && phone.test(message) && unknown.test(message) ? 'phone-unknown' : null;
}

function names(message: string, number: string): boolean {
  const whole = `(?<![\\p{L}\\p{N}])${escapeForPattern(number)}(?![\\p{L}\\p{N}])`;
  return number !== '' && new RegExp(whole, 'u').test(asciiDigits(message));
}
