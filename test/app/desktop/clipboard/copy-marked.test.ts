import { describe, expect, it } from 'vitest';
import { copyMarked } from '../../../../app/desktop/clipboard/copy-marked.ts';
import { fc } from '../../../support/property.ts';

type Content = Readonly<Record<string, string>>;

/** A clipboard and the program in front, which copies what is marked in it `after` so many milliseconds. */
function desk(held: Content, marked: string | null, { after = 50, holdable = true, allowed = true } = {}) {
  let now = 0;
  let content = held;
  let clears = 0;
  const later: { at: number; act: () => void }[] = [];
  const put = (next: Content) => {
    content = next;
  };
  const asked = copyMarked<Content>({
    clipboard: {
      hold: async () => (holdable ? content : null),
      async clear() {
        clears += 1;
        put({});
      },
      text: async () => content['text/plain'] ?? '',
      restore: async (before) => put(before),
    },
    async pressCopy() {
      if (!allowed) throw new Error('not allowed');
      if (marked !== null) later.push({ at: now + after, act: () => put({ 'text/plain': marked }) });
    },
    async wait(milliseconds) {
      now += milliseconds;
      for (const { act } of later.splice(0, later.findLastIndex(({ at }) => at <= now) + 1)) act();
    },
  });
  return { asked, content: () => content, clears: () => clears, put };
}

const everyFormat: Content = {
  'text/plain': 'old',
  'text/html': '<b>old</b>',
  'text/rtf': '{old}',
  'image/png': '%',
};

describe('marked text, copied and put back', () => {
  it('is read, and the clipboard is as it was, in every format', async () => {
    const { asked, content } = desk(everyFormat, '081 234 5678');
    expect(await asked).toBe('081 234 5678');
    expect(content()).toEqual(everyFormat);
  });

  it('is nothing where nothing is marked, and the clipboard is as it was', async () => {
    const { asked, content } = desk(everyFormat, null);
    expect(await asked).toBeNull();
    expect(content()).toEqual(everyFormat);
  });

  it('is nothing where the system does not allow it, and the clipboard is as it was', async () => {
    const { asked, content } = desk(everyFormat, '081', { allowed: false });
    expect(await asked).toBeNull();
    expect(content()).toEqual(everyFormat);
  });

  it('is not copied where the clipboard could not be put back', async () => {
    const { asked, content, clears } = desk({ FileNameW: 'C:\\list.xls' }, '081', { holdable: false });
    expect(await asked).toBeNull();
    expect(clears()).toBe(0);
    expect(content()).toEqual({ FileNameW: 'C:\\list.xls' });
  });

  it('is waited for, but not for ever', async () => {
    expect(await desk({}, 'slow', { after: 400 }).asked).toBe('slow');
    const never = desk(everyFormat, 'too slow', { after: 5_000 });
    expect(await never.asked).toBeNull();
    expect(never.content()).toEqual(everyFormat);
  });

  it('never takes the clipboard away, whatever it held and whatever is marked', async () => {
    const contents = fc.dictionary(
      fc.constantFrom(...Object.keys(everyFormat)),
      fc.string({ minLength: 1 }),
      {
        noNullPrototype: true,
      },
    );
    await fc.assert(
      fc.asyncProperty(contents, fc.option(fc.string({ minLength: 1 })), async (held, marked) => {
        const { asked, content } = desk(held, marked);
        expect(await asked).toBe(marked);
        expect(content()).toEqual(held);
      }),
    );
  });
});
