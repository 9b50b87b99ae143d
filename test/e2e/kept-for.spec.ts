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
