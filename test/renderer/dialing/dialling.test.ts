import { type ComponentChildren, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, test, vi } from 'vitest';
import type { Attempt, DialState } from '../../../app/contract/dialling.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { PersonMatch } from '../../../app/contract/people.ts';
import { en } from '../../../app/words/en.ts';
import type { Action } from '../../../renderer/screens/dialing/actions.ts';
import { createDialPad } from '../../../renderer/screens/dialing/state.ts';
import { Suggestion } from '../../../renderer/screens/dialing/suggestion.tsx';
import { createDialling } from '../../../renderer/state/dialling.ts';
import { told } from '../../../renderer/state/told.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { eventually } from '../../support/eventually.ts';
import { otherSide } from '../bridge.ts';

const placed: DialState = { kind: 'placed', display: '081 234 5678', extension: null, message: '' };
const failed: DialState = { kind: 'failed', display: '081 234 5678', failure: { code: 'refused' } };
const asking: DialState = {
  kind: 'asking',
  question: 'q1',
  from: 'pad',
  numbers: [{ display: '081 234 5678', extension: null, origin: null, reasons: ['again'] }],
  marked: null,
  armsAfter: 600,
  apart: false,
};

function attempt(number: string, display = number): Attempt {
  return { id: number, at: 0, display, number, from: 'pad', outcome: 'placed', failure: null, message: '' };
}

function dialPad(
  dial: () => Reply<DialState> | Promise<Reply<DialState>>,
  found: string[] = [],
  people: (typed: string) => PersonMatch[] | Promise<PersonMatch[]> = () => [],
  actions: readonly Action[] = [],
) {
  const pbx = otherSide({
    'people.find': async ({ typed }) => ok({ matches: await people(typed), whose: [] }),
    'dial.call': dial,
    'dial.confirm': () => ok(placed),
    'dial.cancel': () => ok({ kind: 'idle' }),
    'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
    'number.find': () =>
      ok(found.map((number) => ({ number, display: number, extension: null, doubt: null }))),
  });
  const ask = () => pbx.bridge.request('attempts.last', undefined);
  const { now: last } = told(pbx.bridge, 'attempts.changed', ask, null);
  const dialling = createDialling(pbx.bridge);
  return { pbx, dialling, pad: createDialPad(pbx.bridge, dialling, last, () => actions) };
}

test('once a call is placed, the next digit begins another number', async () => {
  const { pad } = dialPad(() => ok(placed));
  pad.fill('0812345678');
  await pad.call();
  expect(pad.field.value.shown).toBe('');
  pad.press('9', pad.field.value);
  expect(pad.typed.value).toBe('9');
});

test('after a failure the number stays, to be mended or tried again', async () => {
  const { pad } = dialPad(() => ok(failed));
  pad.fill('0812345678');
  await pad.call();
  expect(pad.typed.value).toBe('0812345678');
});

test.each([
  ['contact', 'contact'],
  ['colleague', 'colleague'],
  ['recent', 'call-back'],
  ['favourite', 'favourite'],
] as const)(
  'who was picked by the mouse out of %s is trusted as that is, until something is typed',
  async (source, from) => {
    const { pbx, pad } = dialPad(() => fail('code-not-allowed'));
    const person = {
      name: 'Somchai',
      company: '',
      number: '*72 089 123 4567',
      reached: '*72 089 123 4567',
      extension: null,
      display: '',
      label: '',
      source,
      at: null,
    };
    pad.pick({ kind: 'person', key: '', person });
    await pad.call();
    await pad.call();
    // Of the calls, the number alone says who it is.
    const name = source === 'recent' ? {} : { name: 'Somchai' };
    expect(pbx.asked('dial.call')).toEqual(Array(2).fill({ number: '*720891234567', ...name, from }));
    pad.edit({ shown: '*720891234567', start: 13, end: 13 });
    await pad.call();
    expect(pbx.asked('dial.call').at(-1)).toEqual({ number: '*720891234567', from: 'pad' });
  },
);

test('a number that had to be confirmed leaves the field as well, and stays when it was cancelled', async () => {
  const { pad, dialling } = dialPad(() => ok(asking));
  pad.fill('0812345678');
  await pad.call();
  await dialling.cancel();
  expect(pad.typed.value).toBe('0812345678');
  await pad.call();
  await dialling.confirm(0);
  expect(pad.typed.value).toBe('');
});

test('a number pasted while another call is being placed is not swept away with it', async () => {
  let answer: (reply: Reply<DialState>) => void = () => {};
  const { pad } = dialPad(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    ['021234567'],
  );
  pad.fill('0812345678');
  const calling = pad.call();
  await pad.paste('Tel. 02 123 4567', pad.field.value);
  answer(ok(placed));
  await calling;
  expect(pad.typed.value).toBe('021234567');
});

test('two presses of Call, or of Call and Redial, ask for one call', async () => {
  let answer: (reply: Reply<DialState>) => void = () => {};
  const { pad, pbx, dialling } = dialPad(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  pbx.tell('attempts.changed', attempt('021234567'));
  pad.fill('0812345678');
  const first = pad.call();
  expect(dialling.busy.value).toBe(true);
  void pad.call();
  void pad.redial();
  answer(ok(placed));
  await first;
  expect(pbx.asked('dial.call')).toEqual([{ number: '0812345678', from: 'pad' }]);
});

test('Call on an empty field brings the last number back and calls nobody', async () => {
  const { pad, pbx } = dialPad(() => ok(placed));
  pbx.tell('attempts.changed', attempt('0812345678'));
  await pad.call();
  expect(pad.typed.value).toBe('0812345678');
  expect(pbx.asked('dial.call')).toEqual([]);
});

test('Redial calls the last number as it was first dialled', async () => {
  const { pad, pbx } = dialPad(() => ok(placed));
  pbx.tell('attempts.changed', attempt('*97'));
  await pad.redial();
  expect(pbx.asked('dial.call')).toEqual([{ number: '*97', from: 'redial' }]);
});

test('an extension goes with the number that is called again', async () => {
  const { pad, pbx } = dialPad(() => ok(placed));
  pbx.tell('attempts.changed', { ...attempt('021234567'), extension: '12' });
  await pad.redial();
  await pad.call();
  expect([pad.typed.value, pad.extension.value]).toEqual(['021234567', '12']);
  await pad.call();
  const its = { number: '021234567', extension: '12' };
  expect(pbx.asked('dial.call')).toEqual([
    { ...its, from: 'redial' },
    { ...its, from: 'pad' },
  ]);
});

test('a failure goes when the person types on', async () => {
  const { pad, dialling } = dialPad(() => ok(failed));
  pad.fill('0812345678');
  await pad.call();
  expect(dialling.outcome.value?.kind).toBe('failed');
  pad.press('1', pad.field.value);
  expect(dialling.outcome.value).toBeNull();
});

test('a question that is gone leaves the screen and says so', async () => {
  const pbx = otherSide({
    'dial.call': () => ok(asking),
    'dial.confirm': () => fail('question-gone'),
  });
  const dialling = createDialling(pbx.bridge);
  await dialling.call({ number: '0812345678', from: 'pad' });
  expect(dialling.question.value?.question).toBe('q1');
  await dialling.confirm(0);
  expect(dialling.question.value).toBeNull();
  expect(dialling.outcome.value).toMatchObject({ kind: 'failed', failure: { code: 'question-gone' } });
});

test('what was placed fades, what failed stays until it is read', async () => {
  vi.useFakeTimers();
  try {
    const pbx = otherSide({});
    const dialling = createDialling(pbx.bridge);
    pbx.tell('dial.changed', placed);
    expect(dialling.outcome.value?.kind).toBe('placed');
    vi.advanceTimersByTime(60_000);
    expect(dialling.outcome.value).toBeNull();
    pbx.tell('dial.changed', failed);
    vi.advanceTimersByTime(60_000);
    expect(dialling.outcome.value?.kind).toBe('failed');
  } finally {
    vi.useRealTimers();
  }
});

test('a text with several numbers fills in the best one and offers all', async () => {
  const { pad } = dialPad(() => ok(placed), ['0812345678', '021234567']);
  await pad.paste('Tel. 081-234-5678 or 02 123 4567', pad.field.value);
  expect(pad.typed.value).toBe('0812345678');
  expect(pad.choices.value.map(({ number }) => number)).toEqual(['0812345678', '021234567']);
  pad.choose({ number: '021234567', display: '02 123 4567', extension: '12', doubt: null });
  expect(pad.typed.value).toBe('021234567');
  expect(pad.extension.value).toBe('12');
  expect(pad.choices.value).toEqual([]);
});

test('a text without a number leaves the field alone and says so until the next key', async () => {
  const { pad } = dialPad(() => ok(placed));
  pad.fill('08');
  await pad.paste('see you on Monday', pad.field.value);
  expect(pad.typed.value).toBe('08');
  expect(pad.nothingFound.value).toBe(true);
  pad.press('1', pad.field.value);
  expect(pad.nothingFound.value).toBe(false);
});

test('two numbers that are put in at once are not called as one: the person chooses', async () => {
  const { pad, pbx } = dialPad(() => ok(placed), ['021234567', '0898765432']);
  const text = '02-123-4567 089-876-5432';
  pad.put({ shown: text, start: text.length, end: text.length });
  // Enter may be quicker than the answer.
  await pad.call();
  expect(pad.choices.value).toHaveLength(2);
  expect(pad.typed.value).toBe('021234567');
  expect(pbx.asked('dial.call')).toEqual([]);
  await pad.call();
  expect(pbx.asked('dial.call')).toEqual([{ number: '021234567', from: 'pad' }]);
});

test('one number that is put in at once is called as it stands', async () => {
  const { pad, pbx } = dialPad(() => ok(placed), ['0812345678']);
  pad.put({ shown: '081-234-5678', start: 12, end: 12 });
  await pad.call();
  expect(pbx.asked('dial.call')).toEqual([{ number: '0812345678', from: 'pad' }]);
});

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

test('a failure of the page before this one goes as it would have gone there: with the next that is told of a call', () => {
  const { pbx, dialling } = dialPad(() => ok(failed));
  dialling.restore({ display: '081 234 5678', failure: { code: 'unknown-outcome' } });
  expect(dialling.outcome.value).toMatchObject({ kind: 'failed', failure: { code: 'unknown-outcome' } });
  // The PBX has a record of the call by now.
  pbx.tell('dial.changed', { kind: 'idle' });
  expect(dialling.outcome.value).toBe(null);
});
