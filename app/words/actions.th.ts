import type { actions as en } from './actions.en.ts';

// The English words find them too: commands are known by them.
export const actions: typeof en = {
  redial: { label: 'โทรซ้ำ', also: 'โทร เบอร์ล่าสุด redial again' },
  openIn: { label: 'เปิดใน…', also: 'เบราว์เซอร์ เว็บ open in browser web page crm' },
  missed: { label: 'สายที่ไม่ได้รับ', also: 'ไม่ได้รับ missed calls' },
  settings: { label: 'ตั้งค่า', also: 'การตั้งค่า settings preferences options' },
  keys: { label: 'แป้นพิมพ์ลัด', also: 'คีย์ลัด keyboard shortcuts help' },
  themeSystem: { label: 'ธีม: ตามระบบ', also: 'หน้าตา theme system' },
  themeLight: { label: 'ธีม: สว่าง', also: 'หน้าตา theme light bright' },
  themeDark: { label: 'ธีม: มืด', also: 'หน้าตา theme dark night' },
  signOut: { label: 'ออกจากระบบ…', also: 'ออก sign out logout' },
};
