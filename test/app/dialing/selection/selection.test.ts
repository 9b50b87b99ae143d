import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumbers } from '../../../../app/dialing/numbers.ts';
import { type Candidate, choose } from '../../../../app/dialing/selection/choose.ts';
import { createSelection, type Texts } from '../../../../app/dialing/selection/selection.ts';
import { defaults } from '../../../../app/settings/schema.ts';

function desk() {
  let now: Texts = { marked: null, clipboard: null };
  const numbers = createNumbers(() => defaults);
  const selection = createSelection({
    texts: async () => now,
    atRest: async () => now,
    clipboard: async () => now.clipboard,
    find: numbers.find,
    read: numbers.read,
    digest: (text) => `digest of ${text}`,
  });
  const put = (part: Partial<Texts>) => {
    now = { ...now, ...part };
  };
  const press = async (part: Partial<Texts> = {}) => {
    put(part);
    const { numbers: found, ask } = await selection.meant();
    return [
      ...found.map(({ number, origin }) => (origin ? `${origin} ${number}` : number)),
      ...(ask ? ['?'] : []),
    ];
  };
  return { selection, put, press };
}

describe('which number the hotkey means', () => {
  it('is the marked one, else the copied one, else none', async () => {
    const { press } = desk();
    expect(await press()).toEqual([]);
    expect(await press({ clipboard: 'Tel. 02-123-4567' })).toEqual(['021234567']);
    expect(await press({ marked: 'no number here' })).toEqual(['021234567']);
    expect(await press({ marked: '๐๘๑ ๒๓๔ ๕๖๗๘', clipboard: 'nothing' })).toEqual(['0812345678']);
  });

  it('is the one that changed since the last press, where the two differ', async () => {
    const { press } = desk();
    await press({ marked: '081 234 5678', clipboard: '02 123 4567' });
    expect(await press({ clipboard: '02 765 4321' })).toEqual(['027654321']);
    expect(await press({ marked: '089 876 5432' })).toEqual(['0898765432']);
  });

  it('is the one that changed since the program started, at the first press', async () => {
    const { selection, put, press } = desk();
    put({ marked: '081 234 5678', clipboard: '02 123 4567' });
    await selection.remember();
    expect(await press({ clipboard: '02 765 4321' })).toEqual(['027654321']);
  });

  it('is asked for where both changed, or neither', async () => {
    const { press } = desk();
    const both = ['marked 0812345678', 'clipboard 021234567', '?'];
    expect(await press({ marked: '081 234 5678', clipboard: '02 123 4567' })).toEqual(both);
    expect(await press()).toEqual(both);
  });

  it('is not asked for where both are the same number, however it is written', async () => {
    const { press } = desk();
    expect(await press({ marked: '+66 81 234 5678', clipboard: '081-234-5678' })).toHaveLength(1);
  });

  it('is every number of the text that decides', async () => {
    const { press } = desk();
    expect(await press({ marked: 'Office 02 123 4567, mobile 081 234 5678', clipboard: 'x' })).toHaveLength(
      2,
    );
  });

  it('is a marked code too, so that it is refused instead of the copied number being called', async () => {
    const { press } = desk();
    await press({ clipboard: '02 123 4567' });
    expect(await press({ marked: '*72 0812345678' })).toEqual(['*72 0812345678']);
    expect(await press({ marked: `a * in a text ${'long '.repeat(20)}` })).toEqual(['021234567']);
  });

  it('of the clipboard alone leaves out what is marked', async () => {
    const { selection, put } = desk();
    put({ marked: '081 234 5678', clipboard: 'call 02 123 4567' });
    expect((await selection.copied()).numbers).toEqual([
      { number: '021234567', extension: null, doubt: null },
    ]);
  });
});

describe('choosing between the two places', () => {
  const candidate: fc.Arbitrary<Candidate> = fc
    .constantFrom('1', '2', '3')
    .map((key) => ({ number: key, extension: null, doubt: null, key }));
  const places = fc.record({ marked: fc.array(candidate), clipboard: fc.array(candidate) });
  const changes = fc.record({ marked: fc.boolean(), clipboard: fc.boolean() });

  it('never invents a number, never drops all of them, and asks only between different ones', () => {
    fc.assert(
      fc.property(places, changes, (found, changed) => {
        const { numbers, ask } = choose(found, changed);
        const there = [...found.marked, ...found.clipboard].map(({ key }) => key);
        expect(numbers.every(({ key }) => there.includes(key))).toBe(true);
        expect(numbers.length > 0).toBe(there.length > 0);
        if (ask) expect(new Set(numbers.map(({ key }) => key)).size).toBeGreaterThan(1);
      }),
    );
  });
});
