import { describe, expect, test } from 'vitest';
import { numbersInText } from '../../../app/numbers/from-text.ts';
import { speaksForNumber } from '../../../app/numbers/recognised.ts';
import { fc } from '../../support/property.ts';

const desk = { country: 'TH', internalLength: 4, internalShortest: 3 };

/** How sure each number of a text is. */
const read = (text: string) =>
  numbersInText(text, desk).map(({ dial, doubt }) => (doubt === null ? dial : `${dial} ${doubt}`));

/** The labels of a kind, parted by bars. */
const parted = (labels: string) => labels.split('|').map((label) => label.trim());

const notTelephone: Readonly<Record<string, string>> = {
  'papers and orders': `Ref|Ref.|Ref:|Ref1|REF|Our ref|Reference|Reference No.|Contract|Contract No.|Contract number|contract no|CONTRACT NO|
    Agreement|PO|P.O. No.|Purchase Order|Work order|Sales order no.|SO|DO|DO no.|Quotation|Quotation no|RFQ|Invoice|Inv no.|Tax invoice no.|Receipt|
    Receipt #|Bill no|Delivery note|Delivery note no.|Shipment|Consignment|Waybill|AWB|Air waybill no|Tracking|Tracking number|
    Tracking #|Parcel|Container no.|Docket|Voucher|Voucher code|Coupon|Gift card|Warranty|Claim no.|Insurance|Policy no.|Certificate no|
    Permit|Registration|Registration no.|Application no|Requisition|Document no.|Doc|Form|File no|Case|Case ID|Ticket|Ticket #|Incident|
    Request ID|Job no.|Project code|Task|RMA|Batch|Lot|Lot no`,
  'people and memberships': `Customer ID|Customer no.|Client ID|Member|Member ID|Membership no.|Employee ID|Employee no.|Staff ID|EMP|Student ID|
    Student no.|Patient ID|HN|VN|AN|MRN|Passport|Passport no.|Visa no.|ID|ID card|ID no.|Citizen ID|National ID|Tax ID|TIN|VAT|
    Social security no.|SSN|Licence|License no.|Driving licence|User|User ID|userid|UserId|Username|Login|Account|Account no.|Acct|A/C|
    a/c no.|Savings account`,
  'banks and money': `SCB|KBANK|KTB|BBL|TTB|UOB|Kasikorn|Kasikorn Bank|Bangkok Bank|Krungthai|PayPal|TrueMoney|True Money Wallet|Wallet|
    Transfer|Transaction|Transaction ID|Payment|Payment ref|Deposit|Cheque no.|Cheque|Card|Credit card|SWIFT|IBAN|Balance|Amount|Total|Price`,
  'machines and programs': `IMEI|IMEI:|IMSI|ICCID|SIM|SIM2|Serial|Serial no.|S/N|SN|Model|Part no.|P/N|SKU|Asset no.|Device ID|Machine no.|Meter|
    Meter no.|VIN|Chassis no.|Engine no.|Plate|AnyDesk|AnyDesk ID|TeamViewer|TeamViewer ID|RustDesk|Zoom|Zoom ID|Zoom Meeting|Meeting ID|Meeting|Webinar ID|
    Passcode|Password|PIN|OTP|OTP code|Code|Verification code|Token|Key|License key|Version|Build|Firmware|Revision|UID|UUID|
    LINE|LineID|WeChat|Skype|Discord|Facebook|IG|TikTok`,
  'a number of something': `No.|No|no.|Nr.|Nr|#|№|Number|Number:|ID:|OrderNo|orderno|OrderID|order_id:|ORDERID|refno|RefNo.|REFNO|InvNo|
    MemberNo|customerNumber|Kundennummer|Rechnungsnummer|Sendungsnummer|Vertrag|Auftrag|Contrat|Factura|Pedido no.|Widget no.|Foo no|Gizmo number|
    Foo ID|Bar ref|Qux code|Zork #|Blorp Nr.`,
  'a colon behind what nobody knows': `Foo:|Widget :|foo=|Gizmo -:|My thing:|XQZ:|Blorp:|สิ่งของ:|ของฝาก :|อะไรสักอย่าง:|"foo":|'gizmo':|Foo：`,
  'a code, a brand, a word in small letters': `XQZ|ABCD|QX7|P/Q|X.Y.|FooBar|iThing|myGov|eTicket|gizmo|blorp|widgets|my gizmo|the blorp`,
  'what it is said to be': `the code is|The gate code is|my account is|order is|Contract number is|your reference is the|tracking no. is|รหัสคือ|
    เลขที่บัญชีคือ|เลขพัสดุ คือ`,
  'Thai papers': `เลขที่สัญญา|เลขสัญญา|สัญญา|สัญญาเลขที่|เลขที่|เลขที่ใบเสร็จ|ใบเสร็จ|ใบสั่งซื้อ|ใบแจ้งหนี้|ใบกำกับภาษี|ใบส่งของ|ใบเสนอราคา|ใบขับขี่|ใบอนุญาต|ใบจอง|
    เลขพัสดุ|พัสดุ|หมายเลขพัสดุ|ออเดอร์|คำสั่งซื้อ|หมายเลขคำสั่งซื้อ|เลขอ้างอิง|อ้างอิง|รหัสอ้างอิง|กรมธรรม์|เลขที่กรมธรรม์|เลขที่เอกสาร|เอกสาร|โฉนด|เลขทะเบียน|ทะเบียน|
    ทะเบียนรถ|เลขคดี|เลขที่รายการ|ตั๋ว|บิล|บิลเลขที่|คูปอง`,
  'Thai people, banks, things': `รหัส|รหัสลูกค้า|รหัสสมาชิก|รหัสพนักงาน|รหัสนักศึกษา|รหัสผ่าน|รหัส OTP|รหัสสินค้า|รหัสไปรษณีย์|เลขบัตรประชาชน|บัตรประชาชน|
    เลขประจำตัว|เลขประจำตัวผู้เสียภาษี|หนังสือเดินทาง|พาสปอร์ต|สมาชิก|หมายเลขสมาชิก|หมายเลข|หมายเลขเครื่อง|เลขเครื่อง|ซีเรียล|มิเตอร์|เลขมิเตอร์|บัญชี|เลขบัญชี|
    เลขที่บัญชี|บัญชีกสิกร|กสิกร|กสิกรไทย|ธนาคารกสิกรไทย|ไทยพาณิชย์|ธนาคารกรุงเทพ|กรุงไทย|กรุงศรี|ออมสิน|ทหารไทย|ธ.กสิกร|วอลเล็ท|ไอดี|ไอดีไลน์|ไอดี LINE|
    แอนนี่เดสก์:|ผู้ใช้|ยูสเซอร์|คิว|ยอดเงิน|โอนเงิน|ราคา|จำนวน|สินค้า`,
  'a telephone word that is not about it': `Call about order|Call ref|Call ID|Phone order|Tel. order no.|Call about contract no.|Contact ID|Contact no. of contract|
    โทรแจ้งรหัส|เบอร์บัญชี|เบอร์พัสดุ|เบอร์สมาชิก|ติดต่อเลขที่สัญญา`,
};

const telephone: Readonly<Record<string, string>> = {
  'nothing but marks': `|(|"|•|-|–|*|>|:|📞|☎|→|✆ |1.|1)|08:30`,
  'telephone words': `Tel|Tel.|Tel:|TEL|Tel no.|Tel. No.:|tel no|Telephone|Telephone number|Phone|Phone:|Fon:|Tel/Line:|Tel/Fax|Phone & Line|Phone no.|Phone number|phone number is|Mobile|Mobile:|
    Mobile no.|Mobile number|Mob.|Cell|Cell:|Cellphone|Call|Call us on|Call me at|Please call|Hotline|Hotline:|Contact|Contact:|Contact number|Contact no.|
    WhatsApp|WhatsApp:|Viber|T:|M:|P.|HP:|Landline|Telefon|Telefon:|Telefonnummer|Tel.-Nr.|Handy|Handynr.:|Mobil|Rufnummer|Durchwahl|Téléphone|Tél.|Portable|
    Teléfono|Móvil|Celular|Telefono|Cellulare|Telefone|Telefoon|Điện thoại|SĐT|Telp.|No. HP|电话|手机：|電話:|携帯|전화|휴대폰|ໂທ|ទូរស័ព្ទ|ဖုန်း|Тел.`,
  'Thai telephone words': `โทร|โทร.|โทร:|โทรศัพท์|โทรศัพท์ :|หมายเลขโทรศัพท์|เบอร์|เบอร์โทร|เบอร์โทรศัพท์|เบอร์มือถือ|เบอร์ติดต่อ|เบอร์โทรลูกค้า|เบอร์คุณสมชาย|มือถือ|มือถือ:|
    มือถือลูกค้า|ติดต่อ|ติดต่อที่|ติดต่อคุณสมชายที่|ติดต่อสอบถาม|โทรกลับ|โทรหาคุณสมชายที่|กรุณาโทร|สายด่วน|พร้อมเพย์|เลขโทรศัพท์`,
  names: `Somchai|Somchai Jaidee|SOMCHAI|SOMCHAI JAIDEE|Khun Ploy|K. Somchai|K.Somchai|Mr. Tan|Mr.Tan|Dr. House|Ms. Anna Schmidt|McDonald|O'Brien|D'Souza|Jean-Luc|
    David|Nino|Müller|Ploy (HR)|Somchai,|Somchai -|Somchai /|Ploy|Somchai:|Herr Müller|Herr Müller:|Frau Schmidt|Frau Dr. Weiß|Jane Doe|Nok|P' Oat|Khun Xyz|ABC Co., Ltd.|Siam Paragon Co. Ltd|Foo GmbH|Bar Inc.|Hotel California|
    Grand Hyatt Bangkok|Sales Manager|Account Manager|Sukhumvit Road|Bangkok`,
  'Thai names': `สมชาย|สมชาย ใจดี|คุณสมชาย|คุณสมชาย:|นายสมชาย ใจดี|นางสาวพลอย|พี่หนึ่ง|น้องเมย์|ป้าแดง|ช่างแอร์|ช่างประปา|หมอฟัน|แม่บ้าน|ร้านป้าแดง|ร้านดอกไม้:|เลขา|เลขาคุณสมชาย|
    บริษัท เอบีซี จำกัด|บจก. เอบีซี|โรงแรมดุสิตธานี|โรงพยาบาลกรุงเทพ|สำนักงานใหญ่|คนขับรถ|ยาม|ใบเฟิร์น|ใบเตย|คุณสัญญา|สมชาย:|น.ส.มาลี|ดร.วิชัย|พี่ฝน|แนน|ครูแดง`,
  'whose it is, and where': `Office|Office:|Home|Home:|Work:|Direct:|Main:|Reception:|Front desk:|Sales:|Support:|Customer Service|Customer service:|Help desk:|HR|
    HR:|IT:|HQ:|Branch:|Personal:|Private:|Büro:|Privat:|Zentrale:|Bureau:|Oficina:|บ้าน|บ้าน:|สำนักงาน|สำนักงาน:|ที่ทำงาน:|ออฟฟิศ:|สาขาสยาม:|ฝ่ายขาย:|ฝ่ายบุคคล :|แผนกบัญชีโทร|ฝ่ายบัญชี|แผนกบัญชี:|สำนักงานบัญชี|Accounting|Accounts Dept.|Reservations:|
    ประชาสัมพันธ์:|สายตรง:`,
  prose: `at|at:|on|to|via|or|and|please|Best regards,|reach me at|Reach Khun Ploy at|my number|here is my number:|my number is|his new number is|it is|it's|try|Ask Somchai at|you can find us at|We are at|
    Please call Khun Ploy at|I will be at the office, ring me on|ถึง|หรือ|และ|ครับ|ค่ะ|ได้ที่|สอบถามได้ที่|สนใจ|สอบถามเพิ่มเติม`,
};

describe('a label on the line above', () => {
  test.each(
    parted(
      `IMEI|Ref|Contract No.|Contract number:|AnyDesk|Order ID:|Foo:|เลขที่สัญญา|กสิกร|รหัสลูกค้า:|Meeting ID|Your order number is:`,
    ),
  )('%s leaves a doubt', (label) => {
    for (const break_ of ['\n', '\r\n', '\n\n', ':\n  ']) {
      expect(read(`${label}${break_}0812345678`)).toEqual(['0812345678 labelled']);
    }
  });

  test.each(
    parted(`Somchai Jaidee|Sales Manager|Account Manager|Bangkok|Tel.|Phone number|เบอร์โทร|สมชาย ใจดี|ฝ่ายขาย|Best regards,\nSomchai|
      99/9 Rama 9 Rd., Order Dept.|Please look at the order that we have sent to you yesterday|ABC Co., Ltd.|Contract 4711|`),
  )('%s leaves none', (label) => {
    expect(read(`${label}\n081-234-5678`)).toEqual(['0812345678']);
  });
});

describe('a label behind the number', () => {
  test.each(
    parted(
      `(ref)|(Ref)|(order no.)|- order number|is my contract number|= IMEI|(เลขที่สัญญา)|เลขพัสดุ|เป็นรหัสลูกค้า|AnyDesk|บัญชีกสิกร|(customer ID)`,
    ),
  )('%s leaves a doubt', (label) => {
    expect(read(`0812345678 ${label}`)).toEqual(['0812345678 labelled']);
    expect(read(`Tel. 0812345678 ${label}`)).toEqual(['0812345678']);
  });

  test.each(
    parted(`(office)|(Somchai)|สมชาย|please|ครับ|(มือถือ)|(8 สาย)|before noon|, Bangkok|ติดต่อคุณสมชาย|mobile|Somchai's number|คุณสมชาย ใจดี|at home|
      (HR)|นะครับ`),
  )('%s leaves none', (label) => {
    expect(read(`0812345678 ${label}`)).toEqual(['0812345678']);
  });

  test.each(parted(`Order 4711|Tax ID: 0105536000315|ref. 12|เลขที่ 99/12`))(
    '%s is the label of the figure behind it, and says nothing of a grouped number',
    (label) => {
      expect(read(`081-234-5678 ${label}`)).toEqual(['0812345678']);
      expect(read(`0812345678 ${label}`)).toEqual(['0812345678 labelled']);
    },
  );

  test.each(
    parted(
      `(Order:)|(Ref1)|(order 4711)|kWh|MB|bytes|คน|วัน|ชิ้น|ราย|หน่วย|ลบ.ม.|กสิกร|ไทยพาณิชย์|ธ.กรุงเทพ|SCB|Kundennr|votes`,
    ),
  )('%s leaves a doubt about a grouped number too', (label) => {
    expect(read(`081-234-5678 ${label}`)).toEqual(['0812345678 labelled']);
  });

  test.each(['/2569', ' / 2569', '/4711', ',97', '.50'])(
    '%s makes it a part of something longer',
    (behind) => {
      for (const before of ['', 'Somchai ', 'Tel. ', 'โทร ', 'Fax ']) {
        expect(read(`${before}0812345678${behind}`)).not.toContain('0812345678');
        expect(read(`${before}081-234-5678${behind}`)).not.toContain('0812345678');
      }
      expect(read('4711/0812345678')).toEqual(['0812345678 neighbour']);
    },
  );
});

describe('a row of digits', () => {
  /** No list holds these: any word at all may be a label. */
  const unknown = fc
    .array(fc.constantFrom(...'bcdfghklmnprstvzaeiou'), { minLength: 5, maxLength: 12 })
    .map((letters) => letters.join(''))
    .filter((one) => !speaksForNumber(one, 'behind'));
  const cased = fc
    .tuple(unknown, fc.constantFrom('lower', 'Capital', 'UPPER'))
    .map(([one, way]) =>
      way === 'lower'
        ? one
        : way === 'UPPER'
          ? one.toUpperCase()
          : one.charAt(0).toUpperCase() + one.slice(1),
    );

  test('is sure beside no word that nobody knows, wherever it stands', () => {
    fc.assert(
      fc.property(cased, fc.constantFrom('0812345678', '021234567', '053123456'), (word, number) => {
        for (const text of [
          `${word} ${number}`,
          `${number} ${word}`,
          `${word}: ${number}`,
          `${number} (${word})`,
          `${word}\n${number}`,
          `${number}\n${word}`,
          `my ${word} is ${number}`,
          `${number} is the ${word}`,
          `${word}. ${number} please`,
        ]) {
          for (const { doubt } of numbersInText(text, desk)) expect(doubt, text).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(
    parted(
      '|(|Tel.|Somchai|สมชาย|Ploy|คุณฟ้าใส|Khun Prawprawprae|office|ฝ่ายขาย|Call me at|reach us on|โทรหา|ring me|Call her on',
    ),
  )('is sure alone, or where it is called a telephone number, or it is known whose it is: %s', (who) => {
    expect(read(`${who} 0812345678`)).toEqual(['0812345678']);
  });

  test.each(
    parted(
      `Zählerstand|Versicherungsnr|Vertragskonto|Kundennr|ค่าไฟ|สลาก|ออมทรัพย์|ที่|Epoch|Kto.|Best.-Nr.|PLZ:|Sparkasse|Mandatsreferenz|Kassenzeichen|ธอส|Chase|โอนเข้า|
      กระแสรายวัน|เคส|เคลม|ระวาง|น.ส.3|งวดที่|รางวัล|คะแนน|พิกัด|Personalnr.|Bestellnr|Lieferscheinnr|Identnr|Meter reading|Ref1`,
    ),
  )('behind %s is not', (label) => {
    expect(read(`${label} 0812345678`)).not.toContain('0812345678');
    expect(read(`${label}\n0812345678`)).not.toContain('0812345678');
  });

  test.each(parted(`Madrid|Иван|A|ถ.สุขุมวิท กรุงเทพฯ|จ.เชียงใหม่|Praewprae`))(
    'behind %s is not, and a grouped number is',
    (label) => {
      expect(read(`${label} 0812345678`)).toEqual(['0812345678 labelled']);
      expect(read(`${label} 081-234-5678`)).toEqual(['0812345678']);
      expect(read(`${label} +66812345678`)).toEqual(['0812345678']);
    },
  );
});

describe('letters that touch a number', () => {
  test.each([
    ['Tel.02-123-4567Fax.02-123-4568', ['021234567', '021234568']],
    ['Tel.02-123-4567Fax 02-123-4568Mobile 081-234-5678', ['021234567', '0812345678', '021234568']],
    ['T:02-123-4567F:02-123-4568M:081-234-5678', ['021234567', '0812345678', '021234568']],
    ['Phone: 02 123 4567E-mail: a@b.example', ['021234567']],
    ['02-123-4567Website www.b.example', ['021234567']],
    ['0812345678Address: 9 Rama Rd.', ['0812345678']],
    ['SomchaiTel0812345678SomyingTel0898765432', ['0812345678', '0898765432']],
    ['โทร.02-123-4567แฟกซ์.02-123-4568', ['021234567', '021234568']],
    ['0812345678or 0898765432', ['0812345678', '0898765432']],
  ])('end it where they are a label: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['0812345678Somchai 0898765432', ['0898765432', '0812345678 labelled']],
    ['081-234-5678Contacted', ['0812345678 labelled']],
  ])('leave a doubt where they are any word: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('where a number was dropped', () => {
  const droppers = [
    '0812345678foobaa',
    'foo0812345678',
    '@0812345678',
    'INV-0812345678',
    '*72 0812345678',
    '081-234-567',
    '08123456789',
    'Order 0812345678',
    '4500-0812345678',
    '+999 123 456 789',
    '0812345678.pdf',
  ];
  const joints = [' ', ', ', '\n', ' / ', '  ', ' and '];

  test.each(droppers)('%s, those that are left are not sure', (dropped) => {
    for (const joint of joints) {
      expect(read(`${dropped}${joint}0898765432`)).toEqual(['0898765432 neighbour']);
      expect(read(`${dropped}${joint}Somchai 089-876-5432`)).toEqual(['0898765432 neighbour']);
      expect(read(`${dropped}${joint}Tel. 089-876-5432`)).toEqual(['0898765432 neighbour']);
      expect(read(`${dropped}${joint}Fax 089-876-5432`)).toEqual(['0898765432 neighbour']);
    }
    expect(read(`0898765432\n${dropped}`)).toEqual(['0898765432 neighbour']);
  });

  test.each([
    '31.12.2569',
    '12',
    'Room 1204',
    '10110',
    '1-1037-00123-45-6',
    '1,500.00',
    '08:30',
    '192.168.1.10',
    'a.0812345678@b.example',
  ])('and %s is none', (figure) => {
    for (const joint of [', ', '\n', '  '])
      expect(read(`${figure}${joint}0898765432`)).toEqual(['0898765432']);
  });
});

describe('a number in a longer row of figures', () => {
  const figures = (least: number, most: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
      .map((one) => one.join(''))
      // A year would make a date of them, which is none of a number's figures.
      .filter((one) => !/(?:1[89]|2[01456])\d\d/.test(one));
  const joints = fc.constantFrom(' ', '-', '.', ' - ', '/');
  const numbers: Readonly<Record<string, readonly string[]>> = {
    TH: ['0812345678', '081-234-5678', '02 123 4567', '053-123456', '+66 81 234 5678'],
    DE: ['030 901820', '030901820', '0171 1234567', '+49 30 901820'],
    US: ['2125550188', '(212) 555-0188', '212-555-0188'],
    SG: ['61234567', '6123 4567'],
  };

  test.each(Object.entries(numbers))('is not sure in %s', (country, written) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...written),
        figures(3, 6),
        joints,
        fc.boolean(),
        (number, more, joint, last) => {
          // A plus and a bracket begin a number, whatever stands before.
          const behind = last || /^[+(]/.test(number);
          const text = behind ? `${number}${joint}${more}` : `${more}${joint}${number}`;
          const found = numbersInText(text, { ...desk, country });
          // What is left may be one number that is written so: then every figure is in it.
          const all = text.replace(/\D/g, '').length;
          for (const { doubt, source } of found) {
            if (source.replace(/\D/g, '').length < all)
              expect(doubt ?? (found.length > 1 ? 'several' : null), text).not.toBeNull();
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  /** Papers, games and money, with any figures: `8` stands for each. */
  const shapes: Readonly<Record<string, string>> = {
    TH: '88 8888 8888 8888 8888 88|088-8-888888|08-8-888888|8-88-888888-8|88-88-88-88-88-88|088 088 8888888 888 8888|888.888.888,88|8-8 8-8 8-8 8-8',
    DE: '8888 8888 8888 8888 8888 88|09-88-88-88-88-88|4888888888888|888.888.888,88|18888-88888|8-8 8-8 8-8 8-8|0812345888 888',
    US: '8888 8888 8888 8888 8888 88|88-88-88-88-88-88|888,888,888.88|8-8 8-8 8-8 8-8',
    SG: '8888 8888 8888 8888 8888 88|88-88-88-88-88-88|8888 8888 8888|8-8 8-8 8-8 8-8',
  };
  const cases = Object.entries(shapes).flatMap(([country, all]) =>
    all.split('|').map((shape) => [country, shape] as const),
  );

  test.each(cases)('in %s nothing in %s is called at once', (country, shape) => {
    const filled = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: shape.length, maxLength: shape.length })
      .map((digits) => shape.replace(/8/g, () => String(digits.pop() ?? 0)));
    fc.assert(
      fc.property(filled, (text) => {
        const found = numbersInText(text, { ...desk, country });
        if (found.length === 1) expect(found[0]?.doubt, text).not.toBeNull();
      }),
      { numRuns: 1_500 },
    );
  });
});

/** As people type it, and as a table has it. */
const ways = ['0812345678', '081-234-5678'];
const between = (label: string) => (label === '' ? '' : ' ');

describe.each(Object.entries(notTelephone))('behind %s', (_, labels) => {
  test.each(parted(labels))('%s no number is sure', (label) => {
    const smallWord = /^(?:\p{Ll}+ )?(?:\p{Ll}+|QX7|SIM2)$/u.test(label);
    for (const number of smallWord ? ways.slice(0, 1) : ways) {
      for (const text of [
        `${label} ${number}`,
        `${label}\u00a0${number}\n`,
        `Dear all,\n${label}  ${number}.`,
      ]) {
        expect(['[]', '["0812345678 labelled"]'], text).toContain(JSON.stringify(read(text)));
      }
    }
  });
});

describe.each(Object.entries(telephone))('behind %s', (_, labels) => {
  test.each(parted(labels))('%s a number is sure', (label) => {
    for (const number of ways) {
      for (const text of [
        `${label}${between(label)}${number}`,
        `Dear all,\n${label}${between(label)}${number}\n`,
      ]) {
        expect(read(text), text).toEqual(['0812345678']);
      }
    }
  });
});
