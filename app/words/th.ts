import { actions } from './actions.th.ts';
import { callsTh } from './calls.th.ts';
import { commandLineTh } from './command-line.th.ts';
import { contactsTh } from './contacts.th.ts';
import { directory } from './directory.th.ts';
import type { Words } from './en.ts';
import { failuresTh } from './failures.th.ts';
import { keptTh } from './kept.th.ts';
import { editing, keys } from './keys.th.ts';
import { certificate, network, proxyPassword } from './network.th.ts';
import { notify } from './notify.th.ts';
import { openIn } from './open-in.th.ts';
import { recordingsTh } from './recordings.th.ts';
import { managed, policyCheck, rules } from './rules.th.ts';
import { startTh } from './start.th.ts';

/** Polite through its wording, without ครับ or ค่ะ: a program has no gender. */
export const th: Words = {
  locale: 'th-TH',
  appName: 'promptCall Companion',

  starting: 'กำลังเปิด…',
  close: 'ปิด',
  cancel: 'ยกเลิก',
  dismiss: 'รับทราบ',

  room: {
    left: (count) => `เหลืออีก ${count} ตัวอักษร`,
    tooLong: (count) => `ข้อความยาวเกินไป ${count} ตัวอักษร จึงยังไม่ได้เพิ่ม`,
  },

  tabs: {
    label: 'หน้าจอ',
    dialPad: 'แป้นโทร',
    recentCalls: 'ล่าสุด',
    contacts: 'รายชื่อ',
    settings: 'ตั้งค่า',
  },

  phone: (extension, agentId) => (agentId === null ? extension : `เอเจนต์ ${agentId}`),
  phoneInFull: (extension, agentId) => (agentId === null ? `เบอร์ภายใน ${extension}` : `เอเจนต์ ${agentId}`),

  pbx: {
    unknown: 'ยังไม่ได้ติดต่อระบบโทรศัพท์',
    answers: 'ระบบโทรศัพท์ตอบรับ',
    silent: 'ระบบโทรศัพท์ไม่ตอบ',
  },

  damaged: {
    what: {
      settings: 'อ่านการตั้งค่าของคุณไม่ได้',
      favourites: 'อ่านรายการโปรดของคุณได้ไม่ครบ',
      contacts: 'อ่านรายชื่อของคุณได้ไม่ครบ',
      notes: 'อ่านหมายเหตุของสายได้ไม่ครบ',
      calls: 'อ่านรายการโทรในเครื่องนี้ไม่ได้ โปรแกรมจะขอจากระบบโทรศัพท์ใหม่',
      attempts: 'อ่านรายการที่โทรจากเครื่องนี้ได้ไม่ครบ',
      reminders: 'อ่านการเตือนไม่ได้',
      directory: 'อ่านสมุดรายชื่อบริษัทในเครื่องนี้ไม่ได้ โปรแกรมจะโหลดใหม่',
      forgotten: 'อ่านไม่ได้ว่าหมายเลขใดถูกลบไปแล้ว สายของหมายเลขนั้นอาจกลับมาแสดงอีก',
    },
    aside: (file) => `ข้อมูลเดิมยังเก็บไว้ แจ้งฝ่ายไอทีให้ดูไฟล์ ${file}`,
    inTheWay: 'ยังบันทึกสิ่งใหม่ลงไฟล์นี้ไม่ได้ จนกว่าฝ่ายไอทีจะตรวจสอบ',
  },

  notice: {
    keptForThisRun: 'เปิดที่เก็บรหัสผ่านของเครื่องนี้ไม่ได้ จึงลงชื่อเข้าใช้ไว้จนกว่าจะปิดโปรแกรม',
    switchedToBody: 'ระบบโทรศัพท์ไม่รับการยืนยันตัวตนทางส่วนหัว จึงเปลี่ยนไปส่งในเนื้อหาคำขอแทน',
  },

  signIn: {
    title: 'ลงชื่อเข้าใช้',
    lead: 'ขอที่อยู่และคีย์ API ได้จากฝ่ายไอที',
    address: 'ที่อยู่ระบบโทรศัพท์ (PBX)',
    addressHint: 'pbx.example.com',
    apiKey: 'คีย์ API',
    apiSecret: 'รหัสลับ API',
    showSecret: 'แสดงรหัสลับ',
    extension: 'เบอร์ภายใน',
    extensionHint: '101',
    agentId: 'รหัสเอเจนต์',
    optional: 'ไม่บังคับ',
    advanced: 'ขั้นสูง',
    authentication: 'การยืนยันตัวตน',
    authenticationWays: {
      header: 'ส่วนหัว Authorization',
      body: 'เนื้อหาของคำขอ',
      query: 'Query string (ใน URL)',
    },
    queryNote: 'วิธีนี้ทำให้โทเค็นไปอยู่ในล็อกของเซิร์ฟเวอร์และพร็อกซี',
    requests: 'วิธีส่งคำขอ',
    requestWays: { post: 'POST', get: 'GET' },
    bodyNote: 'การส่งโทเค็นในเนื้อหาของคำขอต้องใช้ POST',
    allowPlainHttp: 'อนุญาตการเชื่อมต่อที่ไม่เข้ารหัส',
    plainHttpNote: 'ผู้อื่นในเครือข่ายอาจอ่านรหัสลับ API ได้',
    submit: 'ลงชื่อเข้าใช้',
    busy: 'กำลังลงชื่อเข้าใช้…',
  },

  setUp: {
    title: (extension, host) => `ลงชื่อเข้าใช้ด้วยเบอร์ภายใน ${extension} ที่ ${host} หรือไม่`,
    from: {
      link: 'ลิงก์จะกรอกแบบฟอร์มให้ กรุณาพิมพ์คีย์และรหัสลับ API เอง',
      file: 'ไฟล์ตั้งค่าจะลงชื่อเข้าใช้ให้ แล้วไฟล์จะถูกลบ',
    },
    signsOut: 'ผู้ที่ลงชื่อเข้าใช้อยู่จะออกจากระบบก่อน',
    settings: 'ไฟล์นี้เปลี่ยนการตั้งค่าด้วย',
    inQuery: 'รหัสลับจะถูกส่งใน Query string ซึ่งเซิร์ฟเวอร์และพร็อกซีเก็บไว้ในล็อก',
    working: (extension, host) => `กำลังลงชื่อเข้าใช้ด้วยเบอร์ภายใน ${extension} ที่ ${host}…`,
    failed: 'ตั้งค่าไม่สำเร็จ',
    notAll: 'เกือบเสร็จแล้ว',
    open: 'ไฟล์ตั้งค่า…',
    file: 'ไฟล์ตั้งค่า',
    asked: 'กรุณาตอบคำถามในหน้าต่างโปรแกรม',
    already: 'ลงชื่อเข้าใช้อยู่แล้ว',
    signedInAs: (extension) => `ลงชื่อเข้าใช้ด้วยเบอร์ภายใน ${extension} แล้ว และลบไฟล์ตั้งค่าแล้ว`,
  },

  signOut: {
    title: 'ออกจากระบบหรือไม่',
    goes: 'คีย์ API รายการโทร การเตือน เสียงสนทนา และสมุดรายชื่อบริษัทจะถูกลบออกจากเครื่องนี้',
    stays: 'รายการโปรดและหมายเหตุยังอยู่ รวมถึงที่อยู่และเบอร์ภายในในแบบฟอร์ม',
    yes: 'ออกจากระบบ',
  },

  failureBox: {
    pbxSays: (message) => `ข้อความจากระบบโทรศัพท์: “${message}”`,
    rule: (name) => `กฎ: “${name}”`,
    details: 'รายละเอียด',
    copy: 'คัดลอก',
    copied: 'คัดลอกแล้ว',
  },

  dial: {
    number: 'ชื่อหรือหมายเลข',
    keys: 'ปุ่มกด',
    remove: 'ลบ',
    removeHint: 'กดค้างเพื่อลบทั้งหมด',
    call: 'โทร',
    redial: 'โทรซ้ำ',
    redialHint: (display) => `โทรซ้ำ ${display}`,
    calling: (display) => `กำลังส่งหมายเลข ${display}…`,
    placed: (display) => `กำลังโทรหา ${display}`,
    pickUp: (phone) => `รับสายที่ ${phone}`,
    failed: (display) => `โทรหา ${display} ไม่สำเร็จ`,
    nothingFound: 'ไม่พบหมายเลขโทรศัพท์ในข้อความที่วาง',
    numbersFound: 'หมายเลขที่พบ',
    extension: (extension) => `ต่อ ${extension}`,
    matches: 'รายการที่ตรงกัน',
    moreMatches: (count) => `อีก ${count} รายการที่ตรงกัน`,
    matchCount: (count) => `ตรงกัน ${count} รายการ`,
    chooseHint: {
      person: 'กด ↓ หรือ ↑ เพื่อเลือก แล้วกด Enter เพื่อโทร',
      action: 'กด ↓ หรือ ↑ เพื่อเลือก แล้วกด Enter เพื่อสั่งงาน',
      both: 'กด ↓ หรือ ↑ เพื่อเลือก แล้วกด Enter',
    },
    choiceGone: 'รายการที่เลือกไว้ไม่อยู่แล้ว กรุณาเลือกใหม่',
    nobodyChosen: 'ยังไม่ได้เลือกใคร กด ↑ เพื่อกลับไปที่หมายเลข',
    nobody: (typed) => `ไม่พบ “${typed}”`,
    notAsked: 'ค้นหาในสมุดรายชื่อบริษัทไม่ได้',
    lastCalled: (when) => `โทรเมื่อ ${when}`,
    emptyHint: (who) => `กดโทรเพื่อโทรซ้ำ ${who}`,
    hotkeyHint: {
      selected: (keys) => `เลือกหมายเลขที่ใดก็ได้ แล้วกด ${keys}`,
      copied: (keys) => `คัดลอกหมายเลขที่ใดก็ได้ แล้วกด ${keys}`,
    },
    ask: {
      title: 'โทรหาหมายเลขนี้หรือไม่',
      fromLink: 'มีลิงก์ขอให้โทรสายนี้',
      fromCommandLine: 'มีโปรแกรมอื่นขอให้โทรสายนี้',
      several: 'มีหลายหมายเลขในข้อความ',
      which: 'หมายเลขที่เลือกไว้กับที่คัดลอกไว้ไม่ตรงกัน',
      origins: { marked: 'ที่เลือกไว้', clipboard: 'ที่คัดลอก' },
      instead: {
        text: (marked) => `ที่เลือกไว้คือ “${marked}” ซึ่งไม่มีหมายเลขให้โทร ส่วนที่คัดลอกไว้คือ`,
        unreadable: 'อ่านสิ่งที่เลือกไว้ไม่ได้ ส่วนที่คัดลอกไว้คือ',
        nothing: 'ตอนนี้ไม่ได้เลือกข้อความใดไว้ หมายเลขที่คัดลอกไว้ก่อนหน้านี้คือ',
      },
      reasons: {
        again: 'เพิ่งโทรหาหมายเลขนี้เมื่อสักครู่',
        'again-unknown': 'ครั้งก่อนสายอาจโทรออกไปแล้ว กรุณาดูที่โทรศัพท์ก่อน',
        emergency: 'หมายเลขนี้เป็นหมายเลขฉุกเฉิน',
        premium: 'หมายเลขนี้คิดค่าโทรในอัตราพิเศษ',
        international: 'สายนี้เป็นการโทรไปต่างประเทศ',
        labelled: 'ข้อความไม่ได้บอกว่าเป็นหมายเลขโทรศัพท์',
        neighbour: 'มีตัวเลขข้างเคียงที่ไม่ได้นำมาใช้',
        unlisted: 'รูปแบบไม่เหมือนหมายเลขโทรศัพท์ทั่วไป',
      },
      extensionStays: (extension) => `กด ${extension} เองเมื่อปลายทางรับสาย`,
      call: 'โทร',
      cancel: 'ยกเลิก',
    },
  },

  actions,

  calls: callsTh,

  recordings: recordingsTh,

  contacts: contactsTh,

  kept: keptTh,

  favourites: {
    title: 'รายการโปรด',
    none: 'หมายเลขที่โทรบ่อย โทรได้ด้วยการกดครั้งเดียว ค้นชื่อด้วยปุ่มตัวเลขได้ เช่น กด 7569 เพื่อหา Ploy',
    exists: (number, name) => `${number} คือ ${name} อยู่แล้ว`,
    existsUnnamed: (number) => `${number} อยู่ในรายการโปรดแล้ว`,
    editThat: 'แก้ไข',
    add: 'เพิ่ม',
    name: 'ชื่อ',
    number: 'หมายเลขโทรศัพท์',
    save: 'บันทึก',
    up: (name) => `เลื่อน ${name} ขึ้น`,
    down: (name) => `เลื่อน ${name} ลง`,
    edit: (name) => `แก้ไข ${name}`,
    remove: (name) => `ลบ ${name}`,
    removed: (name) => `ลบ ${name} แล้ว`,
    undo: 'เลิกทำ',
  },

  settings: {
    title: 'ตั้งค่า',
    look: 'การแสดงผล',
    language: 'ภาษา',
    systemLanguage: 'ตามภาษาของระบบ',
    theme: 'ธีม',
    themes: { system: 'ตามระบบ', light: 'สว่าง', dark: 'มืด' },
    textSize: 'ขนาดตัวอักษร',
    calling: 'การโทร',
    deskName: 'ชื่อที่แสดง',
    deskNameHint: 'ประชาสัมพันธ์',
    country: 'ประเทศ',
    countryNote: 'ใช้อ่านหมายเลขที่ไม่มีรหัสประเทศ',
    numberForm: 'รูปแบบหมายเลขที่ส่ง',
    numberForms: {
      national: 'แบบในประเทศ',
      e164: 'แบบระหว่างประเทศ',
      'as-typed': 'ตามที่พิมพ์',
    },
    internalShortest: 'เบอร์ภายในสั้นที่สุด',
    internalLength: 'เบอร์ภายในยาวที่สุด',
    internalLengths: (digits) => `${digits} หลัก`,
    internalLengthNote: 'ตัวเลขในข้อความที่ยาวเท่านี้และอยู่ลำพังถือเป็นเบอร์ภายใน',
    hotkey: {
      title: 'ปุ่มลัด',
      lead: 'โทรหาหมายเลขที่เลือกหรือคัดลอกไว้ จากโปรแกรมใดก็ได้',
      leadCopied: 'โทรหาหมายเลขที่คัดลอกไว้ จากโปรแกรมใดก็ได้',
      key: 'ปุ่มลัด',
      boxKey: 'ปุ่มลัดเปิดช่องพิมพ์',
      boxKeyNote: 'เปิดหน้าต่างนี้ พร้อมพิมพ์ชื่อหรือหมายเลข',
      boxUnavailable: 'หากต้องการเปิดหน้าต่างนี้ด้วยปุ่ม ให้ผูกปุ่มกับคำสั่งนี้',
      boxCopy: 'คัดลอกคำสั่งเปิดหน้าต่าง',
      none: 'ไม่มี',
      notHere: 'เดสก์ท็อปนี้ใช้ไม่ได้',
      record: 'กดปุ่มที่ต้องการ…',
      recordNote:
        'กดปุ่มใหม่ที่ต้องการ กด Backspace เพื่อไม่ใช้ปุ่มลัด กด Escape เพื่อใช้ปุ่มเดิม ถ้ากดแล้วไม่มีอะไรเกิดขึ้น แสดงว่าโปรแกรมอื่นใช้ปุ่มนั้นอยู่',
      before: 'เมื่อกดปุ่มลัด',
      beforeOptions: { call: 'โทรทันที', ask: 'ถามก่อน' },
      copyMarked: 'โทรหาหมายเลขที่เลือกไว้ด้วย',
      copyMarkedNote: 'โปรแกรมจะคัดลอกข้อความชั่วครู่ แล้วคืนสิ่งที่อยู่ในคลิปบอร์ดให้',
      takenTitle: (label) => `ยังใช้ปุ่ม ${label} ไม่ได้`,
      unavailable: 'ระบบเดสก์ท็อปนี้ไม่ให้โปรแกรมใช้ปุ่มลัดที่ทำงานได้ทุกที่ กรุณาผูกปุ่มกับคำสั่งนี้ในการตั้งค่าแป้นพิมพ์ของระบบ',
      copyCommand: 'คัดลอกคำสั่ง',
      desktopGave: 'ระบบเดสก์ท็อปกำหนดปุ่มนี้ให้ เปลี่ยนได้ในการตั้งค่าแป้นพิมพ์ของระบบ',
      desktopNoKey: 'ระบบเดสก์ท็อปยังไม่ได้กำหนดปุ่มให้ กรุณาเลือกปุ่มในการตั้งค่าแป้นพิมพ์ของระบบ หรือผูกปุ่มกับคำสั่งนี้',
      desktopOffers: 'ระบบเดสก์ท็อปนี้ให้ปุ่มลัดแก่โปรแกรมที่ขอ และอาจถามคุณก่อน',
      desktopDeclined: 'ระบบเดสก์ท็อปไม่ได้ให้ปุ่มลัด',
      desktopAsk: 'ขอใช้ปุ่มลัด',
      orCommand: 'หรือผูกปุ่มกับคำสั่งนี้ในการตั้งค่าแป้นพิมพ์ของระบบ',
      desktopKeys: {
        'dial-selection': 'โทรหาหมายเลขที่เลือกหรือคัดลอกไว้',
        show: 'เปิดหน้าต่าง พร้อมพิมพ์ชื่อหรือหมายเลข',
      },
      wayland:
        'บนเดสก์ท็อปนี้ (Wayland) ระบบเป็นผู้กำหนดตำแหน่งหน้าต่าง หากระบบไม่ให้โปรแกรมอื่นอ่านข้อความที่เลือกไว้ หน้าต่างนี้จะขึ้นมาด้านหน้าเพื่ออ่าน',
    },
    notifications: 'การแจ้งเตือน',
    notifyPlaced: 'โทรออกแล้ว',
    notifyFailed: 'โทรไม่สำเร็จ',
    notifyNothing: 'ปุ่มลัดไม่พบหมายเลข',
    notifyMissed: 'สายที่ไม่ได้รับ',
    quiet: 'ช่วงห้ามรบกวน',
    quietNote: 'ในช่วงนี้จะไม่แจ้งเตือนสายที่ไม่ได้รับ แต่ยังนับไว้ที่ไอคอนในถาด',
    quietFrom: 'ตั้งแต่',
    quietTo: 'ถึง',
    pbx: 'ระบบโทรศัพท์',
    pbxTimeZone: 'เขตเวลาของระบบโทรศัพท์ (PBX)',
    pbxTimeZoneNote: 'เวลาที่ระบบโทรศัพท์ใช้ หากเวลาของสายไม่ถูกต้อง กรุณาสอบถามฝ่ายไอที',
    links: 'ลิงก์',
    telLinks: 'เปิดลิงก์ tel: และ callto:',
    sipLinks: 'เปิดลิงก์ sip:',
    computer: 'คอมพิวเตอร์เครื่องนี้',
    startAtLogin: 'เปิดโปรแกรมอัตโนมัติเมื่อเปิดเครื่อง',
    updates: {
      label: 'อัปเดต',
      modes: { off: 'ปิด', tell: 'แจ้งให้ทราบ', install: 'ติดตั้งเมื่อไม่มีใครใช้งาน' },
      told: 'ฝ่ายไอทีเป็นผู้ติดตั้งอัปเดตในเครื่องนี้ โปรแกรมจะแจ้งให้ทราบเท่านั้น',
      installs: 'ติดตั้งเมื่อไม่มีใครใช้งาน ไม่ติดตั้งระหว่างโทร ฟังเสียงสนทนา หรือพิมพ์อยู่',
      newest: 'ใช้เวอร์ชันล่าสุดอยู่แล้ว',
      found: (version) => `มีเวอร์ชัน ${version} แล้ว แจ้งฝ่ายไอทีเพื่อติดตั้งได้`,
      fetching: (version) => `กำลังดาวน์โหลดเวอร์ชัน ${version}`,
      ready: (version) => `จะติดตั้งเวอร์ชัน ${version} เมื่อไม่มีใครใช้งาน หรือเมื่อปิดโปรแกรม`,
      failed: {
        unreachable: 'ตรวจหาอัปเดตไม่ได้ เพราะเซิร์ฟเวอร์ที่ฝ่ายไอทีกำหนดไม่ตอบ จะลองใหม่ภายหลัง',
        signature: 'ไม่ติดตั้งอัปเดต เพราะไม่มีลายเซ็นของฝ่ายไอที กรุณาแจ้งฝ่ายไอที',
        misfit: 'ไม่ติดตั้งอัปเดต เพราะไม่ใช่ของโปรแกรมนี้ กรุณาแจ้งฝ่ายไอที',
        download: 'ดาวน์โหลดอัปเดตได้ไม่ครบ จะลองใหม่ภายหลัง',
        checksum: 'ไม่ติดตั้งอัปเดต เพราะไฟล์ไม่ตรงกับที่ฝ่ายไอทีลงลายเซ็นไว้ กรุณาแจ้งฝ่ายไอที',
        room: 'ที่ว่างบนดิสก์ไม่พอสำหรับอัปเดต กรุณาเพิ่มที่ว่าง จะลองใหม่ภายหลัง',
        install: 'ติดตั้งอัปเดตไม่สำเร็จ จะลองใหม่ภายหลัง หากยังเป็นอยู่ กรุณาแจ้งฝ่ายไอที',
      },
    },
    about: 'เกี่ยวกับ',
    version: (version) => `เวอร์ชัน ${version}`,
    help: 'คู่มือการใช้งาน',
    licences: 'สัญญาอนุญาตโอเพนซอร์ส',
    diagnostics: 'ข้อมูลสำหรับฝ่ายไอที…',
    diagnosticsNote: 'รวมเป็นไฟล์เดียว ไม่มีรหัสลับและหมายเลขโทรศัพท์',
    diagnosticsSaved: 'บันทึกไฟล์แล้ว',
    signOut: 'ออกจากระบบ',
    quit: 'ปิดโปรแกรม',
  },

  tray: {
    tooltip: (extension, toDo, isWhole) =>
      ['promptCall Companion', extension, toDo === 0 ? null : callsTh[isWhole ? 'toDo' : 'toDoSoFar'](toDo)]
        .filter((part) => part !== null)
        .join(' · '),
    open: 'เปิด',
    redial: (display) => `โทรซ้ำ ${display}`,
    callAgain: (display) => `โทรหา ${display} อีกครั้ง`,
    favourites: 'รายการโปรด',
    signOut: 'ออกจากระบบ',
    quit: 'ปิดโปรแกรม',
  },

  openIn,

  commandLine: commandLineTh,

  editing,
  start: startTh,
  keys,
  certificate,
  directory,
  network,
  proxyPassword,
  managed,
  policyCheck,
  rules,

  notify,

  failure: failuresTh,
};
