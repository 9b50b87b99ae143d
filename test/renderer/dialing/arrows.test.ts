import { computed } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import type { PersonMatch } from '../../../app/contract/people.ts';
import { patience } from '../../../renderer/screens/dialing/choosing.ts';
import { createDialPad } from '../../../renderer/screens/dialing/state.ts';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { otherSide } from '../bridge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function somebody(name: string, number: string, part: Partial<PersonMatch> = {}): PersonMatch {
  return {
    ...{ name, company: '', number, reached: number, extension: null, display: number, label: '' },
    ...{ source: 'contact', at: null, ...part },
  };
}

/** The box, and an office whose answers come when the test lets them. */
function desk(find: (typed: string) => PersonMatch[], isSlow = false) {
  let people = find;
  let waiting: (() => void)[] = [];
  const { bridge, asked, tell } = otherSide({
    'people.find': async ({ typed }) => {
      if (isSlow) await new Promise<void>((answer) => waiting.push(answer));
      return ok({ matches: people(typed), whose: [] });
    },
    'dial.call': () => ok({ kind: 'placed', display: '', extension: null, message: '' }),
    'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
  });
  const pad = createDialPad(
    bridge,
    createDialling(bridge),
    computed(() => null),
    () => [],
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    pad,
    settle,
    dialled: () =>
      (asked('dial.call') as { number: string; from: string }[]).map(({ number, from }) => ({
        number,
        from,
      })),
    /** Everything that was asked is answered, and what is asked then. */
    async answer() {
      while (waiting.length > 0) {
        const those = waiting;
        waiting = [];
        for (const one of those) one();
        await settle();
      }
    },
    async become(now: PersonMatch[]) {
      people = () => now;
      tell('people.changed', undefined);
      await settle();
    },
    async type(text: string) {
      for (const letter of text) {
        const shown = pad.field.value.shown + letter;
        pad.edit({ shown, start: shown.length, end: shown.length });
      }
    },
    chosen: () => {
      const option = pad.choosing.options.value[pad.choosing.at.value];
      return option?.kind === 'person' ? option.person.name : null;
    },
  };
}

const smith = somebody('SMITH CO', '021237569', { reached: '21237569 ', source: 'recent' });
const ploy = somebody('Ploy Smith', '+6621237569', { reached: '21237569 ', source: 'colleague' });
const other = somebody('Malee', '7569');
const inside = somebody('Ploy Smith', '021237569', { reached: '21237569 12', extension: '12' });

describe('somebody who is chosen', () => {
  it.each([
    [
      'from another place, by another name and in another spelling',
      [other, ploy],
      '+6621237569',
      'colleague',
    ],
    ['by another name', [{ ...smith, name: 'Smith' }, other], '021237569', 'call-back'],
    ['beside another of the same number', [{ ...ploy, name: 'Somchai' }, smith], '021237569', 'call-back'],
  ])('stays so where the number comes %s', async (_, now, number, from) => {
    const { pad, type, settle, become, dialled } = desk(() => [smith]);
    await type('7569');
    await settle();
    pad.choosing.move(1);
    await become(now);
    expect(pad.choosing.lost.value).toBeNull();
    await pad.call();
    expect(dialled()).toEqual([{ number, from }]);
  });

  it.each([
    ['nobody is there', []],
    ['others are there', [other]],
    ['the number is there with an extension alone', [inside]],
  ])('and is gone is said, and Enter calls nobody, where %s', async (_, now) => {
    const { pad, type, settle, become, dialled, chosen } = desk(() => [smith]);
    await type('7569');
    await settle();
    pad.choosing.move(1);
    await become(now);
    expect(pad.choosing.lost.value).toBe('gone');
    expect(chosen()).toBeNull();
    await pad.call();
    await pad.call();
    expect(dialled()).toEqual([]);
    // They come back: it was them that were chosen.
    await become([other, smith]);
    expect(chosen()).toBe('SMITH CO');
  });

  it.each([
    ['the arrow up', (pad: ReturnType<typeof desk>['pad']) => pad.choosing.move(-1)],
    ['Escape', (pad: ReturnType<typeof desk>['pad']) => pad.choosing.close()],
    ['the same number typed', (pad: ReturnType<typeof desk>['pad']) => pad.fill('7569')],
  ])('and is gone is taken back by %s: then the number is called as it is typed', async (_, back) => {
    const { pad, type, settle, become, dialled } = desk(() => [smith]);
    await type('7569');
    await settle();
    pad.choosing.move(1);
    await become([]);
    back(pad);
    expect(pad.choosing.lost.value).toBeNull();
    await pad.call();
    expect(dialled()).toEqual([{ number: '7569', from: 'pad' }]);
  });
});

describe('keys that are quicker than the list', () => {
  const boss = somebody('Somchai Boss', '0811111111');
  const plumber = somebody('Somsak Plumber', '0822222222');
  const office = (typed: string) =>
    [boss, plumber].filter(({ name }) => name.toLowerCase().startsWith(typed) || typed === '766');

  it.each([
    ['a name, over the list of the one before', 'som', 'sak', 1, '0822222222'],
    ['a name in an empty box', '', 'som', 1, '0811111111'],
    ['digits that are a name on the keys', '', '766', 2, '0822222222'],
  ])('are carried out in their order: %s', async (_, before, fast, downs, number) => {
    const { pad, type, answer, dialled } = desk(office, true);
    await type(before);
    await answer();
    await type(fast);
    for (let down = 0; down < downs; down += 1) pad.choosing.move(1);
    void pad.call();
    void pad.call();
    pad.choosing.move(1);
    expect(dialled()).toEqual([]);
    await answer();
    expect(dialled()).toEqual([{ number, from: 'contact' }]);
  });

  it.each([
    ['is of nobody', async ({ answer }: ReturnType<typeof desk>) => await answer()],
    [
      'does not come soon',
      async ({ answer }: ReturnType<typeof desk>) => {
        await vi.advanceTimersByTimeAsync(patience);
        await answer();
      },
    ],
  ])('call nobody where the list %s, and neither does Enter after that', async (_, go) => {
    const it = desk((typed) => (typed === '766' || typed === '7' ? [] : [boss]), true);
    await it.type('766');
    it.pad.choosing.move(1);
    void it.pad.call();
    await go(it);
    await it.pad.call();
    expect(it.dialled()).toEqual([]);
    expect([it.pad.choosing.lost.value, it.pad.choosing.hinted.value]).toEqual(['nobody', true]);
  });

  it('come to nothing when something else is typed meanwhile, the list is closed or somebody is picked', async () => {
    const others: ((one: ReturnType<typeof desk>) => unknown)[] = [
      ({ type }) => type('c'),
      ({ pad }) => pad.choosing.close(),
      ({ pad }) => pad.pick({ kind: 'person', key: '', person: plumber }),
      ({ pad }) => pad.forget(),
    ];
    for (const instead of others) {
      const one = desk(office, true);
      await one.type('som');
      one.pad.choosing.move(1);
      void one.pad.call();
      await instead(one);
      await one.answer();
      await vi.advanceTimersByTimeAsync(patience);
      expect([one.dialled(), one.chosen()]).toEqual([[], null]);
    }
  });

  it('dial digits as they are typed where no arrow was pressed, or was taken back', async () => {
    for (const arrows of [[], [1, -1]] as const) {
      const { pad, type, answer, dialled } = desk(office, true);
      await type('766');
      for (const step of arrows) pad.choosing.move(step);
      void pad.call();
      await answer();
      expect(dialled()).toEqual([{ number: '766', from: 'pad' }]);
    }
  });
});
