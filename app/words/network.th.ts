import type {
  certificate as certificateEn,
  network as networkEn,
  proxyPassword as proxyPasswordEn,
} from './network.en.ts';

export const certificate: typeof certificateEn = {
  look: 'ใบรับรอง',
  ask: 'เชื่อถือใบรับรองนี้หรือไม่',
  trust: 'เชื่อถือ',
  forget: 'เลิกเชื่อถือใบเดิม',
  askIt: 'เครื่องนี้ไม่รู้จักผู้ออกใบรับรองนี้ กรุณาแจ้งฝ่ายไอที',
  locked: 'ฝ่ายไอทีเป็นผู้กำหนดว่าเครื่องนี้เชื่อถือใบรับรองใด',
  fingerprint: 'ลายนิ้วมือ (SHA-256)',
  names: 'สำหรับ',
  issuer: 'ออกโดย',
  valid: 'ใช้ได้',
  fromTo: (from, to) => `${from} ถึง ${to}`,
  authority: (name) => `เชื่อถือผู้ออกใบรับรอง ${name}`,
  of: {
    pbx: {
      title: 'ใบรับรองของระบบโทรศัพท์',
      compare: 'เครื่องนี้ไม่รู้จักผู้ออกใบรับรองนี้ เชื่อถือเฉพาะเมื่อลายนิ้วมือตรงกับที่ฝ่ายไอทีให้ไว้',
      changed: 'ไม่ใช่ใบเดิมที่เชื่อถือไว้ กรุณาสอบถามฝ่ายไอทีว่าระบบโทรศัพท์เปลี่ยนมาใช้ใบนี้หรือไม่',
      authorityNote: 'เฉพาะระบบโทรศัพท์นี้ เมื่อต่ออายุใบรับรองแล้วจะไม่ถามอีก',
    },
    directory: {
      title: 'ใบรับรองของสมุดรายชื่อ',
      compare: 'เครื่องนี้ไม่รู้จักผู้ออกใบรับรองของสมุดรายชื่อ เชื่อถือเฉพาะเมื่อลายนิ้วมือตรงกับที่ฝ่ายไอทีให้ไว้',
      changed: 'ไม่ใช่ใบเดิมที่เชื่อถือไว้ กรุณาสอบถามฝ่ายไอทีว่าสมุดรายชื่อเปลี่ยนมาใช้ใบนี้หรือไม่',
      authorityNote: 'เฉพาะสมุดรายชื่อนี้ เมื่อต่ออายุใบรับรองแล้วจะไม่ถามอีก',
    },
  },
};

export const proxyPassword: typeof proxyPasswordEn = {
  title: 'รหัสผ่านพร็อกซี',
  asks: (proxy) => `พร็อกซีของเครือข่าย ${proxy} ต้องการทราบว่าคุณคือใคร`,
  wrong: (proxy) => `พร็อกซี ${proxy} ไม่ยอมรับชื่อผู้ใช้หรือรหัสผ่านนี้`,
  user: 'ชื่อผู้ใช้',
  password: 'รหัสผ่าน',
  show: 'แสดงรหัสผ่าน',
  goOn: 'ดำเนินการต่อ',
  enter: 'ใส่รหัสผ่าน',
};

export const network: typeof networkEn = {
  title: 'เครือข่าย',
  proxy: 'พร็อกซี',
  proxies: {
    system: 'ตามระบบ',
    none: 'ไม่ใช้',
    server: 'ระบุเซิร์ฟเวอร์',
    script: 'สคริปต์ (PAC)',
  },
  proxyAddress: 'ที่อยู่พร็อกซี',
  proxyWrong: (example) => `ตัวอย่าง ${example}`,
  forgetPassword: 'ลบรหัสผ่านพร็อกซี',
  askToTrust: 'ถามเมื่อพบใบรับรองที่ไม่รู้จัก',
  askToTrustNote: 'ให้คุณเทียบลายนิ้วมือเอง หากปิดไว้ โปรแกรมจะไม่เชื่อมต่อ',
  trusted: 'ใบรับรองที่เชื่อถือ',
  trustedNote: 'เซิร์ฟเวอร์เหล่านี้ต้องใช้ใบรับรองนี้เท่านั้น',
  remove: (host) => `เลิกเชื่อถือ ${host}`,
};
