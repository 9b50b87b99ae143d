import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn, signOut, withSignedIn } from './support/companion.ts';
import { answerSaveDialog } from './support/recordings.ts';
import { answered, row } from './support/rows.ts';

test('a name opens the page of that person, with the calls of all their numbers; a tag in a note finds its calls, after a reinstall too', async () => {
  await withSignedIn(
    async ({ app, page, pbx, profile }) => {
      const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await page.evaluate(() =>
        window.companion?.request('contacts.add', {
          name: 'วิภา สมใจ',
          company: 'Siam Trading',
          note: '',
          numbers: [
            { number: '081 234 5678', label: 'mobile' },
            { number: '+66 2 123 4567', label: 'work' },
            { number: '+44 20 7946 0018', label: 'home' },
          ],
        }),
      );
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(calls).toHaveCount(5);

      await calls.filter({ hasText: 'Missed' }).getByRole('button', { name: 'วิภา สมใจ' }).click();
      const person = page.getByRole('region', { name: 'Person' });
      await expect(person).toContainText('Siam Trading');
      await expect(person).toContainText('3 calls · 2 answered · 1 missed');
      await expect(calls).toHaveCount(3);
      // No call was with this number: it stands in the phone book, and is asked about as it is there.
      await person.getByRole('button', { name: 'Call +44 20 7946 0018' }).click();
      const question = page.getByRole('alertdialog', { name: 'Call this number?' });
      await expect(question).toContainText('+44 20 7946 0018');
      await question.getByRole('button', { name: 'Cancel' }).click();
      expect(pbx.dials()).toEqual([]);
      // Somebody else has one of the numbers, too: who is called from this page is who it is of, and where nobody was chosen both are named.
      await page.evaluate(() =>
        window.companion?.request('contacts.add', {
          ...{ name: 'Front office', company: '', note: '' },
          numbers: [{ number: '02 123 4567', label: '' }],
        }),
      );
      await person.getByRole('button', { name: 'Call 02 123 4567' }).click();
      await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
      const calling = page.getByRole('status').filter({ hasText: 'Calling' });
      await expect(calling).toContainText('วิภา สมใจ');
      await expect(calling).not.toContainText('Front office');
      await page.keyboard.press('Escape');
      await expect(person).toBeHidden();
      await expect(calls.filter({ hasText: 'Incoming' }).filter({ hasText: 'Front office' })).toHaveCount(1);
      const placed = calls.filter({ hasText: 'Outgoing' });
      await expect(placed).toContainText('วิภา สมใจ');
      await expect(placed).not.toContainText('Front office');
      await placed.getByRole('button', { name: 'วิภา สมใจ' }).click();
      await expect(person).toContainText('081 234 5678');
      await page.keyboard.press('Escape');
      await expect(person).toBeHidden();

      // What was said stands on their page, and who is in the phone book is not to be added, however they write the number.
      await calls.filter({ hasText: 'Missed' }).getByRole('button', { name: 'วิภา สมใจ' }).click();
      await calls.first().getByRole('button', { name: 'More' }).click();
      await expect(page.getByRole('button', { name: 'Add contact' })).toHaveCount(0);
      await page.getByRole('textbox', { name: 'Note' }).fill('wants a quote\n0:05 price agreed');
      await page.keyboard.press('Escape');
      await expect(calls.first()).toContainText('wants a quote · 0:05 price agreed');
      await page.keyboard.press('Escape');
      await expect(person).toBeHidden();

      const somchai = calls.filter({ hasText: 'Somchai' });
      await somchai.getByRole('button', { name: 'More' }).click();
      await expect(page.getByRole('button', { name: 'Add contact' })).toBeVisible();
      await page.getByRole('textbox', { name: 'Note' }).fill('wants the\n#invoice');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '#invoice', exact: true }).click();
      await expect(calls).toHaveCount(1);
      await expect(calls).toContainText('Somchai');
      // Nobody in particular has a page.
      await page.getByRole('button', { name: '#invoice', exact: true }).click();
      const withheld = calls.filter({ hasText: 'Number withheld' });
      await expect(withheld.getByRole('button', { name: 'Number withheld' })).toHaveCount(0);

      const carried = path.join(profile, 'carried.json');
      const settings = page.getByRole('tab', { name: 'Settings' });
      await settings.click();
      await answerSaveDialog(app, carried);
      await page.getByRole('button', { name: 'Export notes…' }).click();
      await expect(page.getByText('Saved: 2 notes.')).toBeVisible();
      await signOut(page);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      for (const name of readdirSync(profile).filter((one) => /^(?:notes-|calls)/.test(one)))
        rmSync(path.join(profile, name));
      await signIn(page, { address: pbx.origin });
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(somchai).toBeVisible();
      await expect(page.getByRole('button', { name: '#invoice', exact: true })).toHaveCount(0);
      await settings.click();
      await app.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      }, carried);
      await page.getByRole('button', { name: 'Import notes…' }).click();
      await expect(page.getByText('2 notes added')).toBeVisible();
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await page.getByRole('button', { name: '#invoice', exact: true }).click();
      await expect(calls).toHaveCount(1);
      await somchai.getByRole('button', { name: 'More' }).click();
      await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('wants the\n#invoice');
    },
    {
      pbx: {
        rows: [
          row(60, { src: '66812345678' }),
          row(3_600, { ...answered, src: '021234567' }),
          row(7_200, { ...answered, src: '0612345678', cnam: 'Somchai' }),
          row(9_000, { src: 'anonymous' }),
          row(9_600, { ...answered, src: '0812345678' }),
        ],
      },
    },
  );
});
