import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';
import { row } from './support/rows.ts';

const daySeconds = 86_400;

/** All that is in the files of a profile that this program writes. */
const onDisk = (profile: string): string =>
  readdirSync(profile)
    .filter((name) => /\.jsonl?/.test(name))
    .map((name) => readFileSync(path.join(profile, name), 'utf8'))
    .join('\n');

test('what is kept for less time goes at once, after it was said what goes', async () => {
  await withSignedIn(
    async ({ page, profile }) => {
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await expect(calls).toHaveCount(2);
      await expect.poll(() => onDisk(profile)).toContain('0898765432');
      await page.getByRole('tab', { name: 'Settings' }).click();
      const keep = page.getByRole('combobox', { name: 'Calls', exact: true });
      const asked = page.getByRole('alertdialog', { name: 'Remove what is older?' });
      await keep.selectOption('7 days');
      await expect(asked).toContainText('1 call');
      await asked.getByRole('button', { name: 'Cancel' }).click();
      await expect(keep).toHaveValue('400');
      await keep.selectOption('7 days');
      await asked.getByRole('button', { name: 'Remove' }).click();
      await expect(keep).toHaveValue('7');
      await expect.poll(() => onDisk(profile)).not.toContain('0898765432');
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(calls).toHaveCount(1);
      // Where nothing goes, nothing is asked.
      await page.getByRole('tab', { name: 'Settings' }).click();
      await keep.selectOption('30 days');
      await expect(keep).toHaveValue('30');
      await expect(asked).toBeHidden();
    },
    { pbx: { rows: [row(600), row(10 * daySeconds, { src: '0898765432', cnum: '0898765432' })] } },
  );
});

test('everything about a number is forgotten from its details, the contact too, and does not come back', async () => {
  await withSignedIn(
    async ({ page, profile }) => {
      const wish = { number: '081-234-5678', name: 'Somchai' };
      await page.evaluate((one) => window.companion?.request('favourites.add', one), wish);
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await expect(calls).toHaveCount(3);
      await calls.first().getByRole('button', { name: 'More' }).click();
      await page.getByRole('textbox', { name: 'Note' }).fill('Ask for the invoice');
      await page.getByRole('button', { name: 'Forget this number…' }).click();
      const asked = page.getByRole('alertdialog', { name: 'Forget 081 234 5678?' });
      await expect(asked).toContainText('2 calls');
      await expect(asked).toContainText('1 note');
      await expect(asked.getByRole('checkbox', { name: 'Somchai in your contacts, too' })).toBeChecked();
      await asked.getByRole('button', { name: 'Cancel' }).click();
      await expect(calls).toHaveCount(3);
      await page.getByRole('button', { name: 'Forget this number…' }).click();
      await asked.getByRole('button', { name: 'Forget', exact: true }).click();
      await expect(page.getByText('Forgotten.')).toBeVisible();
      await expect(calls).toHaveCount(1);
      expect(onDisk(profile)).not.toMatch(/812345678|81-234-5678|Somchai|invoice/);
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
      await expect(calls).toHaveCount(1);
    },
    {
      pbx: {
        rows: [
          row(600),
          row(7_200, { src: '+66812345678' }),
          row(9_000, { src: '0898765432', cnum: '0898765432' }),
        ],
      },
    },
  );
});
