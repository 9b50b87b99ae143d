import { callsEn } from './calls.en.ts';

/** Of the icon and its menu. */
export const tray = {
  tooltip: (extension: string | null, toDo: number, isWhole: boolean) =>
    ['promptCall Companion', extension, toDo === 0 ? null : callsEn[isWhole ? 'toDo' : 'toDoSoFar'](toDo)]
      .filter((part) => part !== null)
      .join(' · '),
  open: 'Open',
  redial: (display: string) => `Redial ${display}`,
  callAgain: (display: string) => `Call ${display} again`,
  favourites: 'Favourites',
  signOut: 'Sign out',
  quit: 'Quit',
};
