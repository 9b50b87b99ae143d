import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { again, ended, isVisible } from './support/again.ts';
import { dialByKeyboard, newProfile, question, rmProfile, withSignedIn } from './support/companion.ts';
import { atDesk, press } from './support/desk.ts';
import { startPanel } from './support/panel.ts';
import { asked, askedAndRead, notAsked, questionWindow } from './support/question.ts';

test('a tel: link always asks, in front and with the focus; Escape calls nobody, Enter calls once', async () => {
  const panel = await startPanel();
  await withSignedIn(async (at) => {
    await at.page.keyboard.press('Escape');
    await expect.poll(() => isVisible(at)).toBe(false);
    await again(at, 'tel:+66-81-234-5678;ext=12');
    const small = await asked(at.app);
    await expect(question(small)).toBeVisible();
    await expect(question(small)).toContainText('A link asks for this call.');
    await expect(question(small)).toContainText('081 234 5678');
    await expect(question(small)).toContainText('Dial 12 yourself once they answer.');
    await expect.poll(() => questionWindow(at.app)).toMatchObject({ visible: true, focused: true });
    // Not over the pad, which stays where it was.
    expect(await isVisible(at)).toBe(false);
    expect(at.pbx.dials()).toEqual([]);

    await press('Escape');
    await notAsked(at.app);
    await expect.poll(() => questionWindow(at.app)).toBeNull();
    expect(await isVisible(at)).toBe(false);

    await again(at, 'callto:081 234 5678');
    await askedAndRead(at.app);
    await press('Return');
    await expect.poll(() => at.pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    expect(await isVisible(at)).toBe(false);
  });
  await panel.close();
});

test('a link is asked about also where the numbering plan does not know its number, and what stands behind a pause is shown', async () => {
  await withSignedIn(async (at) => {
    for (const [link, shown, said] of [
      ['tel:5551234', '5551234', "It doesn't look like a usual phone number."],
      ['tel:+6620270505,,123456789#', '02 027 0505', 'Dial 123456789# yourself once they answer.'],
      ['tel:+66812345678;postd=12', '081 234 5678', 'Dial 12 yourself once they answer.'],
      ['tel:1669', '1669', 'This is an emergency number.'],
    ] as const) {
      await again(at, link);
      await expect(question(await asked(at.app))).toContainText(shown);
      await expect(question(await asked(at.app))).toContainText(said);
      await press('Escape');
      await notAsked(at.app);
    }
    expect(at.pbx.dials()).toEqual([]);
  });
});

test('two programs that send the same link are asked about once; a third with another number waits its turn', async () => {
  await withSignedIn(async (at) => {
    await Promise.all([again(at, 'tel:0812345678'), again(at, 'tel:081-234-5678')]);
    await asked(at.app);
    const third = await again(at, 'tel:021234567');
    expect(third.err).toContain('Another call waits for your answer.');
    await expect(question(await asked(at.app))).toContainText('081 234 5678');
    await press('Escape');
    await notAsked(at.app);
    expect(at.pbx.dials()).toEqual([]);
  });
});

test('a link cannot dial a code, nor smuggle in a command, nor say anything but a number', async () => {
  await withSignedIn(async (at) => {
    for (const link of ['tel:*72081234567', 'tel:%2A720812345678', 'tel:hello', 'sip:alice@example.com']) {
      const { status } = await again(at, link);
      expect(status, link).toBe(1);
      await notAsked(at.app);
    }
    await again(at, 'tel:0812345678', '--dial', '021234567');
    await expect(question(await asked(at.app))).toContainText('081 234 5678');
    expect(at.pbx.dials()).toEqual([]);
  });
});

test('an answer that was typed for another program is none: who writes on is not heard, and who reads is', async () => {
  await withSignedIn(async (at) => {
    await again(at, 'tel:0812345678');
    await asked(at.app);
    // Somebody who had not seen it come up, and writes a word and sends it; then once more, long after it could be read.
    await press('o', 'k', 'Return');
    await askedAndRead(at.app);
    await press('o', 'k', 'Return');
    await askedAndRead(at.app);
    expect(at.pbx.dials()).toEqual([]);
    await press('Return');
    await expect.poll(() => at.pbx.dials().length).toBe(1);
  });
});

test('--dial calls once and says so; what fails says why, with a status of its own', async () => {
  await withSignedIn(async (at) => {
    const called = await again(at, '--dial', '081-234-5678');
    expect(called).toMatchObject({ status: 0, out: 'Calling 081 234 5678\n' });
    expect(at.pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);

    at.pbx.fault('dial', { kind: 'refuse', msg: 'No such extension' }, 1);
    const refused = await again(at, '--dial=021234567');
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('No such extension');
    expect(refused.err).toContain('02 123 4567 was not called.');

    at.pbx.fault('dial', { kind: 'close-before-reply' }, 1);
    const unknown = await again(at, '--dial', '053123456');
    expect(unknown.status).toBe(4);
    expect(unknown.err).toContain("The PBX's reply got lost. The call to 053 123 456 may have gone through.");
    expect(unknown.err).toContain('Look at your phone before you try again.');

    const code = await again(at, '--dial', '*72021234567');
    expect(code.status).toBe(1);
    expect(code.err).toContain('Codes with * or # change how the PBX treats your calls.');
    expect((await again(at, '--dial', 'hello')).status).toBe(1);
    expect(at.pbx.dials()).toHaveLength(3);
  });
});

test('--dial takes a text in any script, with one number in it, as the running program gets it', async () => {
  await withSignedIn(async (at) => {
    for (const [text, tel] of [
      ['โทร 0812345672', '0812345672'],
      ['  โทร. ๐๘๑-๒๓๔-๕๖๗๓  ', '0812345673'],
      ['📞 081 234 5674', '0812345674'],
      ['Tel. 081-234-5611 (office)', '0812345611'],
      ['\u00a0\u2003081 234 5675\n', '0812345675'],
    ] as const) {
      expect(await again(at, '--dial', text), text).toMatchObject({ status: 0 });
      expect(at.pbx.dials().at(-1)?.tel).toBe(tel);
    }
    expect(at.pbx.dials()).toHaveLength(5);
  });
});

test('--dial asks about an emergency number, and about one that the numbering plan does not know', async () => {
  await withSignedIn(async (at) => {
    for (const [number, reason] of [
      ['191', 'This is an emergency number.'],
      ['90812345678', "It doesn't look like a usual phone number."],
    ] as const) {
      const answer = again(at, '--dial', number);
      await expect(question(await asked(at.app))).toContainText(reason);
      await press('Escape');
      expect(await answer).toMatchObject({ status: 3 });
      await notAsked(at.app);
    }
    expect(at.pbx.dials()).toEqual([]);
  });
});

test('--redial with nothing to redial says so, and leaves a question that stands', async () => {
  await withSignedIn(async (at) => {
    const nothing = await again(at, '--redial');
    expect(nothing).toMatchObject({ status: 1 });
    expect(nothing.err).toContain('No call was made from here yet.');

    await dialByKeyboard(at.page, '0812345678');
    await expect.poll(() => at.pbx.dials().length).toBe(1);
    await again(at, 'tel:021234567');
    await expect(question(await asked(at.app))).toContainText('02 123 4567');
    const refused = await again(at, '--redial');
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.err).toContain('Another call waits for your answer.');
    await expect(question(await asked(at.app))).toContainText('02 123 4567');
    expect(at.pbx.dials()).toHaveLength(1);
  });
});

test('many links at once are one question and one notice', async () => {
  const panel = await startPanel();
  await withSignedIn(async (at) => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => again(at, `tel:08123456${index + 10}`)));
    await asked(at.app);
    const open = 'Another call waits for your answer.';
    expect(panel.told.filter(({ title, body }) => `${title} ${body}`.includes(open))).toHaveLength(1);
    expect(panel.told.filter(({ event }) => event === 'notice')).toHaveLength(1);
    expect(at.pbx.dials()).toEqual([]);
  });
  await panel.close();
});

test('--dial --ask waits for the person: cancelled and called are told apart', async () => {
  await withSignedIn(async (at) => {
    const cancelled = again(at, '--dial', '0812345678', '--ask');
    await expect(question(await asked(at.app))).toContainText('Another program asks for this call.');
    await press('Escape');
    expect(await cancelled).toMatchObject({ status: 3 });
    await notAsked(at.app);
    expect(at.pbx.dials()).toEqual([]);

    const called = again(at, '--dial', '0812345678', '--ask');
    await question(await askedAndRead(at.app))
      .getByRole('button', { name: 'Call' })
      .click();
    expect(await called).toMatchObject({ status: 0 });
    expect(at.pbx.dials()).toHaveLength(1);
  });
});

test('--dial-selection calls what is marked, --dial-clipboard what was copied', async () => {
  const desk = atDesk();
  try {
    await withSignedIn(async (at) => {
      await desk.mark('Tel. 081-234-5678');
      await desk.copy('02 123 4567');
      expect((await again(at, '--dial-clipboard')).status).toBe(0);
      expect(at.pbx.dials().map(({ tel }) => tel)).toEqual(['021234567']);
      await desk.copy('nothing to call');
      expect(await again(at, '--dial-clipboard')).toMatchObject({ status: 1, out: '' });
      expect(await again(at, '--dial-selection')).toMatchObject({
        status: 0,
        out: 'Calling 081 234 5678\n',
      });
      expect(at.pbx.dials().map(({ tel }) => tel)).toEqual(['021234567', '0812345678']);
    });
  } finally {
    await desk.close();
  }
});

test('--redial calls the last number, --show shows the window, and what is not understood calls nobody', async () => {
  await withSignedIn(async (at) => {
    await dialByKeyboard(at.page, '0812345678');
    await expect.poll(() => at.pbx.dials().length).toBe(1);
    // Whether it was called nobody knows: that is a moment for longer, in which another start takes place on a busy computer, too.
    at.pbx.fault('dial', { kind: 'close-before-reply' });
    await dialByKeyboard(at.page, '021234567');
    await expect.poll(() => at.pbx.dials().length).toBe(2);
    await expect(at.page.getByText('may have gone through')).toBeVisible();
    at.pbx.fault('dial', null);
    // The same number within seconds asks, whatever the way in.
    const redial = again(at, '--redial');
    await expect(question(await asked(at.app))).toContainText('02 123 4567');
    await press('Escape');
    expect(await redial).toMatchObject({ status: 3 });

    await at.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.getTitle() === 'promptCall Companion')
        ?.hide(),
    );
    expect(await again(at, '--show')).toMatchObject({ status: 0 });
    await expect.poll(() => isVisible(at)).toBe(true);

    const longLink = `tel:0812345678;x=${'a'.repeat(40_000)}`;
    for (const wrong of [
      ['0812345678'],
      ['--dial'],
      ['--ask'],
      ['--redial', '--dial', '1'],
      ['notes.txt'],
      ['--ask=true', '--dial', '0812345678'],
      ['--redial=no'],
      ['--aks', '--dial', '0812345678'],
      ['--ignore-certificate-errors'],
      [longLink],
    ]) {
      const { status, err } = await again(at, ...wrong);
      expect(status, wrong.join(' ')).toBe(2);
      expect(err).toContain('--help');
    }
    expect((await again(at, '--help')).out).toContain('--dial-selection');
    expect(at.pbx.dials()).toHaveLength(2);
  });
});

test('a second start with --dial while the first one is starting is one call', async () => {
  await withSignedIn(async (at) => {
    const [, ...args] = at.app
      .process()
      .spawnargs.filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg));
    const file = at.app.process().spawnfile;
    await at.close();
    const first = spawn(file, args);
    const firstEnded = ended(first);
    try {
      // Or the one with the number may be the first.
      await expect.poll(() => readdirSync(at.profile)).toContain('SingletonLock');
      const second = await ended(spawn(file, [...args, '--dial', '0812345678']));
      expect(second).toMatchObject({ status: 0, out: 'Calling 081 234 5678\n' });
      expect(at.pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    } finally {
      first.kill('SIGKILL');
      await firstEnded;
    }
  });
});

test('a notice of a call that failed is clicked: it asks whether to try again, and dials nothing by itself', async () => {
  const panel = await startPanel();
  await withSignedIn(async (at) => {
    await at.page.keyboard.press('Escape');
    await expect.poll(() => isVisible(at)).toBe(false);
    at.pbx.fault('dial', { kind: 'refuse', msg: 'Busy' }, 1);
    await again(at, '--dial', '0812345678');
    await panel.until(({ title }) => title === '081 234 5678 was not called');
    await panel.click();
    await expect(question(await asked(at.app))).toContainText('081 234 5678');
    expect(at.pbx.dials()).toHaveLength(1);
    await askedAndRead(at.app);
    await press('Return');
    await expect.poll(() => at.pbx.dials().length).toBe(2);
    await panel.until(
      ({ title, body }) => title === 'Calling 081 234 5678' && body === 'Pick up extension 101.',
    );
  });
  await panel.close();
});

test('switched on in the settings, a tel: link that any program opens comes here; switched off, it does not', async () => {
  const home = newProfile();
  const env = { HOME: home, XDG_DATA_HOME: `${home}/data`, XDG_CONFIG_HOME: `${home}/config` };
  await withSignedIn(
    async (at) => {
      const open = (link: string) =>
        ended(spawn('xdg-open', [link], { env: { ...process.env, ...env, BROWSER: 'false' } }));
      await at.page.getByRole('tab', { name: 'Settings' }).click();
      const both = at.page.getByRole('switch', { name: 'Open tel: and callto: links' });
      // Nobody's links are taken unasked.
      await expect(both).not.toBeChecked();
      expect((await open('tel:+66812345678')).status).not.toBe(0);
      await both.click();
      await expect(both).toBeChecked();
      await open('tel:+66812345678');
      await expect(question(await asked(at.app))).toContainText('081 234 5678');
      await press('Escape');
      await notAsked(at.app);

      await both.click();
      await expect(both).not.toBeChecked();
      expect((await open('tel:+66812345678')).status).not.toBe(0);
      await notAsked(at.app);
      expect(at.pbx.dials()).toEqual([]);
    },
    { env },
  );
  rmProfile(home);
});
