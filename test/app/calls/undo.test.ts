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
  let account = '101';
  const requests = createToDoRequests(
    () => current && { toDo: current.toDo, account },
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
  /** The same desk is opened anew, or somebody else's. */
  const comeBack = (as: string): void => {
    current = desk;
    account = as;
  };
  return { desk, requests, left, done, idOf, leave, comeBack };
}

test('however many are marked done one after the other, each is brought back in turn, and by nobody else', async () => {
  const { desk, requests, left, done, idOf, leave, comeBack } = await missedBy(
    Date.UTC(2026, 10, 23, 3) + hour,
  );
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
  comeBack('102');
  expect(requests.undo(again ?? '')).toMatchObject({ failure: { code: 'not-undone' } });
  expect(requests.undo('of a run before')).toMatchObject({ failure: { code: 'not-undone' } });
  expect(left()).toHaveLength(4);
  comeBack('101');
  expect(requests.undo(again ?? '')).toMatchObject({ ok: true });
  expect(left()).toHaveLength(5);
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

test('what is marked done has a way back after a restart and a sign-out: with what was marked beside it, and what its caller left later', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const from = (src: string, at: number) =>
    callRows(
      {},
      {
        ...{ ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101') },
        at: String(at),
      },
    );
  const earlier = [...from('0811111111', 0), ...from('0811111111', 60), ...from('0822222222', 90)];
  const rows = [...earlier];
  const first = await deskIn(folder, now + hour, rows);
  first.desk.set({ open: true });
  await first.clock.advance(minute);
  first.desk.toDo.done(first.desk.list.all()[1]?.id ?? '');
  rows.push(...from('0811111111', 3_600));
  await first.clock.advance(2 * hour);
  first.desk.toDo.done(first.desk.list.all()[0]?.id ?? '');
  await first.desk.forget();

  const second = await deskIn(folder, now + 4 * hour, rows);
  second.desk.set({ open: true });
  await second.clock.advance(minute);
  const left = () => second.desk.list.toDo().rows.map((row) => [row.call.party.number, row.missed.length]);
  const [newest, other, , oldest] = second.desk.list.all();
  const { toDo, list } = second.desk;
  expect(left()).toEqual([['0822222222', 1]]);
  expect(list.toDo().marked).toHaveLength(3);
  // That one alone: what was marked before it was marked at another time.
  toDo.notDone(newest?.id ?? '');
  expect(left()).toEqual([
    ['0811111111', 1],
    ['0822222222', 1],
  ]);
  toDo.notDone(oldest?.id ?? '');
  expect(left()[0]).toEqual(['0811111111', 3]);
  expect(list.toDo().marked).toEqual([]);
  // Of what is not marked it changes nothing.
  toDo.notDone(other?.id ?? '');
  toDo.notDone('no such call');
  expect(left()[0]).toEqual(['0811111111', 3]);
  await second.desk.stop();
});

test('what was done with stays so when calls are kept for less and then for longer again, though its mark went with the call', async () => {
  const folder = temporaryFolder();
  const day = 24 * hour;
  const began = Date.UTC(2026, 10, 23, 3);
  const from = (src: string, at: number) =>
    callRows(
      {},
      {
        ...{ ...customer, src, cnum: src, dst: '101', channel: trunk, dstchannel: phone('101') },
        at: String(at / 1_000),
      },
    );
  const rows = from('0811111111', 0);
  const opened = async (days: number, keepCalls: number, conditions = { open: true, notices: true }) => {
    const at = await deskIn(folder, began + days * day, rows, { keepCalls });
    at.desk.set(conditions);
    await at.clock.advance(hour);
    return at;
  };
  const first = await opened(1, 400);
  first.desk.toDo.done(first.desk.list.all()[0]?.id ?? '');
  await first.desk.stop();

  rows.push(...from('0822222222', 35 * day));
  const less = await opened(40, 30);
  less.desk.annotations.expire(0, began + 10 * day);
  await less.desk.stop();

  const more = await opened(41, 400);
  more.desk.reachBack(began - day);
  await more.clock.advance(hour);
  expect(more.desk.list.all()).toHaveLength(2);
  expect(more.desk.list.toDo().rows.map(({ call }) => call.party.number)).toEqual(['0822222222']);
  await more.desk.stop();
});
