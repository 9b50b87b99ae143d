import { describe, expect, it } from 'vitest';
import { type WayIn, waysIn } from '../../../app/contract.ts';
import { armingTime, coolDown, questionLasts } from '../../../app/dialing/dialler.ts';
import { fail } from '../../../app/failures.ts';
import { desk, placed, wish } from './desk.ts';

/** What `trust.ts` says, as a person at the desk meets it: number, whether it is called at once, asked about or refused. */
const table: Record<WayIn, { plain: string; abroad: string; code: string }> = {
  pad: { plain: 'calls', abroad: 'calls', code: 'calls' },
  redial: { plain: 'calls', abroad: 'calls', code: 'refuses' },
  'call-back': { plain: 'calls', abroad: 'calls', code: 'refuses' },
  favourite: { plain: 'calls', abroad: 'calls', code: 'calls' },
  tray: { plain: 'calls', abroad: 'calls', code: 'refuses' },
  notice: { plain: 'asks', abroad: 'asks', code: 'refuses' },
  hotkey: { plain: 'calls', abroad: 'asks', code: 'refuses' },
  link: { plain: 'asks', abroad: 'asks', code: 'refuses' },
  'command-line': { plain: 'calls', abroad: 'calls', code: 'refuses' },
};
const examples = { plain: '0812345678', abroad: '+442071234567', code: '*720812345678' } as const;

describe('what may be dialled from where', () => {
  for (const from of waysIn) {
    for (const [what, number] of Object.entries(examples)) {
      const expected = table[from][what as keyof typeof examples];
      it(`${from} ${expected} ${what === 'abroad' ? 'a number abroad' : what === 'code' ? 'a code that was never dialled here' : 'a plain number'}`, async () => {
        const at = desk();
        const replying = at.dialler.call(wish(number, from));
        at.answer(placed);
        const reply = await replying;
        const met = !reply.ok ? reply.failure.code : reply.value.kind;
        expect(met).toBe({ calls: 'placed', asks: 'asking', refuses: 'code-not-allowed' }[expected]);
        expect(at.sent).toEqual(expected === 'calls' ? [number] : []);
      });
    }
  }

  it.each(['redial', 'call-back', 'tray'] as const)(
    '%s calls a code that was dialled here before',
    async (from) => {
      const at = desk();
      await at.place('*97', placed);
      at.wait(coolDown.known);
      const calling = at.dialler.call(wish('*97', from));
      at.answer(placed);
      expect(await calling).toMatchObject({ value: { kind: 'placed' } });
    },
  );

  it('asks before a hotkey call where the person wants it', async () => {
    const at = desk();
    at.askBeforeHotkey();
    expect(await at.dialler.call(wish('081', 'hotkey'))).toMatchObject({ value: { kind: 'asking' } });
  });

  it('asks whatever asks to be asked', async () => {
    const at = desk();
    const reply = await at.dialler.call(wish('081', 'command-line', { ask: true }));
    expect(reply).toMatchObject({ value: { kind: 'asking' } });
  });

  it.each(waysIn)('%s never dials what a rule forbids, and says which rule', async (from) => {
    const at = desk();
    expect(await at.dialler.call(wish('1900222333', from))).toEqual(
      fail('blocked', { rule: 'No premium numbers' }),
    );
    expect(at.sent).toEqual([]);
  });

  it('what a rule stopped is written down with the rule, unless nobody at the desk asked for it', async () => {
    for (const from of waysIn) {
      const at = desk();
      await at.dialler.call(wish('1900222333', from));
      const blocked = { code: 'blocked', rule: 'No premium numbers' };
      const expected = [{ number: '1900222333', from, outcome: 'failed', failure: blocked }];
      expect(at.journal.all()).toMatchObject(from === 'link' || from === 'command-line' ? [] : expected);
      // The PBX was not asked: it is nothing to redial, nor a code that was dialled before.
      expect(at.journal.list()).toEqual([]);
    }
  });

  it.each(waysIn)('%s never dials what a rule made undialable, and says which rule', async (from) => {
    const at = desk();
    expect(await at.dialler.call(wish('0190222333', from))).toEqual(
      fail('rule-result', { rule: 'Two outside lines' }),
    );
    expect(at.sent).toEqual([]);
  });

  it('takes a code that a rule puts before a number for no code of a stranger', async () => {
    const at = desk();
    at.askBeforeHotkey();
    expect(await at.dialler.call(wish('0670222333', 'hotkey'))).toMatchObject({ value: { kind: 'asking' } });
    void at.dialler.confirm(at.asked().question, 0);
    expect(at.sent).toEqual(['*670670222333']);
  });
});

describe('several numbers', () => {
  const numbers = [
    { number: '081', extension: '12' },
    { number: '082', origin: 'clipboard' as const },
    { number: '66' },
    { number: '6682' },
    { number: 'x' },
  ];

  it('are asked about, each once, in the order they came in, and the chosen one is called', async () => {
    const at = desk();
    await at.dialler.call({ numbers, from: 'hotkey' });
    const { question, numbers: asked } = at.asked();
    expect(asked).toEqual([
      { display: '081', extension: '12', origin: null, reasons: [] },
      { display: '082', extension: null, origin: 'clipboard', reasons: [] },
      { display: '66', extension: null, origin: null, reasons: [] },
    ]);
    const confirmed = at.dialler.confirm(question, 1);
    at.answer(placed);
    expect(await confirmed).toMatchObject({ value: { kind: 'placed', display: '082' } });
    expect(at.sent).toEqual(['082']);
  });

  it('of which one is left that may be called are no question', async () => {
    const at = desk();
    const calling = at.dialler.call({
      numbers: [{ number: '*72081' }, { number: '1900222333' }, { number: '081' }],
      from: 'hotkey',
    });
    at.answer(placed);
    await calling;
    expect(at.sent).toEqual(['081']);
  });

  it('none of which was chosen call nobody', async () => {
    const at = desk();
    await at.dialler.call({ numbers, from: 'hotkey' });
    expect(await at.dialler.confirm(at.asked().question, 7)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual([]);
  });

  it('that are none at all say so', async () => {
    expect(await desk().dialler.call({ numbers: [], from: 'hotkey' })).toEqual(fail('no-number'));
  });
});

describe('a question that stands', () => {
  it('is asked once although its link comes again', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    const { question } = at.asked();
    expect(await at.dialler.call(wish('081', 'link'))).toMatchObject({ value: { question } });
    expect(at.states.filter(({ kind }) => kind === 'asking')).toHaveLength(1);
  });

  it('is not pushed away by another link or program, and the one that came is told so', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'hotkey', { ask: true }));
    for (const from of ['link', 'command-line'] as const) {
      expect(await at.dialler.call(wish('082', from))).toEqual(fail('question-open'));
    }
    expect(at.asked().numbers[0]?.display).toBe('081');
  });

  it('makes way for what the person asks for now, and an answer meant for it is none', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    const { question } = at.asked();
    const gone = at.dialler.outcomeOf(question);
    await at.dialler.call(wish('+44', 'hotkey'));
    expect(await gone).toEqual({ kind: 'idle' });
    expect(at.asked()).toMatchObject({ armsAfter: armingTime, numbers: [{ display: '+44' }] });
    expect(await at.dialler.confirm(question, 0)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual([]);
  });

  it('takes no yes for a moment where it came up while somebody typed elsewhere', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    expect(at.asked().armsAfter).toBe(0);
    at.dialler.cancel(at.asked().question);
    at.use();
    await at.dialler.call(wish('081', 'link'));
    expect(at.asked().armsAfter).toBe(armingTime);
  });

  it('goes away by itself', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    at.wait(questionLasts - 1);
    expect(at.dialler.state().kind).toBe('asking');
    at.wait(1);
    expect(at.dialler.state()).toEqual({ kind: 'idle' });
  });

  it('tells who waits for it what became of it', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    const confirmed = at.dialler.outcomeOf(at.asked().question);
    void at.dialler.confirm(at.asked().question, 0);
    at.answer(placed);
    expect(await confirmed).toMatchObject({ kind: 'placed', display: '081' });

    await at.dialler.call(wish('082', 'link'));
    const cancelled = at.dialler.outcomeOf(at.asked().question);
    at.dialler.cancel(at.asked().question);
    expect(await cancelled).toEqual({ kind: 'idle' });
  });

  it('is no way round a rule that was made while it stood', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    at.block('081');
    expect(await at.dialler.confirm(at.asked().question, 0)).toEqual(
      fail('blocked', { rule: 'No premium numbers' }),
    );
    expect(at.sent).toEqual([]);
    expect(at.dialler.state()).toEqual({ kind: 'idle' });
    expect(at.journal.all()).toMatchObject([{ number: '081', failure: { code: 'blocked' } }]);
  });

  it('is not confirmed by a call to somebody else', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    const outcome = at.dialler.outcomeOf(at.asked().question);
    const other = at.dialler.call(wish('082', 'tray'));
    at.answer(placed);
    await other;
    expect(await outcome).toEqual({ kind: 'idle' });
    expect(at.sent).toEqual(['082']);
  });
});
