/**
 * What can be done by typing its name into the dial pad's box. `also`: other words that find it, Thai ones too: many
 * who read the screen in English write in Thai.
 */
export const actions = {
  redial: { label: 'Redial', also: 'call again last โทรซ้ำ เบอร์ล่าสุด' },
  openIn: { label: 'Open in…', also: 'browser web page crm เปิดใน เว็บ' },
  missed: { label: 'Missed calls', also: 'show recent สายที่ไม่ได้รับ ไม่ได้รับ' },
  settings: { label: 'Settings', also: 'open preferences options ตั้งค่า การตั้งค่า' },
  keys: { label: 'Keyboard shortcuts', also: 'keys help แป้นพิมพ์ลัด คีย์ลัด' },
  themeSystem: { label: 'Theme: System', also: 'look colours ธีม หน้าตา ตามระบบ' },
  themeLight: { label: 'Theme: Light', also: 'look colours bright ธีม หน้าตา สว่าง' },
  themeDark: { label: 'Theme: Dark', also: 'look colours night ธีม หน้าตา มืด' },
  signOut: { label: 'Sign out…', also: 'log logout leave ออก ออกจากระบบ' },
};
