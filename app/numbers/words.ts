/**
 * Words that stand beside numbers, and what they say. No list of them is whole: they are the first thing that `labels.ts` looks at, and
 * the shape of what it does not know is the second.
 */

const list = (words: string) => words.trim().split(/\s+/).join('|');
/** A word of Latin, Greek or Cyrillic letters; other scripts put none between words. */
const word = (words: string) => `(?<![\\p{L}\\p{M}])(?:${list(words)})(?![\\p{L}\\p{M}])`;

/** What a telephone number is called. Bound by case only where a capital starts a word within one: `NameTel`. */
const phones = [
  word(`
    tel(?:ephone|efon[eo]?|éfono|éphone|efoon|epon|p|l?f|fno)? tél téléphone fon (?:tel(?:ephone|efon)?|phone|mobile?|cell|handy)(?:no|nr|number|nummer)
    phone mobile? mob mobiel handy cell(?:ular|phone)? celular cellulare call(?:to|s)? calling contact kontakt contacto contatto hotline whats\\s?app viber telegram
    signal zalo i\\s?message face\\s?time rufnummer durchwahl festnetz portable fixe móvil movil telemóvel puhelin hubungi tlf tfno
    hp dt đt sđt sdt ext(?:ension|n)? landline switchboard operator helpline тел(?:ефон)? моб(?:ильный)? звоните [tmp](?=:|\\.(?!\\p{L}))
  `),
  'điện thoại|di động|โทร(?!สาร)|เบอร์|มือถือ|ติดต่อ|พร้อมเพย์|สายด่วน|คอลเซ็นเตอร์',
  '电话|電話|手机|手機|携帯|联系|聯繫|전화|휴대폰|핸드폰|연락처|ໂທ|ເບີ|ទូរស័ព្ទ|លេខទូរស័ព្ទ|ဖုန်း|هاتف|جوال|טלפון|फ़ोन|फोन',
];
export const phoneWord = new RegExp(phones.join('|'), 'giu');
export const faxWord = new RegExp(
  `${word('fax telefax faks f(?=:|\\.(?!\\p{L}))')}|โทรสาร|แฟ[กค]ซ์|传真|傳真|팩스`,
  'giu',
);

/**
 * Papers, accounts, orders: what stands behind such a word is no telephone number, though it may have the digits of one. Only right
 * before it, with nothing but `no.`, a colon or the like between: the words occur in prose too.
 */
const papers = list(`
  order po inv(?:oice)? receipt bill quot(?:e|ation) ref(?:erence)? tracking parcel booking ticket case serial s\\/?n sku isbn ean
  barcode item batch lot policy member(?:ship)? customer account acct acc a\\/c bank tax vat id hn passport licen[cs]e version ver build code
  otp pin password
`);
export const paperWord = new RegExp(
  `(?:(?<![a-z])(?:${papers})(?![a-z])|ออเดอร์|คำสั่งซื้อ|ใบสั่งซื้อ|ใบเสร็จ|ใบแจ้งหนี้|พัสดุ|เลขที่|ประจำตัว|ผู้เสียภาษี|สมาชิก|อ้างอิง|ทะเบียน|มิเตอร์|รหัส[\\u0e00-\\u0e7f]{0,14})(?:[^\\p{L}\\d]*(?:no|nr|number|num|id|code|is|เลขที่|หมายเลข|คือ|ที่))?[^\\p{L}\\d]*$`,
  'iu',
);
/** A bank's name may stand between; who keeps accounts has a telephone. */
const thaiAccount = '(?<!แผนก|ฝ่าย|การ|งาน|นัก|ทำ|ผู้สอบ|สำนัก)บัญชี';
export const accountWord = new RegExp(
  `(?:${thaiAccount}|account(?!ing|ant|s? (?:manager|executive|director|officer|team|dep|payable|receivable)))[^\\d]{0,25}$`,
  'iu',
);

/** What else is numbered, by its word in Latin letters. */
const things = new Set(
  list(`
    so do rfq rfp quo awb waybill consignment shipment shipping delivery dispatch docket container bl vessel voyage freight cargo pallet
    contract agreement lease loan mortgage deed permit visa certificate cert warrant warranty claim insurance grant patent
    imei imsi meid iccid esn eid sim esim puk mac ip port host server router modem udid uid uuid guid gtin upc asin mpn oem vin
    anydesk teamviewer rustdesk zoom webex meet meeting webinar conference session room passcode passkey passphrase token key secret
    voucher coupon promo gift reward points loyalty card credit debit visa mastercard amex paypal wallet truemoney alipay crypto
    username user userid login logon signin nick handle profile line lineid wechat weixin qq skype discord facebook messenger instagram ig
    fb tiktok twitter steam epic xbox psn email mail
    reservation confirmation registration application requisition authorization authorisation approval transaction txn trx transfer
    remittance payment deposit withdrawal cheque check swift bic iban sort routing branchcode terminal trace auth ledger journal
    product part model style article stock asset inventory device machine meter unit equipment engine chassis frame plate vehicle
    registration revision rev patch release firmware hardware software sample specimen test lab
    employee emp staff student pupil patient hospital-no vn an mrn nric ssn sin tin ein crn cif kyc citizen national social identity identification
    row page chapter section clause paragraph figure table exhibit appendix annex volume issue edition
    project task job work-order workorder incident request req rma sr cr bug tender bid budget cost
    amount total subtotal sum balance fee price salary qty quantity count size weight length height width value
    file folder document doc docs form record entry register sheet slip memo note minutes
    flight train seat gate platform locker queue bib lottery draw score rank
    postcode zip postal zipcode coordinates lat lon gps
    number nummer numero número numéro num no nr nbr n° № ref reference code barcode qr qrcode index
    kerry flash dhl ems fedex ups tnt lalamove grab shopee lazada amazon ebay aliexpress
    bitcoin btc eth ord cust trk regn reg registry folio slot pickup wifi ssid bin complaint salesforce sap odoo sequence seq index roll
    court filing petition writ tenancy lesson course class exam grade school-no badge keycard tag rfid nfc pallet crate shelf aisle
    loyalty subscription subscriber donation pledge ticketno eticket boarding baggage luggage hotelbooking allotment quota licence
    dosage prescription rx vaccine blood mri scan appointment
    alarm archive assembly authenticator bag bed benefit bluetooth book box bundle bus cabin cable camera campaign cart catalog catalogue
    category channel charge chip component control copy currency customs database date deal debt diary disc domain draft drawing duty
    effective electricity envelope error estimate event evidence export import face fare field fine fingerprint forex fund game google
    guarantee handset hex household itinerary jar label title lead letter lien link list listing load log lotto m-pesa manifest marker
    material matter medical message microsoft mile mileage milestone module money motor node notice offer pack package packing panel pass pay
    payroll pension phase piece pipe play plot poll portfolio prime printer process proposal protocol proxy pump query rack raffle rate reader
    refund renewal rental repair report result return roblox route rule schedule scooter season segment set source space speed spotify
    stamp storage stripe subject submission survey switch system tap target term toll toy track trade trailer treaty trial trip truck tube
    utility venmo video void vote wage web well wire wise xero zone area data ending digits octopus signature statement activation
    scb kbank ktb bbl bay ttb tmb uob gsb ghb baac kkp lhb lhbank tisco cimb icbc kasikorn krungthai krungsri citibank hsbc ocbc dbs bankcode
    kwh mwh mb gb kb tb mbit byte ms sec secs min mins hrs kg lbs cm mm km sqm pcs pieces people persons units votes views epoch timestamp unix
    zählerstand zähler zaehler kto blz plz sparkasse volksbank commerzbank postbank girokonto kassenzeichen mandatsreferenz gläubiger kunde
    kunden verwendungszweck rechnungs betrag summe chase barclays lloyds natwest wells citi paypal revolut monzo
    vertrag vertragsnummer kundennummer rechnung rechnungsnummer bestellung auftrag aktenzeichen az konto kontonummer steuernummer
    sendung sendungsnummer ausweis kennzeichen facture commande contrat compte dossier factura pedido contrato cuenta fattura ordine
  `).split('|'),
);
const paper = new RegExp(`^(?:${papers})$`, 'i');
/** Endings of what is numbered, in longer words: `Sendungsnummer`, `Consignment`, `Registration`, `OrderNumber`. */
const thingEnding =
  /.(?:number|nummer|konto|stand|reading|referenz|zeichen|barcode|code|card|bank|bill|slip)$|....(?:tion|sion|ment)$/i;
/** `refno`, `userid`, `OrderNo`. */
const joinedEnding = /^(.{2,})(?:no|nr|id|num|ref)$/i;
/** `Versicherungsnr`, `Identnr`: whatever it is a number of. But `Handynr`. */
const numberEnding = /..nr$/i;

export function isThing(latin: string): boolean {
  const lower = latin.toLowerCase();
  if (owners.has(lower)) return false;
  if (things.has(lower) || paper.test(lower) || thingEnding.test(lower) || numberEnding.test(lower))
    return true;
  const plural = lower.endsWith('s') && isThing(lower.slice(0, -1));
  const joined = joinedEnding.exec(lower)?.[1];
  return plural || (joined !== undefined && isThing(joined));
}

/** Thai puts the thing first, and what it belongs to behind: `เลขที่สัญญา`, `รหัสลูกค้า`. */
export const thaiThing = new RegExp(
  `${thaiAccount}|เลข(?!า)|รหัส|หมายเลข|พัสดุ|ออเดอร์|คำสั่ง|อ้างอิง|ทะเบียน|สมาชิก|มิเตอร์|ประจำตัว|ใบ(?=สั่ง|เสร็จ|แจ้ง|ขับ|อนุญาต|กำกับ|งาน|ส่ง|เบิก|นัด|จอง|เสนอ|รับ|ลา|หุ้น|โอน|ปะ|รายการ)|บัตร|สัญญา|กรมธรรม์|ซีเรียล|ไอดี|พาสปอร์ต|หนังสือเดินทาง|วีซ่า|โฉนด|เอกสาร|คูปอง|โค้ด|บาร์โค้ด|สลิป|เช็ค|ธุรกรรม|รายการ|พินัย|แทร[็ค]*กิ้ง|ล็อต|รุ่น|คดี|โครงการ|ผู้ใช้|ยูสเซอร์|พาสเวิร์ด|โอทีพี|เวอร์ชัน|ไลน์|เฟส|บช(?![\\p{L}])|ฎีกา|ครุภัณฑ์|หลักทรัพย์|คำร้อง|ชิปปิ้ง|บิทคอยน์|ค่า(?=ไฟ|น้ำ|เน็ต|โทร|บริการ|งวด|เช่า|ส่วนกลาง)|สลาก|ออมทรัพย์|กระแสรายวัน|โอนเข้า|เคส|เคลม|ระวาง|น\\.ส\\.\\s?[34]|งวด|รางวัล|คะแนน|พิกัด|ลอตเตอรี่|หวย`,
  'gu',
);
/** The same, where no more stands before the number: in a sentence they say nothing of it. */
export const thaiThingAlone =
  /(?:^|\s)(?:บิล|พิน|จอง|คิว|ลำดับ|สินค้า|เครื่อง|ตั๋ว|ประกัน|ภาษี|ยอด|ราคา|จำนวน|เงิน|โอน|โอนเงิน|ชุด|ชิ้น|ถุง|กล่อง|ตู้|รถ|ป้าย|ซิม|อีมี่|อ้าง|คนไข้|ผู้ป่วย|นักเรียน|นักศึกษา|พนักงาน|สังคม|ห้อง|โต๊ะ|ล็อกเกอร์|สิทธิ์|หนังสือ|แทร็ก|แทร็ค|ธอส|พอร์ต|หุ้น|กองทุน|วันที่|เวลา|ครั้งที่|หน้า|ข้อ|มาตรา|รอบ|แถว|ที่นั่ง|เที่ยวบิน)+$/u;
/** Behind a number they say what it is a number of. */
export const thaiUnit =
  /^[ ]?(?:คน|วัน|ชิ้น|ราย|หน่วย|ลบ\.|ตร\.|กก\.|กม\.|ครั้ง|เครื่อง|คัน|ตัว|อัน|ใบ|เล่ม|บาท|คะแนน|เสียง|ลิตร|เมตร|กรัม|กิโล|นาที|ชั่วโมง|วินาที|เดือน|ปี)(?![\p{L}\p{M}]{4})/u;
export const thaiBank =
  /ธอส|ธนาคาร|แบงก์|ธ\.|กสิกร|ไทยพาณิชย์|กรุงไทย|กรุงศรี|ทหารไทย|ธนชาต|ออมสิน|อาคารสงเคราะห์|ธกส|ธ\.ก\.ส|เกียรตินาคิน|ทิสโก้|ยูโอบี|ซีไอเอ็มบี|แลนด์ แอนด์ เฮ้าส์|ทีทีบี|เอสซีบี|ทรูมันนี่|วอลเล็ท/u;

/** A person's name follows, and names may be any word: `คุณสัญญา` is no contract. */
export const thaiTitled =
  /(?<![\p{L}\p{M}])(?:คุณ|นาย|นาง(?:สาว)?|พี่|น้อง|ป้า|ลุง|ช่าง|หมอ|ครู|อาจารย์)[\p{L}\p{M}]+/gu;

/** Whom a telephone belongs to, and where it stands: with a colon, too. */
const owners = new Set(
  list(`
    office home work direct main reception desk front frontdesk lobby sales support service services helpdesk help info information enquiries
    enquiry inquiries inquiry emergency hotel clinic hospital school shop store branch hq headquarters headoffice department dept team
    manager assistant secretary director driver guard security concierge housekeeping kitchen warehouse factory showroom accounting
    finance legal marketing hr admin administration it vip pa pr cs gm md ceo cfo coo cto er icu opd ltd co inc corp corporation company limited
    plc llc gmbh ag sa bv group partners mr mrs ms miss dr prof khun name other primary secondary business personal private daytime
    evening day night sms dial ring road rd street st soi location station attention floor fl building bldg tower bangkok thailand address residence
    büro buero privat zentrale geschäftlich dienstlich bureau domicile oficina casa ufficio kantoor thuis owner father mother
    mom mum dad wife husband brother sister son daughter boss friend neighbour neighbor landlord tenant agent guest passenger kin plumber electrician doctor nurse lawyer caller sender receiver
    dear all sir madam recipient consignee shipper buyer seller vendor supplier courier reservations bookings accounts station attn from to cc
  `).split('|'),
);
export const isOwner = (latin: string): boolean => owners.has(latin.toLowerCase());
export const thaiOwner =
  /บ้าน|สำนักงาน|ที่ทำงาน|ออฟฟิศ|สาขา|ฝ่าย|แผนก|ร้าน|บริษัท|บจก|หจก|จำกัด|โรงแรม|โรงพยาบาล|รพ\.|โรงเรียน|มหาวิทยาลัย|คลินิก|ประชาสัมพันธ์|ต้อนรับ|คนขับ|(?:^|\s)ยาม$|สายตรง|ส่วนตัว|(?:^|\s)(?:คุณ|นาย|นาง|น\.ส\.|พี่|น้อง|ป้า|ลุง|น้า|ช่าง|หมอ|นพ|พญ|ดร|อาจารย์|อ\.|แม่|พ่อ|เฮีย|เจ๊)|เจ้าหน้าที่|ผู้จัดการ|เลขา|สอบถาม|ชื่อ|ที่อยู่|ถนน|ถ\.|ซอย|จังหวัด|จ\.|เขต|แขวง|อำเภอ|ตำบล/u;

/** Words of courtesy and those that lead to a number, at either end of a run of Thai. */
export const thaiProse =
  /^(?:ถึง|หรือ|และ|ได้ที่|สนใจ|กรุณา|ขอ|ด้วย|ที่เบอร์|คือ|ของ)+|(?:ครับ|ค่ะ|คะ|นะ|จ้า|จ้ะ|ด้วย|ได้ที่|เพิ่มเติม|ก่อนเที่ยง|ขอบคุณ|หรือ|และ|ถึง)+$/gu;

/** Prose leads to a number over words like these: `at`, `me on`. What stands before them is not a label. */
const prose = new Set(
  list(`
    a an the my your his her our their its it it's is are was me us him them you i we they he she and or but for from with on at to via by in of
    under as this that these those here there new old also please pls plz kindly thanks thank thx regards hi hello hey ok okay yes now back today tomorrow later anytime
    reach ring dial try text message send get give use using write urgent asap can could will would should if not cannot when who be been has have had
    before after noon morning dear all find ask we're i'm so just well sorry again let know
    oder und unter bei ich bin mich bitte oder zu der die das mein meine au et ou le la les chez y o e em en el ao
  `).split('|'),
);
export const isProse = (latin: string): boolean =>
  prose.has(latin.length === 1 ? latin : latin.toLowerCase());
/** `Phone no.`, `my number`: it says nothing by itself. */
export const isNumberWord = (latin: string): boolean =>
  /^(?:no|nr|num|number|nummer|numero|número)$/i.test(latin);
/** `the code is 081…`: it says what the word before it is. */
export const isCopula = (latin: string): boolean => /^(?:is|are|was|the|a|an)$/i.test(latin);
