import type { Words } from '../../renderer/words/index.ts';
import type { Attempt, Favourite } from '../contract.ts';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'open' | 'sign-out' | 'quit'; readonly label: string }
  | { readonly kind: 'redial' | 'favourite'; readonly label: string; readonly number: string }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] };

/** Newest first, each number once. */
export function lastNumbers(attempts: readonly Attempt[], most: number): Attempt[] {
  const seen = new Set<string>();
  const last: Attempt[] = [];
  for (const attempt of attempts) {
    if (last.length === most) break;
    if (seen.has(attempt.display)) continue;
    seen.add(attempt.display);
    last.push(attempt);
  }
  return last;
}

/** So many stand in the menu itself; more go into a menu of their own. */
const mostInline = 5;
/** So many a menu holds on a low screen; the window has all of them. */
const mostInSubmenu = 25;
const mostLast = 5;

/**
 * The tray's menu: open, the favourites, Redial and the numbers before it, sign out, quit. Nothing can be called while nobody is
 * signed in.
 */
export function trayMenu(
  words: Words,
  signedIn: boolean,
  {
    attempts,
    favourites,
  }: { readonly attempts: readonly Attempt[]; readonly favourites: readonly Favourite[] },
): TrayItem[] {
  const last = lastNumbers(attempts, mostLast).map(({ display, number }, index): TrayItem => {
    const label = index === 0 ? words.tray.redial(display) : words.tray.callAgain(display);
    return { kind: 'redial', label: plain(label), number };
  });
  const kept = favourites.map(({ name, display, number }): TrayItem => {
    return { kind: 'favourite', label: plain(name === '' ? display : `${name} · ${display}`), number };
  });
  const inMenu: TrayItem[] =
    kept.length <= mostInline
      ? kept
      : [{ kind: 'menu', label: words.tray.favourites, items: kept.slice(0, mostInSubmenu) }];
  const groups: TrayItem[][] = [
    [{ kind: 'open', label: words.tray.open }],
    ...(signedIn ? [inMenu, last] : []),
    [
      ...(signedIn ? [{ kind: 'sign-out', label: words.tray.signOut } as const] : []),
      { kind: 'quit', label: words.tray.quit },
    ],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): TrayItem[] => (index === 0 ? group : [{ kind: 'line' }, ...group]));
}

/** As it stands: `&` marks an access key in a menu on Windows and Linux, and a tab its right column on Windows. */
const plain = (label: string): string => label.replaceAll('\t', ' ').replaceAll('&', '&&');
