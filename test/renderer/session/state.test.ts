import { expect, test } from 'vitest';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import type { SessionView } from '../../../app/contract/session.ts';
import { createSignIn } from '../../../renderer/screens/session/state.ts';
import { createSession, signedOut } from '../../../renderer/state/session.ts';
import { otherSide, signedIn } from '../bridge.ts';

const typed = { address: 'pbx.example.com', apiKey: 'k', apiSecret: 's3cret', extension: '101', agentId: '' };

function signIn(answer: () => Reply<SessionView> = () => ok(signedIn)) {
  const pbx = otherSide({ 'session.signIn': answer });
  const session = createSession(pbx.bridge);
  return { pbx, session, state: createSignIn(pbx.bridge, session, () => {}) };
}

test('what is left empty is named, and nothing is sent', async () => {
  const { state, pbx } = signIn();
  expect(await state.submit({ ...typed, apiKey: ' ', extension: '' })).toBe(false);
  expect(state.wrong.value).toEqual(['apiKey', 'extension']);
  expect(state.failure.value).toEqual({ code: 'missing-field' });
  expect(pbx.asked('session.signIn')).toEqual([]);
});

test.each([
  [fail('bad-field', { field: 'extension' }), ['extension']],
  [fail('bad-field', { field: 'agentId' }), ['agentId']],
  [fail('bad-address'), ['address']],
  [fail('unauthorised'), ['apiKey', 'apiSecret']],
  [fail('refused'), ['apiKey', 'apiSecret']],
  [fail('name-not-found'), ['address']],
  [fail('plain-http'), ['address']],
  [fail('unreachable'), []],
  [fail('certificate-unknown'), []],
] as const)('the field that %j is about is marked', async (reply, marked) => {
  const { state } = signIn(() => reply);
  await state.submit(typed);
  expect(state.wrong.value).toEqual(marked);
  await state.submit({ ...typed, apiSecret: '\u200b' });
  expect(state.wrong.value).toEqual(['apiSecret']);
});

test('a marked field that is mended is marked no longer, and when nothing is missing, nothing says so', async () => {
  const { state } = signIn(() => fail('bad-address'));
  await state.submit({ ...typed, apiKey: '', extension: '' });
  state.fieldTyped('extension');
  expect(state.wrong.value).toEqual(['apiKey']);
  expect(state.failure.value).toEqual({ code: 'missing-field' });
  state.fieldTyped('agentId');
  state.fieldTyped('apiKey');
  expect(state.wrong.value).toEqual([]);
  expect(state.failure.value).toBeNull();
  // What an address should look like is still read while it is typed.
  await state.submit(typed);
  state.fieldTyped('address');
  expect(state.wrong.value).toEqual([]);
  expect(state.failure.value).toEqual({ code: 'bad-address' });
});

test('the agent ID may stay empty; unless a person chooses otherwise the header and POST are used', async () => {
  const { state, session, pbx } = signIn();
  expect(await state.submit(typed)).toBe(true);
  expect(pbx.asked('session.signIn')).toEqual([
    { ...typed, authentication: 'header', requests: 'post', allowPlainHttp: false },
  ]);
  expect(session.view.value).toEqual(signedIn);
});

test('the request body takes POST with it: a GET has none', () => {
  const { state } = signIn();
  state.chooseRequests('get');
  state.chooseAuthentication('body');
  expect(state.requests.value).toBe('post');
});

test('where IT locked GET, a choice of the body changes no lock', async () => {
  const { state, session, pbx } = signIn(() => fail('managed'));
  const form = { ...signedOut(null).form, requests: 'get' } as const;
  session.show({ state: 'signed-out', failure: null, form, locked: ['requests'] });
  state.chooseAuthentication('body');
  expect(state.requests.value).toBe('get');
  await state.submit(typed);
  expect(pbx.asked('session.signIn')).toMatchObject([{ authentication: 'body', requests: 'get' }]);
});

test('a connection without encryption is asked about where it failed, and is never chosen for the person', async () => {
  const { state } = signIn(() => fail('plain-http'));
  expect(state.asksForPlainHttp.value).toBe(false);
  await state.submit(typed);
  expect(state.asksForPlainHttp.value).toBe(true);
  expect(state.allowPlainHttp.value).toBe(false);
});

test('a connection without encryption is allowed for the address that stood there, and for no other', async () => {
  const { state } = signIn(() => fail('plain-http'));
  await state.submit(typed);
  state.choosePlainHttp(true);
  state.fieldTyped('address');
  expect([state.allowPlainHttp.value, state.asksForPlainHttp.value]).toEqual([false, false]);
});

test('the form begins with what the main process says, and anew where that changes', () => {
  const { state, session } = signIn();
  const view = signedOut(null);
  const form = {
    ...view.form,
    address: 'pbx.example.com',
    authentication: 'body',
    allowPlainHttp: true,
  } as const;
  session.show({ ...view, form, locked: ['address', 'allowPlainHttp'] });
  expect(state.begins.value).toEqual(form);
  expect(state.authentication.value).toBe('body');
  state.fieldTyped('address');
  expect(state.allowPlainHttp.value).toBe(true);
  state.chooseAuthentication('query');
  session.show({ ...view, form: { ...form }, locked: ['address'], failure: { code: 'keychain' } });
  expect(state.authentication.value).toBe('query');
  session.show(signedIn);
  session.show({ ...view, form });
  expect(state.authentication.value).toBe('body');
});

test('the secret is hidden again once it is sent', async () => {
  const { state } = signIn(() => fail('unauthorised'));
  state.reveal(true);
  await state.submit(typed);
  expect(state.revealed.value).toBe(false);
});

test('why the last session ended is told until the person tries again', async () => {
  const { state, session } = signIn(() => fail('unauthorised'));
  session.show(signedOut({ code: 'keychain' }));
  expect(state.failure.value?.code).toBe('keychain');
  await state.submit(typed);
  expect(state.failure.value?.code).toBe('unauthorised');
});

test('the API key and secret are in nothing that the page keeps', async () => {
  const { state, session } = signIn(() => fail('unauthorised'));
  await state.submit(typed);
  const kept = [...Object.values(state), ...Object.values(session)].map((entry) =>
    typeof entry === 'object' && entry !== null && 'value' in entry ? JSON.stringify(entry.value) : '',
  );
  expect(kept.join()).not.toContain(typed.apiSecret);
  expect(kept.length).toBeGreaterThan(8);
});

test('a person is asked before they are signed out, from the tray too, unless nobody is signed in', async () => {
  const pbx = otherSide({ 'session.signOut': () => ok(signedOut(null)) });
  const session = createSession(pbx.bridge);
  session.askSignOut(true);
  expect(session.asksSignOut.value).toBe(false);
  session.show(signedIn);
  pbx.tell('session.signOutChosen', undefined);
  expect(session.asksSignOut.value).toBe(true);
  expect(pbx.asked('session.signOut')).toEqual([]);
  session.askSignOut(false);
  session.askSignOut(true);
  await session.signOut();
  expect([session.asksSignOut.value, session.view.value.state]).toEqual([false, 'signed-out']);
});
