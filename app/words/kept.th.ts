import type { KeptWords } from './kept.en.ts';

export const keptTh: KeptWords = {
  title: 'ข้อมูลที่เก็บในเครื่องนี้',
  calls: 'รายการโทร',
  callsNote: 'ระบบโทรศัพท์มีบันทึกของตนเอง หมายเหตุและไฟล์เสียงจะไม่อยู่นานกว่ารายการโทร',
  notes: 'หมายเหตุ',
  attempts: 'สายที่โทรจากเครื่องนี้',
  recordings: 'เสียงบันทึกที่เคยฟัง',
  asLongAsCalls: 'เท่ากับรายการโทร',
  never: 'ไม่เก็บ',
  days: (number) => `${number} วัน`,
  less: {
    title: 'ลบข้อมูลที่เก่ากว่านี้หรือไม่',
    text: 'ข้อมูลต่อไปนี้จะถูกลบออกจากเครื่องนี้ทันที',
    remove: 'ลบ',
  },
  going: {
    calls: (number) => `รายการโทร ${number} รายการ`,
    notes: (number) => `หมายเหตุ ${number} รายการ`,
    attempts: (number) => `สายที่โทรจากเครื่องนี้ ${number} สาย`,
    recordings: (number) => `เสียงบันทึก ${number} รายการ`,
  },
};
