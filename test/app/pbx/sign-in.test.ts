import { describe, expect, test } from 'vitest';
import { authentications, requestWays } from '../../../app/contract/session.ts';
import type { Account } from '../../../app/pbx/account.ts';
import { signIn } from '../../../app/pbx/sign-in.ts';
import type { Fault, PbxOptions } from '../../pbx/stand-in.ts';
import { underTest } from './pbx-under-test.ts';

/** What each of the requests of a sign-in is answered with, and what comes of it. */
async function signInto(options: {
  pbx?: Partial<PbxOptions>;
  account?: Partial<Account>;
  faults?: readonly (Fault | null)[];
  onlyAsChosen?: boolean;
}) {
  const { standIn, account, transports } = await underTest(options);
  const queue = [...(options.faults ?? [])];
  const reply = await signIn({
    ...transports,
    account,
    onlyAsChosen: options.onlyAsChosen ?? false,
    now: new Date(),
    transport: (request) => {
      standIn.fault('cdrapi', queue.shift() ?? null);
      return transports.transport(request);
    },
  });
  return { reply, account, received: standIn.received, ways: standIn.received.map(({ authWay }) => authWay) };
}

const wrong = { apiSecret: 'another-secret' };

describe('signing in', () => {
  test.each(
    authentications.flatMap((authentication) =>
      requestWays.map((requests) => ({ authentication, requests })),
    ),
  )('works as chosen with one harmless request: $authentication, $requests', async (way) => {
    const { reply, account, received, ways } = await signInto({ account: way });
    expect(reply).toEqual({ ok: true, value: { account, switchedToBody: false } });
    expect(received.map(({ action }) => action)).toEqual(['cdrapi']);
    expect(ways).toEqual([way.authentication]);
  });

  test.each([401, 403, 'success-false'] as const)(
    'moves to the body where the header never arrives: %s',
    async (turnDown) => {
      const { reply, account, received } = await signInto({
        pbx: { accepts: ['body'], turnDown },
        account: { requests: 'get' },
      });
      const works = { ...account, authentication: 'body', requests: 'post' };
      expect(reply).toEqual({ ok: true, value: { account: works, switchedToBody: true } });
      expect(received.map(({ method }) => method)).toEqual(['GET', 'POST']);
    },
  );

  test('stays with the way that IT locked, also where another would work', async () => {
    const { reply, ways } = await signInto({ pbx: { accepts: ['body'] }, onlyAsChosen: true });
    expect(reply).toMatchObject({ failure: { code: 'unauthorised' } });
    expect(ways).toEqual(['header']);
  });

  test('never tries the query way by itself', async () => {
    const { reply, ways } = await signInto({ pbx: { accepts: ['query'] } });
    expect(reply).toMatchObject({ failure: { code: 'unauthorised' } });
    expect(ways).toEqual(['header', 'body']);
  });

  test.each(['body', 'query'] as const)(
    'tries nothing else where a person chose the %s',
    async (authentication) => {
      const { reply, ways } = await signInto({ account: { ...wrong, authentication } });
      expect(reply).toMatchObject({ failure: { code: 'unauthorised' } });
      expect(ways).toEqual([authentication]);
    },
  );

  test.each<[string, Fault, string]>([
    ['an error of the server', { kind: 'status', status: 500 }, 'server-error'],
    ['a page', { kind: 'html' }, 'not-this-api'],
    ['a lost reply', { kind: 'close-before-reply' }, 'no-reply'],
    ['a redirect', { kind: 'redirect', to: '/x', status: 302 }, 'redirected'],
  ])('does not send the credentials a second time after %s', async (_name, fault, code) => {
    const { reply, received } = await signInto({ faults: [fault] });
    expect(reply).toMatchObject({ failure: { code } });
    expect(received).toHaveLength(1);
  });
});

describe('when both ways are turned down, what tells most is told', () => {
  const unauthorised: Fault = { kind: 'status', status: 401 };
  const refused = (msg: string): Fault => ({ kind: 'refuse', msg });

  test.each<[string, Fault, Fault, object]>([
    ['twice 401', unauthorised, unauthorised, { code: 'unauthorised' }],
    ['401, then words', unauthorised, refused('Wrong key'), { code: 'unauthorised', message: 'Wrong key' }],
    [
      'words, then 401',
      refused('Token missing'),
      unauthorised,
      { code: 'unauthorised', message: 'Token missing' },
    ],
    [
      'words twice',
      refused('Token missing'),
      refused('Wrong key'),
      { code: 'unauthorised', message: 'Wrong key' },
    ],
    ['401, then a page', unauthorised, { kind: 'html' }, { code: 'unauthorised' }],
    [
      'words, then 500',
      refused('Wrong key'),
      { kind: 'status', status: 500 },
      { code: 'unauthorised', message: 'Wrong key' },
    ],
    ['401, then silence', unauthorised, { kind: 'close-before-reply' }, { code: 'unauthorised' }],
  ])('%s', async (_name, first, second, failure) => {
    const { reply, received } = await signInto({ faults: [first, second] });
    expect(reply).toMatchObject({ ok: false, failure });
    expect(received).toHaveLength(2);
  });
});
