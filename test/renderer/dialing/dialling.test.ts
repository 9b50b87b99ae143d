import { describe, expect, it, test, vi } from 'vitest';
import type { RecentNumber } from '../../../app/contract/calls.ts';
import type { Attempt, DialState } from '../../../app/contract/dialling.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { createDialPad } from '../../../renderer/screens/dialing/state.ts';
import { createDialling } from '../../../renderer/state/dialling.ts';
import { createFavourites } from '../../../renderer/state/favourites.ts';
import { createRecentNumbers } from '../../../renderer/state/recent-numbers.ts';
import { told } from '../../../renderer/state/told.ts';
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
};

function attempt(number: string, display = number): Attempt {
  return { id: number, at: 0, display, number, from: 'pad', outcome: 'placed', failure: null, message: '' };
}

function dialPad(
  dial: () => Reply<DialState> | Promise<Reply<DialState>>,
  found: string[] = [],
  numbers: () => RecentNumber[] | Promise<RecentNumber[]> = () => [],
) {
  const pbx = otherSide({
    'calls.numbers': async () => ok(await numbers()),
    'dial.call': dial,
    'dial.confirm': () => ok(placed),
    'dial.cancel': () => ok({ kind: 'idle' }),
    'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
    'number.find': () =>
      ok(found.map((number) => ({ number, display: number, extension: null, doubt: null }))),
  });
  const ask = () => pbx.bridge.request('attempts.last', undefined);
  const { now: last } = told(pbx.bridge, 'attempts.changed', ask, null);
  const favourites = createFavourites(pbx.bridge);
  const dialling = createDialling(pbx.bridge);
  const recent = createRecentNumbers(pbx.bridge);
  return { pbx, dialling, recent, pad: createDialPad(pbx.bridge, dialling, last, favourites, recent) };
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

describe('numbers of recent calls', () => {
  const somchai: RecentNumber = { number: '0812345678', display: '081 234 5678', name: 'Somchai', at: null };
  const names = (pad: ReturnType<typeof dialPad>['pad']) => pad.matches.value.map(({ name }) => name);

  it('are matched by the name that the PBX has for them, and are not asked for before something is typed', async () => {
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => [somchai],
    );
    expect(pbx.asked('calls.numbers')).toEqual([]);
    pad.fill('766');
    await vi.waitFor(() => expect(names(pad)).toEqual(['Somchai']));
    pad.fill('7662');
    pad.fill('76624');
    expect(pbx.asked('calls.numbers')).toHaveLength(1);
  });

  it('are asked for anew once calls have changed', async () => {
    let known: RecentNumber[] = [];
    const { pad, pbx } = dialPad(
      () => ok(placed),
      [],
      () => known,
    );
    pad.fill('766');
    await vi.waitFor(() => expect(pbx.asked('calls.numbers')).toHaveLength(1));
    known = [somchai];
    pbx.tell('calls.changed', { revision: 2 });
    pad.fill('7662');
    await vi.waitFor(() => expect(names(pad)).toEqual(['Somchai']));
  });

  it('are gone with who signs out, also those that are still on their way', async () => {
    const answers: ((numbers: RecentNumber[]) => void)[] = [];
    const { pad, recent } = dialPad(
      () => ok(placed),
      [],
      () => new Promise((resolve) => answers.push(resolve)),
    );
    pad.fill('766');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    recent.clear();
    answers[0]?.([somchai]);
    await new Promise(setImmediate);
    expect(names(pad)).toEqual([]);
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
