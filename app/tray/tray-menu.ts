import type { Attempt } from '../contract/dialing.ts';
import type { Favourite } from '../contract/favourites.ts';
import { called } from '../words/called.ts';
import type { Words } from '../words/index.ts';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'open' | 'to-do' | 'sign-out' | 'quit'; readonly label: string }
  | {
      readonly kind: 'call';
      readonly label: string;
      readonly number: string;
      /** Whose favourite it is. */
      readonly name?: string;
      /** Is keyed once they answer. */
      readonly extension?: string;
      readonly from: 'tray' | 'favourite';
    }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] };

/** What the tray shows: how many are to be dealt with (`toDo`) shows on the icon. */
export interface TrayShown {
  readonly tooltip: string;
  readonly menu: readonly TrayItem[];
  readonly toDo: number;
}

/** Newest first, each number once. */
export function lastNumbers(attempts: readonly Attempt[], most: number): Attempt[] {
  const seen = new Set<string>();
  const last: Attempt[] = [];
  for (const attempt of attempts) {
    if (last.length === most) break;
    const which = JSON.stringify([attempt.display, attempt.extension]);
    if (seen.has(which)) continue;
    seen.add(which);
    last.push(attempt);
  }
  return last;
}

/** So many favourites stand in the menu itself; more go into a menu of their own. */
const mostInline = 5;
/** A menu longer than this leaves the screen of a small notebook; the window has all of them. */
const mostFavourites = 25;

export interface TrayMenuParts {
  readonly words: Words;
  readonly signedIn: boolean;
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  /** Whom a try was for; `null` where nobody knows. */
  readonly whoHas: (attempt: Attempt) => string | null;
  readonly favourites: readonly Favourite[];
  /** How many are to be dealt with. */
  readonly toDo: number;
  readonly isWhole: boolean;
}

/**
 * The tray's menu: open, what is to be done, favourites, Redial and the numbers before it, sign out, quit. Nothing can be called while
 * nobody is signed in.
 */
export function trayMenu({
  words,
  signedIn,
  attempts,
  whoHas,
  favourites,
  toDo,
  isWhole,
}: TrayMenuParts): TrayItem[] {
  const kept: TrayItem[] = favourites.slice(0, mostFavourites).map(({ number, name, display }) => ({
    kind: 'call',
    label: plain(called({ display, name }, words)),
    number,
    ...(name === '' ? {} : { name }),
    from: 'favourite',
  }));
  const inMenu: TrayItem[] =
    kept.length <= mostInline ? kept : [{ kind: 'menu', label: words.tray.favourites, items: kept }];
  const last = lastNumbers(attempts, 5).map((attempt, index): TrayItem => {
    const { display, number, extension } = attempt;
    const who = called({ display, name: whoHas(attempt) ?? '', extension }, words);
    const label = plain(index === 0 ? words.tray.redial(who) : words.tray.callAgain(who));
    return { kind: 'call', label, number, ...(extension === undefined ? {} : { extension }), from: 'tray' };
  });
  const groups: TrayItem[][] = [
    [
      { kind: 'open', label: words.tray.open },
      ...(signedIn && toDo > 0
        ? [{ kind: 'to-do', label: words.calls[isWhole ? 'toDo' : 'toDoSoFar'](toDo) } as const]
        : []),
    ],
    ...(signedIn ? [inMenu, last] : []),
    [
      ...(signedIn ? [{ kind: 'sign-out', label: words.tray.signOut } as const] : []),
      { kind: 'quit', label: words.tray.quit },
    ],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'line' } as const, ...group]));
}

/** One line, and no access key: `&` marks one in a menu on Windows and Linux, `_` in some trays. */
function plain(label: string): string {
  return label.replace(/(?:(?!\u200e)[\p{Cc}\p{Cf}])+/gu, ' ').replaceAll('&', '&&');
}
