import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accountId } from '../../../app/session/account-id.ts';
import type { Keychain } from '../../../app/settings/keychain.ts';
import { deferred } from '../../../app/util/deferred.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { keychainOf } from '../recordings/copies-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { hour, minute, missed, now, onDisk, profile } from './profile.ts';

const theirs = '0812345678';
const others = '0898765432';
const spelled = /812345678/;
const everything = [
  ...missed(now - hour, theirs),
  ...missed(now - 2 * hour, '+66812345678'),
  ...missed(now - 3 * hour, others),
];

async function opened(where: Partial<Parameters<typeof profile>[0]> & { readonly folder: string }) {
  const desk = profile({ rows: everything, ...where });
  onTestFinished(() => desk.recent.close());
  await desk.pass(minute);
  return desk;
}

/** A profile in which a number was forgotten, with the keychain's entries. */
async function forgotten() {
  const [folder, entries] = [temporaryFolder(), new Map<string, string>()];
  const desk = await opened({ folder, entries });
  const [call] = desk.shown();
  expect(await desk.forgetting.forget(call?.id ?? '', false)).toEqual({ ok: true, value: 'good' });
  await desk.recent.close();
  expect(onDisk(folder)).not.toMatch(spelled);
  return { folder, entries };
}

/** Keychains that do not say at first what they hold; what they do once somebody has done something about it. */
const keychains: Readonly<Record<string, (entries: Map<string, string>) => [Keychain, () => void]>> = {
  'waits for a person to unlock it'(entries) {
    const unlocked = deferred<void>();
    const own = keychainOf(entries);
    const after =
      <A extends string[], R>(act: (...of: A) => Promise<R>) =>
      async (...of: A) => {
        await unlocked.promise;
        return await act(...of);
      };
    return [{ read: after(own.read), write: after(own.write), remove: after(own.remove) }, unlocked.resolve];
  },
  'is not there at first'(entries) {
    let own = keychainOf(null);
    return [
      {
        read: (one) => own.read(one),
        write: (one, secret) => own.write(one, secret),
        remove: (one) => own.remove(one),
      },
      () => {
        own = keychainOf(entries);
      },
    ];
  },
  'is locked, and says of everything that it is not there'(entries) {
    const own = keychainOf(entries);
    let isLocked = true;
    return [
      {
        read: async (one) => (isLocked ? null : await own.read(one)),
        write: async (one, secret) =>
          isLocked ? await Promise.reject(new Error('locked')) : await own.write(one, secret),
        remove: async (one) => !isLocked && (await own.remove(one)),
      },
      () => {
        isLocked = false;
      },
    ];
  },
};

describe.each(Object.entries(keychains))('while the keychain %s', (_how, make) => {
  test('no call is listed or kept, and it is said why; then all but the forgotten ones are', async () => {
    const { folder, entries } = await forgotten();
    const key = entries.get('forgotten');
    const [keychain, answers] = make(entries);
    const desk = profile({ folder, rows: everything, at: now + minute, keychain });
    onTestFinished(() => desk.recent.close());
    await expect.poll(() => desk.recent.status().failure?.code).toBe('calls-held');
    await desk.refresh();
    expect(desk.recent.status()).toMatchObject({ working: false, failure: { code: 'calls-held' } });
    expect(desk.shown()).toEqual([]);
    expect(onDisk(folder)).not.toMatch(spelled);
    // Nor what is brought back otherwise.
    const note = { call: 'some call', text: 'a note', at: now };
    expect(desk.recent.ownNotes(() => 0)?.take([note])).toMatchObject({ left: 1 });

    answers();
    await desk.refresh();
    await expect.poll(() => desk.recent.status().working).toBe(false);
    await desk.refresh();
    expect(desk.recent.status().failure).toBeNull();
    expect(desk.callers()).toEqual([others]);
    await desk.recent.close();
    expect(onDisk(folder)).not.toMatch(spelled);
    expect(entries.get('forgotten')).toBe(key);
  });

  test('signing out and ending the program wait for nothing', async () => {
    const { folder, entries } = await forgotten();
    const [keychain] = make(entries);
    const desk = profile({ folder, rows: everything, at: now + minute, keychain });
    desk.recent.signedIn(null);
    expect(await desk.recent.settled()).toBe(true);
    const another = profile({ folder, rows: everything, at: now + minute, keychain });
    await another.recent.close();
  });
});

test('a keychain that comes later by itself is asked again without anybody asking', async () => {
  const { folder, entries } = await forgotten();
  const [keychain, answers] = keychains['is not there at first']?.(entries) ?? [];
  const desk = profile({ folder, rows: everything, at: now + minute, ...(keychain && { keychain }) });
  onTestFinished(() => desk.recent.close());
  await expect.poll(() => desk.recent.status().failure?.code).toBe('calls-held');
  answers?.();
  await desk.clock.advance(2 * minute);
  await expect.poll(() => desk.recent.status().failure).toBeNull();
  await desk.pass(minute);
  expect(desk.callers()).toEqual([others]);
});

test('a key that a person unlocks while another is about to be made stays', async () => {
  const { folder, entries } = await forgotten();
  const key = entries.get('forgotten');
  const own = keychainOf(entries);
  let isLocked = true;
  const keychain: Keychain = {
    ...own,
    read: async (one) => (isLocked ? null : await own.read(one)),
    // The prompt comes up with the writing.
    async write(one, secret) {
      isLocked = false;
      await own.write(one, secret);
    },
  };
  const desk = await opened({ folder, at: now + minute, keychain });
  expect(desk.callers()).toEqual([others]);
  expect([...entries]).toEqual([['forgotten', key]]);
});

test('what is forgotten while the keychain is silent is kept once it answers', async () => {
  const [folder, entries] = [temporaryFolder(), new Map<string, string>()];
  const [keychain, answers] = keychains['waits for a person to unlock it']?.(entries) ?? [];
  const desk = await opened({ folder, ...(keychain && { keychain }) });
  const [call] = desk.shown();
  expect(await desk.forgetting.forget(call?.id ?? '', false)).toEqual({ ok: true, value: 'this-run' });
  answers?.();
  await expect.poll(() => onDisk(folder)).toContain('forgotten.json');
  await desk.recent.close();
  const later = await opened({ folder, entries, at: now + minute });
  expect(later.callers()).toEqual([others]);
});

test('calls of a forgotten number that an earlier release has left on the disk go from it', async () => {
  const { folder, entries } = await forgotten();
  const without = temporaryFolder();
  const careless = await opened({ folder: without });
  await careless.recent.close();
  writeFileSync(path.join(folder, 'calls.json'), readFileSync(path.join(without, 'calls.json')));
  expect(onDisk(folder)).toMatch(spelled);
  const desk = profile({ folder, rows: [], entries, at: now + minute });
  await expect.poll(() => desk.recent.status().working).toBe(false);
  expect(desk.callers()).toEqual([others]);
  await desk.clock.advance(minute / 2);
  // As long as it runs: it may be killed.
  await expect.poll(() => onDisk(folder)).not.toMatch(spelled);
  expect(onDisk(folder)).toContain(others);
  await desk.recent.close();
});

const spellings = [
  ['with an agent ID', accountAt('https://pbx.example.com', { agentId: '7001' })],
  ['at another address of the PBX', accountAt('https://127.0.0.1')],
  ['at another port', accountAt('https://pbx.example.com:8443')],
  ['below a path', accountAt('https://pbx.example.com/office')],
  ['as another extension', accountAt('https://pbx.example.com', { extension: '102' })],
] as const;

describe.each(spellings)('for who signs in %s', (_how, account) => {
  const rows = everything.map((row) =>
    account.extension === '101'
      ? row
      : JSON.parse(JSON.stringify(row).replaceAll('"101"', '"102"').replaceAll('/101-', '/102-')),
  );

  test('a number that was forgotten stays so, in the list and on the disk', async () => {
    const { folder, entries } = await forgotten();
    const desk = await opened({ folder, entries, rows, account, at: now + minute });
    await desk.refresh();
    expect(desk.callers()).toEqual([others]);
    await desk.recent.close();
    expect(onDisk(folder)).not.toMatch(spelled);
  });

  test('calls and notes of before go too when a number is forgotten', async () => {
    const [folder, entries] = [temporaryFolder(), new Map<string, string>()];
    const before = await opened({ folder, entries, rows, account });
    before.dialled('theirs', theirs);
    for (const { id } of before.shown()) before.recent.note(id, `a note on ${id}`);
    const kept = before.shown().at(-1)?.id;
    await before.recent.close();
    const desk = await opened({ folder, entries, at: now + minute });
    await desk.forgetting.forget(desk.shown()[0]?.id ?? '', false);
    await desk.recent.close();
    expect(onDisk(folder)).not.toMatch(spelled);
    expect(onDisk(folder).match(/a note on [\w.]+/g)).toEqual([`a note on ${kept}`]);
  });
});

test('what an earlier release kept for one account holds on, also for who signs in otherwise later', async () => {
  const [folder, entries] = [temporaryFolder(), new Map<string, string>()];
  const key = Buffer.alloc(32, 7);
  entries.set('forgotten', key.toString('base64'));
  const account = accountAt('https://pbx.example.com');
  const digest = (what: string, text: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([accountId(account), what, text]))
      .digest('hex');
  const file = path.join(folder, 'forgotten.json');
  const names = [
    ['end', '45678'],
    ['number', theirs],
    ['number', '+66812345678'],
  ] as const;
  const until = Object.fromEntries(names.map(([what, text]) => [digest(what, text), now]));
  writeFileSync(file, JSON.stringify({ version: 1, until }));
  const first = await opened({ folder, entries });
  expect(first.callers()).toEqual([others]);
  // What is forgotten now stands beside it.
  await first.forgetting.forget(first.shown()[0]?.id ?? '', false);
  await first.recent.close();
  for (const [, otherwise] of spellings.slice(0, 3)) {
    const desk = await opened({ folder, entries, account: otherwise, at: now + minute });
    expect(desk.callers()).toEqual([]);
    await desk.recent.close();
  }
  expect(JSON.parse(readFileSync(file, 'utf8')).until).toMatchObject(until);
});
