import type { Words } from './en.ts';

export const openIn: Words['openIn'] = {
  address: 'เปิดใน',
  note: (placeholders) => `หน้าเว็บของผู้ที่โทรมา เปิดในเบราว์เซอร์ โปรแกรมจะเติมค่าเหล่านี้ให้: ${placeholders}`,
  afterCall: 'เปิดทุกครั้งที่โทรออก',
  opens: (address) => `ตัวอย่าง: ${address}`,
  problems: {
    control: 'มีอักขระที่มองไม่เห็นอยู่ในที่อยู่ กรุณาพิมพ์ใหม่',
    blank: 'มีช่องว่างหรือเครื่องหมาย \\ อยู่ในที่อยู่',
    scheme: 'ต้องขึ้นต้นด้วย https://',
    'plain-http': 'ต้องขึ้นต้นด้วย https:// ฝ่ายไอทีไม่อนุญาตให้ใช้ http',
    'user-info': 'ไม่ต้องใส่ชื่อหรือรหัสผ่านหน้า @',
    place: 'ใช้ค่าที่เติมแทนชื่อเซิร์ฟเวอร์ไม่ได้',
    braces: 'วงเล็บปีกกาไม่ครบคู่',
    unknown: 'ไม่รู้จักค่าที่เติมบางค่า',
    'no-placeholder': 'ยังไม่ได้บอกว่าจะเติมหมายเลขตรงไหน',
    'not-an-address': 'ไม่ใช่ที่อยู่เว็บ',
  },
  number: (display) => `เปิดใน… ${display}`,
  last: (who) => `เปิดใน… ${who}`,
};
