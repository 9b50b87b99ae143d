import { describe, expect, it } from 'vitest';
import { doubts, type WayIn, waysIn } from '../../../app/contract/dialing.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { coolDown } from '../../../app/dialing/again.ts';
import { armingTime, questionLasts } from '../../../app/dialing/dialler.ts';
import { desk, placed, wish } from './desk.ts';

type Met = 'calls' | 'asks' | 'refuses';
const kinds = ['plain', 'abroad', 'premium', 'emergency', 'code', ...doubts] as const;

/** What `trust.ts` says, as a person at the desk meets it: whether a number is called at once, asked about or refused. */
const table: Record<WayIn, Record<(typeof kinds)[number], Met>> = {
  pad: row('calls', { code: 'calls' }),
  redial: row('calls', { code: 'refuses' }),
  'call-back': row('calls', { code: 'refuses' }),
  favourite: row('calls', { code: 'calls' }),
  contact: row('calls', { abroad: 'asks', premium: 'asks', emergency: 'asks', code: 'refuses' }),
  colleague: row('calls', { abroad: 'asks', premium: 'asks', emergency: 'asks', code: 'refuses' }),
  tray: row('calls', { code: 'refuses' }),
  notice: row('asks', { code: 'refuses' }),
  hotkey: row('asks', { plain: 'calls', code: 'refuses' }),
  link: row('asks', { code: 'refuses' }),
  'command-line': row('asks', { plain: 'calls', abroad: 'calls', premium: 'calls', code: 'refuses' }),
};
function row(usual: Met, but: Partial<Record<(typeof kinds)[number], Met>>) {
  return { ...(Object.fromEntries(kinds.map((kind) => [kind, usual])) as (typeof table)['pad']), ...but };
}
const numbers = {
  abroad: '+442071234567',
  premium: '1909123456',
  emergency: '191',
  code: '*720812345678',
} as const;
const saidAs = { abroad: 'international', plain: null } as const;

describe('what may be dialled from where', () => {
  for (const from of waysIn) {
    for (const kind of kinds) {
      const expected = table[from][kind];
      it(`${from} ${expected} what is ${kind}`, async () => {
        const at = desk();
        const number = kind in numbers ? numbers[kind as keyof typeof numbers] : '0812345678';
        const doubt = doubts.find((one) => one === kind) ?? null;
        const replying = at.dialler.call({ numbers: [{ number, doubt }], from });
        at.answer(placed);
        const reply = await replying;
        const met = !reply.ok ? reply.failure.code : reply.value.kind;
        expect(met).toBe({ calls: 'placed', asks: 'asking', refuses: 'code-not-allowed' }[expected]);
        expect(at.sent).toEqual(expected === 'calls' ? [number] : []);
        if (expected !== 'asks') return;
        const said = kind in saidAs ? saidAs[kind as keyof typeof saidAs] : kind;
        const told = said !== null && !(kind === 'abroad' && from === 'command-line');
        expect(at.asked().numbers).toMatchObject([{ reasons: told ? [said] : [] }]);
        void at.yes();
        expect(at.sent).toEqual([number]);
      });
    }
  }

  it('an extension behind a number is told with the call and the question, and not dialled', async () => {
    const at = desk();
    const calling = at.dialler.call(wish('021234567 ext. 12', 'contact'));
    at.answer(placed);
    expect(await calling).toMatchObject({ value: { kind: 'placed', display: '021234567', extension: '12' } });
    expect(at.journal.list()[0]).toMatchObject({ number: '021234567', extension: '12' });
    expect(at.sent).toEqual(['021234567']);
    expect(at.journal.list()[0]?.number).toBe('021234567');
    await at.dialler.call(wish('+442071234567 ext. 7', 'contact'));
    expect(at.asked().numbers).toMatchObject([{ display: '+442071234567', extension: '7' }]);
  });

  it('says all that is to be said of each of several numbers', async () => {
    const at = desk();
    await at.dialler.call({
      numbers: [
        { number: '+44207', doubt: 'labelled' },
        { number: '191', doubt: 'neighbour' },
        { number: '081' },
      ],
      from: 'hotkey',
    });
    expect(at.asked().numbers.map(({ reasons }) => reasons)).toEqual([
      ['international', 'labelled'],
      ['emergency', 'neighbour'],
      [],
    ]);
  });

  it('says what is marked where what was copied before is asked about', async () => {
    const at = desk();
    await at.dialler.call(
      wish('081', 'hotkey', { ask: true, marked: { kind: 'text', text: '081-234-567' } }),
    );
    expect(at.asked().marked).toEqual({ kind: 'text', text: '081-234-567' });
    await at.dialler.call(wish('082', 'hotkey', { ask: true }));
    expect(at.asked().marked).toBeNull();
  });

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
    void at.yes();
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
    expect(at.asked().numbers).toEqual([
      { display: '081', extension: '12', origin: null, reasons: [] },
      { display: '082', extension: null, origin: 'clipboard', reasons: [] },
      { display: '66', extension: null, origin: null, reasons: [] },
    ]);
    const confirmed = at.yes(1);
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
    expect(await at.yes(7)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual([]);
  });

  it('that are none at all say so', async () => {
    for (const from of waysIn) {
      const code = from === 'redial' ? 'nothing-to-redial' : 'no-number';
      expect(await desk().dialler.call({ numbers: [], from })).toEqual(fail(code));
    }
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
    expect(at.asked().numbers).toMatchObject([{ display: '+44' }]);
    expect(await at.dialler.confirm(question, 0)).toEqual(fail('question-gone'));
    expect(at.sent).toEqual([]);
  });

  it.each(waysIn)('takes no yes for a moment, whoever asked (%s)', async (from) => {
    const at = desk();
    await at.dialler.call(wish('081', from, { ask: true }));
    expect(at.asked().armsAfter).toBe(armingTime);
    const { question } = at.asked();
    at.wait(armingTime - 1);
    expect(await at.dialler.confirm(question, 0)).toEqual(ok(at.asked()));
    at.wait(1);
    void at.dialler.confirm(question, 0);
    expect(at.sent).toEqual(['081']);
  });

  it('is not pushed away by a redial that a program asks for', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    expect(await at.dialler.call(wish('082', 'redial', { waits: true }))).toEqual(fail('question-open'));
    expect(at.asked().numbers[0]?.display).toBe('081');
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
    void at.yes();
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
    expect(await at.yes()).toEqual(fail('blocked', { rule: 'No premium numbers' }));
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
