import { callsTh } from './calls.th.ts';
import type { Words } from './en.ts';

export const tray: Words['tray'] = {
  tooltip: (extension, toDo, isWhole) =>
    ['promptCall Companion', extension, toDo === 0 ? null : callsTh[isWhole ? 'toDo' : 'toDoSoFar'](toDo)]
      .filter((part) => part !== null)
      .join(' · '),
  open: 'เปิด',
  redial: (display) => `โทรซ้ำ ${display}`,
  callAgain: (display) => `โทรหา ${display} อีกครั้ง`,
  favourites: 'รายการโปรด',
  signOut: 'ออกจากระบบ',
  quit: 'ปิดโปรแกรม',
};
