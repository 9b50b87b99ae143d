import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DialState, type WayIn, waysIn } from '../../../app/contract.ts';
import {
  armingTime,
  coolDown,
  createDialler,
  questionLasts,
  type Wish,
} from '../../../app/dialing/dialler.ts';
import { openJournal } from '../../../app/dialing/journal.ts';
import { fail, ok, type Reply } from '../../../app/failures.ts';

const wish = (number: string, from: WayIn, more: Partial<Wish> = {}): Wish => ({
  numbers: [{ number }],
  from,
  ...more,
});

type Answer = Reply<{ readonly message: string }>;

/** The dialler with a real journal, and a line on which the test answers. */
function desk() {
  const sent: string[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const states: DialState[] = [];
  const journal = openJournal(
    path.join(mkdtempSync(path.join(tmpdir(), 'dialler-')), 'attempts.jsonl'),
    () => {},
  );
  let now = 1_000_000;
  let id = 0;
  let signedIn = true;
  let blocked = '1900';
  let asksBeforeHotkey = false;
  let inUse = false;
  const timers: { at: number; then: () => void }[] = [];
  const dialler = createDialler({
    read: (number) =>
      /^\+?[\d*#]+$/.test(number)
        ? {
            display: number,
            send: number,
            key: number.replace(/^66/, '0'),
            abroad: number.startsWith('+44'),
            blocked: number.startsWith(blocked) ? 'No premium numbers' : null,
          }
        : null,
    line: () =>
      signedIn
        ? (number) => {
            sent.push(number);
            return new Promise((resolve) => answers.push(resolve));
          }
        : null,
    journal,
    askBeforeHotkey: () => asksBeforeHotkey,
    inUse: () => inUse,
    timer: (ms, then) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
    now: () => now,
    newId: () => `id${++id}`,
    changed: (state) => states.push(state),
  });
  return {
    dialler,
    sent,
    states,
    journal,
    answer: (answer: Answer) => answers.shift()?.(answer),
    wait: (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.then();
      }
    },
    askBeforeHotkey: () => {
      asksBeforeHotkey = true;
    },
    block: (prefix: string) => {
      blocked = prefix;
    },
    use: () => {
      inUse = true;
    },
    /** The question that stands. */
    asked: () => dialler.state() as Extract<DialState, { kind: 'asking' }>,
    signOut: () => {
      signedIn = false;
    },
    async place(number: string, answer: Answer) {
      const calling = dialler.call(wish(number, 'pad'));
      this.answer(answer);
      return await calling;
    },
  };
}

const placed = ok({ message: 'Ringing' });
const refused = fail('refused', { message: 'No' });
const unknown = fail('unknown-outcome', { cause: 'timed-out' });

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

  it('asks before the same number again within the cool-down, in any spelling', async () => {
    const at = desk();
    await at.place('0812345678', placed);
    at.wait(coolDown.known - 1);
    const asked = await at.dialler.call(wish('66812345678', 'redial'));
    expect(asked).toMatchObject({ value: { kind: 'asking', numbers: [{ reasons: ['again'] }] } });
    expect(at.sent).toHaveLength(1);
  });

  it('does not ask after the cool-down, nor for another number, nor after a call that certainly failed', async () => {
    const at = desk();
    await at.place('081', placed);
    await at.place('082', placed);
    at.wait(coolDown.known);
    await at.place('081', placed);
    await at.place('083', refused);
    await at.place('083', refused);
    expect(at.sent).toEqual(['081', '082', '081', '083', '083']);
  });

  it('waits longer where nobody knows whether the phone rings, and says why it asks', async () => {
    const at = desk();
    await at.place('081', unknown);
    at.wait(coolDown.unknown - 1);
    expect(await at.dialler.call(wish('081', 'pad'))).toMatchObject({
      value: { kind: 'asking', numbers: [{ reasons: ['again-unknown'] }] },
    });
    at.dialler.cancel(at.asked().question);
    at.wait(1);
    await at.place('081', placed);
    expect(at.sent).toEqual(['081', '081']);
  });

  it('asks also after the program was killed while it was calling', async () => {
    const at = desk();
    at.journal.begin({ id: 'x', at: 1_000_000, display: '081', number: '081', from: 'pad' });
    expect(await at.dialler.call(wish('081', 'pad'))).toMatchObject({
      value: { kind: 'asking', numbers: [{ reasons: ['again-unknown'] }] },
    });
  });

  it('dials what the question was about, once', async () => {
    const at = desk();
    await at.place('081', placed);
    await at.dialler.call(wish('081', 'pad'));
    const { question } = at.dialler.state() as Extract<DialState, { kind: 'asking' }>;
    const confirmed = at.dialler.confirm(question, 0);
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

  it('is not stopped for an hour by a clock that was set back', async () => {
    const at = desk();
    await at.place('081', placed);
    at.wait(-3_600_000);
    await at.place('081', placed);
    expect(at.sent).toHaveLength(2);
  });

  it('keeps a question that stands when another one is answered late', async () => {
    const at = desk();
    await at.dialler.call(wish('081', 'link'));
    expect(await at.dialler.confirm('of-before', 0)).toEqual(fail('question-gone'));
    expect(at.asked().numbers[0]?.display).toBe('081');
  });
});

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
