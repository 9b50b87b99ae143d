import type { Words } from './en.ts';

export const editing: Words['editing'] = {
  cut: 'ตัด',
  copy: 'คัดลอก',
  paste: 'วาง',
  selectAll: 'เลือกทั้งหมด',
};

export const keys: Words['keys'] = {
  title: 'แป้นพิมพ์ลัด',
  anywhere: 'โทรหาหมายเลขที่เลือกไว้',
  does: {
    screens: 'หน้าจอต่าง ๆ',
    number: 'ไปที่ช่องชื่อหรือหมายเลข',
    search: 'ค้นหาการโทร',
    missed: 'สายที่ไม่ได้รับ',
    recorded: 'เสียงสนทนา',
    openIn: 'เปิดใน… ของสายล่าสุดที่โทรออก',
    refresh: 'รีเฟรช',
    settings: 'ตั้งค่า',
    textSize: 'ขนาดตัวอักษร',
    keys: 'แป้นพิมพ์ลัดทั้งหมด',
  },
  inList: {
    down: 'จากช่องค้นหาไปที่รายการ',
    call: 'โทร',
    play: 'ฟังเสียงสนทนา',
    note: 'หมายเหตุ',
    done: 'เสร็จแล้ว',
    undo: 'นำรายการที่เสร็จแล้วกลับมา',
    person: 'การโทรทั้งหมดกับผู้นี้',
    openIn: 'เปิดใน…',
  },
  inPlayer: {
    skip: 'ย้อนกลับหรือข้ามไป 10 วินาที',
    previous: 'เสียงสนทนาก่อนหน้า',
    next: 'เสียงสนทนาถัดไป',
    mark: 'ทำเครื่องหมาย',
  },
};
