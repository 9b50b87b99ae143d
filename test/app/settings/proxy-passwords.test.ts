import { expect, test } from 'vitest';
import type { ProxyQuestion } from '../../../app/contract/proxy.ts';
import { type TimeLimit, timeLimit } from '../../../app/settings/credentials.ts';
import { createProxyPasswords, proxyEntry } from '../../../app/settings/proxy-passwords.ts';
import { deferred } from '../../../app/util/deferred.ts';

const proxy = 'proxy.test:3128';
const somchai = { user: 'somchai', password: 'secret' };

/** With a keychain that is a place in memory: how it is written to is its own test. */
function desk(
  kept = new Map<string, string>(),
  { read = async (entry: string) => kept.get(entry) ?? null, limit = ((work) => work) as TimeLimit } = {},
) {
  const asked: (ProxyQuestion | null)[] = [];
  const hidden: string[] = [];
  const passwords = createProxyPasswords({
    keychain: {
      read,
      write: async (entry, secret) => void kept.set(entry, secret),
      remove: async (entry) => kept.delete(entry),
    },
    entry: proxyEntry('profile'),
    limit,
    asked: (question) => void asked.push(question),
    hide: (...secrets) => void hidden.push(...secrets),
    log: () => undefined,
  });
  return { passwords, asked, hidden, kept };
}

test('a proxy that wants a password is asked about once, and gets it from then on, also in the next run', async () => {
  const { passwords, asked, hidden, kept } = desk();
  expect(await passwords.for(proxy)).toBeNull();
  for (const _ of [1, 2, 3]) passwords.wanted(proxy, null);
  expect(asked).toEqual([{ proxy, wrong: false, user: '' }]);
  passwords.answer(somchai);
  expect(asked.at(-1)).toBeNull();
  expect(await passwords.for(proxy)).toEqual(somchai);
  // No other proxy gets it.
  expect(await passwords.for('evil.test:3128')).toBeNull();
  expect(await passwords.for('proxy.test:3129')).toBeNull();
  expect(hidden).toEqual(['secret']);
  expect([...kept.keys()]).toEqual(['profile proxy']);
  const next = desk(kept);
  expect(await next.passwords.for(proxy)).toEqual(somchai);
  expect(next.hidden).toEqual(['secret']);
});

test('a wrong one goes nowhere a second time, and is asked for again', async () => {
  const { passwords, asked } = desk();
  passwords.wanted(proxy, null);
  passwords.answer(somchai);
  const tried = await passwords.for(proxy);
  passwords.wanted(proxy, tried);
  expect(asked.at(-1)).toEqual({ proxy, wrong: true, user: 'somchai' });
  expect(await passwords.for(proxy)).toBeNull();
  // Of requests that were under way: nothing is asked twice.
  passwords.wanted(proxy, tried);
  passwords.wanted(proxy, null);
  expect(asked).toHaveLength(3);
  passwords.answer({ ...somchai, password: 'right' });
  // A late word about the old one.
  passwords.wanted(proxy, tried);
  expect(await passwords.for(proxy)).toEqual({ ...somchai, password: 'right' });
  expect(asked.at(-1)).toBeNull();
});

test('who does not want to say is not asked by itself again', async () => {
  const { passwords, asked } = desk();
  passwords.wanted(proxy, null);
  passwords.decline();
  passwords.wanted(proxy, null);
  expect(asked).toEqual([{ proxy, wrong: false, user: '' }, null]);
  passwords.ask();
  expect(asked.at(-1)).toMatchObject({ proxy });
  passwords.decline();
  passwords.again();
  passwords.wanted(proxy, null);
  expect(asked.at(-1)).toMatchObject({ proxy });
});

test('who did not want to say it of one proxy is asked about another', () => {
  const { passwords, asked } = desk();
  passwords.wanted(proxy, null);
  passwords.decline();
  passwords.wanted('other.example.com:3128', null);
  expect(asked.at(-1)).toMatchObject({ proxy: 'other.example.com:3128' });
});

test('it is forgotten for good', async () => {
  const { passwords, kept } = desk();
  passwords.wanted(proxy, null);
  passwords.answer(somchai);
  await passwords.forget();
  expect(await passwords.for(proxy)).toBeNull();
  expect(kept.size).toBe(0);
});

test('nothing is asked where no proxy wanted anything, and no answer is taken', async () => {
  const { passwords, asked, kept } = desk();
  passwords.ask();
  passwords.answer(somchai);
  expect([asked, kept.size]).toEqual([[], 0]);
});

/** One that was kept in an earlier run. */
const ofBefore = () => new Map([['profile proxy', JSON.stringify({ proxy, ...somchai })]]);

test('a keychain that was not there is asked the next time', async () => {
  const kept = ofBefore();
  let isThere = false;
  const { passwords } = desk(kept, {
    read: async (entry) => {
      if (!isThere) throw new Error('no such name on the bus');
      return kept.get(entry) ?? null;
    },
  });
  expect(await passwords.for(proxy)).toBeNull();
  isThere = true;
  expect(await passwords.for(proxy)).toEqual(somchai);
});

test('a keychain that answers late is waited for once, and its answer is taken, unless all was forgotten meanwhile', async () => {
  for (const isForgotten of [false, true]) {
    const kept = ofBefore();
    let reads = 0;
    const unlocked = deferred<void>();
    const { passwords } = desk(kept, {
      read: async (entry) => {
        reads += 1;
        const found = kept.get(entry) ?? null;
        await unlocked.promise;
        return found;
      },
      limit: timeLimit(5),
    });
    expect(await passwords.for(proxy)).toBeNull();
    expect(await passwords.for(proxy)).toBeNull();
    expect(reads).toBe(1);
    if (isForgotten) await passwords.forget();
    unlocked.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await passwords.for(proxy)).toEqual(isForgotten ? null : somchai);
  }
});

test('what a set-up brings is tried by that proxy alone, once, and nobody is asked about it', async () => {
  const kept = new Map([[proxyEntry('profile'), JSON.stringify({ proxy: 'other.test:8080', ...somchai })]]);
  const { passwords, asked, hidden } = desk(kept);
  const trial = passwords.trial({ proxy, user: 'fleet', password: 'brought' });
  expect(hidden).toEqual(['brought']);
  expect(await trial.for('evil.test:3128')).toBeNull();
  expect(await trial.for('other.test:8080')).toEqual(somchai);
  const tried = await trial.for(proxy);
  expect(tried).toEqual({ user: 'fleet', password: 'brought' });
  trial.wanted(proxy, tried);
  expect(await trial.for(proxy)).toBeNull();
  expect(asked).toEqual([]);
  trial.wanted('evil.test:3128', null);
  expect(asked).toEqual([{ proxy: 'evil.test:3128', wrong: false, user: '' }]);
});

test('what a set-up brought closes the question, and is put back with all that was there', async () => {
  for (const before of [null, JSON.stringify({ proxy: 'other.test:8080', ...somchai })]) {
    const kept = new Map(before === null ? [] : [[proxyEntry('profile'), before]]);
    const { passwords, asked } = desk(kept);
    passwords.wanted(proxy, null);
    const { isKept, putBack } = await passwords.swap({ proxy, user: 'fleet', password: 'brought' });
    expect([isKept, asked.at(-1)]).toEqual([true, null]);
    expect(await passwords.for(proxy)).toEqual({ user: 'fleet', password: 'brought' });
    expect(await desk(kept).passwords.for(proxy)).toEqual({ user: 'fleet', password: 'brought' });
    await putBack();
    expect(kept.get(proxyEntry('profile')) ?? null).toBe(before);
    expect(await passwords.for(proxy)).toBeNull();
    expect(await passwords.for('other.test:8080')).toEqual(before === null ? null : somchai);
  }
});

test('what a set-up brought is used in this run where no keychain takes it', async () => {
  const { passwords, kept } = desk(undefined, { read: () => Promise.reject(new Error('locked')) });
  const { isKept } = await passwords.swap({ proxy, user: 'fleet', password: 'brought' });
  expect([isKept, kept.size]).toEqual([false, 0]);
  expect(await passwords.for(proxy)).toEqual({ user: 'fleet', password: 'brought' });
});
