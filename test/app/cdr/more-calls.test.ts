import { describe, expect, it } from 'vitest';
import { cdrColumns, withPhpIntegers } from '../../pbx/cdr.ts';
import { type MoreCall, moreCalls, sampleRows } from '../../pbx/samples.ts';
import { shownTo, tell } from './rows-of.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const whole = (row: MoreCall['rows'][number]) =>
  Object.fromEntries(cdrColumns.map((name) => [name, row[name] ?? '']));

const calls = moreCalls().map((call) => ({ ...call, rows: call.rows.map(whole) }));
const extensions = ['101', '102', '103'];
const strangers = ['10', '1', '1010', '0101', '300', '600', '601', '800', '71'];
/** Transferred by SIP: two calls that only a channel holds together, where there is no `linkedid`. */
const twoLinks = new Set(['t03', 't10']);

/** The same order in every run, and no order of time. */
const shuffled = (rows: Rows): Rows =>
  rows.toSorted((a, b) => ((Number(a.sequence) * 7_919) % 1_009) - ((Number(b.sequence) * 7_919) % 1_009));

const unlinked = (rows: Rows): Rows => rows.map(({ linkedid: _, ...row }) => row);

describe('calls of rarer shapes', () => {
  describe.each(calls)('$id: $text', ({ id, rows, sees }) => {
    it.each(extensions)('is shown to %s as it was', (extension) => {
      expect(tell(extension, rows)).toEqual(sees[extension] ?? []);
    });

    it("is nobody else's", () => {
      for (const extension of strangers) expect(tell(extension, rows)).toEqual([]);
    });

    it('is the same in any order, with integers, with empty columns left out, and without linkedid', () => {
      for (const extension of extensions) {
        const expected = sees[extension] ?? [];
        expect(tell(extension, rows.toReversed())).toEqual(expected);
        expect(tell(extension, shuffled(rows))).toEqual(expected);
        expect(tell(extension, rows.map(withPhpIntegers))).toEqual(expected);
        expect(
          tell(
            extension,
            rows.map(({ did: _, dst_cnam: __, ...row }) => row),
          ),
        ).toEqual(expected);
        if (!twoLinks.has(id)) expect(tell(extension, unlinked(rows))).toEqual(expected);
      }
    });

    it('is settled, and names nobody beside the number of another', () => {
      for (const extension of extensions) {
        for (const { settled, party } of shownTo(extension, rows)) {
          expect(settled).toBe(true);
          if (party.number !== null && party.number.length > 3) expect(party.name).toBeNull();
        }
      }
    });
  });

  it.each(extensions)('are the same to %s among all others, linked or not', (extension) => {
    const real = calls.filter(({ made }) => made === 'by Asterisk');
    const own = (shown: readonly string[]) => [...shown].sort();
    const alone = own(real.flatMap(({ sees }) => sees[extension] ?? []));
    const rows = real.flatMap((call) => call.rows);
    const others = tell(extension, sampleRows());
    expect(own(tell(extension, shuffled([...rows, ...sampleRows()])))).toEqual(own([...alone, ...others]));

    const single = real.filter(({ id }) => !twoLinks.has(id));
    const expected = own(single.flatMap(({ sees }) => sees[extension] ?? []));
    expect(own(tell(extension, unlinked(shuffled(single.flatMap((call) => call.rows)))))).toEqual(expected);
  });

  it('are no longer for a colleague who was asked meanwhile', () => {
    const line = (id: string) =>
      shownTo('101', calls.find((call) => call.id === id)?.rows ?? [])[0]?.lineSeconds;
    expect(line('t07')).toBe(13);
    // Answered twice, one after the other.
    expect(line('t05')).toBe(9);
  });

  it('keep a recording that was started by hand within reach', () => {
    const [call] = shownTo('102', calls.find(({ id }) => id === 'd01')?.rows ?? []);
    expect(call?.recordings).toEqual([]);
    expect(call?.maybeRecorded).toMatchObject({ file: '', src: '0891110101', dst: '102' });
  });
});
