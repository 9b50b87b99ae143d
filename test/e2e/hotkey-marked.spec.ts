import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from '@playwright/test';

import { type Forms, type OwnerOptions, ownSelection } from '../support/x-owner.ts';
import { question, withSignedIn } from './support/companion.ts';
import { atDesk, type Desk, press } from './support/desk.ts';
import { asked, askedAndRead, notAsked } from './support/question.ts';

const hotkey = 'ctrl+alt+d';

let desk: Desk;
test.beforeEach(() => {
  desk = atDesk();
});
test.afterEach(() => desk.close());

/** Longer than a held key repeats, so that the next one is a press again. */
const letGo = () => after(1_100);

/** Programs with what is marked: no number that can be called, or nothing that can be had. And what the question says of it. */
const withoutNumber: readonly (readonly [string, Forms, OwnerOptions['manner'], string])[] = [
  ['text without a number', { UTF8_STRING: 'ไม่มีหมายเลขในนี้' }, undefined, 'ไม่มีหมายเลขในนี้'],
  ['a number that lacks a digit', { UTF8_STRING: '081-234-567' }, undefined, '081-234-567'],
  ['a link with a code', { UTF8_STRING: 'tel:*72' }, undefined, 'tel:*72'],
  ['a code', { UTF8_STRING: '*72 0898765432' }, undefined, '*72 0898765432'],
  ['a program that does not answer', { UTF8_STRING: '081 234 5678' }, 'silent', ''],
  ['a program that begins to write and stops', { UTF8_STRING: '081 234 5678' }, 'stuck', ''],
  ['a form that is not read', { 'text/html': '<b>081 234 5678</b>' }, undefined, ''],
];

test('an old copied number is not called by itself where something else was just marked: it asks, and says which is which', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    for (const [index, [what, forms, manner, said]] of withoutNumber.entries()) {
      await test.step(what, async () => {
        const copied = `02 123 458${index}`;
        await desk.copy(copied);
        await letGo();
        await press(hotkey);
        await expect.poll(() => pbx.dials().length).toBe(index + 1);
        const owner = await ownSelection('PRIMARY', forms, { ...(manner && { manner }) });
        await letGo();
        await press(hotkey);
        await expect(question(await asked(app))).toContainText(
          said === ''
            ? "What is selected can't be read. This was copied:"
            : `“${said}” is selected, but there is no number in it to call. This was copied:`,
        );
        await expect(question(await asked(app))).toContainText(copied);
        await press('Escape');
        await notAsked(app);
        // Pressed once more, it is no newer.
        await letGo();
        await press(hotkey);
        await expect(question(await asked(app))).toContainText(copied);
        await press('Escape');
        await notAsked(app);
        owner.close();
        // Nor when it is gone.
        await letGo();
        await press(hotkey);
        await expect(question(await asked(app))).toContainText(
          'Nothing is selected any more. This was copied before:',
        );
        await press('Escape');
        await notAsked(app);
        expect(pbx.dials()).toHaveLength(index + 1);
      });
    }
  });
});

test('a marked number is called in whatever form its program gives it', async () => {
  await withSignedIn(async ({ pbx }) => {
    for (const [index, forms] of [
      { COMPOUND_TEXT: Buffer.from('\x1b-T\xe2\xb7\xc3 081 234 5670', 'latin1') },
      { 'text/plain': 'โทร 081 234 5671' },
      { 'text/plain;charset=TIS-620': Buffer.from('\xe2\xb7\xc3 081 234 5672', 'latin1') },
      { TEXT: { type: 'STRING', bytes: Buffer.from('081 234 5673') } },
    ].entries()) {
      const owner = await ownSelection('PRIMARY', forms as Forms);
      await letGo();
      await press(hotkey);
      await expect.poll(() => pbx.dials().at(-1)?.tel).toBe(`081234567${index}`);
      owner.close();
    }
    expect(pbx.dials()).toHaveLength(4);
  });
});

test('an emergency number asks first, and so does what the text does not call a telephone number', async () => {
  await withSignedIn(async ({ app, pbx }) => {
    for (const [text, reason, tel] of [
      ['โทร. 191', 'This is an emergency number.', '191'],
      ['Ref1 0812345678', "The text doesn't call it a phone number.", '0812345678'],
    ] as const) {
      await desk.mark(text);
      await letGo();
      await press(hotkey);
      await expect(question(await asked(app))).toContainText(reason);
      expect(pbx.dials().map((dial) => dial.tel)).not.toContain(tel);
      await askedAndRead(app);
      await press('Return');
      await expect.poll(() => pbx.dials().at(-1)?.tel).toBe(tel);
    }
  });
});
