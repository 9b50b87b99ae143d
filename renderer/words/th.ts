import type { Words } from './en.ts';

/** Polite through its wording, without ครับ or ค่ะ: a program has no gender. */
export const th: Words = {
  locale: 'th-TH',
  appName: 'promptCall Companion',

  starting: 'กำลังเปิด…',
  close: 'ปิด',
  cancel: 'ยกเลิก',
  dismiss: 'รับทราบ',

  tabs: {
    label: 'หน้าจอ',
    dialPad: 'แป้นโทร',
    recentCalls: 'โทรล่าสุด',
    settings: 'ตั้งค่า',
  },

  phone: (extension, agentId) => (agentId === null ? extension : `เอเจนต์ ${agentId}`),
  phoneInFull: (extension, agentId) => (agentId === null ? `เบอร์ภายใน ${extension}` : `เอเจนต์ ${agentId}`),

  pbx: {
    unknown: 'ยังไม่ได้ติดต่อระบบโทรศัพท์',
    answers: 'ระบบโทรศัพท์ตอบรับ',
    silent: 'ระบบโทรศัพท์ไม่ตอบ',
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
    extension: 'เบอร์ภายใน',
    extensionHint: '101',
    agentId: 'รหัสเอเจนต์',
    optional: 'ไม่บังคับ',
    advanced: 'ขั้นสูง',
    authentication: 'การยืนยันตัวตน',
    authenticationWays: {
      header: 'ส่วนหัว Authorization',
      body: 'เนื้อหาของคำขอ',
      query: 'สตริงคำค้นใน URL',
    },
    queryNote: 'วิธีนี้ทำให้โทเค็นถูกบันทึกไว้ในล็อกของเซิร์ฟเวอร์และพร็อกซี',
    requests: 'วิธีส่งคำขอ',
    requestWays: { post: 'POST', get: 'GET' },
    bodyNote: 'การส่งโทเค็นในเนื้อหาของคำขอต้องใช้ POST',
    allowPlainHttp: 'อนุญาตการเชื่อมต่อที่ไม่เข้ารหัส',
    plainHttpNote: 'ผู้อื่นในเครือข่ายอาจอ่านรหัสลับ API ได้',
    submit: 'ลงชื่อเข้าใช้',
    busy: 'กำลังลงชื่อเข้าใช้…',
  },

  failureBox: {
    pbxSays: (message) => `ข้อความจากระบบโทรศัพท์: “${message}”`,
    rule: (name) => `กฎ: “${name}”`,
    details: 'รายละเอียด',
    copy: 'คัดลอก',
    copied: 'คัดลอกแล้ว',
  },

  dial: {
    number: 'หมายเลข',
    yourPhone: (phone) => `โทรศัพท์ของคุณ: ${phone}`,
    keys: 'ปุ่มกด',
    remove: 'ลบ',
    removeHint: 'กดค้างเพื่อลบทั้งหมด',
    call: 'โทร',
    redial: 'โทรซ้ำ',
    redialHint: (display) => `โทรซ้ำ ${display}`,
    calling: (display) => `กำลังส่งหมายเลข ${display}…`,
    placed: (display) => `กำลังโทรหา ${display}`,
    pickUp: (phone) => `รับสายที่ ${phone}`,
    failed: (display) => `ไม่ได้โทรหา ${display}`,
    nothingFound: 'ไม่พบหมายเลขโทรศัพท์ในข้อความที่วาง',
    numbersFound: 'หมายเลขที่พบ',
    extension: (extension) => `ต่อ ${extension}`,
    lastCalled: (when) => `โทรเมื่อ ${when}`,
    emptyHint: (display) => `กดโทรเพื่อเรียก ${display} กลับมา`,
    ask: {
      title: 'โทรหาหมายเลขนี้หรือไม่',
      fromLink: 'มีลิงก์ขอให้โทรสายนี้',
      fromCommandLine: 'มีโปรแกรมอื่นขอให้โทรสายนี้',
      several: 'มีหลายหมายเลขในข้อความ',
      which: 'หมายเลขที่เลือกไว้กับที่คัดลอกไว้ไม่ตรงกัน',
      origins: { marked: 'ที่เลือกไว้', clipboard: 'ที่คัดลอก' },
      reasons: {
        again: 'เพิ่งโทรหาหมายเลขนี้เมื่อสักครู่',
        'again-unknown': 'ครั้งก่อนสายอาจโทรออกไปแล้ว กรุณาดูที่โทรศัพท์ก่อน',
        international: 'สายนี้เป็นการโทรไปต่างประเทศ',
      },
      extensionStays: (extension) => `เบอร์ต่อ ${extension} ให้กดเองเมื่อปลายทางรับสาย`,
      call: 'โทร',
      cancel: 'ยกเลิก',
    },
  },

  matches: {
    list: 'หมายเลขที่ตรงกัน',
    more: (count) => `อีก ${count}`,
    moreHint: 'ดูหมายเลขที่ตรงกันทั้งหมด (ลูกศรลง)',
    favourite: 'รายการโปรด',
  },

  favourites: {
    title: 'รายการโปรด',
    back: 'กลับไปที่แป้นโทร',
    list: 'รายการโปรดของคุณ',
    add: 'เพิ่มรายการโปรด',
    addThis: 'เพิ่มในรายการโปรด',
    newOne: 'รายการโปรดใหม่',
    change: (who) => `แก้ไข ${who}`,
    changeOne: 'แก้ไขรายการโปรด',
    name: 'ชื่อ',
    nameHint: 'คุณสมชาย ฝ่ายขาย',
    number: 'หมายเลขโทรศัพท์',
    numberHint: '081 234 5678',
    save: 'บันทึก',
    call: (who) => `โทรหา ${who}`,
    move: (who) => `ย้าย ${who}`,
    moveHint: 'ลาก หรือกดลูกศรขึ้นลง',
    moved: (who, place) => `${who}: ${place}`,
    place: (place, of) => `ลำดับที่ ${place} จาก ${of}`,
    remove: (who) => `ลบ ${who}`,
    removed: (who) => `ลบ ${who} แล้ว`,
    undo: 'เลิกทำ',
    emptyTitle: 'ยังไม่มีรายการโปรด',
    emptyText: 'เก็บหมายเลขที่โทรบ่อยไว้ที่นี่ กดครั้งเดียวก็โทรได้ ทั้งจากหน้านี้และจากเมนูที่ถาดระบบ',
  },

  calls: {
    title: 'โทรล่าสุด',
    list: 'รายการโทร',
    today: 'วันนี้',
    yesterday: 'เมื่อวาน',
    yesterdayInSentence: 'เมื่อวาน',
    outgoing: 'โทรออก',
    outcome: {
      placed: 'ส่งไปที่โทรศัพท์แล้ว',
      failed: 'ไม่สำเร็จ',
      unknown: 'ไม่ทราบผล',
      interrupted: 'ถูกขัดจังหวะ',
    },
    call: (display) => `โทรหา ${display}`,
    emptyTitle: 'ยังไม่มีรายการโทร',
    emptyText: 'พิมพ์หมายเลขที่แป้นโทรแล้วกด Enter โทรศัพท์ของคุณจะดังก่อน แล้วจึงโทรไปยังปลายทาง',
    emptyPaste: 'หรือคัดลอกหมายเลขจากที่ใดก็ได้แล้ววางที่แป้นโทร มีข้อความอื่นปนอยู่ก็ได้',
    emptyAction: 'ไปที่แป้นโทร',
  },

  settings: {
    title: 'ตั้งค่า',
    look: 'การแสดงผล',
    language: 'ภาษา',
    systemLanguage: 'ตามภาษาของระบบ',
    languages: { en: 'English', th: 'ไทย' },
    theme: 'ธีม',
    themes: { system: 'ตามระบบ', light: 'สว่าง', dark: 'มืด' },
    calling: 'การโทร',
    deskName: 'ชื่อโต๊ะ',
    deskNameHint: 'ประชาสัมพันธ์',
    country: 'ประเทศ',
    countryNote: 'ใช้อ่านหมายเลขที่ไม่มีรหัสประเทศ',
    numberForm: 'รูปแบบหมายเลขที่ส่ง',
    numberForms: {
      national: 'แบบในประเทศ',
      e164: 'แบบระหว่างประเทศ',
      'as-typed': 'ตามที่พิมพ์',
    },
    notifications: 'การแจ้งเตือน',
    notifyPlaced: 'เมื่อส่งสายแล้ว',
    notifyFailed: 'เมื่อโทรไม่สำเร็จ',
    notifyNothing: 'เมื่อไม่มีหมายเลขให้โทร',
    links: 'ลิงก์',
    telLinks: 'เปิดลิงก์ tel: และ callto:',
    sipLinks: 'เปิดลิงก์ sip:',
    computer: 'คอมพิวเตอร์เครื่องนี้',
    startAtLogin: 'เปิดเมื่อเข้าสู่ระบบของเครื่อง',
    about: 'เกี่ยวกับ',
    version: (version) => `รุ่น ${version}`,
    typeface: 'แบบอักษร: Noto Sans Thai',
    typefaceLicence: 'สัญญาอนุญาตแบบอักษร',
    signOut: 'ออกจากระบบ',
    quit: 'ปิดโปรแกรม',
  },

  tray: {
    tooltip: (extension) =>
      extension === null ? 'promptCall Companion' : `promptCall Companion · ${extension}`,
    open: 'เปิด',
    redial: (display) => `โทรซ้ำ ${display}`,
    callAgain: (display) => `โทรหา ${display} อีกครั้ง`,
    favourites: 'รายการโปรด',
    signOut: 'ออกจากระบบ',
    quit: 'ปิดโปรแกรม',
  },

  commandLine: {
    help: (program) => `promptCall Companion: โทรจากถาดระบบผ่านระบบโทรศัพท์ promptCall

  ${program}                   เปิดโปรแกรม หรือแสดงหน้าต่างที่เปิดอยู่
  ${program} --show            แสดงหน้าต่าง
  ${program} --dial NUMBER     โทรหาหมายเลข โทรศัพท์ของคุณจะดังก่อน
  ${program} --dial-selection  โทรหาหมายเลขที่เลือกไว้ ถ้าไม่มีก็ที่คัดลอกไว้
  ${program} --dial-clipboard  โทรหาหมายเลขที่คัดลอกไว้
  ${program} --redial          โทรหาหมายเลขล่าสุดอีกครั้ง
  ${program} tel:NUMBER        เปิดลิงก์ (callto: และ sip: ด้วย) จะถามก่อนเสมอ
  --ask                        ถามก่อนโทร
  --help, --version            แสดงข้อความนี้ หรือแสดงรุ่นของโปรแกรม

สถานะเมื่อจบ: 0 เรียบร้อย, 1 ไม่ได้โทร, 2 ไม่เข้าใจคำสั่ง, 3 ยกเลิกที่หน้าจอ,
4 ไม่ทราบผล (ดูที่โทรศัพท์ก่อนลองใหม่)
`,
    wrong: (argument) => `ไม่เข้าใจ: ${argument} ลองดู --help`,
    asked: 'ถามก่อนโทรอยู่ที่หน้าต่างโปรแกรม',
    cancelled: 'ไม่ได้โทร: ยกเลิกที่หน้าจอ',
    shown: 'แสดงหน้าต่างแล้ว',
    noAnswer: 'โปรแกรมที่เปิดอยู่ไม่ตอบ',
    started: 'กำลังเปิด promptCall Companion',
  },

  notify: {
    placed: (display, phone) => ({ title: `กำลังโทรหา ${display}`, body: `กรุณารับสายที่ ${phone}` }),
    failed: (display, failure) => ({ title: `ไม่ได้โทรหา ${display}`, body: failure }),
    unknown: (display, failure) => ({ title: `ไม่ทราบผลการโทรหา ${display}`, body: failure }),
    tryAgain: 'คลิกเพื่อลองอีกครั้ง',
    nothing: ({ what, todo }) => ({ title: what, body: todo }),
  },

  failure: {
    unreachable: {
      what: 'ติดต่อระบบโทรศัพท์ไม่ได้',
      todo: 'ตรวจสอบเครือข่าย หรือสอบถามที่อยู่จากฝ่ายไอที',
    },
    'name-not-found': {
      what: 'ไม่พบที่อยู่ของระบบโทรศัพท์ในเครือข่ายนี้',
      todo: 'ตรวจดูว่าพิมพ์ที่อยู่ถูกต้อง หรือสอบถามฝ่ายไอที',
    },
    'connection-refused': {
      what: 'ระบบโทรศัพท์ไม่รับการเชื่อมต่อ',
      todo: 'ตรวจสอบที่อยู่ หรือสอบถามฝ่ายไอทีว่าระบบทำงานอยู่หรือไม่',
    },
    'timed-out': {
      what: 'ระบบโทรศัพท์ใช้เวลาตอบนานเกินไป',
      todo: 'รอสักครู่แล้วลองใหม่ หากยังเป็นเช่นเดิม กรุณาแจ้งฝ่ายไอที',
    },
    'no-reply': {
      what: 'ระบบโทรศัพท์ตัดการเชื่อมต่อโดยไม่ตอบ',
      todo: 'ลองใหม่อีกครั้ง หากยังเป็นเช่นเดิม กรุณาแจ้งฝ่ายไอที',
    },
    certificate: {
      what: 'เครื่องนี้ไม่เชื่อถือใบรับรองของระบบโทรศัพท์',
      todo: 'กรุณาแจ้งฝ่ายไอทีก่อนใช้งานต่อ',
    },
    proxy: {
      what: 'พร็อกซีของเครือข่ายไม่ให้ผ่าน',
      todo: 'สอบถามฝ่ายไอทีเรื่องการตั้งค่าพร็อกซี',
    },
    unauthorised: {
      what: 'ระบบโทรศัพท์ไม่ยอมรับคีย์และรหัสลับ API นี้',
      todo: 'ตรวจสอบทั้งสองช่อง หรือขอใหม่จากฝ่ายไอที',
    },
    'not-this-api': {
      what: 'มีระบบตอบกลับ แต่ไม่ใช่ API ของ promptCall',
      todo: 'ตรวจสอบที่อยู่ หรือสอบถามฝ่ายไอที',
    },
    'server-error': {
      what: 'ระบบโทรศัพท์ขัดข้อง',
      todo: 'รอสักครู่แล้วลองใหม่ หากยังเป็นเช่นเดิม กรุณาแจ้งฝ่ายไอที',
    },
    redirected: {
      what: 'ระบบโทรศัพท์ส่งต่อไปยังที่อยู่อื่น',
      todo: 'สอบถามที่อยู่ที่ถูกต้องจากฝ่ายไอที',
    },
    refused: {
      what: 'ระบบโทรศัพท์ไม่รับคำขอนี้',
      todo: 'ตรวจสอบหมายเลขและเบอร์ภายใน หรือสอบถามฝ่ายไอที',
    },
    'too-large': {
      what: 'ระบบโทรศัพท์ตอบกลับมายาวผิดปกติ',
      todo: 'กรุณาแจ้งฝ่ายไอที ที่อยู่อาจไม่ถูกต้อง',
    },
    'unknown-outcome': {
      what: 'สายอาจโทรออกไปแล้ว',
      todo: 'กรุณาดูที่โทรศัพท์ก่อนโทรอีกครั้ง',
    },
    'bad-address': {
      what: 'ที่อยู่นี้ใช้ไม่ได้',
      todo: 'ตัวอย่างที่อยู่: pbx.example.com หรือ pbx.example.com:4433',
    },
    'plain-http': {
      what: 'ที่อยู่นี้ไม่ได้เข้ารหัส (http)',
      todo: 'ใช้ https หรืออนุญาตการเชื่อมต่อที่ไม่เข้ารหัส',
    },
    'missing-field': {
      what: 'ยังกรอกไม่ครบ',
      todo: 'กรุณากรอกช่องที่ว่างอยู่',
    },
    'not-a-number': {
      what: 'หมายเลขนี้โทรไม่ได้',
      todo: 'ตรวจสอบหมายเลขอีกครั้ง',
    },
    'no-number': {
      what: 'ไม่มีหมายเลขโทรศัพท์ให้โทร',
      todo: 'เลือกหรือคัดลอกหมายเลขก่อน แล้วกดปุ่มลัดอีกครั้ง',
    },
    'code-not-allowed': {
      what: 'รหัสที่มี * หรือ # เปลี่ยนวิธีที่ระบบโทรศัพท์จัดการสายของคุณ',
      todo: 'ถ้าต้องการจริง ให้กดเองที่แป้นโทร',
    },
    blocked: {
      what: 'กฎการโทรไม่อนุญาตหมายเลขนี้',
      todo: 'สอบถามฝ่ายไอที หรือดูกฎการโทรในหน้าตั้งค่า',
    },
    'question-open': {
      what: 'มีอีกสายหนึ่งรอคำตอบของคุณอยู่',
      todo: 'กรุณาตอบคำถามนั้นก่อน',
    },
    'already-calling': {
      what: 'กำลังโทรอยู่แล้ว',
      todo: 'กรุณารอสักครู่',
    },
    'question-gone': {
      what: 'คำถามนี้ปิดไปแล้ว',
      todo: 'กดโทรอีกครั้ง',
    },
    'signed-out': {
      what: 'ออกจากระบบแล้ว',
      todo: 'ลงชื่อเข้าใช้เพื่อโทร',
    },
    'favourite-exists': {
      what: 'หมายเลขนี้อยู่ในรายการโปรดแล้ว',
      todo: 'เปลี่ยนชื่อรายการเดิม หรือใส่หมายเลขอื่น',
    },
    'favourite-gone': {
      what: 'ไม่มีรายการโปรดนี้แล้ว',
      todo: 'ถ้ายังต้องใช้ กรุณาเพิ่มใหม่',
    },
    'favourites-full': {
      what: 'รายการโปรดเต็มแล้ว',
      todo: 'ลบรายการที่ไม่ใช้แล้วออกก่อน',
    },
    'favourites-file': {
      what: 'บันทึกรายการโปรดไม่ได้',
      todo: 'สอบถามฝ่ายไอทีว่าดิสก์เต็มหรือเขียนไม่ได้หรือไม่',
    },
    keychain: {
      what: 'เปิดที่เก็บรหัสผ่านของเครื่องนี้ไม่ได้',
      todo: 'ปลดล็อกแล้วเปิดโปรแกรมใหม่ หรือลงชื่อเข้าใช้เฉพาะครั้งนี้',
    },
    'settings-file': {
      what: 'บันทึกการตั้งค่าไม่ได้',
      todo: 'สอบถามฝ่ายไอทีว่าดิสก์เต็มหรือเขียนไม่ได้หรือไม่',
    },
    links: {
      what: 'ระบบไม่ให้โปรแกรมนี้เปิดลิงก์',
      todo: 'สอบถามฝ่ายไอที หรือเลือกโปรแกรมในการตั้งค่าของระบบ',
    },
  },
};
