import { expect, test } from 'vitest';
import { createToDoRequests } from '../../../app/calls/to-do-requests.ts';
import { callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, hour, minute } from './opened-desk.ts';

const callers = ['0811111111', '0822222222', '0833333333', '0844444444', '0855555555'];

async function missedBy(now: number) {
  const rows = callers.flatMap((src, index) =>
    callRows(
      {},
      {
        ...{ ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101') },
        at: String(index * 60),
      },
    ),
  );
  const { desk, clock } = await deskIn(temporaryFolder(), now, rows);
  desk.set({ open: true });
  await clock.advance(minute);
  let current: typeof desk | null = desk;
  const requests = createToDoRequests(
    () => current?.toDo ?? null,
    () => undefined,
  );
  const left = () => desk.list.toDo().rows.map(({ call }) => call.party.number ?? '');
  const done = (id: string) => {
    const reply = requests.done(id);
    return reply.ok ? reply.value.change : reply.failure.code;
  };
  const idOf = (number: string) => desk.list.all().find(({ party }) => party.number === number)?.id ?? '';
  const leave = (): void => {
    current = null;
  };
  return { desk, requests, left, done, idOf, leave };
}

test('however many are marked done one after the other, each is brought back in turn, and by nobody else', async () => {
  const { desk, requests, left, done, idOf, leave } = await missedBy(Date.UTC(2026, 10, 23, 3) + hour);
  const before = left();
  expect(before).toEqual([...callers].reverse());
  const changes = before.map((number) => done(idOf(number)));
  expect([left(), new Set(changes).size]).toEqual([[], 5]);
  for (const [index, change] of [...changes].reverse().entries()) {
    requests.undo(change ?? '');
    expect(left()).toEqual(before.slice(4 - index));
    // A second time, it takes nothing more back.
    requests.undo(change ?? '');
    expect(left()).toEqual(before.slice(4 - index));
  }
  const again = done(idOf('0811111111'));
  leave();
  expect(requests.undo(again ?? '')).toMatchObject({ ok: false });
  expect(left()).toHaveLength(4);
  await desk.stop();
});

test('what is marked again before the list has changed is no change: what was marked stays the last one', async () => {
  const { desk, requests, left, done, idOf } = await missedBy(Date.UTC(2026, 10, 23, 3) + hour);
  const [first, ...others] = [1, 2, 3].map(() => done(idOf('0811111111')));
  expect([others, done('no such call')]).toEqual([[null, null], null]);
  requests.undo(first ?? '');
  expect(left()).toContain('0811111111');
  await desk.stop();
});
