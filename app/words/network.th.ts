import type { certificate as certificateEn, network as networkEn } from './network.en.ts';

export const certificate: typeof certificateEn = {
  look: 'ใบรับรอง',
  ask: 'เชื่อถือใบรับรองนี้หรือไม่',
  title: 'ใบรับรองของระบบโทรศัพท์',
  trust: 'เชื่อถือ',
  forget: 'เลิกเชื่อถือใบเดิม',
  compare: 'เครื่องนี้ไม่รู้จักผู้ออกใบรับรองนี้ เชื่อถือเฉพาะเมื่อลายนิ้วมือตรงกับที่ฝ่ายไอทีให้ไว้',
  askIt: 'เครื่องนี้ไม่รู้จักผู้ออกใบรับรองนี้ กรุณาแจ้งฝ่ายไอที',
  changed: 'ไม่ใช่ใบเดิมที่เชื่อถือไว้ กรุณาถามฝ่ายไอทีว่าระบบเปลี่ยนมาใช้ใบนี้หรือไม่',
  fingerprint: 'ลายนิ้วมือ (SHA-256)',
  names: 'สำหรับ',
  issuer: 'ออกโดย',
  valid: 'ใช้ได้',
  fromTo: (from, to) => `${from} ถึง ${to}`,
  authority: (name) => `เชื่อถือทุกใบที่ ${name} ออกให้ระบบนี้`,
  authorityNote: 'เมื่อต่ออายุใบรับรองแล้วจะไม่ถามอีก',
};

export const network: typeof networkEn = {
  title: 'เครือข่าย',
  askToTrust: 'ถามเมื่อพบใบรับรองที่ไม่รู้จัก',
  askToTrustNote: 'ให้คุณเทียบลายนิ้วมือเอง หากปิดไว้ โปรแกรมจะไม่เชื่อมต่อ',
  trusted: 'ใบรับรองที่เชื่อถือ',
  trustedNote: 'ระบบเหล่านี้ต้องใช้ใบรับรองนี้เท่านั้น',
  remove: (host) => `เลิกเชื่อถือ ${host}`,
};
