import { expect, test } from 'vitest';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, hour, minute } from './opened-desk.ts';

const call = (began: number, src: string, columns: CdrRow = {}): CdrRow[] =>
  callRows(
    {},
    {
      ...{ ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101') },
      ...columns,
      calldate: bangkok.write(began),
    },
  );

test.each([
  ['had just been missed', 1, 1],
  ['had just been missed', 1, 14],
  ['was waiting in a queue', 40, 14],
])(
  'who %s, %i minutes before somebody signed out, is to be called back, though they come back after %i days',
  async (_what, before, days) => {
    const evening = Date.UTC(2026, 10, 23, 10);
    const folder = temporaryFolder();
    const rows = [
      ...call(evening - 5 * hour, '0811111111'),
      ...call(evening - 2 * hour, '0811111111', answered),
      ...call(evening - 20 * minute, '0833333333'),
    ];
    const first = await deskIn(folder, evening - hour / 2, rows);
    first.desk.set({ notices: true });
    await first.clock.advance(hour / 2);
    const done = first.desk.list.all().find(({ party }) => party.number === '0833333333');
    first.desk.toDo.done(done?.id ?? '');
    expect([first.desk.toDoWhole(), first.desk.list.toDo().rows]).toEqual([true, []]);
    // The PBX writes it when it is over.
    rows.push(...call(first.clock.now() - before * minute, '0822222222'));
    await first.desk.forget();

    const morning = await deskIn(folder, evening + days * 24 * hour, rows);
    morning.desk.set({ open: true });
    await morning.clock.advance(hour);
    expect(morning.desk.toDoWhole()).toBe(true);
    expect(morning.desk.list.toDo().rows.map(({ call }) => call.party.number)).toEqual(['0822222222']);
    await morning.desk.stop();
  },
);
