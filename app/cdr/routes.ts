import { isExtensionLike } from './channels.ts';
import type { Leg } from './leg.ts';
import type { Tree } from './tree.ts';

/** How legs hang together by the names of their channels. */

/** The leg, and those that rang it through Local channels, one above the other. */
export function above(leg: Leg, { legs }: Tree): readonly Leg[] {
  return follow(leg, ({ from }) =>
    from.kind === 'local' ? legs.filter(({ to }) => to.kind === 'local' && to.pair === from.pair) : [],
  );
}

/** The legs behind the Local channel that this one was connected with; itself where it was none. */
export function behind(leg: Leg, { legs }: Tree): readonly Leg[] {
  const all = follow(leg, ({ to }) =>
    to.kind === 'local' ? legs.filter(({ from }) => from.kind === 'local' && from.pair === to.pair) : [],
  );
  return all.filter(({ to }) => to.kind !== 'local');
}

/** From leg to leg, each once: a forged call may be its own ancestor. */
function follow(leg: Leg, next: (leg: Leg) => readonly Leg[]): readonly Leg[] {
  const found = new Set([leg]);
  for (const at of found) for (const one of next(at)) found.add(one);
  return [...found];
}

/**
 * The extension of the phone that this leg rang; through a Local channel, of the one that it was meant for. `null`: it was none inside, or
 * the row that tells it is not there.
 */
export function phoneOf(leg: Leg, tree: Tree): string | null {
  const { to } = leg;
  const phone = to.kind === 'peer' ? to.peer : to.kind === 'local' ? to.number : '';
  if (!isExtensionLike(phone)) return null;
  return behind(leg, tree).some((one) => one.to.kind === 'peer' && one.to.peer === phone) ? phone : null;
}

/** The extension of the phone that called, by the name of its channel. */
export function callingPhone({ from }: Leg): string | null {
  return from.kind === 'peer' && isExtensionLike(from.peer) ? from.peer : null;
}
