import { expect, test, vi } from 'vitest';
import type { DialState } from '../../../app/contract/dialing.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { otherSide } from '../bridge.ts';
import { asking, attempt, dialPad, failed, placed } from './dial-pad.ts';

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

test('what Call brings back is called again as by Redial: with its extension, and for whoever was called; what is typed is not', async () => {
  const { pad, pbx } = dialPad(() => ok(placed));
  pbx.tell('attempts.changed', { ...attempt('021234567'), extension: '12' });
  await pad.redial();
  await pad.call();
  expect([pad.typed.value, pad.extension.value]).toEqual(['021234567', '12']);
  await pad.call();
  await pad.call();
  pad.remove(pad.field.value);
  pad.press('7', pad.field.value);
  await pad.call();
  const again = { number: '021234567', extension: '12', from: 'redial' };
  expect(pbx.asked('dial.call')).toEqual([again, again, { number: '021234567', from: 'pad' }]);
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

test('a failure of the page before this one goes as it would have gone there: with the next that is told of a call', () => {
  const { pbx, dialling } = dialPad(() => ok(failed));
  dialling.restore({ display: '081 234 5678', failure: { code: 'unknown-outcome' } });
  expect(dialling.outcome.value).toMatchObject({ kind: 'failed', failure: { code: 'unknown-outcome' } });
  // The PBX has a record of the call by now.
  pbx.tell('dial.changed', { kind: 'idle' });
  expect(dialling.outcome.value).toBe(null);
});
