import { type ComponentChildren, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import type { PersonMatch } from '../../../app/contract/people.ts';
import { en } from '../../../app/words/en.ts';
import type { Action } from '../../../renderer/screens/dialing/actions.ts';
import { Suggestion } from '../../../renderer/screens/dialing/suggestion.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { eventually } from '../../support/eventually.ts';
import { dialPad, placed } from './dial-pad.ts';

function somebody(name: string, number: string, source: PersonMatch['source'] = 'contact'): PersonMatch {
  return {
    name,
    company: '',
    number,
    reached: number,
    extension: null,
    display: number,
    label: '',
    source,
    at: null,
  };
}

const drawn = (what: ComponentChildren) =>
  h(
    SurroundingsContext.Provider,
    {
      value: {
        words: en,
        version: '1',
        lookAtCertificate: () => undefined,
        askProxyPassword: () => undefined,
      },
    },
    what,
  );

describe('a name', () => {
  const ploy = somebody('Ploy', '0811111111', 'favourite');
  const polly = somebody('Polly', '0822222222');
  const write = (pad: ReturnType<typeof dialPad>['pad'], shown: string) =>
    pad.edit({ shown, start: shown.length, end: shown.length });
  const names = (pad: ReturnType<typeof dialPad>['pad']) => pad.matches.value.map(({ name }) => name);
  const listed = (pad: ReturnType<typeof dialPad>['pad'], count: number) =>
    eventually(() => expect(pad.choosing.options.value).toHaveLength(count));

  it('is never dialled: without a choice nobody is called, however few there are', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [ploy],
    );
    write(pad, 'ploy');
    await pad.call();
    await listed(pad, 1);
    await pad.call();
    await pad.call();
    expect(pbx.asked('dial.call')).toEqual([]);
    expect(pad.choosing.hinted.value).toBe(true);
  });

  it('whoever is chosen is called, as far as the place is trusted that they come from', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [ploy, polly],
    );
    write(pad, 'po');
    await listed(pad, 2);
    expect(pad.choosing.shown.value).toBe(true);
    pad.choosing.move(1);
    pad.choosing.move(1);
    pad.choosing.move(-1);
    await pad.call();
    expect(pbx.asked('dial.call')).toEqual([{ number: '0811111111', name: 'Ploy', from: 'favourite' }]);
    expect(pad.field.value.shown).toBe('');
    write(pad, 'po');
    await listed(pad, 2);
    pad.choosing.move(1);
    pad.choosing.move(1);
    await pad.call();
    expect(pbx.asked('dial.call').at(-1)).toMatchObject({ number: '0822222222', from: 'contact' });
  });

  it('a colleague who is chosen is called as somebody of the directory, whose number nobody here has looked at', async () => {
    const mum = somebody('Mum', '191', 'colleague');
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [mum],
    );
    write(pad, 'mum');
    await listed(pad, 1);
    pad.choosing.move(1);
    await pad.call();
    expect(pbx.asked('dial.call')).toEqual([{ number: '191', name: 'Mum', from: 'colleague' }]);
  });

  it('an extension goes with the call, out of a text and of a list, and not with the next number', async () => {
    const malee = { ...somebody('Malee', '021234567', 'colleague'), extension: '12' };
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [malee],
    );
    write(pad, 'malee');
    await listed(pad, 1);
    pad.choosing.move(1);
    await pad.call();
    expect(pbx.asked('dial.call').at(-1)).toEqual({
      number: '021234567',
      extension: '12',
      name: 'Malee',
      from: 'colleague',
    });
    pad.pick({ kind: 'person', key: '', person: malee });
    expect(pad.extension.value).toBe('12');
    await pad.call();
    expect(pbx.asked('dial.call').at(-1)).toEqual({
      number: '021234567',
      extension: '12',
      name: 'Malee',
      from: 'colleague',
    });
    pad.edit({ shown: '0812345678', start: 10, end: 10 });
    await pad.call();
    expect(pbx.asked('dial.call').at(-1)).toEqual({ number: '0812345678', from: 'pad' });
  });

  it('who is chosen is of the list of what is typed, which the arrows wait for', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      (typed) => (typed === 'po' ? [polly] : typed === 'pol' ? [ploy, polly] : [ploy]),
    );
    write(pad, 'po');
    await listed(pad, 1);
    write(pad, 'pol');
    // Before the answer is there, the old list is what is seen.
    pad.choosing.move(1);
    expect(pad.choosing.at.value).toBe(-1);
    await listed(pad, 2);
    expect(pad.choosing.at.value).toBe(0);
    write(pad, 'polx');
    expect(pad.choosing.at.value).toBe(-1);
    pad.choosing.move(1);
    pad.choosing.move(-1);
    await eventually(() => expect(names(pad)).toEqual(['Ploy']));
    await pad.call();
    expect(pbx.asked('dial.call')).toEqual([]);
  });

  it('is not grouped, and its spaces count', async () => {
    const { pad, pbx } = dialPad(() => ok(placed));
    write(pad, 'som ');
    await eventually(() => expect(pbx.asked('people.find')).toEqual([{ typed: 'som' }]));
    expect(pbx.asked('number.describe')).toEqual([]);
    pad.remove(pad.field.value);
    expect(pad.field.value.shown).toBe('som');
  });

  it('a click brings the number into the box, from where it is called', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [ploy],
    );
    write(pad, 'plo');
    await listed(pad, 1);
    const [option] = pad.choosing.options.value;
    if (option) pad.pick(option);
    expect(pad.typed.value).toBe('0811111111');
    expect(pbx.asked('dial.call')).toEqual([]);
  });

  it('the list that was closed stays closed until something else is typed or the arrow asks for it', async () => {
    const { pad } = dialPad(
      () => ok(placed),
      [],
      () => [ploy],
    );
    write(pad, 'plo');
    await listed(pad, 1);
    pad.choosing.close();
    expect(pad.choosing.shown.value).toBe(false);
    pad.choosing.move(1);
    expect([pad.choosing.shown.value, pad.choosing.at.value]).toEqual([true, 0]);
    pad.choosing.close();
    write(pad, 'ploy');
    expect(pad.choosing.shown.value).toBe(true);
  });

  it('beside a number the list opens when it is asked for, and what is typed is called until somebody is chosen', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [ploy],
    );
    pad.fill('081');
    await listed(pad, 1);
    expect(pad.choosing.shown.value).toBe(false);
    await pad.call();
    pad.fill('081');
    await listed(pad, 1);
    pad.choosing.move(1);
    await pad.call();
    expect(pbx.asked('dial.call').map((input) => (input as { number: string }).number)).toEqual([
      '081',
      '0811111111',
    ]);
  });

  it('says that nobody is called so only once that is known', async () => {
    let answer: (people: PersonMatch[]) => void = () => undefined;
    const { pad } = dialPad(
      () => ok(placed),
      [],
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    write(pad, 'xyz');
    expect(pad.nobody.value).toBe(false);
    await eventually(() => answer([]));
    await eventually(() => expect(pad.nobody.value).toBe(true));
  });

  it.each([
    ['is asked and gives no answer', 'directory-unreachable', null, true],
    ['is asked and answers', null, null, false],
    ['was loaded and is not there now', 'directory-unreachable', 1, false],
  ] as const)(
    'is said to be nobody only where the directory could say so: it %s',
    async (_, code, at, isPartial) => {
      const { pad, pbx } = dialPad(() => ok(placed));
      const view = { people: 0, refreshing: false, hasPassword: false };
      pbx.tell('directory.changed', { ...view, at: null, failure: { code: 'directory-half' } });
      pbx.tell('directory.changed', { ...view, at, failure: code && { code } });
      write(pad, 'xyz');
      const line = document.createElement('div');
      await eventually(() => expect(pad.nobody.value).toBe(true));
      act(() => render(drawn(h(Suggestion, { state: pad, hotkey: null, hidden: false })), line));
      expect(line.textContent).toBe(isPartial ? en.dial.notAsked : en.dial.nobody('xyz'));
    },
  );

  it('while an answer is on its way, only the newest question waits; nobody who signed out is shown', async () => {
    const answers: ((people: PersonMatch[]) => void)[] = [];
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => new Promise((resolve) => answers.push(resolve)),
    );
    for (const typed of ['p', 'pl', 'plo', 'ploy']) write(pad, typed);
    answers[0]?.([polly]);
    await eventually(() => expect(answers).toHaveLength(2));
    expect(pbx.asked('people.find')).toEqual([{ typed: 'p' }, { typed: 'ploy' }]);
    expect(names(pad)).toEqual([]);
    pad.forget();
    answers[1]?.([ploy]);
    await new Promise(setImmediate);
    expect(names(pad)).toEqual([]);
  });

  it('is asked about anew when somebody is added, or has called, while it stands there', async () => {
    let known = [ploy];
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => known,
    );
    write(pad, 'po');
    await listed(pad, 1);
    pad.choosing.move(1);
    known = [polly, ploy];
    pbx.tell('calls.changed', { revision: 2 });
    await listed(pad, 2);
    // Who was chosen is chosen.
    expect(pad.choosing.at.value).toBe(1);
  });

  it('on a Thai keyboard the keys of the digits are digits, until a letter says that they were letters', () => {
    const { pad } = dialPad(() => ok(placed));
    pad.press('8', pad.field.value, 'ค');
    pad.press('6', pad.field.value, 'ุ');
    expect(pad.typed.value).toBe('86');
    write(pad, '86ณ');
    expect(pad.field.value.shown).toBe('คุณ');
    pad.clear();
    pad.press('8', pad.field.value, 'ค');
    pad.press('0', pad.field.value, 'จ');
    pad.remove(pad.field.value);
    write(pad, '8น');
    expect(pad.field.value.shown).toBe('คน');
    pad.clear();
    // Digits of the pad's keys, and of a keyboard that writes them, stay digits.
    pad.press('8', pad.field.value);
    pad.press('6', pad.field.value, 'ุ');
    write(pad, '86ณ');
    expect(pad.field.value.shown).toBe('86ณ');
  });

  it('that is pasted is looked for; beside digits, or on several lines, it is no number', async () => {
    const { pad } = dialPad(() => ok(placed));
    await pad.paste(' วิภา แสงทอง ', pad.field.value);
    expect(pad.field.value.shown).toBe('วิภา แสงทอง');
    pad.clear();
    await pad.paste('see you\non Monday', pad.field.value);
    expect([pad.field.value.shown, pad.nothingFound.value]).toEqual(['', true]);
  });

  it('that nobody has, with a number in it, gives the number its place; another press calls it', async () => {
    const { pad, pbx } = dialPad(() => ok(placed), ['0812345678']);
    write(pad, 'Tel. 081-234-5678 (office)');
    await eventually(() => expect(pad.nobody.value).toBe(true));
    await pad.call();
    expect([pad.field.value.shown, pbx.asked('dial.call')]).toEqual(['0812345678', []]);
    await pad.call();
    expect(pbx.asked('dial.call')).toMatchObject([{ number: '0812345678' }]);
  });

  it('that has a short number in it stays a name', async () => {
    const { pad, pbx } = dialPad(() => ok(placed), ['101']);
    write(pad, 'ห้อง 101');
    await eventually(() => expect(pad.nobody.value).toBe(true));
    await pad.call();
    expect([pad.field.value.shown, pad.choosing.hinted.value]).toEqual(['ห้อง 101', true]);
    expect(pbx.asked('dial.call')).toEqual([]);
  });

  it('may be that of something to do, which is done once it is chosen', async () => {
    let done = 0;
    const action: Action = { name: 'settings', label: 'Settings', number: '', run: () => void done++ };
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [ploy],
      [action],
    );
    write(pad, '> set');
    expect(pad.choosing.options.value).toMatchObject([{ action: { name: 'settings' } }]);
    await pad.call();
    expect(done).toBe(0);
    pad.choosing.move(1);
    await pad.call();
    expect([done, pad.field.value.shown]).toEqual([1, '']);
    expect(pbx.asked('people.find')).toEqual([]);
    expect(pbx.asked('dial.call')).toEqual([]);
  });
});
