import type { Channel } from './channels.ts';
import { isPseudo } from './dispositions.ts';
import type { Leg } from './leg.ts';
import { inOrder } from './tree.ts';

/**
 * Legs without a `linkedid`, by call. What they share tells: the unique id; a channel, by its whole name (both halves of a Local
 * channel count as one), while it lived; at last, where there is neither, the numbers and a time without a gap.
 */
export function groupUnlinked(legs: readonly Leg[]): Map<string, Leg[]> {
  const timed = legs.toSorted(inOrder);

  const group: number[] = timed.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) group[high] = low;
  };

  /** For each key, the last row that had it, and until when it may be carried on. */
  const seen = new Map<string, { index: number; end: number }>();
  timed.forEach((leg, index) => {
    const { start, end } = leg;
    for (const [key, slack] of keysOf(leg)) {
      const before = seen.get(key);
      const joined = before !== undefined && start <= before.end + slack;
      if (joined) join(before.index, index);
      seen.set(key, { index, end: Math.max(end, joined ? before.end : 0) });
    }
  });

  const groups = new Map<string, Leg[]>();
  timed.forEach((leg, index) => {
    const id = idOf(timed[find(index)] ?? leg);
    const members = groups.get(id);
    if (members) members.push(leg);
    else groups.set(id, [leg]);
  });
  return groups;
}

/** What a leg's call is known by where no other leg of it came before. */
export function idOf({ row: { uniqueid, calldate, channel, dstchannel, src, dst } }: Leg): string {
  return uniqueid !== '' ? uniqueid : [calldate, src, dst, channel ?? '', dstchannel ?? ''].join('|');
}

const forever = Number.POSITIVE_INFINITY;
/** Names of channels come again once Asterisk has started anew. */
const minute = 60_000;
const second = 1_000;

function keysOf({ row, from, to }: Leg): [key: string, slack: number][] {
  const keys: [string, number][] = [];
  if (row.uniqueid !== '') keys.push([`id ${row.uniqueid}`, forever]);
  for (const channel of [from, to]) {
    const name = liveName(channel);
    if (name !== null) keys.push([`channel ${name}`, minute]);
  }
  if (keys.length === 0) {
    const who = row.src || row.cnum;
    // What the dialplan went on to has no number of its own; the row before it has.
    keys.push([`from ${who} to ${row.dst}`, second]);
    if (isPseudo(row.dst)) keys.push([`from ${who}`, 2 * second]);
    else keys.push([`from ${who}`, -forever]);
  }
  return keys;
}

function liveName(channel: Channel): string | null {
  if (channel.kind === 'local') return /-[0-9a-f]+$/i.test(channel.pair) ? channel.pair : null;
  return channel.kind === 'peer' && channel.name !== channel.peer ? channel.name : null;
}
