import { describe, expect, it } from 'vitest';
import { type Failure, fail, ok } from '../../../app/contract/failures.ts';
import type { SignIn } from '../../../app/contract/session.ts';
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

  it.each<[string, Partial<SignIn>, Failure['code'], Failure['field']?]>([
    ['no key', { apiKey: ' \u200b' }, 'missing-field'],
    ['no secret', { apiSecret: '' }, 'missing-field'],
    ['no extension', { extension: '' }, 'missing-field'],
    ['an extension that nobody can see', { extension: ' \u200b' }, 'missing-field'],
    ['an extension with a path in it', { extension: '../101' }, 'bad-field', 'extension'],
    ['two extensions', { extension: '101/102' }, 'bad-field', 'extension'],
    ['two words', { extension: 'front desk' }, 'bad-field', 'extension'],
    ['a feature code', { extension: '*101' }, 'bad-field', 'extension'],
    ['a technology and nothing behind it', { extension: 'SIP/' }, 'bad-field', 'extension'],
    ['an agent with a quote in it', { agentId: '20"01' }, 'bad-field', 'agentId'],
    ['no address', { address: '' }, 'bad-address'],
    ['a connection without encryption', { address: 'http://pbx.example.com' }, 'plain-http'],
  ])('is turned down with %s', (_what, part, code, field) => {
    expect(readSignIn({ ...typed, ...part })).toEqual(fail(code, field === undefined ? {} : { field }));
  });

  it.each([
    ...[
      '10 1',
      ' 1 0 1 ',
      '1\u00a001',
      '๑๐๑',
      '๑๐ ๑',
      '１０１',
      '١٠١',
      '\u200e101\u200e',
      '101.',
      '"101"',
      '<101>',
    ],
    ...['SIP/101', 'PJSIP/101', 'pjsip/๑๐๑', 'IAX2/101', 'SCCP/101', 'Local/101@from-internal', 'SIP/10 1'],
    ...[
      'PJSIP/101-0000001a',
      'sip:101',
      'sip:101@pbx.example.com',
      'sip:101@pbx.example.com:5060;transport=tls',
    ],
    ...[
      '101@pbx.example.com',
      'ext 101',
      'Ext. 101',
      'EXT:101',
      'extension 101',
      'x101',
      'ต่อ 101',
      'เบอร์ภายใน ๑๐๑',
    ],
  ])('takes %j for 101, as extension and as agent', (pasted) => {
    expect(readSignIn({ ...typed, extension: pasted, agentId: pasted })).toMatchObject({
      value: { extension: '101', agentId: '101' },
    });
  });

  it.each(['front-desk', 'desk.1', 'extra', 'xavier', 'sipho', 'agentsmith', '101-0000001a', '0101'])(
    'keeps the name %j as it is',
    (name) => expect(readSignIn({ ...typed, extension: name })).toMatchObject({ value: { extension: name } }),
  );

  it('reads digits of any script in the address, and none in a secret', () => {
    const read = readSignIn({ ...typed, address: '๑๙๒.๑๖๘.๑.๑๐:๔๔๓๓', apiSecret: '๑๒๓' });
    expect(read).toMatchObject({
      value: { endpoint: { address: 'https://192.168.1.10:4433/pbxws.php' }, apiSecret: '๑๒๓' },
    });
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
