import { describe, expect, it } from 'vitest';
import type { Call } from '../../../app/cdr/call.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import type { CallsWords } from '../../../app/words/calls.en.ts';
import { type CdrRow, withPhpIntegers } from '../../pbx/cdr.ts';
import { whoTookIt } from '../../pbx/samples.ts';
import { bangkok, brief, everything, shownTo } from './rows-of.ts';
import { type Rows, real, said, sentences, whole } from './said-steps.ts';
import { expected, thai } from './who-took-it.ts';

const calls = whoTookIt().map((call) => ({ ...call, rows: call.rows.map(whole) }));
const everyone = ['101', '102', '103', '104'];

/** `incoming 0891120007 answered, Queue Sales, waited 0:10`. */
const told = (call: Call): string =>
  [brief({ ...call, recordings: [] }), ...sentences('en', call)].join(', ');
const toldTo = (extension: string, rows: Rows): string[] => shownTo(extension, rows).toReversed().map(told);

const ways: readonly (readonly [string, (rows: Rows) => Rows])[] = [
  ['in the opposite order', (rows) => rows.toReversed()],
  ['with every row twice', (rows) => [...rows, ...rows]],
  ['with integers for the integer columns', (rows) => rows.map((row) => withPhpIntegers(row as CdrRow))],
  ['without linkedid', (rows) => rows.map(({ linkedid: _, ...row }) => row)],
  [
    'without the columns FreePBX adds',
    (rows) => rows.map(({ did: _, cnum: __, cnam: ___, recordingfile: ____, ...row }) => row),
  ],
];

const rowsOf = (id: string) => calls.find((call) => call.id === id)?.rows ?? [];

describe('who took a call, as a real Asterisk wrote it down', () => {
  describe.each(calls)('$id: $text', ({ id, rows }) => {
    it.each(everyone)('is shown to %s as it was', (extension) => {
      expect(toldTo(extension, rows)).toEqual(expected[id]?.[extension] ?? []);
    });

    it.each(ways)('is the same %s', (_, change) => {
      for (const extension of everyone)
        expect([extension, toldTo(extension, change(rows))]).toEqual([extension, toldTo(extension, rows)]);
    });

    it('is the same a row at a time, and from what is kept of it', () => {
      for (const extension of everyone) {
        const owner = { extension, agentId: null };
        const store = createCdrStore(owner, bangkok, everything);
        for (const row of rows.toReversed()) store.take([row]);
        store.forgetOthers();
        const kept = createCdrStore(owner, bangkok, everything);
        kept.take(store.rows().map((row) => ({ ...row })));
        for (const one of [store, kept]) expect(one.calls().map(told)).toEqual(toldTo(extension, rows));
      }
    });

    it('is settled, and nobody else has it', () => {
      for (const extension of everyone)
        expect(shownTo(extension, rows).every(({ settled }) => settled)).toBe(true);
      for (const stranger of ['10', '1', '700', '701', '600', '300', '70', '71', '105'])
        expect(toldTo(stranger, rows)).toEqual([]);
    });
  });

  it.each(Object.entries(thai))('%s is said in Thai', (id, people) => {
    const rows = rowsOf(id);
    for (const [extension, all] of Object.entries(people))
      expect(shownTo(extension, rows).flatMap((call) => sentences('th', call))).toEqual(all);
  });
});

it('says how long a caller waited as the queue itself wrote it down', () => {
  const waits = calls.flatMap(({ id, waited, rows }) =>
    everyone.flatMap((extension) =>
      shownTo(extension, rows).flatMap(({ steps }) =>
        steps.flatMap(({ kind, to, seconds }) =>
          kind === 'queue' && seconds !== null ? [{ id, waited, to, seconds }] : [],
        ),
      ),
    ),
  );
  expect(waits.length).toBeGreaterThan(10);
  for (const { id, waited, to, seconds } of waits) {
    const own = waited
      .filter((line) => line.startsWith(`${to} `))
      .map((line) => Number(line.split(' ').at(-1)));
    // The queue counts whole seconds from the caller's coming, the rows from the first ringing.
    expect([id, own.some((one) => Math.abs(one - seconds) <= 1)]).toEqual([id, true]);
  }
});

const callOf = (id: string, extension: string): Call | undefined => shownTo(extension, rowsOf(id))[0];

describe('beside who took it', () => {
  it('a call through a menu that was dialled is no click-to-call', () => {
    expect(callOf('i18', '101')).toMatchObject({ clickToCall: false, talkSeconds: null });
  });

  it('a length ends where the user put two others together', () => {
    for (const id of ['x21', 'x22']) {
      const rows = rowsOf(id);
      const [user, asked] = id === 'x21' ? ['101', '102'] : ['103', '102'];
      const own = rows.filter(({ channel }) => String(channel).startsWith(`PJSIP/${user}-`));
      const all = own.reduce((sum, { duration }) => sum + Number(duration), 0);
      expect(callOf(id, user)?.lineSeconds).toBeLessThan(all);
      expect(callOf(id, asked)?.lineSeconds).toBeGreaterThan(0);
    }
  });

  it('a follow-me is forwarded where it was taken there, and not where nobody took it', () => {
    expect(callOf('f10', '101')?.via).toContain('forwarded');
    for (const id of ['f11', 'f12', 'f13']) expect(callOf(id, '101')?.via).not.toContain('forwarded');
  });
});

/** All sentences there are, by their names in the catalogue: one more does not compile without its pattern. */
const patterns: Readonly<Record<keyof CallsWords['steps'], RegExp>> = {
  person: /\(\d+\)$/,
  taken: /^Answered by /,
  pickedUp: /^Picked up$/,
  pickedUpBy: /^Picked up by /,
  pickedUpFor: /^Picked up for /,
  transferred: /^Transferred$/,
  transferredBy: /^Transferred by [^)]*\)?$/,
  transferredTo: /^Transferred to [^,]*$/,
  sentOn: /^Transferred to .*, not answered$/,
  cameBack: /^Rang back here$/,
  transferredByTo: /^Transferred by .* to /,
  parked: /^Parked$/,
  parkedBy: /^Parked by /,
  parkedTo: /^Parked, picked up by /,
  forwarded: /^Forwarded to /,
  voicemail: /^Voicemail$/,
  voicemailFor: /^Voicemail, /,
  queue: /^Queue \w+$/,
  queueWaited: /^Queue [A-Z]\w+, waited /,
  ringGroup: /^Ring group /,
  menu: /^Through the menu$/,
};

/** Two rows of one mailbox in one call: a dialplan that goes on from a voicemail writes one. */
const byHandOnly = ['voicemail'];

it.each(Object.entries(patterns).filter(([name]) => !byHandOnly.includes(name)))(
  'a real Asterisk wrote down a call of which is said: %s',
  (_, pattern) => {
    const all = [...real, ...calls].flatMap(({ rows }) =>
      everyone.flatMap((extension) => said(extension, rows)),
    );
    expect(all.some((sentence) => pattern.test(sentence))).toBe(true);
  },
);
