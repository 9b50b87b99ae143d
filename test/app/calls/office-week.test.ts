import { test } from 'vitest';
import { openZone } from '../../../app/util/zone.ts';
import { type CdrRow, seeded } from '../../pbx/cdr.ts';
import { answered, callRows, phone, trunk } from '../cdr/rows-of.ts';
import { comesIn } from './office-calls.ts';
import { desk, people, shared, whoHas, withheld } from './office-desk.ts';
import { hour, minute } from './opened-desk.ts';

/** By the zone of the PBX, when the office opens, and by how much the PBX's clock is off then and once it was set, at which step. */
const bangkok = { zoneName: 'Asia/Bangkok', begins: Date.UTC(2026, 10, 23, 1), off: 0, set: 0, at: 0 };
const offices = [
  [1, 'of an ordinary week', bangkok],
  [2, 'of an ordinary week', bangkok],
  // The hour from one to two, and from two to three, comes twice; in spring one is left out.
  [
    3,
    'in which summer ends',
    { ...bangkok, zoneName: 'America/New_York', begins: Date.UTC(2026, 9, 31, 20) },
  ],
  [4, 'in which summer ends', { ...bangkok, zoneName: 'Europe/Berlin', begins: Date.UTC(2026, 9, 24, 18) }],
  [5, 'in which summer begins', { ...bangkok, zoneName: 'Europe/London', begins: Date.UTC(2027, 2, 27, 18) }],
  [6, "in which the PBX's clock is set back", { ...bangkok, off: 40 * minute, at: 83 }],
  [7, "in which the PBX's clock is set back by hours", { ...bangkok, off: 5 * hour, at: 83 }],
  [8, "in which the PBX's clock is set forward", { ...bangkok, off: -3 * hour, set: 10 * minute, at: 83 }],
] as const;

/** Rows as if their first were of this moment, by the PBX's clock: each time in them is one of its own. */
function movedTo(
  at: number,
  rows: readonly CdrRow[],
  zone: ReturnType<typeof openZone>,
  serial: number,
): CdrRow[] {
  const shown = (row: CdrRow): number => Date.parse(`${String(row.calldate).replace(' ', 'T')}Z`);
  const first = Math.min(...rows.map(shown));
  // A PBX names a channel by when it was made, and no two of them alike.
  const epochs = rows.map(({ linkedid }) => Number(String(linkedid).split('.')[0]));
  const made = Math.min(...epochs);
  const id = (text: unknown): string =>
    String(text).replace(
      /^(\d+)\.(\d+)$/,
      (_, epoch, one) => `${Math.floor(at / 1_000) + Number(epoch) - made}.${serial}${one}`,
    );
  return rows.map((row) => ({
    ...row,
    calldate: zone.write(at + shown(row) - first),
    uniqueid: id(row.uniqueid),
    linkedid: id(row.linkedid),
  }));
}

test.each(offices)(
  'after a week (%i) %s of two desks with queues, groups, transfers, pickups, voicemail, follow-me and shared numbers, each has left what it missed, and everything counts once',
  async (seed, _, { zoneName, begins, off, set, at: setAt }) => {
    const random = seeded(seed);
    const below = (count: number): number => Math.floor(random() * count);
    const rows: CdrRow[] = [];
    let pbxClock: number = off;
    const zone = openZone(zoneName);
    const office = { rows, random, begins, zoneName, pbxClock: () => pbxClock };
    const desks = [desk('101', office), desk('102', office)] as const;
    const kinds = Object.entries(comesIn);

    const put = (at: number, these: readonly CdrRow[]) =>
      void rows.push(...movedTo(at + pbxClock, these, zone, rows.length));

    for (let step = 0; step < 160; step++) {
      const index = below(people.length + 2);
      const number = people[index]?.[below(2)] ?? (index === people.length ? shared : withheld);
      const who = whoHas(number);
      if (step === setAt) pbxClock = set;
      const at = desks[0].clock.now() - 90_000;
      const happened = { who, number, at: at + pbxClock };
      const turn = below(10);
      let what = '';
      if (turn < 7 || number === withheld) {
        const kind = kinds[below(kinds.length)];
        if (kind === undefined) throw new Error('no such kind');
        const [make, is] = kind[1];
        what = kind[0];
        put(at, make(number));
        for (const one of desks) {
          const its = is[one.extension];
          if (its !== null) one.log.push({ ...happened, what: its });
        }
      } else {
        const one = desks[below(2)] ?? desks[0];
        const isReached = below(3) > 0;
        const own = one.extension;
        const rowsOf = callRows(
          { src: own, cnum: own, dst: number, channel: phone(own), dstchannel: trunk },
          isReached ? answered : {},
        );
        put(at, rowsOf);
        const chosen = number === shared && below(2) === 0 ? below(2) : null;
        if (number === shared || below(3) === 0) {
          one.attempts.push({
            ...{ id: `a${step}`, at, number, display: number, from: 'call-back' as const },
            ...{ outcome: 'placed' as const, failure: null, message: '' },
            ...(chosen === null ? {} : { name: `Person ${chosen}` }),
          });
          one.recent().attempted();
        }
        what = `${own} calls ${who}${isReached ? '' : ' in vain'}`;
        one.log.push({
          ...happened,
          what: isReached ? 'spoken' : 'not reached',
          ...(chosen === null || !isReached ? {} : { chose: `person ${chosen}` }),
        });
      }
      for (const one of desks) await one.pass((2 + 2 * below(4)) * minute);
      // Both have the same time.
      const latest = Math.max(...desks.map(({ clock }) => clock.now()));
      for (const one of desks) if (one.clock.now() < latest) await one.pass(latest - one.clock.now());
      if (step % 8 !== 7) continue;
      for (const one of desks) {
        if (below(3) === 0) await one.restart(below(2) === 0 ? 'end' : 'kill');
        await one.look();
        if (below(3) === 0) one.mark(below(100));
      }
      for (const one of desks) one.check(`${step}: ${what}, at ${one.extension}`);
    }
    for (const one of desks) await one.recent().close();
  },
  120_000,
);
