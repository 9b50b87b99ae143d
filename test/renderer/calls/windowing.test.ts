import { describe, expect, it } from 'vitest';
import { daySpans, layOut, scrollTo, tabStop, windowOf } from '../../../renderer/screens/calls/windowing.ts';
import { fc } from '../../support/property.ts';

const heights = { row: 54, heading: 30 };
const lists = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
const spans = (counts: readonly number[]) =>
  daySpans(counts.map((count, index) => ({ day: `day ${index}`, count })));

describe('the places of rows', () => {
  const higher = fc.array(fc.record({ index: fc.nat(20_000), height: fc.integer({ min: 0, max: 500 }) }));

  it('follow each other without gap or overlap, headings and higher rows between them, one of them twice', () => {
    fc.assert(
      fc.property(lists, higher, (counts, rows) => {
        const days = spans(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        // Some of them beyond the end: what was told of a longer list.
        const layout = layOut(days, heights, rows);
        let y = 0;
        for (let index = 0; index < total; index++) {
          if (days.some(({ first }) => first === index)) y += heights.heading;
          expect(layout.top(index)).toBe(y);
          expect(days[layout.dayOf(index)]?.first).toBeLessThanOrEqual(index);
          const own = rows.filter((one) => one.index === index).reduce((sum, { height }) => sum + height, 0);
          expect(layout.high(index)).toBe(heights.row + own);
          expect(layout.at(y)).toBe(index);
          y += heights.row + own;
        }
        expect(layout.height).toBe(y);
      }),
      { numRuns: 60 },
    );
  });

  it('that are on the screen are drawn, whatever is scrolled to, and few others', () => {
    fc.assert(
      fc.property(lists, fc.nat({ max: 2_000_000 }), (counts, wanted) => {
        const layout = layOut(spans(counts), heights, []);
        const scrolled = Math.min(wanted, Math.max(0, layout.height - 400));
        const [from, to] = windowOf(layout, scrolled, 400);
        for (let index = 0; index < layout.total; index++) {
          const top = layout.top(index);
          const isSeen = top < scrolled + 400 && top + heights.row > scrolled;
          if (isSeen) expect(index >= from && index < to).toBe(true);
        }
        expect(to - from).toBeLessThan(25);
      }),
      { numRuns: 60 },
    );
  });

  it('bring a row into view whole, and move nothing where it is', () => {
    const layout = layOut(spans([100, 100]), heights, []);
    expect(scrollTo(layout, heights, 3, 0, 400)).toBe(0);
    const down = scrollTo(layout, heights, 150, 0, 400);
    expect(down + 400).toBe(layout.top(150) + heights.row);
    expect(scrollTo(layout, heights, 120, 5_000_000, 400)).toBe(layout.top(120) - heights.heading);
  });

  it('of no calls are none', () => {
    expect(windowOf(layOut([], heights, []), 0, 400)).toEqual([0, 0]);
  });
});

describe('the row that Tab comes to', () => {
  const loaded = new Set([0, 1, 2, 3, 40]);
  const isThere = (index: number) => loaded.has(index);

  it('is the one it was at', () => {
    expect(tabStop(3, isThere, [0, 4])).toBe(3);
    expect(tabStop(40, isThere, [0, 4])).toBe(40);
  });

  it('is one in sight, where a filter left the other far away: else the keyboard came to no row at all', () => {
    expect(tabStop(11_999, isThere, [0, 4])).toBe(0);
    expect(tabStop(11_999, isThere, [39, 44])).toBe(40);
  });

  it('is the one that is on its way, where none has come yet', () => {
    expect(tabStop(90, isThere, [85, 95])).toBe(90);
  });
});
