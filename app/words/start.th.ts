import type { Words } from './en.ts';

export const startTh: Words['start'] = {
  title: 'เริ่มต้นใช้งาน',
  lines: {
    hotkey: 'ลองปุ่มลัด',
    startAtLogin: 'เปิดโปรแกรมอัตโนมัติเมื่อเปิดเครื่อง',
    telLinks: 'ใช้โปรแกรมนี้เปิดลิงก์โทรศัพท์',
    deskName: 'ตั้งชื่อที่แสดง',
    boxKey: 'ตั้งปุ่มลัดเปิดช่องพิมพ์',
  },
  sample: '081 234 5678',
  press: (keys) => `เลือกไว้แล้ว กด ${keys} ได้เลย ตอนนี้จะยังไม่โทรหาใคร`,
  worked: 'ใช้ได้แล้ว ปกติโปรแกรมจะโทรหาหมายเลขนี้',
};
