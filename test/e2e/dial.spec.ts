import { expect, type Page, test } from '@playwright/test';
import { armingTimeAgain } from '../../app/dialing/dialler.ts';
import type { Fault } from '../pbx/stand-in.ts';
import {
  callButton,
  dialByKeyboard,
  numberBox,
  question,
  readQuestion,
  type SignInFields,
  withSignedIn,
} from './support/companion.ts';
import { xdotool } from './support/desk.ts';

const ways: [NonNullable<SignInFields['authentication']>, NonNullable<SignInFields['requests']>, string][] = [
  ['Authorization header', 'POST', 'header'],
  ['Authorization header', 'GET', 'header'],
  ['Request body', 'POST', 'body'],
  ['Query string', 'POST', 'query'],
  ['Query string', 'GET', 'query'],
];

for (const [authentication, requests, way] of ways) {
  test(`a call by ${authentication} and ${requests} is one request with the right fields`, async () => {
    await withSignedIn(
      async ({ page, pbx }) => {
        await page.getByRole('button', { name: '0', exact: true }).click();
        for (const digit of '812345678') await page.getByRole('button', { name: digit, exact: true }).click();
        await expect(numberBox(page)).toHaveValue('081 234 5678');
        await callButton(page).click();
        await expect(page.getByRole('status').first()).toContainText('Calling 081 234 5678');

        const dials = pbx.received.filter(({ action }) => action === 'dial');
        expect(dials).toHaveLength(1);
        expect(dials[0]).toMatchObject({ method: requests, authenticated: true, authWays: [way] });
        expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
      },
      { fields: { authentication, requests } },
    );
  });
}

test('a user with an agent id calls by dialqm', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await dialByKeyboard(page, '+66 81 234 5678');
      await expect(page.getByRole('status').first()).toContainText('Calling');
      expect(pbx.dials()).toEqual([{ agent: '2001', tel: '0812345678' }]);
      expect(pbx.received.filter(({ action }) => action === 'dialqm')).toHaveLength(1);
    },
    { fields: { agentId: '2001' } },
  );
});

test('what is typed on the keyboard is called with Enter, extensions and feature codes untouched', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    for (const [typed, tel] of [
      ['102', '102'],
      ['*97', '*97'],
      ['๐๒ ๑๒๓ ๔๕๖๗', '021234567'],
    ] as const) {
      await dialByKeyboard(page, typed);
      await expect.poll(() => pbx.dials().at(-1)?.tel).toBe(tel);
      await expect(callButton(page)).toBeEnabled();
    }
    expect(pbx.dials()).toHaveLength(3);
  });
});

test('a pasted "Tel. 081-234-5678" becomes its number', async () => {
  await withSignedIn(async ({ app, page }) => {
    await app.evaluate(({ clipboard }) => clipboard.writeText('Tel. 081-234-5678'));
    await numberBox(page).focus();
    await page.keyboard.press('Control+V');
    await expect(numberBox(page)).toHaveValue('081 234 5678');
  });
});

test('ten quick presses are one call, and Call is off while it is asked for', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    pbx.fault('dial', { kind: 'slow', ms: 4_000 }, 1);
    await numberBox(page).fill('0812345678');
    await numberBox(page).focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
    await expect(callButton(page)).toBeDisabled();
    for (let press = 0; press < 5; press += 1)
      await callButton(page)
        .click({ force: true, timeout: 500 })
        .catch(() => {});
    await expect(page.getByRole('status').first()).toContainText('Calling');
    expect(pbx.dials()).toHaveLength(1);
  });
});

test('the same number again within seconds asks first: Escape calls nobody, Enter calls once', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await dialByKeyboard(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    await page.getByRole('button', { name: 'Redial' }).click();
    await expect(question(page)).toContainText('081 234 5678');
    await page.keyboard.press('Escape');
    await expect(question(page)).toBeHidden();
    expect(pbx.dials()).toHaveLength(1);

    await page.getByRole('button', { name: 'Redial' }).click();
    await readQuestion(page);
    await page.keyboard.press('Enter');
    await expect(question(page)).toBeHidden();
    await expect.poll(() => pbx.dials().length).toBe(2);
  });
});

/** Notes when each press went down, as the page reads it. */
const notePresses = (page: Page) =>
  page.evaluate(() => {
    const downs: number[] = [];
    Reflect.set(window, 'downs', downs);
    for (const kind of ['keydown', 'pointerdown'] as const)
      window.addEventListener(kind, ({ timeStamp }) => downs.push(timeStamp), { capture: true });
  });

/** Milliseconds between two of the presses since this was asked last. */
const longestPause = (page: Page) =>
  page.evaluate(() => {
    const downs = (Reflect.get(window, 'downs') as number[]).splice(0);
    return Math.max(0, ...downs.slice(1).map((at, index) => at - (downs[index] ?? at)));
  });

for (const [how, ...tap] of [
  ['Enter', 'key', '--delay', '0', 'Return'],
  ['Space', 'key', '--delay', '0', 'space'],
  ['the mouse', 'click', '1'],
] as const) {
  test(`an impatient finger on ${how} makes one call, however fast; who pauses and reads is heard`, async () => {
    await withSignedIn(async ({ app, page, pbx }) => {
      const window = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.getContentBounds(),
      );
      await notePresses(page);
      const pauses = [0.05, 0.15, 0.3, 0.45];
      for (let round = 0; pauses.length > 0; round += 1) {
        const number = `08123456${10 + round}`;
        const before = pbx.dials().length;
        await dialByKeyboard(page, number);
        await expect.poll(() => pbx.dials().length).toBe(before + 1);
        await expect(callButton(page)).toBeEnabled();
        // Enter goes on from the pad; the others find the question there, the mouse above its Call button.
        await numberBox(page).fill(number);
        await longestPause(page);
        if (how !== 'Enter') {
          await numberBox(page).press('Enter');
          await expect(question(page)).toBeVisible();
        }
        if (how === 'the mouse' && round === 0) {
          const at = await question(page).getByRole('button', { name: 'Call', exact: true }).boundingBox();
          const [x, y] = [(window?.x ?? 0) + (at?.x ?? 0) + 20, (window?.y ?? 0) + (at?.y ?? 0) + 10];
          await xdotool('mousemove', `${x}`, `${y}`);
        }
        await xdotool(...Array.from({ length: 12 }, () => [...tap, 'sleep', `${pauses[0]}`]).flat());
        // A computer that was so slow made a pause, since the question came or later, as of somebody who reads: one more round.
        if ((await longestPause(page)) >= armingTimeAgain && round < 15) {
          if (await question(page).isVisible()) await page.keyboard.press('Escape');
          continue;
        }
        pauses.shift();
        expect(pbx.dials()).toHaveLength(before + 1);
        await readQuestion(page);
        await xdotool(...tap);
        await expect.poll(() => pbx.dials().length).toBe(before + 2);
      }
    });
  });
}

/** What is said where the PBX may have rung the phone; of the number that was called. */
const unknown = (what: string) => (number: string) => [
  `${what} The call to ${number} may have gone through.`,
  'Look at your phone before you try again.',
];
const placed = () => ['Pick up 101'];

/** What each fault must be told as. */
const faults: [string, Fault, (number: string) => string[]][] = [
  ['closes before it answers', { kind: 'close-before-reply' }, unknown("The PBX's reply got lost.")],
  ['closes in the middle of its answer', { kind: 'close-mid-reply' }, unknown("The PBX's reply got lost.")],
  ['answers 500', { kind: 'status', status: 500 }, unknown('The PBX has a problem of its own.')],
  ['answers with a web page', { kind: 'html' }, unknown("Something answered that isn't the promptCall API.")],
  [
    'sends us elsewhere',
    { kind: 'redirect', to: 'http://127.0.0.1:9/', status: 307 },
    unknown('The PBX sends this on to another address.'),
  ],
  ['never stops answering', { kind: 'endless' }, unknown("The PBX's answer is far too long.")],
  [
    'refuses',
    { kind: 'refuse', msg: 'Number is <b>not</b> allowed' },
    () => ['The PBX turned this call down.', 'Check the number. If it is right, ask IT.'],
  ],
  [
    'finds the phone busy',
    { kind: 'refuse', msg: 'Extension is <b>busy</b>' },
    () => ['Your phone 101 is busy.', 'Hang it up, then try again.'],
  ],
  [
    'cannot reach the phone',
    { kind: 'refuse', msg: '\u001b[31mExtension 101 is not registered\u001b[0m' },
    () => [
      "Your phone 101 isn't connected to the PBX.",
      'Look whether it is switched on and plugged in, then try again.',
    ],
  ],
  ['is barred by a firewall', { kind: 'status', status: 403 }, unknown('Access to the PBX is barred (403).')],
  [
    'does not know us any more',
    { kind: 'status', status: 401 },
    () => [
      "The PBX doesn't accept your API key any more.",
      'Ask IT for a new one, then sign out and sign in with it.',
    ],
  ],
  ['answers slowly', { kind: 'slow', ms: 700 }, placed],
  ['writes a warning before its answer', { kind: 'php-warning' }, placed],
  ['writes a byte-order mark before its answer', { kind: 'bom' }, placed],
  ['says success as a string', { kind: 'success-as', value: 'true' }, placed],
];

test('every way a PBX can misbehave has its own sentence, and none makes a second request', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    let number = 812_345_100;
    for (const [what, fault, told] of faults) {
      await test.step(`a PBX that ${what}`, async () => {
        number += 1;
        const before = pbx.dials().length;
        pbx.fault('dial', fault, 1);
        await dialByKeyboard(page, `0${number}`);
        const status = page.getByRole('status').first();
        for (const sentence of told(`081 234 5${number % 1_000}`))
          await expect(status).toContainText(sentence, { timeout: 20_000 });
        expect(pbx.received.filter(({ action }) => action === 'dial')).toHaveLength(before + 1);
      });
    }
    await expect(page.locator('b')).toHaveCount(0);
  });
});

test('a PBX that is gone is named as such, and nothing is unknown about it', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await pbx.close();
    await dialByKeyboard(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText("The PBX isn't taking connections.");
    await expect(page.getByRole('banner').getByText("The PBX doesn't answer")).toBeVisible();
  });
});

test('a PBX that takes the call and never answers ends as unknown, in the end; with notices off it is asked nothing else meanwhile', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await page.evaluate(() => window.companion?.request('settings.set', { notifyMissed: false }));
    // Once the list has been looked at, there is something to keep up to date.
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    await expect.poll(() => pbx.received.some(({ action }) => action === 'cdrapi')).toBe(true);
    await page.getByRole('tab', { name: 'Dial pad' }).click();
    await page.waitForTimeout(1_000);
    const before = pbx.received.length;

    pbx.fault('dial', { kind: 'hang' }, 1);
    await dialByKeyboard(page, '0812345678');
    const status = page.getByRole('status').first();
    // Longer than an open list waits before it asks again.
    await page.waitForTimeout(30_000);
    expect(pbx.received.slice(before).map(({ action }) => action)).toEqual(['dial']);
    await expect(status).toContainText('The PBX takes too long to answer.', { timeout: 60_000 });
    await expect(status).toContainText('The call to 081 234 5678 may have gone through.');
    await expect(status).toContainText('Look at your phone before you try again.');
    // The number still stands there, and whoever waited so long presses again.
    await numberBox(page).press('Enter');
    await expect(question(page)).toContainText(
      'The last call to it may have gone through. Look at your phone first.',
    );
    expect(pbx.dials()).toHaveLength(1);
  });
});
