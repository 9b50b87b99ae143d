import { execFileSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';

import {
  newProfile,
  question,
  readQuestion,
  rmProfile,
  signIn,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { atDesk, clickThrice, type Desk, hold, pasted, press, pressTaken } from './support/desk.ts';
import { startPanel } from './support/panel.ts';
import { asked, askedAndRead, notAsked } from './support/question.ts';

const hotkey = 'ctrl+alt+d';

let desk: Desk;
test.beforeEach(() => {
  desk = atDesk();
});
test.afterEach(() => desk.close());

/** Longer than a held key repeats, so that the next one is a press again. */
const letGo = () => after(1_100);
const keyBox = (page: Page) => page.getByRole('textbox', { name: 'Hotkey' });
const openSettings = (page: Page) => page.getByRole('tab', { name: 'Settings' }).click();

test('a number that is marked in a browser is called by the key, with one request', async () => {
  await withSignedIn(async ({ pbx }) => {
    await desk.open({ text: 'Call us: 081-234-5678 (office)' });
    await clickThrice(120, 55);
    await press(hotkey);
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    await after(500);
    expect(pbx.received.filter(({ action }) => action === 'dial')).toHaveLength(1);
  });
});

test('the key that is held down for three seconds is one call and no question', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    await desk.mark('081 234 5678');
    await hold(['ctrl', 'alt', 'd'], 3_000);
    await after(500);
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    await notAsked(app);
  });
});

test('without a marked number it is the copied one, in Thai digits too, and the clipboard stays as it is', async () => {
  await withSignedIn(async ({ pbx }) => {
    const text = 'ติดต่อคุณสมชาย โทร ๐๘๑-๒๓๔-๕๖๗๘';
    await desk.mark('no number in here');
    await desk.copy(text);
    await press(hotkey);
    await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['0812345678']);
    expect((await pasted()).toString()).toBe(text);
  });
});

test('of two different numbers the one that changed since the last press is called', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    await desk.mark('081 234 5678');
    await press(hotkey);
    await expect.poll(() => pbx.dials().length).toBe(1);
    await letGo();
    await desk.copy('02 123 4567');
    await press(hotkey);
    await expect.poll(() => pbx.dials().length).toBe(2);
    await letGo();
    await desk.mark('089 876 5432');
    await press(hotkey);
    await expect
      .poll(() => pbx.dials().map(({ tel }) => tel))
      .toEqual(['0812345678', '021234567', '0898765432']);
    await notAsked(app);
  });
});

test('where that does not decide, the person does, by the keyboard alone', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    await desk.mark('081 234 5678');
    await desk.copy('02 123 4567');
    await press(hotkey);
    await expect(question(await asked(app))).toContainText('You selected one number and copied another.');
    const list = (await asked(app)).getByRole('listbox', { name: 'Numbers found' });
    await expect(list.getByRole('option')).toHaveText([/081 234 5678.*selected/, /02 123 4567.*copied/]);
    await expect(list).toBeFocused();
    await press('Escape');
    await notAsked(app);
    expect(pbx.dials()).toEqual([]);

    await letGo();
    await press(hotkey);
    const next = (await asked(app)).getByRole('listbox', { name: 'Numbers found' });
    await expect(next).toBeFocused();
    await press('Down', 'Return');
    await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['021234567']);
  });
});

test('several numbers in the marked text are asked about, and one is called', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    await desk.mark('Office 02-123-4567, mobile 081-234-5678 ต่อ 12');
    await press(hotkey);
    const small = await askedAndRead(app);
    const options = small.getByRole('listbox', { name: 'Numbers found' }).getByRole('option');
    await expect(options).toHaveText([/02 123 4567/, /081 234 5678/]);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    // By its digit, which calls nobody and is no yes.
    await press('2');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await readQuestion(small);
    await press('Return');
    await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['0812345678']);
  });
});

test('what is no number is not called, and that is told: nothing, a picture, a code, a program that hangs', async () => {
  const panel = await startPanel();
  await withSignedIn(async ({ app, pbx }) => {
    const noNumber = 'There is no phone number to call.';
    const code = 'Codes with * or # change how the PBX treats your calls.';
    const toldOf = async (what: string, from: number) => {
      await expect
        .poll(() =>
          panel.told.slice(from).some(({ title = '', body = '' }) => `${title} ${body}`.includes(what)),
        )
        .toBe(true);
    };
    let from = panel.told.length;
    await press(hotkey);
    await toldOf(noNumber, from);

    await letGo();
    from = panel.told.length;
    const picture = Buffer.alloc(200_000, 7);
    await desk.copy(picture, 'image/png');
    await press(hotkey);
    await toldOf(noNumber, from);
    expect((await pasted('image/png')).equals(picture)).toBe(true);

    await letGo();
    from = panel.told.length;
    await desk.copy('*72 0898765432');
    await press(hotkey);
    await toldOf(code, from);

    await letGo();
    from = panel.told.length;
    const hanging = await desk.mark('081 234 5678');
    hanging.kill('SIGSTOP');
    await desk.copy('nothing');
    await press(hotkey);
    await toldOf(noNumber, from);
    await notAsked(app);
    expect(pbx.dials()).toEqual([]);
  });
  await panel.close();
});

test('50 MB of copied text are cut, and stay in the clipboard', async () => {
  // They go through the X server in pieces, each of which waits for three programs to have their turn.
  test.setTimeout(400_000);
  await withSignedIn(async ({ pbx }) => {
    const text = `Tel. 081-234-5678. ${'Nothing more to read in here. '.repeat(1_700_000)}`;
    await desk.copy(text);
    await press(hotkey);
    await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['0812345678']);
    expect((await pasted()).length).toBe(text.length);
  });
});

test('a call abroad is asked about first, and every call where the person wants it', async () => {
  await withSignedIn(async ({ app, page, pbx }) => {
    await desk.mark('+44 20 7946 0123');
    await press(hotkey);
    await expect(question(await asked(app))).toContainText('This is a call abroad.');
    await press('Escape');
    await notAsked(app);

    await openSettings(page);
    await page.getByRole('combobox', { name: 'Before a hotkey call' }).selectOption('Ask first');
    await desk.mark('081 234 5678');
    await letGo();
    await press(hotkey);
    await expect(question(await asked(app))).toContainText('081 234 5678');
    expect(pbx.dials()).toEqual([]);
    await askedAndRead(app);
    await press('Return');
    await expect.poll(() => pbx.dials().length).toBe(1);
  });
});

test('a new key is recorded by pressing it, calls, and still does after a restart; meanwhile the old one calls nobody', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  let companion = await startCompanion(profile);
  try {
    await signIn(companion.page, { address: pbx.origin });
    await desk.mark('081 234 5678');
    await openSettings(companion.page);
    const box = keyBox(companion.page);
    await expect(box).toHaveValue('Ctrl+Alt+D');
    await box.focus();
    await press(hotkey);
    await expect(box).toHaveValue('Ctrl+Alt+D');
    await press('ctrl+shift+F9');
    await expect(box).toHaveValue('Ctrl+Shift+F9');
    await press('ctrl+shift+F9');
    await after(300);
    expect(pbx.dials()).toEqual([]);

    await press('Escape');
    await pressTaken('Control+Shift+F9');
    await expect.poll(() => pbx.dials().length).toBe(1);
    await companion.close();
    companion = await startCompanion(profile);
    await expect(companion.page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    await desk.mark('02 123 4567');
    await press(hotkey);
    await pressTaken('Control+Shift+F9');
    await expect.poll(() => pbx.dials().map(({ tel }) => tel)).toEqual(['0812345678', '021234567']);

    await openSettings(companion.page);
    await keyBox(companion.page).focus();
    await press('BackSpace');
    await expect(keyBox(companion.page)).toHaveValue('');
    await press('Escape');
    await desk.mark('089 876 5432');
    await letGo();
    await press('ctrl+shift+F9');
    await after(500);
    expect(pbx.dials()).toHaveLength(2);
  } finally {
    await companion.close();
    await pbx.close();
    rmProfile(profile);
  }
});

test('a key that another program owns, or that has other uses, is refused at once; the old one goes on', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await desk.open({ owns: 'Control+Alt+K' });
    await desk.mark('081 234 5678');
    await openSettings(page);
    const box = keyBox(page);
    for (const [typed, told] of [
      ['Ctrl+Alt+K', 'Another program uses this key.'],
      ['K', "This key can't be used here: it has other uses."],
      ['Ctrl+C', "This key can't be used here: it has other uses."],
    ] as const) {
      await box.fill(typed);
      await box.press('Enter');
      await expect(page.getByRole('alert')).toContainText(told);
      await expect(box).toHaveValue('Ctrl+Alt+D');
    }
    await page.getByRole('tab', { name: 'Dial pad' }).click();
    await pressTaken('Control+Alt+D');
    await expect.poll(() => pbx.dials().length).toBe(1);

    await openSettings(page);
    await box.fill('ctrl+alt+m');
    await page.getByRole('combobox', { name: 'Language' }).focus();
    await expect(box).toHaveValue('Ctrl+Alt+M');
    await expect(page.getByRole('alert')).toBeHidden();
    await desk.mark('02 123 4567');
    await letGo();
    await pressTaken('Control+Alt+M');
    await expect.poll(() => pbx.dials().length).toBe(2);
  });
});

test('a key that is taken when the program starts is told, and works when the other program has ended', async () => {
  const panel = await startPanel();
  const other = await desk.open({ owns: 'Control+Alt+D' });
  await withSignedIn(async ({ page, pbx }) => {
    await panel.until(({ title }) => title === 'Ctrl+Alt+D is not yours yet');
    await openSettings(page);
    await expect(page.getByRole('alert')).toContainText('Another program uses this key.');
    other.kill();
    await expect(page.getByRole('alert')).toBeHidden();
    await desk.mark('081 234 5678');
    await pressTaken('Control+Alt+D');
    await expect.poll(() => pbx.dials().length).toBe(1);
  });
  await panel.close();
});

test('with a Thai keyboard and nothing else the key calls, beside a program that has another one', async () => {
  await desk.open({ owns: 'Control+Alt+K' });
  execFileSync('setxkbmap', ['th']);
  try {
    await withSignedIn(async ({ page, pbx }) => {
      await desk.mark('081 234 5678');
      await openSettings(page);
      await expect(keyBox(page)).toHaveValue('Ctrl+Alt+D');
      await expect(page.getByRole('alert')).toBeHidden();
      // By its number: this keyboard has no D.
      await press('ctrl+alt+40');
      await expect.poll(() => pbx.dials().length).toBe(1);

      execFileSync('setxkbmap', ['us,th']);
      await desk.mark('02 123 4567');
      await letGo();
      await pressTaken('Control+Alt+D');
      await expect.poll(() => pbx.dials().length).toBe(2);
    });
  } finally {
    execFileSync('setxkbmap', ['us']);
  }
});

test('where the desktop gives no keys that work everywhere, the settings show the command to bind', async () => {
  await withSignedIn(
    async ({ page, pbx, profile }) => {
      await openSettings(page);
      await expect(
        page.getByText(
          "This desktop gives programs no keys that work everywhere. In the desktop's keyboard settings, bind a key to this command:",
        ),
      ).toBeVisible();
      await page.getByRole('button', { name: 'Copy command' }).click();
      const command = (await pasted()).toString();
      expect(command).toContain(`--user-data-dir=${profile}`);
      expect(command).toMatch(/ --dial-selection$/);
      await desk.mark('081 234 5678');
      await press(hotkey);
      await letGo();
      expect(pbx.dials()).toEqual([]);
    },
    { env: { XDG_SESSION_TYPE: 'wayland' } },
  );
});
