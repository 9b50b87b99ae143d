import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/contract/failures.ts';
import { requests } from '../../../app/contract/requests.ts';
import { type Handlers, Refused, type Sender, serve } from '../../../app/gate/serve.ts';
import { signedOut } from '../../../renderer/state/session.ts';

const page = 'app://companion/index.html';
const own: Sender = { url: page, isMainFrame: true, window: 'main' };
const small: Sender = { url: 'app://companion/question.html', isMainFrame: true, window: 'question' };

/** Real handlers for the two calls that are sent here; the others must never be reached. */
function gate(part: Partial<Handlers>, lines: string[] = []) {
  const reached = () => {
    throw new Error('a handler was reached');
  };
  const all = new Proxy(part, { get: (own, name) => Reflect.get(own, name) ?? reached }) as Handlers;
  return serve(all, (line) => lines.push(line));
}

const describeNumber: Partial<Handlers> = {
  'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
};

describe('the gate', () => {
  it('answers the own page', async () => {
    expect(await gate(describeNumber)(own, 'number.describe', { typed: '081' })).toEqual({
      ok: true,
      value: { display: '081', dialable: true },
    });
  });

  it.each<[string, Partial<Sender>]>([
    ['another window', { window: null }],
    ['the page of another window of ours', { url: small.url }],
    ['a frame inside the page', { isMainFrame: false }],
    ['a web page', { url: 'https://evil.example/index.html' }],
    ['a file', { url: 'file:///index.html' }],
    ['a host that only begins like ours', { url: 'app://companion.evil/index.html' }],
    ['another path of ours', { url: 'app://companion/other.html' }],
    ['a frame that is gone', { url: '' }],
  ])('turns down %s, loudly', async (_who, difference) => {
    const lines: string[] = [];
    const asked = gate(describeNumber, lines)({ ...own, ...difference }, 'number.describe', { typed: '1' });
    await expect(asked).rejects.toBeInstanceOf(Refused);
    expect(lines).toHaveLength(1);
  });

  it('hears the small window about its question alone, and nobody else about that', async () => {
    const asked = gate({ 'question.get': () => ok(null) });
    expect(await asked(small, 'question.get', undefined)).toEqual({ ok: true, value: null });
    for (const name of Object.keys(requests)) {
      const isOfQuestion = name.startsWith('question.');
      const refusal = { message: expect.stringContaining('from another window than its own') };
      await expect(asked(isOfQuestion ? own : small, name, undefined)).rejects.toMatchObject(refusal);
    }
  });

  it.each([
    ['nope'],
    ['toString'],
    ['__proto__'],
    ['constructor'],
    [undefined],
    [7],
    [{ toString: () => 'number.describe' }],
  ])('turns down a call that the contract does not name: %o', async (name) => {
    await expect(gate(describeNumber)(own, name, {})).rejects.toBeInstanceOf(Refused);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', '081'],
    ['another type', { typed: 81 }],
    ['a field too many', { typed: '1', more: 1 }],
    ['far too long a line', { typed: '1'.repeat(101) }],
    ['an array', ['1']],
  ])('turns down bad input: %s', async (_what, input) => {
    await expect(gate(describeNumber)(own, 'number.describe', input)).rejects.toBeInstanceOf(Refused);
  });

  it('never repeats what was sent, which may hold a secret', async () => {
    const lines: string[] = [];
    const input = { apiSecret: 'sesame-sesame', address: 7 };
    const refused = gate({}, lines)(own, 'session.signIn', input);
    await expect(refused).rejects.not.toThrow(/sesame/);
    expect(lines.join()).not.toContain('sesame');
  });

  it('lets nothing out that the contract does not name', async () => {
    const leaking = () => ok({ ...signedOut(null), apiSecret: 'sesame' } as never);
    await expect(gate({ 'session.get': leaking })(own, 'session.get', undefined)).rejects.toThrow();
    const chatty = () => ({ ...fail('refused'), failure: { code: 'refused', body: '<html>' } }) as never;
    await expect(gate({ 'session.get': chatty })(own, 'session.get', undefined)).rejects.toThrow();
  });
});
