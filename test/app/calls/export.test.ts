import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../app/calls/csv.ts';
import { exportCalls } from '../../../app/calls/export.ts';
import { grouped } from '../../../app/util/grouped.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { answered, bangkok, callRows, shownTo } from '../cdr/rows-of.ts';
import { missedFrom } from './some-calls.ts';

describe('an exported table', () => {
  it('is read by Excel as Thai, quoted as RFC 4180 has it', () => {
    expect(toCsv([['ชื่อ', 'a,b', 'say "hi"', 'two\r\nlines', 7]])).toBe(
      '\ufeffชื่อ,"a,b","say ""hi""","two\r\nlines",7\r\n',
    );
  });

  it.each(['=1+1', '+66812345678', '-1', '@SUM(A1)', '\t=1', '＝1+1', ' =1', '"=1'])(
    'makes no formula of %j',
    (text) => {
      const line = toCsv([[text]]).slice(1);
      expect(line).toMatch(/^"?'/);
    },
  );

  it.each([
    ['+49 30 123456', '+49 30 123456'],
    ['+49 30 123456=1', '"\'+49 30 123456=1"'],
    ['+49 30,1', `"'+49 30,1"`],
    ['+4930123456', `"'+4930123456"`],
    ['+1 cmd', `"'+1 cmd"`],
  ])('leaves a number of another country as people write it, and nothing else: %s', (text, line) => {
    expect(toCsv([[text]]).slice(1)).toBe(`${line}\r\n`);
  });

  it.each([
    ['0812345678', '081 234 5678'],
    ['021234567', '02 123 4567'],
    ['+4930123456', '+493 012 3456'],
    ['0102', '0102'],
    ['0001234', '0001234'],
    ['00', '00'],
    ['8934567890123456', '893456789 012 3456'],
    ['102', '102'],
    ['0', '0'],
    ['081 234 5678', '081 234 5678'],
    ['call 0812', 'call 0812'],
    ['', ''],
  ])('keeps the zeros of %s', (text, shown) => {
    expect(grouped(text)).toBe(shown);
  });

  it('has what is shown, in the words that are shown', () => {
    const words = wordsFor('en');
    const trunk = 'PJSIP/trunk-0000000a';
    const calls = shownTo('101', [
      ...missedFrom(0, '0812345678', '=HYPERLINK("http://x")'),
      ...missedFrom(100, 'anonymous'),
      ...callRows(
        {
          src: '0812345678',
          cnum: '0812345678',
          did: '02',
          channel: trunk,
          dst: '300',
          dcontext: 'ext-group',
        },
        ...['101', '102'].map((extension) => ({
          at: '-100',
          dstchannel: `PJSIP/${extension}-0000000b`,
          ...(extension === '101' ? {} : answered),
        })),
      ),
      ...callRows(
        { src: '101', cnum: '101', dst: '0812345679', channel: 'PJSIP/101-0000000e', dstchannel: trunk },
        { at: '-200', ...answered, duration: '31', billsec: '31', recordingfile: 'a.wav' },
      ),
    ]);
    const table = exportCalls(calls, words, bangkok, {
      numberOf: (number) => ({ display: number, callable: null }),
      nameOf: ({ party }) => party.name,
      whoIs: (number) => (number === '102' ? 'Malee' : null),
      noteOf: ({ party }) => (party.number === 'anonymous' ? 'ring back' : ''),
      // The PBX's clock is fast: the table says what the list does.
      skew: 60_000,
    });
    const { columns } = words.calls.export;
    const [heading, ...rows] = table;
    expect(heading).toEqual(Object.values(columns));
    const told = rows.map((cells) =>
      Object.fromEntries(
        Object.keys(columns).flatMap((column, at) => (cells[at] === '' ? [] : [[column, cells[at]]])),
      ),
    );
    const missed = { direction: 'Incoming', result: 'Missed', ringSeconds: 20, recorded: 'no' };
    expect(told).toEqual([
      {
        ...missed,
        ...{ time: { shown: '2026-11-23 10:00:40' }, number: 'Number withheld', note: 'ring back' },
      },
      {
        ...missed,
        time: { shown: '2026-11-23 09:59:00' },
        ...{ number: '081 234 5678', name: '=HYPERLINK("http://x")' },
      },
      {
        ...missed,
        ...{ time: { shown: '2026-11-23 09:57:20' }, number: '081 234 5678', result: 'Answered elsewhere' },
        ...{ answeredBy: 'Malee (102)', queue: '300' },
      },
      {
        ...{ time: { shown: '2026-11-23 09:55:40' }, direction: 'Outgoing', number: '081 234 5679' },
        ...{ result: 'Answered', talkSeconds: 31, atMost: 'at most', recorded: 'yes' },
      },
    ]);
    expect(toCsv(table)).toContain('"\'=HYPERLINK(""http://x"")"');
  });
});
