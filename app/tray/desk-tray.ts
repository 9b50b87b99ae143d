import type { Attempt } from '../contract/dialing.ts';
import type { Favourite } from '../contract/favourites.ts';
import type { SessionView } from '../contract/session.ts';
import type { Wish } from '../dialing/dialler.ts';
import type { Events } from '../events/events.ts';
import { unreachable } from '../util/unreachable.ts';
import type { Words } from '../words/index.ts';
import { type TrayItem, type TrayShown, trayMenu } from './tray-menu.ts';

export interface DeskTrayParts {
  readonly words: () => Words;
  readonly session: () => SessionView;
  /** Newest first. */
  readonly attempts: () => readonly Attempt[];
  /** Whom a try was for; `null` where nobody knows. */
  readonly whoHas: (attempt: Attempt) => string | null;
  readonly favourites: () => readonly Favourite[];
  /** How many are to be dealt with: the rows of the list's `To do`. */
  readonly toDo: () => number;
  /** There may be more. */
  readonly toDoWhole: () => boolean;
  readonly ask: (wish: Wish) => void;
  readonly open: () => void;
  /** The window, with what is to be done. */
  readonly openToDo: () => void;
  readonly signOut: () => void;
  readonly quit: () => void;
}

/** What the tray shows of this desk, and what its menu does. */
export function createDeskTray(parts: DeskTrayParts): {
  now(): TrayShown;
  chosen(item: TrayItem): void;
} {
  return {
    now() {
      const view = parts.session();
      const extension = view.state === 'signed-in' ? view.extension : null;
      const toDo = parts.toDo();
      const isWhole = parts.toDoWhole();
      const words = parts.words();
      return {
        tooltip: words.tray.tooltip(extension, toDo, isWhole),
        menu: trayMenu({
          words,
          signedIn: extension !== null,
          attempts: parts.attempts(),
          whoHas: parts.whoHas,
          favourites: parts.favourites(),
          toDo,
          isWhole,
        }),
        toDo,
      };
    },
    chosen(item) {
      switch (item.kind) {
        case 'open':
          return parts.open();
        case 'to-do':
          return parts.openToDo();
        case 'call':
          return parts.ask({
            numbers: [{ number: item.number, name: item.name, extension: item.extension ?? null }],
            from: item.from,
          });
        case 'sign-out':
          return parts.signOut();
        case 'quit':
          return parts.quit();
        case 'line':
        case 'menu':
          return;
        default:
          return unreachable(item);
      }
    },
  };
}

/** Shows what changes. */
export function followOnTray(events: Events, show: () => void): void {
  for (const name of trayChanges) events.on(name, show);
}

const trayChanges = [
  'session.changed',
  'settings.kept',
  'journal.changed',
  'favourites.changed',
  'calls.status',
] as const;
