import { describe, expect, it } from 'vitest';
import type { DialState } from '../../../app/contract/dialing.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { questionLasts, type Wish } from '../../../app/dialing/dialler.ts';
import { desk, placed, unknown, wish } from './desk.ts';

describe('the one place that dials', () => {
  it('sends a call once and tells what happened', async () => {
    const at = desk();
    const calling = at.dialler.call(wish('0812345678', 'pad'));
    expect(at.dialler.state()).toEqual({ kind: 'calling', display: '0812345678', extension: null });
    at.answer(placed);
    expect(await calling).toEqual(
      ok({ kind: 'placed', display: '0812345678', extension: null, message: 'Ringing' }),
    );
    expect(at.sent).toEqual(['0812345678']);
    expect(at.journal.list()[0]).toMatchObject({
      number: '0812345678',
      outcome: 'placed',
      from: 'pad',
      message: 'Ringing',
    });
  });

  it('has one request at a time: twenty presses are one call', async () => {
    const at = desk();
    const presses = Array.from({ length: 20 }, (_, press) => at.dialler.call(wish(`08${press}`, 'pad')));
    at.answer(placed);
    const replies = await Promise.all(presses);
    expect(at.sent).toEqual(['080']);
    expect(replies.slice(1)).toEqual(Array(19).fill(fail('already-calling')));
  });

  it('dials what the question was about, once', async () => {
    const at = desk();
    await at.place('081', placed);
    await at.dialler.call(wish('081', 'pad'));
    const { question } = at.asked();
    const confirmed = at.yes();
    const twice = at.dialler.confirm(question, 0);
    at.answer(placed);
    expect(await confirmed).toMatchObject({ value: { kind: 'placed', display: '081' } });
    expect(await twice).toEqual(fail('already-calling'));
    expect(await at.dialler.confirm(question, 0)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual(['081', '081']);
  });

  it('dials nothing for a question that was cancelled, replaced, forgotten or made up', async () => {
    const at = desk();
    await at.place('081', placed);
    await at.dialler.call(wish('081', 'pad'));
    const first = at.dialler.state() as Extract<DialState, { kind: 'asking' }>;
    await at.dialler.call(wish('081', 'tray'));
    expect(await at.dialler.confirm(first.question, 0)).toEqual(fail('question-gone'));
    await at.dialler.call(wish('081', 'pad'));
    const second = at.dialler.state() as Extract<DialState, { kind: 'asking' }>;
    at.dialler.cancel(second.question);
    expect(at.dialler.state()).toEqual({ kind: 'idle' });
    expect(await at.dialler.confirm(second.question, 0)).toEqual(fail('question-gone'));
    at.wait(1);
    await at.dialler.call(wish('081', 'pad'));
    const third = at.dialler.state() as Extract<DialState, { kind: 'asking' }>;
    at.wait(questionLasts);
    expect(at.dialler.state()).toEqual({ kind: 'idle' });
    expect(await at.dialler.confirm(third.question, 0)).toEqual(fail('question-gone'));
    expect(await at.dialler.confirm('made-up', 0)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual(['081']);
  });

  it('tells an unknown outcome as unknown, in the state and in the journal', async () => {
    const at = desk();
    expect(await at.place('081', unknown)).toMatchObject({
      value: { kind: 'failed', failure: { code: 'unknown-outcome' } },
    });
    expect(at.journal.list()[0]).toMatchObject({ outcome: 'unknown', failure: { cause: 'timed-out' } });
  });

  it('sends nothing that is not a number, and nothing for nobody', async () => {
    const at = desk();
    expect(await at.dialler.call(wish('javascript:', 'pad'))).toEqual(fail('not-a-number'));
    at.signOut();
    expect(await at.dialler.call(wish('081', 'pad'))).toEqual(fail('signed-out'));
    expect(at.sent).toEqual([]);
    expect(at.journal.list()).toEqual([]);
  });

  it('keeps a question that stands when another one is answered late', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    expect(await at.dialler.confirm('of-before', 0)).toEqual(fail('question-gone'));
    expect(at.asked().numbers[0]?.display).toBe('081');
  });
});

it('says whose number it is in the question, while it calls and when it is known what became of it', async () => {
  const at = desk();
  at.names.set('0812345678', 'วิภา');
  await at.dialler.call(wish('0812345678', 'link'));
  expect(at.asked().numbers).toMatchObject([{ display: '0812345678', name: 'วิภา' }]);
  const calling = at.yes();
  expect(at.sent).toEqual(['0812345678']);
  expect(at.dialler.state()).toMatchObject({ kind: 'calling', name: 'วิภา' });
  at.answer(unknown);
  expect(await calling).toMatchObject({ value: { kind: 'failed', name: 'วิภา' } });
  expect(at.sent).toEqual(['0812345678']);
});

describe('whom a person chose, of several with one number', () => {
  const acme = { name: 'ACME', company: null, label: null };
  const somchai = { name: 'Somchai', company: 'ACME', label: 'mobile' };
  function shared() {
    const at = desk();
    at.names.set('021', 'ACME / Somchai');
    at.holders.set('021', [acme, somchai]);
    return at;
  }
  const chosen = (name: string, more: Partial<Wish> = {}): Wish => ({
    numbers: [{ number: '021', name }],
    from: 'contact',
    ...more,
  });

  it.each([acme, somchai])('is $name all the way: asked, called, placed and called again', async (who) => {
    const at = shared();
    await at.dialler.call(chosen(who.name, { ask: true }));
    expect(at.asked().numbers).toMatchObject([{ name: who.name }]);
    expect(at.asked().numbers[0]).toMatchObject(who.company === null ? {} : { company: who.company });
    const calling = at.yes();
    expect(at.dialler.state()).toMatchObject({ kind: 'calling', name: who.name });
    at.answer(placed);
    expect(await calling).toMatchObject({ value: { kind: 'placed', name: who.name } });
    expect(at.journal.list()[0]).toMatchObject({ number: '021', name: who.name });
    for (const from of ['redial', 'tray'] as const) {
      await at.dialler.call(wish('021', from));
      expect(at.asked().numbers).toMatchObject([{ name: who.name }]);
    }
    await at.dialler.call(wish('021', 'pad'));
    expect(at.asked().numbers).toMatchObject([{ name: 'ACME / Somchai' }]);
  });

  it('is theirs where the call failed, too', async () => {
    const at = shared();
    const calling = at.dialler.call(chosen('Somchai'));
    at.answer(fail('unreachable'));
    expect(await calling).toMatchObject({ value: { kind: 'failed', name: 'Somchai' } });
    expect(at.journal.list()[0]).toMatchObject({ outcome: 'failed', name: 'Somchai' });
  });

  it('is nobody who has not got the number, whatever is asked for', async () => {
    const at = shared();
    for (const name of ['The bank', '', 'somchai', 'ACME / Somchai', '__proto__']) {
      await at.dialler.call(chosen(name, { ask: true }));
      expect(at.asked().numbers).toMatchObject([{ name: 'ACME / Somchai' }]);
    }
    const calling = at.dialler.call(chosen('The bank'));
    at.answer(placed);
    expect(await calling).toMatchObject({ value: { name: 'ACME / Somchai' } });
    expect(JSON.stringify(at.journal.list())).not.toContain('bank');
  });

  it('asks anew for another one of them', async () => {
    const at = shared();
    await at.dialler.call(chosen('ACME', { ask: true }));
    const { question } = at.asked();
    await at.dialler.call(chosen('ACME', { ask: true }));
    expect(at.asked().question).toBe(question);
    await at.dialler.call(chosen('Somchai', { ask: true }));
    expect(at.asked().numbers).toMatchObject([{ name: 'Somchai' }]);
  });
});
