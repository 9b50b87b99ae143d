import path from 'node:path';
import { expect, test } from 'vitest';
import { openAnnotations } from '../../../app/calls/annotations.ts';
import { createMissedNews } from '../../../app/calls/missed.ts';
import { callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { dials, mailbox } from '../cdr/variants.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { quiet } from './opened-desk.ts';

const rows = callRows(
  { ...customer, dst: '101', channel: trunk },
  { dstchannel: phone('101'), lastdata: dials('101'), duration: '20' },
  { at: '20', dst: 'vmu101', ...mailbox('101') },
);
const [whole] = shownTo('101', rows);
const [voicemail] = shownTo('101', rows.slice(1));

test('a call that was told of is not told of again by the next run, which knows its later rows alone', () => {
  if (whole === undefined || voicemail === undefined) throw new Error('no such call');
  expect(voicemail.start).toBeGreaterThan(whole.start);
  const told: string[] = [];
  const file = path.join(temporaryFolder(), 'notes.json');
  for (const call of [whole, voicemail, whole]) {
    const row = { call, missed: [call], reminders: [] };
    const take = createMissedNews({
      ...{ openedAt: call.start, pbxNow: () => call.start + 60_000, skew: () => 0 },
      annotations: openAnnotations({ file, now: () => call.start, keeping: quiet }),
      toDo: () => ({ rows: [row], marked: [], over: [], rowOf: () => row }),
      tell: (calls) => told.push(...calls.map(({ id }) => id)),
    });
    take([call]);
  }
  expect(told).toEqual([whole.id]);
});

test('everything about a number is forgotten: that its call was told of, too', () => {
  const file = path.join(temporaryFolder(), 'notes.json');
  const open = () => openAnnotations({ file, now: () => 0, keeping: quiet });
  open().told(1, ['a', 'b']);
  open().forget(new Set(['a']));
  expect([open().wasTold(['a']), open().wasTold(['b'])]).toEqual([false, true]);
});
