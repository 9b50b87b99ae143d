import { expect, test } from 'vitest';
import { ok } from '../../app/contract/failures.ts';
import type { PageState } from '../../app/contract/page.ts';
import type { DiallingRule } from '../../app/contract/rules.ts';
import type { SettingsView } from '../../app/contract/settings.ts';
import type { RefusedCertificate } from '../../app/contract/trust.ts';
import { createCompanion } from '../../renderer/companion.ts';
import { typedIn } from '../../renderer/hand-over.ts';
import { otherSide, signedIn } from './bridge.ts';

const before: PageState = {
  screen: 'dialPad',
  favourites: true,
  switchRead: true,
  number: { shown: '081 234 5', start: 9, end: 9 },
  extension: null,
  outcome: null,
  calls: { query: '', filter: 'all', details: null, place: { id: 'a', index: 40, offset: 12 } },
  contacts: { query: 'ploy', opened: 'c' },
  ruleTrial: '',
};

const certificate: RefusedCertificate = {
  ...{ sha256: 'AA', subject: 'pbx', issuer: 'Office', names: [], from: 0, to: 1 },
  ...{ authority: null, changed: false, mayTrust: true, mayForget: false, locked: false },
};

/** A page of somebody who is signed in, after another one that showed this. */
async function page(kept: PageState | null = null) {
  const found = ['022222222', '0812345678'].map((number) => ({
    number,
    display: number,
    extension: null,
    doubt: null,
  }));
  const main = otherSide({
    'page.kept': () => ok(kept),
    'page.given': () => ok(undefined),
    'session.get': () => ok(signedIn),
    'setUp.get': () => ok({ kind: 'idle' }),
    'attempts.last': () => ok(null),
    'favourites.list': () => ok([]),
    'dial.get': () => ok({ kind: 'idle' }),
    'files.damaged': () => ok([]),
    'settings.get': () => ok({ language: 'en', rules: [] as DiallingRule[] } as SettingsView),
    'people.find': () => ok({ matches: [], whose: [] }),
    'proxy.question': () => ok(null),
    'proxy.answer': () => ok(undefined),
    'calls.refresh': () => ok(undefined) as never,
    'certificate.refused': () => ok(certificate),
    'number.find': () => ok(found),
    'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
  });
  const typed = { leave: () => undefined, isHeld: () => false };
  const companion = createCompanion(main.bridge, 'en', () => undefined, typed);
  await companion.load();
  return {
    companion,
    main,
    async given() {
      main.tell('page.wanted', undefined);
      await new Promise((resolve) => setTimeout(resolve));
      return main.asked('page.given');
    },
  };
}

test('a page gives what the one before it showed, also where nobody has looked at all of that since', async () => {
  const { companion, given } = await page(before);
  expect(companion.navigation.favouritesBegin.value).toBe('list');
  expect(await given()).toEqual([before]);
});

test('a page that asks which of several numbers is meant may not go', async () => {
  const { companion, given } = await page();
  await companion.dialPad.paste('02 222 2222, 081 234 5678', { shown: '', start: 0, end: 0 });
  expect(await given()).toEqual([]);
  companion.dialPad.closeChoices();
  expect(await given()).toHaveLength(1);
});

test('a page that asks whether to set this desk up may not go', async () => {
  const { given, main } = await page();
  main.tell('setUp.changed', { kind: 'failed', failure: { code: 'set-up-file' } });
  expect(await given()).toEqual([]);
});

test('a page that shows a certificate, and what was chosen beside it, may not go', async () => {
  const { companion, given } = await page();
  await companion.trust.look('pbx');
  expect(await given()).toEqual([]);
  companion.trust.close();
  expect(await given()).toHaveLength(1);
});

test("a call that the proxy's question stopped says so until somebody answers it, and is not made by that", async () => {
  for (const code of ['proxy-password', 'proxy', 'unknown-outcome'] as const) {
    const { companion, main } = await page();
    main.tell('dial.turnedDown', { display: '081 234 5678', failure: { code } });
    expect(companion.dialling.outcome.value).toMatchObject({ failure: { code } });
    await companion.proxy.answer('somchai', 'right');
    expect(companion.dialling.outcome.value === null).toBe(code === 'proxy-password');
    expect(main.asked('dial.call')).toEqual([]);
  }
});

test('what is typed to sign in holds a page, and a setting beside it does not', () => {
  const form = document.createElement('form');
  for (const name of ['apiSecret', 'proxyAddress']) {
    const box = document.createElement('input');
    box.name = name;
    form.append(box);
  }
  document.body.append(form);
  const [secret, proxy] = form.querySelectorAll('input');
  if (!secret || !proxy) throw new Error('no boxes');
  proxy.value = 'proxy.example.com:3128';
  expect(typedIn(document).isHeld()).toBe(false);
  secret.value = 'demo-secret';
  expect(typedIn(document).isHeld()).toBe(true);
  form.remove();
});
