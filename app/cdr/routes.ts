import { isExtensionLike } from './channels.ts';
import type { Leg } from './leg.ts';
import type { Tree } from './tree.ts';

/** How legs hang together by the names of their channels. */

/** The leg, and those that rang it through Local channels, one above the other. */
export function above(leg: Leg, { legs }: Tree): readonly Leg[] {
  const found = [leg];
  // Each leg once: a forged call may be its own ancestor.
  for (const at of found) {
    const { from } = at;
    if (from.kind !== 'local') continue;
    found.push(
      ...legs
        .filter(({ to, row }) => to.kind === 'local' && to.pair === from.pair && row !== at.row)
        .filter((one) => !found.includes(one)),
    );
  }
  return found;
}

/** The legs behind the Local channel that this one was connected with; itself where it was none. */
export function behind(leg: Leg, { legs }: Tree, most = 5): readonly Leg[] {
  const { to } = leg;
  if (to.kind !== 'local') return [leg];
  if (most === 0) return [];
  const next = legs.filter((one) => one !== leg && one.from.kind === 'local' && one.from.pair === to.pair);
  return next.flatMap((one) => behind(one, { legs } as Tree, most - 1));
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
