import { describe, expect, it } from 'vitest';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { bangkok, everything, shownTo } from './rows-of.ts';
import { byMalee, extensions, inGroup, real, said, sentences } from './said-steps.ts';

const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  g02: { 101: [inGroup], 102: [inGroup], 103: [inGroup] },
  q01: { 102: ['Queue 600'], 103: [byMalee, 'Queue 600'] },
  q02: { 102: ['Queue 600, waited 0:17'], 103: ['Queue 600, waited 0:17'] },
  t01: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  v01: { 101: ['Voicemail, 0:08'], 102: ['Voicemail, 0:08'] },
  k11: { 101: ['Voicemail, 0:16'], 102: ['Voicemail, 0:16'] },
  k16: { 101: ['Voicemail, 0:16'], 102: ['Voicemail, 0:16'] },
  n02: { 101: ['Voicemail, 0:04'] },
  n06: { 101: [byMalee, inGroup], 102: [inGroup], 103: [byMalee, inGroup] },
  n07: { 101: [inGroup], 102: [inGroup], 103: [inGroup] },
  n09: { 101: ['Voicemail, 0:04'] },
  n10: { 101: ['Answered by 103', inGroup], 102: ['Answered by 103'], 103: [inGroup] },
  n11: { 101: ['Queue 601, waited 0:03'], 102: ['Answered by Somchai (101)'] },
  n12: { 101: ['Voicemail, 0:01'] },
  f01: { 101: ['Forwarded to 0899999999'] },
  f03: { 101: ['Forwarded to 0899999999'] },
  f04: { 101: ['Forwarded to 0899999999'] },
  q03: { 101: [byMalee, 'Queue 601, waited 0:01'], 102: ['Queue 601, waited 0:01'] },
  q04: { 102: ['Queue 600'], 103: ['Queue 600'] },
  q05: { 101: ['Queue 601'], 102: ['Queue 601'] },
  q06: { 101: [byMalee, 'Queue 601, waited 0:03'], 102: ['Queue 601, waited 0:03'] },
  m22: { 102: ['Queue 600'], 103: [byMalee, 'Queue 600'] },
  t02: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  t03: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  t04: { 101: ['Transferred to 0877777777'] },
  t05: {
    101: ['Transferred to Front desk (300)', inGroup],
    102: ['Answered by Somchai (101)', 'Answered by 103', 'Transferred by Somchai (101)', inGroup],
    103: ['Transferred by Somchai (101)', inGroup],
  },
  t06: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  t08: { 101: ['Transferred to Malee (102), not answered'], 102: ['Transferred by Somchai (101)'] },
  t09: {
    101: ['Transferred by Malee (102) to 103'],
    102: ['Transferred to 103'],
    103: ['Transferred by Malee (102)'],
  },
  t10: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  t11: {
    101: ['Transferred by 103'],
    102: ['Answered by 103', 'Answered by Somchai (101)', 'Queue 600'],
    103: ['Transferred to Somchai (101)', 'Queue 600'],
  },
  t13: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
  t14: { 101: ['Transferred to 0877777777'], 102: ['Transferred by Somchai (101) to 0877777777'] },
  p01: { 101: ['Picked up for Malee (102)'], 102: ['Picked up by Somchai (101)'] },
  p02: { 101: ['Parked, picked up by Malee (102)'], 102: ['Parked by Somchai (101)'] },
  p03: {
    101: ['Picked up for Malee (102)'],
    102: ['Picked up by Somchai (101)'],
    103: ['Picked up by Somchai (101)'],
  },
  p04: {
    101: ['Picked up by 103', inGroup],
    102: ['Picked up by 103', inGroup],
    103: ['Picked up', inGroup],
  },
  d02: { 101: ['Parked, picked up by Malee (102)'], 102: ['Parked by Somchai (101)'] },
  d03: { 101: ['Transferred to Malee (102)'], 102: ['Transferred by Somchai (101)'] },
};

describe('what became of a call that a real Asterisk wrote down', () => {
  it.each(real)('$id: $text', ({ id, rows }) => {
    for (const extension of extensions)
      expect([extension, said(extension, rows)]).toEqual([extension, expected[id]?.[extension] ?? []]);
  });

  it('is the same in any order, a row at a time, and from what is kept of it', () => {
    for (const { id, rows } of real) {
      for (const extension of extensions) {
        const all = expected[id]?.[extension] ?? [];
        expect(said(extension, rows.toReversed())).toEqual(all);
        const owner = { extension, agentId: null };
        const cdr = createCdrStore(owner, bangkok, everything);
        for (const row of rows.toReversed()) cdr.take([row]);
        cdr.forgetOthers();
        const kept = createCdrStore(owner, bangkok, everything);
        kept.take(cdr.rows().map((row) => ({ ...row })));
        for (const one of [cdr, kept])
          expect(
            one
              .calls()
              .toReversed()
              .flatMap((call) => sentences('en', call)),
          ).toEqual(all);
      }
    }
  });

  it('has a sentence in Thai for every kind, with no English in it', () => {
    const told = real.flatMap(({ rows }) => extensions.flatMap((one) => shownTo(one, rows)));
    const kinds = new Set(told.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(
      [
        ...['forwarded', 'parked', 'picked-up', 'queue', 'ring-group', 'sent-on', 'taken'],
        ...['transferred', 'voicemail'],
      ].sort(),
    );
    for (const call of told)
      for (const text of sentences('th', call))
        expect(text.replaceAll(/Somchai|Malee|Front desk/g, '')).not.toMatch(/[a-z]/i);
  });
});
