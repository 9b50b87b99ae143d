import type { Leg } from './leg.ts';
import { inOrder, type Tree } from './tree.ts';

/**
 * The caller was in a menu, and this row tells of nothing else. It takes a caller who hung up there or a dialplan that ends the row
 * (`ForkCDR`, e): `lastapp`, `dst` and `dcontext` are of what Party A executed last (docs.asterisk.org, CDR Specification), and of one
 * who goes on to a phone in the same row those of the `Dial`.
 */
export const isMenu = ({ row, to }: Leg): boolean =>
  to.kind === 'none' &&
  row.channel !== '' &&
  (/^(?:background|waitexten)/i.test(row.lastapp ?? '') || /ivr/i.test(row.dcontext));

/** The caller was in a menu before the user's phone rang, and not sent there afterwards. */
export function cameThroughMenu(tree: Tree): boolean {
  const rang = tree.own.map((leg) => tree.root(leg));
  return tree.legs.some(
    (menu) =>
      isMenu(menu) && rang.some((leg) => leg.row.channel === menu.row.channel && inOrder(menu, leg) < 0),
  );
}
