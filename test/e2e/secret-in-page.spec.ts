import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { newProfile, rmProfile, startCompanion } from './support/companion.ts';

const key = 'key-4711-of-the-desk';
const secret = 'sesame-0815-open-the-door';

/** All texts that the page's memory holds on to, after what nobody needs was thrown away. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  let heap = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    heap += chunk;
  });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return heap;
}

/** By the keyboard: what a driver fills in it also writes into the page's memory itself. */
async function typeSignIn(page: Page, address: string): Promise<void> {
  const fields = { 'PBX address': address, 'API key': key, 'API secret': secret, Extension: '101' };
  for (const [name, text] of Object.entries(fields)) {
    await page.getByRole('textbox', { name }).focus();
    await page.keyboard.type(text);
  }
}

test('what was typed to sign in is thrown away at once, and not when the memory is needed', async () => {
  const pbx = await startPbx({ apiKey: key, apiSecret: secret });
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  try {
    await typeSignIn(page, pbx.origin);
    await page.evaluate(() => {
      // Of the same age, and held by as little.
      Reflect.set(window, 'rubbish', new WeakRef({}));
    });
    const isThere = () =>
      page.evaluate(() => (Reflect.get(window, 'rubbish') as WeakRef<object>).deref() !== undefined);
    expect(await isThere()).toBe(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    await expect.poll(isThere).toBe(false);
    expect(await page.evaluate(() => typeof Reflect.get(window, 'gc'))).toBe('undefined');
  } finally {
    await close();
    await pbx.close();
    rmProfile(profile);
  }
});

test('when the person is signed in, the page holds neither the key nor the secret that they typed', async () => {
  const pbx = await startPbx({ apiKey: key, apiSecret: secret });
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  try {
    await typeSignIn(page, pbx.origin);
    const before = await heapOf(page);
    // Read as the form is sent, and there in the boxes until then.
    expect(await page.getByLabel('API secret').inputValue()).toBe(secret);
    expect(before.length).toBeGreaterThan(1_000_000);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    const heap = await heapOf(page);
    expect(heap).toContain('Dial pad');
    expect(heap.includes(secret)).toBe(false);
    expect(heap.includes(key)).toBe(false);
  } finally {
    await close();
    await pbx.close();
    rmProfile(profile);
  }
});
