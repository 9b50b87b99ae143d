import { describe, expect, it } from 'vitest';
import type { SignIn } from '../../../app/contract.ts';
import { fail, ok } from '../../../app/failures.ts';
import { readSignIn, toAccount } from '../../../app/session/account.ts';
import { pbxStateAfter } from '../../../app/session/pbx-state.ts';

const typed: SignIn = {
  address: 'pbx.example.com',
  apiKey: 'key',
  apiSecret: 'secret',
  extension: '101',
  agentId: '',
  authentication: 'header',
  requests: 'post',
  allowPlainHttp: false,
};

describe('what is typed to sign in', () => {
  it('is taken without the marks that copying leaves around it', () => {
    const pasted = {
      ...typed,
      apiKey: '\u200bkey\ufeff ',
      apiSecret: '\n\u2060secret\t',
      extension: ' 101\u200e',
    };
    expect(readSignIn(pasted)).toMatchObject({
      value: { apiKey: 'key', apiSecret: 'secret', extension: '101' },
    });
  });

  it('keeps a space inside a secret', () => {
    expect(readSignIn({ ...typed, apiSecret: 'two words' })).toMatchObject({
      value: { apiSecret: 'two words' },
    });
  });

  it.each<[string, Partial<SignIn>, string]>([
    ['no key', { apiKey: ' \u200b' }, 'missing-field'],
    ['no secret', { apiSecret: '' }, 'missing-field'],
    ['no extension', { extension: '' }, 'missing-field'],
    ['an extension with a path in it', { extension: '../101' }, 'missing-field'],
    ['an agent with a quote in it', { agentId: '20"01' }, 'missing-field'],
    ['no address', { address: '' }, 'bad-address'],
    ['a connection without encryption', { address: 'http://pbx.example.com' }, 'plain-http'],
  ])('is turned down with %s', (_what, part, code) => {
    expect(readSignIn({ ...typed, ...part })).toEqual(fail(code as 'missing-field'));
  });

  it('allows a connection without encryption to this computer, or where it was said to be meant', () => {
    expect(readSignIn({ ...typed, address: 'http://127.0.0.1:8080' }).ok).toBe(true);
    expect(readSignIn({ ...typed, address: 'http://pbx.example.com', allowPlainHttp: true }).ok).toBe(true);
  });

  it('is the same account again from what was stored', () => {
    const first = readSignIn({ ...typed, agentId: '2001' });
    if (!first.ok) throw new Error('not read');
    const { endpoint, extension, agentId, authentication, requests } = first.value;
    const stored = {
      address: endpoint.address,
      allowPlainHttp: false,
      extension,
      agentId,
      authentication,
      requests,
    };
    const again = toAccount(stored, { apiKey: 'key', apiSecret: 'secret' });
    expect(again?.endpoint.url('dial')).toBe('https://pbx.example.com/pbxws.php/dial');
    expect({ ...again, endpoint: null }).toEqual({ ...first.value, endpoint: null });
    expect(
      toAccount({ ...stored, address: 'http://evil.example' }, { apiKey: 'key', apiSecret: 'secret' }),
    ).toBeNull();
  });
});

describe('whether the PBX answers', () => {
  it.each([
    ['a call that it took', ok(null), 'answers'],
    ['a call that it refused', fail('refused'), 'answers'],
    ['an answer that nobody understands', fail('unknown-outcome', { cause: 'not-this-api' }), 'answers'],
    ['a closed port', fail('connection-refused'), 'silent'],
    ['an answer that never came', fail('unknown-outcome', { cause: 'timed-out' }), 'silent'],
  ])('is told by %s', (_what, reply, state) => expect(pbxStateAfter(reply)).toBe(state));
});
