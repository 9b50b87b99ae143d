import type { Words } from './en.ts';

export const notify: Words['notify'] = {
  placed: (display, phone) => ({ title: `กำลังโทรหา ${display}`, body: `กรุณารับสายที่ ${phone}` }),
  failed: (display, failure) => ({ title: `โทรหา ${display} ไม่สำเร็จ`, body: failure }),
  unknown: (display, failure) => ({ title: `ไม่ทราบผลการโทรหา ${display}`, body: failure }),
  tryAgain: 'คลิกเพื่อโทรอีกครั้ง',
  nothing: ({ what, todo }) => ({ title: what, body: todo }),
  missed: (who, number, time, callBack) => ({
    title: `สายที่ไม่ได้รับจาก ${who}`,
    body: `${[number, time].filter((part) => part !== '').join(' · ')}${callBack ? ' คลิกเพื่อโทรกลับ' : ''}`,
  }),
  missedMany: (count, who) => ({ title: `สายที่ไม่ได้รับจากผู้โทร ${count} ราย`, body: who }),
  reminder: (who, number, what, callBack) => ({
    title: `เตือน: ${who}`,
    body: `${[number, what].filter((part) => part !== '').join(' · ')}${callBack ? ' คลิกเพื่อโทรกลับ' : ''}`,
  }),
  reminders: (count, who) => ({ title: `เตือน ${count} สาย`, body: who }),
  newVersion: (version) => ({
    title: `มี promptCall Companion เวอร์ชัน ${version} แล้ว`,
    body: 'แจ้งฝ่ายไอทีเพื่อติดตั้งได้',
  }),
};
