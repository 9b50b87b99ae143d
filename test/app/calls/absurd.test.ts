import * as v from 'valibot';
import { expect, test } from 'vitest';
import { toCsv } from '../../../app/calls/csv.ts';
import { byDay } from '../../../app/calls/days.ts';
import { exportCalls } from '../../../app/calls/export.ts';
import { myDayOf } from '../../../app/calls/figures.ts';
import { personView } from '../../../app/calls/person.ts';
import { viewOf } from '../../../app/calls/view.ts';
import { toXlsx } from '../../../app/calls/xlsx.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { CallView, daySpans, MyDay, PersonView } from '../../../app/contract/calls.ts';
import { momentOf } from '../../../app/words/dates.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { factsOf, reasonsOf, textOf } from '../../../renderer/screens/calls/call-text.ts';
import { fc } from '../../support/property.ts';
import { bangkok, callRows, phone, trunk } from '../cdr/rows-of.ts';

const now = Date.UTC(2026, 10, 23, 4);
const hour = 3_600_000;
const week = 7 * 86_400;

const numbers = fc.constantFrom(
  ...['-1', '-2147483648', '1e12', '999999999999', '1e308', 'NaN', 'Infinity', '0x7fffffff', '', ' ', 'null'],
  ...['4294967295', '604801', '00:00:30', '1,5', '30', '0', null, -5, 1e12, 1e300, 3.7, true, [], {}],
);
const dates = fc.constantFrom(
  ...['0000-00-00 00:00:00', '0001-01-01 00:00:00', '1970-01-01 07:00:00', '9999-12-31 23:59:59'],
  ...[
    '2026-02-30 10:00:00',
    '2026-11-23 10:00:00',
    '2026-11-23 24:00:00',
    '2026-11-24 11:30:00',
    '',
    'NaN',
    'now',
  ],
  ...['+275760-09-13 00:00:00', '2569-11-23 10:00:00', '-2026-11-23 10:00', null, 1_795_400_000, true],
);

const rows = fc.array(
  fc.record({
    duration: numbers,
    billsec: numbers,
    calldate: dates,
    answered: fc.boolean(),
    out: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever lengths and dates a PBX writes, the list, the figures, the tables and a person stay sane', () => {
  fc.assert(
    fc.property(rows, (absurd) => {
      const cdr = createCdrStore({ extension: '101', agentId: null }, bangkok, {
        calls: 100,
        age: 400 * 24 * hour,
      });
      const records = absurd.flatMap(({ answered, out, ...columns }) =>
        callRows(
          {
            ...{ src: out ? '101' : '0812345678', dst: out ? '0812345678' : '101' },
            ...{ channel: out ? phone('101') : trunk, dstchannel: out ? trunk : phone('101') },
            disposition: answered ? 'ANSWERED' : 'NO ANSWER',
          },
          {},
        ).map((row) => ({ ...row, ...columns })),
      );
      cdr.take(records, now + 26 * hour);
      cdr.trim(now);
      const calls = cdr.calls();
      const numberOf = (number: string) => ({ display: number, callable: number });
      const viewing = {
        ...{ numberOf, nameOf: () => null, whoIs: () => null, noteOf: () => '', toDoOf: () => null, skew: 0 },
      };
      const views = calls.map((call) => v.parse(CallView, viewOf(call, viewing)));
      const said: string[] = [];
      for (const view of views) {
        expect(view.start).toBeGreaterThan(now - 400 * 24 * hour);
        expect(view.start).toBeLessThanOrEqual(now + 26 * hour);
        for (const seconds of [view.talkSeconds, view.lineSeconds, view.ringSeconds]) {
          expect(seconds ?? 0).toBeGreaterThanOrEqual(0);
          expect(seconds ?? 0).toBeLessThanOrEqual(2 * week);
        }
        for (const words of [en, th])
          said.push(
            momentOf(words, view.start),
            textOf(words, view).length,
            ...factsOf(words, view),
            ...reasonsOf(words, view),
          );
      }
      for (const { day } of byDay(calls, bangkok, 0)) expect(day).toMatch(/^202[56]-\d\d-\d\d$/);
      for (const span of daySpans) {
        const mine = v.parse(
          MyDay,
          myDayOf(calls, span, { zone: bangkok, completeFrom: null, skew: 0, now }),
        );
        expect(mine.now.talkedSeconds).toBeLessThanOrEqual(absurd.length * week);
        said.push(JSON.stringify(mine.now));
      }
      const person = { name: '', isOne: false, company: '', numbers: [], has: () => true };
      v.parse(PersonView, personView(person, calls, { ...viewing, keyOf: (number) => number }));
      const table = exportCalls(calls, en, bangkok, viewing);
      said.push(Buffer.from(toCsv(table)).toString());
      toXlsx(table, { sheet: 'Calls' });
      for (const text of said) expect(text).not.toMatch(/NaN|Infinity|undefined|null|-\d+:|e\+/);
    }),
  );
});
