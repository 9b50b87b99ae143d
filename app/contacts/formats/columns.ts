import { knownLabel } from './card.ts';

/** What a column of a table holds. `labelled`: its label stands in the column before it. */
export type Column =
  | { readonly is: 'number'; readonly label: string; readonly labelled: boolean }
  | { readonly is: 'name' | 'before' | 'given' | 'more' | 'family' | 'behind' | 'nickname' }
  /** `Mr.` to Outlook, where a job has a column of its own; `Manager` to Zoho and Salesforce. */
  | { readonly is: 'title' | 'job' }
  | { readonly is: 'company' | 'department' | 'note' }
  | { readonly is: 'extension'; readonly label: string }
  | { readonly is: 'label' }
  | null;

/** Headings of Google, Outlook, Thunderbird, Nextcloud, Zoho, Salesforce, HubSpot and of what people write in Excel, without blanks and marks, in small letters. */
const headings: readonly (readonly [RegExp, NonNullable<Column>['is']])[] = [
  [/^(?:phonetic|yomi|ออกเสียง)/, 'label'],
  [/^phone\d+(?:label|type)$/, 'label'],
  [
    /^(?:name|fullname|displayname|contactname|contact|fileas|fn|person|ชื่อ(?:เต็ม|ผู้ติดต่อ|ลูกค้า|ที่แสดง)?|ชื่อ(?:และ)?(?:นาม)?สกุล|รายชื่อ)$/,
    'name',
  ],
  [/^(?:nameprefix|salutation|prefix|คำนำหน้า(?:ชื่อ|นาม)?)$/, 'before'],
  [/^title$/, 'title'],
  [/^(?:jobtitle|ตำแหน่ง(?:งาน)?)$/, 'job'],
  [/^(?:firstname|givenname|first|given|vorname|ชื่อจริง|ชื่อต้น)$/, 'given'],
  [/^(?:middlename|additionalname|middle|ชื่อกลาง)$/, 'more'],
  [/^(?:lastname|familyname|surname|last|family|nachname|นามสกุล|สกุล)$/, 'family'],
  [/^(?:namesuffix|suffix|คำต่อท้าย(?:ชื่อ)?)$/, 'behind'],
  [/^(?:nickname|ชื่อเล่น)$/, 'nickname'],
  [
    /^(?:company(?:name)?|organi[sz]ation(?:1?name)?|firma|employer|accountname|associatedcompany|บริษัท|ชื่อบริษัท|หน่วยงาน|องค์กร|ร้าน)$/,
    'company',
  ],
  [/^(?:department|organi[sz]ation1?department|แผนก|ฝ่าย)$/, 'department'],
  [/^(?:notes?|comments?|remarks?|หมายเหตุ|บันทึก(?:ย่อ)?|โน้ต|โน๊ต)$/, 'note'],
];

const number =
  /phone|^tel|mobile|^cell|handy|fax|pager|callback|isdn|^number$|โทร|มือถือ|^เบอร์|แฟกซ์|แฟ็กซ์|เพจเจอร์/;
/** What is about a telephone, or about its calls, and what else is called a number. */
const noNumber = new RegExp(
  [
    'telex|label|type|mail|web|address|id$|country|carrier|provider|bill|cost|charge|price|plan|model|brand|date|(?<!day|night)time|used|(?<!ac)count|total|note',
    'โทรเลข|วันที่|เวลา|ล่าสุด|ครั้ง|จำนวน|ค่า|ราคา|บิล|รุ่น|ยี่ห้อ|แพ็กเกจ|แพคเกจ|โปรโมชั่น|เครือข่าย|ประเภท|ผู้ให้บริการ|รายชื่อ',
  ].join('|'),
);
/** `เบอร์` says number of anything: of an account, a room, a shirt. */
const thaiNumber =
  /^เบอร์(?:โทร.*|มือถือ.*|ติดต่อ.*|แฟกซ์|แฟ็กซ์|บ้าน|ที่ทำงาน|ทำงาน|สำนักงาน|ออฟฟิศ|บริษัท|ลูกค้า|ร้าน|กลาง|หลัก|สำรอง|อื่น.*|\d*)$/;
/** Of somebody who has a number of their own; without one, it is theirs inside. */
const extension =
  /^(?:ext|extn|extension|phoneext|phoneextension|internal|internalnumber|ต่อ|เบอร์ต่อ|หมายเลขต่อ|(?:เบอร์|หมายเลข|โทร|โทรศัพท์|เบอร์โทร)?ภายใน)$/;

const bare = (heading: string): string => heading.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');

/** Most often a running number, and the telephone's where nothing else is. */
export const isVague = (heading: string): boolean => bare(heading) === 'number';

/** A heading that says of a number no more than where it is (Yahoo's `Home`, 3CX's `Business2`): the cells say whether it is about numbers. */
export function placeIn(heading: string): string | null {
  return /^(?:home|work|business|office|other|primary|main|บ้าน|ที่บ้าน|ที่ทำงาน|สำนักงาน|ออฟฟิศ|อื่นๆ?)\d?$/.test(
    bare(heading),
  )
    ? (knownLabel(heading) ?? heading.trim())
    : null;
}

/** By its heading; `null` where it says nothing that is kept. */
export function columnOf(heading: string, before: string): Column {
  const name = bare(heading);
  const found = headings.find(([pattern]) => pattern.test(name))?.[1];
  if (found !== undefined) return found === 'label' ? { is: 'label' } : ({ is: found } as Column);
  if (extension.test(name)) return { is: 'extension', label: labelIn(heading, name) };
  const isNumber = number.test(name) && (!name.startsWith('เบอร์') || thaiNumber.test(name));
  if (!isNumber || noNumber.test(name)) return null;
  return {
    is: 'number',
    label: labelIn(heading, name),
    labelled: /^phone\d+(?:label|type)$/.test(bare(before)),
  };
}

/** Of a heading that says more than that it is a number: `Mobile Phone`, `Assistant's Phone`. */
function labelIn(heading: string, name: string): string {
  const known = knownLabel(heading);
  if (known !== null) return known;
  return /^(?:tele)?phone(?:numbers?|no|value|\d|value\d|\dvalue)*$|^tel(?:no)?$|^number$|^(?:เบอร์)?(?:โทร)?(?:ศัพท์)?(?:ติดต่อ)?\d*$|^หมายเลขโทรศัพท์$/.test(
    name,
  )
    ? ''
    : heading.trim();
}
