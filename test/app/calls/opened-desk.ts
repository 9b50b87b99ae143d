import { expect } from 'vitest';
import { openDeskCalls } from '../../../app/calls/desk-calls.ts';
import type { ForgottenNumbers } from '../../../app/calls/forgotten-numbers.ts';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import type { Reminder } from '../../../app/calls/reminders.ts';
import type { Call } from '../../../app/cdr/call.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { ok } from '../../../app/contract/failures.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { callersOf } from './callers-of.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const digest = '0123456789abcdef0123';
export const nothingForgotten: ForgottenNumbers = {
  knownTo: async () => undefined,
  waits: () => false,
  ask: async () => undefined,
  has: () => false,
  hasCall: () => false,
};
export const quiet = { log: () => undefined, damaged: () => undefined };

/** A desk in a profile folder that may have been used before. */
export function openDesk(
  folder: string,
  now: number,
  rows: CdrRow[],
  {
    zoneName = 'Asia/Bangkok',
    attempts = [] as readonly Attempt[],
    calls = 20_000,
    keepCalls = 400,
    people = [] as readonly KnownPerson[],
    maxRows = 1_000,
  } = {},
) {
  const clock = createVirtualClock(now);
  const told: Call[] = [];
  const reminded: Reminder[] = [];
  const random = seeded(3);
  const asked: string[] = [];
  const desk = openDeskCalls({
    owner: { extension: '101', agentId: null },
    digest,
    folder,
    zoneName,
    async ask(window, open) {
      asked.push(window.startTime);
      const sink = open();
      for (const row of selectRows(rows, window, { order: 'shuffled', maxRows, random })) sink.row(row);
      return ok({ rows: sink, at: null });
    },
    attempts: () => attempts,
    personOf: () => ({ has: () => true }),
    keyOf: (number) => number,
    callers: callersOf((number) => number, ...people),
    sentFor: (number) => number,
    nameOf: () => null,
    prefixes: () => prefixesOf('TH'),
    now: clock.now,
    timer: clock.timer,
    random,
    keeping: quiet,
    forgotten: nothingForgotten,
    mostCalls: calls,
    keptFor: keepCalls * 24 * hour,
    changed: () => undefined,
    status: () => undefined,
    missed: (calls) => told.push(...calls),
    remind: (reminders) => reminded.push(...reminders),
  });
  return { desk, clock, told, reminded, asked };
}

/** One whose kept calls are read: from a real disk, which keeps no virtual time. */
export async function deskIn(...args: Parameters<typeof openDesk>) {
  const opened = openDesk(...args);
  await eventually(() => expect(opened.desk.status().working).toBe(false));
  return opened;
}
