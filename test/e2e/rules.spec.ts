import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dialByKeyboard, withSignedIn } from './support/companion.ts';

const region = (page: Page) => page.getByRole('region', { name: 'Dialling rules' });
const tester = (page: Page) => region(page).getByRole('textbox', { name: 'Try a number' });
const verdict = (page: Page) => region(page).getByRole('status').last();
const rulesOn = async (page: Page) =>
  (await region(page).locator('.rule-name').allTextContents()).filter(Boolean);

interface Rule {
  readonly name: string;
  readonly match: string;
  readonly action?: string;
  readonly value?: string;
}

async function fill(page: Page, { name, match, action, value }: Rule): Promise<void> {
  await page.getByRole('textbox', { name: 'Rule name' }).fill(name);
  await page.getByRole('textbox', { name: 'Numbers', exact: true }).fill(match);
  const act = action ?? 'Puts digits before';
  await page.getByRole('combobox', { name: 'What it does' }).selectOption(act);
  if (value === undefined) return;
  const label = act === 'Puts digits before' ? 'Digits before' : 'Begins with instead';
  await page.getByRole('textbox', { name: label }).fill(value);
}

async function addRule(page: Page, rule: Rule): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click();
  await region(page).getByRole('button', { name: 'Add rule' }).click();
  await fill(page, rule);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(region(page).getByRole('button', { name: `Edit ${rule.name}` })).toBeVisible();
}

async function dial(page: Page, number: string): Promise<void> {
  await page.getByRole('tab', { name: 'Dial pad' }).click();
  await dialByKeyboard(page, number);
}

const policyOf = (content: unknown): { COMPANION_POLICY: string } => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'policy-')), 'policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { COMPANION_POLICY: file };
};

test('a rule made in the settings changes what the PBX is sent, not what the person sees', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'Outside line', match: '0X.', value: '9' });
    await dial(page, '102');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '102' }]);
    await dial(page, '0898765432');
    await expect(page.getByRole('status').first()).toContainText('Calling 089 876 5432');
    // Refused: the same number may be called again at once.
    pbx.fault('dial', { kind: 'refuse', msg: 'Busy' }, 1);
    await dial(page, '081-234-5678');
    await expect(page.getByRole('status').first()).toContainText('081 234 5678 was not called');

    // It is known by what the person dialled: the rule is not applied to its own result.
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    // The newest: the PBX may know of older calls with the same number.
    await page.getByRole('button', { name: 'Call 081 234 5678' }).first().click();
    await expect
      .poll(() => pbx.dials().map(({ tel }) => tel))
      .toEqual(['102', '90898765432', '90812345678', '90812345678']);
  });
});

test('a number that a rule forbids is not sent, and the rule is named', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'No premium numbers', match: '1900.', action: 'Forbids the call' });
    for (const number of ['1900 222 333', '+66 1900 222 333']) {
      await dial(page, number);
      const status = page.getByRole('status').first();
      await expect(status).toContainText("A dialling rule doesn't allow this number.");
      await expect(status).toContainText('No premium numbers');
    }
    expect(pbx.received.filter(({ action }) => action === 'dial')).toEqual([]);
    const redial = page.getByRole('button', { name: 'Redial' });
    await expect(redial).toBeDisabled();
    await dial(page, '0812345678');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    const call = page.getByRole('listitem').filter({ hasText: '1900 222 333' }).first();
    await expect(call).toContainText("A dialling rule doesn't allow this number.");
  });
});

test('a rule that makes nonsense of a number stops the call and is named', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'Wrong outside line', match: '.', value: '9' });
    await dial(page, '+44 20 7946 0958');
    const status = page.getByRole('status').first();
    await expect(status).toContainText("A dialling rule makes a number of it that can't be called.");
    await expect(status).toContainText('Wrong outside line');
    expect(pbx.received.filter(({ action }) => action === 'dial')).toEqual([]);
  });
});

test('an emergency number goes through a rule that forbids everything, as it is', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'Nothing', match: '.', action: 'Forbids the call' });
    await tester(page).fill('0812345678');
    await expect(verdict(page)).toHaveText('Not called: the rule “Nothing” forbids it.');
    await tester(page).fill('1669');
    await expect(verdict(page)).toContainText('The PBX is sent 1669');
    await expect(verdict(page)).toContainText('An emergency number: it goes as it is.');
    await dial(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText(
      "A dialling rule doesn't allow this number.",
    );
    await dial(page, '1669');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '1669' }]);
  });
});

test('the tester says what is sent and by which rule, also by one that is still being written', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'Outside line', match: '0X.', value: '9' });
    await tester(page).fill('081 234 5678');
    await expect(verdict(page)).toContainText('90812345678');
    await expect(verdict(page)).toContainText('“Outside line”');
    await tester(page).fill('101');
    await expect(verdict(page)).toContainText('No rule fits.');
    await tester(page).fill('call me');
    await expect(verdict(page)).toHaveText("This can't be called.");

    await region(page).getByRole('button', { name: 'Edit Outside line' }).click();
    await fill(page, { name: 'Outside line', match: '๐X.', value: '๗7' });
    await tester(page).fill('021234567');
    await expect(verdict(page)).toContainText('77021234567');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(verdict(page)).toContainText('9021234567');
    expect(pbx.dials()).toEqual([]);
  });
});

test('rules are made, ordered, changed and removed by keyboard alone, and the first that fits is applied', async () => {
  await withSignedIn(async ({ page }) => {
    const { keyboard } = page;
    await page.getByRole('tab', { name: 'Settings' }).click();
    const write = async (name: string, value: string) => {
      await region(page).getByRole('button', { name: 'Add rule' }).focus();
      await keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: 'Rule name' })).toBeFocused();
      await keyboard.type(name);
      await keyboard.press('Tab');
      await keyboard.type('0X.');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.type(value);
      await keyboard.press('Enter');
      await expect(region(page).getByRole('button', { name: 'Add rule' })).toBeFocused();
    };
    await write('First', '1');
    await write('Second', '2');
    await write('Third', '3');
    expect(await rulesOn(page)).toEqual(['First', 'Second', 'Third']);
    await tester(page).fill('021234567');
    await expect(verdict(page)).toContainText('1021234567');

    await region(page).getByRole('button', { name: 'Move Third up' }).focus();
    await keyboard.press('Enter');
    await expect(region(page).getByRole('button', { name: 'Move Third up' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(region(page).getByRole('button', { name: 'Move Third down' })).toBeFocused();
    expect(await rulesOn(page)).toEqual(['Third', 'First', 'Second']);
    await expect(verdict(page)).toContainText('3021234567');

    await region(page).getByRole('button', { name: 'Edit First' }).focus();
    await keyboard.press('Enter');
    await keyboard.type('Changed and given up');
    await keyboard.press('Escape');
    await expect(region(page).getByRole('button', { name: 'Add rule' })).toBeFocused();
    await region(page).getByRole('button', { name: 'Remove Third' }).focus();
    await keyboard.press('Enter');
    await expect(region(page).getByRole('button', { name: 'Edit First' })).toBeFocused();
    expect(await rulesOn(page)).toEqual(['First', 'Second']);

    await expect(region(page).getByRole('status').filter({ hasText: 'Third was removed.' })).toBeVisible();
    await expect(region(page)).not.toContainText('is number');
    await region(page).getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => rulesOn(page)).toEqual(['Third', 'First', 'Second']);
    await expect(verdict(page)).toContainText('3021234567');
    await expect(region(page).getByRole('button', { name: 'Edit Third' })).toBeFocused();
    for (const name of ['Third', 'First', 'Second'])
      await region(page)
        .getByRole('button', { name: `Remove ${name}` })
        .press('Enter');
    await expect(region(page).getByRole('button', { name: 'Add rule' })).toBeFocused();
  });
});

test('a pattern that is none is told in words under its field, and no rule is made of it', async () => {
  await withSignedIn(async ({ page }) => {
    await page.getByRole('tab', { name: 'Settings' }).click();
    await region(page).getByRole('button', { name: 'Add rule' }).click();
    const box = page.getByRole('textbox', { name: 'Numbers', exact: true });
    for (const [written, problem] of [
      ['_0X.', 'Leave out the underscore.'],
      ['0.1', 'Nothing can stand behind a full stop or an exclamation mark.'],
      ['0[5-1]', 'The smaller digit comes first, as in [1-5].'],
      ['0A', 'Only digits, + * # and the characters below.'],
    ] as const) {
      await box.fill(written);
      await expect(box).toHaveAccessibleDescription(problem);
      await expect(box).toHaveAttribute('aria-invalid', 'true');
    }
    await box.fill('0[1');
    await expect(box).not.toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('textbox', { name: 'Digits before' }).fill('9w');
    await page.getByRole('button', { name: 'Save rule' }).click();
    await expect(box).toHaveAccessibleDescription('The bracket is not closed.');
    const name = page.getByRole('textbox', { name: 'Rule name' });
    await expect(name).toHaveAccessibleDescription('Give the rule a name.');
    await expect(name).toBeFocused();
    expect(await rulesOn(page)).toEqual([]);
  });
});

test('what IT decided comes first, is shown as theirs and cannot be changed here', async () => {
  const env = policyOf({
    rules: [
      { name: 'No premium numbers', match: '1900.', action: 'block' },
      { name: 'Outside line', match: '0X.', action: 'prefix', value: '9' },
    ],
    settings: { internalLength: 3, internalShortest: 2, country: 'TH' },
  });
  await withSignedIn(
    async ({ page, pbx }) => {
      await addRule(page, { name: 'Mine', match: '.', value: '8' });
      const items = region(page).getByRole('listitem');
      await expect(items.nth(0)).toContainText('Set by IT');
      await expect(items.nth(0).getByRole('button')).toHaveCount(0);
      expect(await rulesOn(page)).toEqual(['No premium numbers', 'Outside line', 'Mine']);

      await expect(page.getByRole('combobox', { name: 'Longest extension' })).toBeDisabled();
      await expect(page.getByRole('combobox', { name: 'Shortest extension' })).toBeDisabled();
      await expect(page.getByRole('combobox', { name: 'Country' })).toBeDisabled();
      await expect(page.getByRole('combobox', { name: 'Numbers are sent' })).toBeEnabled();
      const refused = await page.evaluate(() => window.companion?.request('settings.set', { country: 'US' }));
      expect(refused).toMatchObject({ ok: false, failure: { code: 'managed' } });

      await dial(page, '1900222333');
      await expect(page.getByRole('status').first()).toContainText('No premium numbers');
      await dial(page, '0812345678');
      await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '90812345678' }]);
      await dial(page, '1150');
      await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '81150' });
    },
    { env },
  );
});

test('where IT allows no rules of one’s own, none can be made', async () => {
  await withSignedIn(
    async ({ page }) => {
      await page.getByRole('tab', { name: 'Settings' }).click();
      await expect(region(page)).toContainText('IT allows no rules of your own.');
      await expect(region(page).getByRole('button', { name: 'Add rule' })).toHaveCount(0);
      const refused = await page.evaluate(() => window.companion?.request('settings.set', { rules: [] }));
      expect(refused).toMatchObject({ ok: false, failure: { code: 'managed' } });
    },
    { env: policyOf({ ownRules: false }) },
  );
});

test('rules of IT that cannot be read are spoken of on every screen, and the others hold', async () => {
  const premium = { name: 'No premium numbers', match: '1900.', action: 'block' };
  await withSignedIn(
    async ({ page }) => {
      await expect(
        page.getByText(
          "Some dialling rules of IT can't be read: calls that they forbid may go through. Tell IT.",
        ),
      ).toBeVisible();
      await page.getByRole('tab', { name: 'Settings' }).click();
      await expect(
        page.getByText(
          "Some dialling rules of IT can't be read: calls that they forbid may go through. Tell IT.",
        ),
      ).toBeVisible();
      await dial(page, '1900222333');
      await expect(page.getByRole('status').first()).toContainText('No premium numbers');
    },
    { env: policyOf({ rules: [{ name: 'Broken', match: '[', action: 'block' }, premium] }) },
  );
  await withSignedIn(
    async ({ page }) => {
      await expect(
        page.getByText(
          "IT's settings for this computer can't be read: calls that they forbid may go through. Tell IT.",
        ),
      ).toBeVisible();
    },
    { env: policyOf('{"rules": [') },
  );
});

test('a policy that anybody could have written is not obeyed, and that is spoken of on every screen', async () => {
  const env = policyOf({
    rules: [{ name: 'To the other carrier', match: '0X.', action: 'prefix', value: '9' }],
  });
  chmodSync(env.COMPANION_POLICY, 0o666);
  await withSignedIn(
    async ({ page, pbx }) => {
      await expect(
        page.getByText(
          "IT's settings for this computer don't apply: anybody could have changed them. Tell IT.",
        ),
      ).toBeVisible();
      await dial(page, '0812345678');
      await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
      await page.getByRole('tab', { name: 'Settings' }).click();
      await expect(
        page.getByText(
          "IT's settings for this computer don't apply: anybody could have changed them. Tell IT.",
        ),
      ).toBeVisible();
    },
    { env },
  );
});

test('how long extensions of this PBX are is a setting: in a text, what is longer or shorter is none', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await addRule(page, { name: 'Outside line', match: '0X.', value: '9' });
    const found = (text: string) =>
      page.evaluate((one) => window.companion?.request('number.find', { text: one }), text);
    expect(await found('10110')).toMatchObject({ value: [] });

    const shortest = page.getByRole('combobox', { name: 'Shortest extension' });
    const longest = page.getByRole('combobox', { name: 'Longest extension' });
    await expect(shortest).toHaveValue('3');
    await expect(longest).toHaveValue('4');
    await longest.selectOption('6 digits');
    await shortest.selectOption('6 digits');
    await expect(longest.getByRole('option', { name: '5 digits' })).toHaveCount(0);
    await expect.poll(() => found('654321')).toMatchObject({ value: [{ number: '654321' }] });
    expect(await found('101')).toMatchObject({ value: [] });

    await dial(page, '123456');
    await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '123456' });
    // What is typed is called as it is typed.
    await dial(page, '102');
    await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '102' });
  });
});
