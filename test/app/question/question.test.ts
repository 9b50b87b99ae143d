import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { WayIn } from '../../../app/contract/dialing.ts';
import { fail } from '../../../app/contract/failures.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { askedApart, inPage } from '../../../app/dialing/dialler.ts';
import type { Events, Happened } from '../../../app/events/events.ts';
import { wireCallQuestion } from '../../../app/question/question.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { desk, placed, refused } from '../dialing/desk.ts';

/** The dialler, and in place of the window what it was told. */
function asking({ notifyFailed = true } = {}) {
  const events: Events = new EventEmitter<Happened>();
  const at = desk();
  const told: string[] = [];
  const turnedDown: unknown[] = [];
  events.on('dial.turnedDown', (what) => turnedDown.push(what));
  const question = wireCallQuestion({
    events,
    dialler: at.dialler,
    window: {
      ask: (title) => void told.push(`asks ${title}`),
      drawn: async (height) => void told.push(`drawn ${height}`),
      close: () => void told.push('gone'),
    },
    words: () => wordsFor('en'),
    language: () => 'en',
    settings: () => ({ ...defaults, notifyFailed }),
    showFailure: () => void told.push('the other window'),
  });
  const tell = () => void events.emit('question.apart', askedApart(at.dialler.state()));
  return {
    at,
    question,
    told,
    turnedDown,
    tell,
    async ask(number: string, from: WayIn = 'link') {
      await at.dialler.call({ numbers: [{ number }], from });
      tell();
      return question.view()?.question ?? '';
    },
  };
}

describe('the question in a window of its own', () => {
  it('is that of every way in but a button of the page, whose question stands there', async () => {
    const { at, ask, question, told } = asking();
    await ask('+44', 'hotkey');
    expect(told).toEqual(['asks Call this number?']);
    expect(question.view()).toMatchObject({
      armsAfter: at.asked().armsAfter,
      texts: { numbers: [{ display: '+44', notes: ['This is a call abroad.'] }] },
    });
    expect(inPage(at.dialler.state())).toEqual({ kind: 'idle' });

    const other = desk();
    await other.dialler.call({ numbers: [{ number: '081' }], from: 'redial', ask: true, inPage: true });
    expect(askedApart(other.dialler.state())).toBeNull();
    expect(inPage(other.dialler.state())).toMatchObject({ kind: 'asking', from: 'redial' });
  });

  it('calls once it is answered, once, and not before it may be', async () => {
    const { at, ask, question } = asking();
    const id = await ask('081');
    expect((await question.call(id, 0)).ok).toBe(true);
    expect(at.sent).toEqual([]);
    at.wait(at.asked().armsAfter);
    const called = question.call(id, 0);
    const again = question.call(id, 0);
    at.answer(placed);
    expect((await called).ok).toBe(true);
    expect(await again).toEqual(fail('already-calling'));
    expect(at.sent).toEqual(['081']);
  });

  it('answers no other question than the one that stands in it', async () => {
    const { at, ask, question, told, tell } = asking();
    const first = await ask('+44', 'hotkey');
    const second = await ask('+441', 'hotkey');
    at.wait(at.asked().armsAfter);
    expect(await question.call(first, 0)).toEqual(fail('question-gone'));
    question.cancel(first);
    await question.drawn(first, 200);
    expect(told).toEqual(['asks Call this number?', 'asks Call this number?']);
    await question.drawn(second, 200);
    question.dismiss();
    tell();
    expect(told.slice(2)).toEqual(['drawn 200', 'gone']);
    expect(question.view()).toBeNull();
    expect(at.sent).toEqual([]);
  });

  it('is gone, and says why, where its number can be called no more', async () => {
    const { at, ask, question, turnedDown, tell } = asking();
    const blocked = await ask('081');
    at.block('081');
    at.wait(at.asked().armsAfter);
    expect((await question.call(blocked, 0)).ok).toBe(false);
    tell();
    const signedOut = await ask('082');
    at.signOut();
    at.wait(at.asked().armsAfter);
    expect(await question.call(signedOut, 0)).toEqual(fail('signed-out'));
    expect(at.dialler.state()).toEqual({ kind: 'idle' });
    expect(turnedDown).toMatchObject([
      { display: '081', failure: { code: 'blocked' } },
      { display: '082', failure: { code: 'signed-out' } },
    ]);
    expect(at.sent).toEqual([]);
  });

  it.each([
    [true, []],
    [false, ['the other window']],
  ])('whose call fails is not left to guess: told by a notice %s', async (notifyFailed, shown) => {
    const { at, ask, question, told } = asking({ notifyFailed });
    const id = await ask('081');
    at.wait(at.asked().armsAfter);
    const called = question.call(id, 0);
    at.answer(refused);
    await called;
    await turn();
    expect(told.slice(1)).toEqual(shown);
  });
});
