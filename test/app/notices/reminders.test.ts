import { expect, test } from 'vitest';
import { tellReminders } from '../../../app/notices/reminders.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { bangkok, callRows, shownTo } from '../cdr/rows-of.ts';

const missedFrom = (src: string, cnam = '') =>
  callRows({ src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' }, {});

function told(...rows: ReturnType<typeof missedFrom>[]) {
  const notices: { title: string; body: string; number: string | null }[] = [];
  tellReminders(
    shownTo('101', rows.flat()).map((call) => ({ call })),
    {
      words: wordsFor('en'),
      numberOf: (number) => ({ display: number, callable: /^\d+$/.test(number) ? number : null }),
      nameOf: ({ party }) => party.name,
      skew: 0,
      now: 0,
      zone: bangkok,
      callerOf: () => null,
      listZone: bangkok,
      notify: ({ title, body }, callBack) => notices.push({ title, body, number: callBack?.number ?? null }),
    },
  );
  return notices;
}

test('a reminder says who, and what became of the call, and a click calls back', () => {
  expect(told(missedFrom('0812345678', 'Jane'))).toEqual([
    { title: 'Reminder: Jane', body: '0812345678 · Missed 10:00. Click to call back.', number: '0812345678' },
  ]);
});

test('a withheld number is called back by nobody, and many at once are one notice', () => {
  expect(told(missedFrom('anonymous'))).toMatchObject([{ title: 'Reminder: Number withheld', number: null }]);
  expect(told(missedFrom('1', 'A'), missedFrom('2', 'B'), missedFrom('3', 'C'))).toMatchObject([
    { title: '3 reminders', number: null },
  ]);
});
