import { describe, expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { type Candidate, choose } from '../../../app/selection/choose.ts';
import type { Place, Reading, Readings } from '../../../app/selection/reading.ts';
import { createSelection } from '../../../app/selection/selection.ts';
import { fc } from '../../support/property.ts';

type Content = string | null | 'unreadable';
interface System {
  /** It tells which of the two places changed last. */
  readonly ordered: boolean;
}
const onX: System = { ordered: true };
const elsewhere: System = { ordered: false };

const reading = (content: Content): Reading =>
  content === null
    ? { kind: 'nothing' }
    : content === 'unreadable'
      ? { kind: 'unreadable' }
      : { kind: 'text', text: content };

function desk({ ordered }: System = onX) {
  let now: Record<Place, Content> = { marked: null, clipboard: null };
  let changes = 0;
  let order = { marked: 0, clipboard: 0 };
  const numbers = createNumbers(() => defaults);
  const texts = async (): Promise<Readings> => ({
    marked: reading(now.marked),
    clipboard: reading(now.clipboard),
    order: ordered ? order : null,
  });
  const selection = createSelection({
    texts,
    atRest: texts,
    clipboard: async () => reading(now.clipboard),
    find: numbers.find,
    read: numbers.read,
    digest: (text) => `digest of ${text}`,
  });
  function put(part: Partial<Record<Place, Content>>) {
    for (const place of ['marked', 'clipboard'] as const) {
      const content = part[place];
      if (content === undefined) continue;
      changes += 1;
      order = { ...order, [place]: changes };
      now = { ...now, [place]: content };
    }
  }
  /** A program takes over what another one copied. */
  const takeOver = () => put({ clipboard: now.clipboard });
  const press = async (part: Partial<Record<Place, Content>> = {}) => {
    put(part);
    const { numbers: found, ask, marked } = await selection.meant();
    return [
      ...found.map(({ number, origin }) => (origin ? `${origin} ${number}` : number)),
      ...(ask ? ['?'] : []),
      ...(marked ? [`not ${marked.kind === 'text' ? marked.text : marked.kind}`] : []),
    ];
  };
  return { selection, put, press, takeOver };
}

describe('which number the hotkey means', () => {
  it('is the marked one, else the copied one, else none', async () => {
    const { press } = desk();
    expect(await press()).toEqual([]);
    expect(await press({ clipboard: 'Tel. 02-123-4567' })).toEqual(['021234567']);
    expect(await press({ marked: 'no number here', clipboard: '02 123 4568' })).toEqual(['021234568']);
    expect(await press({ marked: '๐๘๑ ๒๓๔ ๕๖๗๘', clipboard: 'nothing' })).toEqual(['0812345678']);
  });

  it.each([
    ['02 123 4567 ext 12', '02 123 4567 ext 13', ['marked 021234567 x12', 'clipboard 021234567 x13', '?']],
    ['02 123 4567 ต่อ 12', '+66 2 123 4567 #12', ['021234567 x12']],
    ['02 123 4567', '02 123 4567 ext 12', ['021234567 x12']],
    ['02 123 4567 ext 12', '02 123 4567', ['021234567 x12']],
    [
      '02 123 4567 ext 12, 13',
      '02 123 4567 ext 12, 14',
      [
        ...[12, 13].map((one) => `marked 021234567 x${one}`),
        ...[12, 14].map((one) => `clipboard 021234567 x${one}`),
        '?',
      ],
    ],
    ['02 123 4567', '02 123 4567 ext 12, 13', ['021234567']],
  ])(
    '%s marked and %s copied: numbers that differ in their extension are two',
    async (marked, copied, expected) => {
      const { selection, put } = desk();
      put({ marked, clipboard: copied });
      const { numbers, ask } = await selection.meant();
      const said = numbers.map(({ number, extension, origin }) =>
        [origin, extension === null ? number : `${number} x${extension}`]
          .filter((one) => one !== null)
          .join(' '),
      );
      expect([...said, ...(ask ? ['?'] : [])]).toEqual(expected);
    },
  );

  it.each([onX, elsewhere])(
    'is the one that changed since the last press, where the two differ (%j)',
    async (system) => {
      const { press } = desk(system);
      await press({ marked: '081 234 5678', clipboard: '02 123 4567' });
      expect(await press({ clipboard: '02 765 4321' })).toEqual(['027654321']);
      expect(await press({ marked: '089 876 5432' })).toEqual(['0898765432']);
    },
  );

  it.each([onX, elsewhere])(
    'is the one that changed since the program started, at the first press (%j)',
    async (system) => {
      const { selection, put, press } = desk(system);
      put({ marked: '081 234 5678', clipboard: '02 123 4567' });
      await selection.remember();
      expect(await press({ clipboard: '02 765 4321' })).toEqual(['027654321']);
    },
  );

  it.each([onX, elsewhere])('is asked for where both changed, or neither (%j)', async (system) => {
    const { press } = desk(system);
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

  it('is a code too, so that it is refused', async () => {
    const { press } = desk();
    expect(await press({ marked: '*72 0812345678' })).toEqual(['*72 0812345678']);
    expect(await press({ marked: '081 234 5678', clipboard: '02 123 4567' })).toHaveLength(3);
    expect(await press({ clipboard: '*72 0812345678' })).toEqual(['*72 0812345678']);
  });

  it('of the clipboard alone leaves out what is marked', async () => {
    const { selection, put } = desk();
    put({ marked: '081 234 5678', clipboard: 'call 02 123 4567' });
    expect((await selection.copied()).numbers).toMatchObject([{ number: '021234567', extension: null }]);
  });
});

/** What holds no number that can be called. */
const none = [
  '081-234-567',
  'tel:*72',
  'no number',
  '',
  '*72 0898765432',
  `a * in a text ${'long '.repeat(20)}`,
  'unreadable',
];

describe('an old number that was copied', () => {
  it.each(none)('is not called by itself where %j was marked since', async (marked) => {
    for (const system of [onX, elsewhere]) {
      const { press } = desk(system);
      expect(await press({ clipboard: '02-123-4588' })).toEqual(['021234588']);
      const asked = await press({ marked });
      expect(asked.slice(0, 2)).toEqual(['clipboard 021234588', '?']);
      expect(asked[2]).toMatch(/^not /);
      // Pressing again is no answer, nor is letting go of it.
      expect(await press()).toEqual(asked);
      expect(await press({ marked: null })).toEqual(['clipboard 021234588', '?', 'not nothing']);
      expect(await press()).toEqual(['clipboard 021234588', '?', 'not nothing']);
      expect(await press({ clipboard: '02-123-4589' })).toEqual(['021234589']);
    }
  });

  it.each(none)('nor at the first press of all, where nobody knows which is newer (%j)', async (marked) => {
    for (const system of [onX, elsewhere]) {
      const { selection, put, press } = desk(system);
      put({ marked, clipboard: '02-123-4588' });
      await selection.remember();
      expect((await press()).slice(0, 2)).toEqual(['clipboard 021234588', '?']);
    }
  });

  it.each(none)('is called where it was copied after %j was marked', async (marked) => {
    const { press } = desk();
    expect(await press({ marked, clipboard: '02-123-4588' })).toEqual(['021234588']);
    expect(await press()).toEqual(['021234588']);
    for (const system of [onX, elsewhere]) {
      const at = desk(system);
      await at.press({ marked });
      expect(await at.press({ clipboard: '02-123-4588' })).toEqual(['021234588']);
    }
  });

  it('is not called where the same text was marked once more, in whichever program', async () => {
    const { press } = desk();
    await press({ marked: 'no number' });
    await press({ clipboard: '02-123-4588' });
    expect(await press({ marked: 'no number' })).toEqual(['clipboard 021234588', '?', 'not no number']);
  });

  it('is not made new by a program that takes the clipboard over', async () => {
    const { press, takeOver } = desk();
    await press({ clipboard: '02-123-4588' });
    await press({ marked: 'no number' });
    takeOver();
    expect(await press()).toEqual(['clipboard 021234588', '?', 'not no number']);
  });

  it('is called once where the system never tells what is marked: it may be another thing at the next press', async () => {
    const { selection, put, press } = desk(elsewhere);
    put({ marked: 'unreadable' });
    await selection.remember();
    expect(await press({ clipboard: '02-123-4588' })).toEqual(['021234588']);
    expect(await press()).toEqual(['clipboard 021234588', '?', 'not unreadable']);
    expect(await press({ clipboard: '02-123-4589' })).toEqual(['021234589']);
  });

  it.each(none)(
    'is not called by itself where %j was marked and let go of between two presses',
    async (marked) => {
      const { press, put } = desk();
      expect(await press({ clipboard: '02-123-4588' })).toEqual(['021234588']);
      put({ marked });
      expect(await press({ marked: null })).toEqual(['clipboard 021234588', '?', 'not nothing']);
    },
  );

  it('is called where it was copied since the last press, and what was marked is let go of', async () => {
    for (const system of [onX, elsewhere]) {
      const { press, put } = desk(system);
      await press({ marked: 'no number' });
      put({ clipboard: '02-123-4588' });
      expect(await press({ marked: null })).toEqual(['021234588']);
    }
  });

  it('is called where nothing was ever marked', async () => {
    for (const system of [onX, elsewhere]) {
      const { selection, put, press } = desk(system);
      put({ clipboard: '02-123-4588' });
      await selection.remember();
      expect(await press()).toEqual(['021234588']);
      expect(await press()).toEqual(['021234588']);
    }
  });

  it('is not made new by a line end', async () => {
    const { press, put } = desk();
    await press({ clipboard: '02-123-4588' });
    put({ marked: 'no number' });
    expect(await press({ clipboard: '02-123-4588\n' })).toEqual([
      'clipboard 021234588',
      '?',
      'not no number',
    ]);
  });

  it('is asked about with what is marked, in one short line that shows nothing but itself', async () => {
    const { press } = desk();
    await press({ clipboard: '02-123-4588' });
    expect((await press({ marked: '  a\n\tb \u202e c ' }))[2]).toBe('not a b c');
    expect((await press({ marked: `${'กา'.repeat(30)}` }))[2]).toBe(`not ${'กา'.repeat(20)}…`);
    expect((await press({ marked: 'unreadable' }))[2]).toBe('not unreadable');
  });

  const contents = fc.constantFrom<Content>(...none, null, '081 234 5678', '02 123 4567', '089 876 5432');
  const acts = fc.array(
    fc.oneof(
      fc.record({ place: fc.constantFrom<Place>('marked', 'clipboard'), content: contents }),
      fc.constantFrom('press' as const, 'start' as const),
    ),
    { maxLength: 20 },
  );

  it('is never called by itself, in whatever order things are marked, copied and called', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (list, ordered) => {
        const { selection, put, press } = desk({ ordered });
        let marked: Content = null;
        let newer: Place | null = null;
        for (const act of [...list, 'press' as const]) {
          if (act === 'start') await selection.remember();
          else if (act === 'press') {
            const [first = '', ...rest] = await press();
            const fromMarked = marked !== null && !none.includes(marked);
            // One number, at once, and what is marked holds none.
            if (rest.length > 0 || first === '' || first.startsWith('*') || fromMarked || marked === null)
              continue;
            // Where the system does not tell, a number that was copied since the last press may be older than what was marked since.
            if (ordered) expect(newer).toBe('clipboard');
          } else {
            put({ [act.place]: act.content });
            if (act.place === 'marked') marked = act.content;
            newer = act.place;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('choosing between the two places', () => {
  const candidate: fc.Arbitrary<Candidate> = fc
    .constantFrom('1', '2', '3')
    .map((key) => ({ number: key, extension: null, doubt: null, key }));
  const places = fc.record({
    marked: fc.array(candidate),
    clipboard: fc.array(candidate),
    nothingMarked: fc.boolean(),
  });
  const age = fc.record({ changed: fc.boolean(), since: fc.nat(3) });
  const ages = fc.record({ marked: age, clipboard: age });

  it('never invents a number, never drops all of them, and asks only where there is something to say', () => {
    fc.assert(
      fc.property(places, ages, (found, known) => {
        const { numbers, ask, instead } = choose(found, known);
        const there = [...found.marked, ...found.clipboard].map(({ key }) => key);
        expect(numbers.every(({ key }) => there.includes(key))).toBe(true);
        expect(numbers.length > 0).toBe(there.length > 0);
        if (ask && !instead) expect(new Set(numbers.map(({ key }) => key)).size).toBeGreaterThan(1);
      }),
    );
  });
});
