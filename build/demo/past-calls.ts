import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Ended, openJournal } from '../../app/dialing/journal.ts';
import { createNumbers } from '../../app/dialing/numbers.ts';
import { readSettings } from '../../app/settings/schema.ts';
import { parties } from '../../test/pbx/demo-people.ts';
import { say } from '../say.ts';

const placed: Ended = { outcome: 'placed', failure: null };
const unregistered: Ended = {
  outcome: 'failed',
  failure: { code: 'refused', message: 'Extension 101 is not registered' },
};
const lost: Ended = { outcome: 'unknown', failure: { code: 'unknown-outcome', cause: 'no-reply' } };

/**
 * How many minutes ago, whom of the made-up people, and how it ended. What the PBX took stands in its records at the same time
 * (`latest` in `test/pbx/demo-office.ts`), or the list would wait for those for ever.
 */
const calls: readonly (readonly [minutes: number, party: number, ended: Ended])[] = [
  [1_570, 9, lost],
  [148, 4, unregistered],
  [93, 8, placed],
  [58, 3, placed],
  [31, 6, placed],
];

const minute = 60_000;

/** Gives a new profile calls of yesterday and today, so that redial and the list have something to show. */
export function leavePastCalls(profile: string, owner: string, now: number): void {
  const numbers = createNumbers(() => readSettings(undefined));
  const journal = openJournal({
    file: path.join(profile, 'attempts.jsonl'),
    owner: () => owner,
    keeping: { log: say, damaged: () => {} },
  });
  for (const [minutes, party, ended] of calls) {
    const number = parties[party]?.number ?? '';
    const id = randomUUID();
    const { display } = numbers.describe(number);
    journal.begin({ id, at: now - minutes * minute, display, number, from: 'pad' });
    journal.end(id, ended);
  }
}
