import type { Words } from '../../renderer/words/index.ts';
import type { Attempt } from '../contract.ts';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'open' | 'sign-out' | 'quit'; readonly label: string }
  | { readonly kind: 'redial'; readonly label: string; readonly number: string };

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

/** The tray's menu: open, the last numbers, sign out, quit. Nothing can be called while nobody is signed in. */
export function trayMenu(words: Words, signedIn: boolean, attempts: readonly Attempt[]): TrayItem[] {
  const redial: TrayItem[] = signedIn
    ? lastNumbers(attempts, 5).map(({ display, number }) => ({
        kind: 'redial',
        // `&` marks an access key in a menu on Windows and Linux.
        label: words.tray.redial(display).replaceAll('&', '&&'),
        number,
      }))
    : [];
  return [
    { kind: 'open', label: words.tray.open },
    { kind: 'line' },
    ...redial,
    ...(redial.length > 0 ? [{ kind: 'line' } as const] : []),
    ...(signedIn ? [{ kind: 'sign-out', label: words.tray.signOut } as const] : []),
    { kind: 'quit', label: words.tray.quit },
  ];
}
