import { describe, expect, test } from 'vitest';
import { checkedFields, type Failure, failureCodes, failurePlaces } from '../../../app/contract/failures.ts';
import { detailsOf } from '../../../app/words/details.ts';
import { en } from '../../../app/words/en.ts';
import { wordsOfPbx } from '../../../app/words/failure-text.ts';
import { stages } from '../../../app/words/failure-words.ts';
import { failureLine, failureText, type Words } from '../../../app/words/index.ts';
import { th } from '../../../app/words/th.ts';

const languages: readonly Words[] = [en, th];
const codesOfPbx: readonly Failure['code'][] = failureCodes.filter((code) =>
  ['way', 'pbx'].includes(failurePlaces[code]),
);

/** Every failure that has words of its own, with the number and the phone that it may name. */
const failures: readonly Failure[] = [
  ...failureCodes.map((code) => ({ code })),
  ...failureCodes.map((code) => ({ code, phone: '101' })),
  ...checkedFields.map((field) => ({ code: 'bad-field' as const, field })),
];

describe.each(languages)('in $locale', (words) => {
  test.each(stages.flatMap((at) => failures.map((failure) => ({ at, failure }))))(
    'what happened and what to do about $failure at $at each fit two lines of the popover',
    ({ at, failure }) => {
      const { what, todo } = failureText(words, failure, { at });
      for (const sentence of [what, todo]) {
        expect(sentence.length).toBeGreaterThan(4);
        expect(sentence.length).toBeLessThanOrEqual(66);
        expect(sentence).not.toMatch(/undefined|null|\[object|\s{2}|^\s|\s$/);
      }
      expect(what).not.toBe(todo);
    },
  );

  /** Fields that are on one screen and on no other: to look at them is no advice anywhere else. */
  const fieldsOf = {
    'sign-in': words.locale === 'en-GB' ? /API secret|address|\bport\b/ : /รหัสลับ|ตรวจสอบที่อยู่|ตรวจสอบพอร์ต|ช่อง/,
    others: words.locale === 'en-GB' ? /number|recording|\bcalls?\b/ : /หมายเลข|เสียงสนทนา|รายการโทร|การโทร/,
  };

  test.each(codesOfPbx)('%s names no field of another screen', (code) => {
    for (const at of stages) {
      const { what, todo } = failureText(words, { code }, { at });
      if (at === 'sign-in') expect(`${what} ${todo}`).not.toMatch(fieldsOf.others);
      else expect(todo).not.toMatch(fieldsOf['sign-in']);
    }
  });

  test('what the list of calls cannot show has nothing to do with one number', () => {
    for (const code of codesOfPbx) {
      const { what, todo } = failureText(words, { code }, { at: 'list' });
      expect(`${what} ${todo}`).not.toMatch(/this call|the number|หมายเลข|การโทรนี้/);
    }
  });

  test('a call whose outcome nobody knows is told with its number, what became of the reply, and to look at the phone', () => {
    for (const cause of codesOfPbx) {
      const failure: Failure = { code: 'unknown-outcome', cause };
      const said = failureText(words, failure, { at: 'dial', number: '02 123 4567' });
      expect(said.what).toContain('02 123 4567');
      expect(said.what).toContain(failureText(words, { code: cause }, { at: 'dial' }).what);
      expect(said.todo).toMatch(/your phone|ดูที่โทรศัพท์/);
    }
  });

  test('a lost reply is nothing that the other end did', () => {
    for (const at of stages) {
      const { what } = failureText(words, { code: 'no-reply' }, { at });
      expect(what).not.toMatch(/hung up|hang up|วางสาย|ตัดสาย|ตัดการเชื่อมต่อ/);
    }
  });

  test('no two causes of a bad certificate have the same sentence', () => {
    const codes = codesOfPbx.filter((code) => code.startsWith('certificate'));
    expect(codes).toHaveLength(6);
    for (const at of stages)
      expect(new Set(codes.map((code) => failureText(words, { code }, { at }).what)).size).toBe(codes.length);
  });

  test.each(failureCodes)('of %s the PBX has the word only where ours do not say the same', (code) => {
    const message = 'Extension 101 is not registered';
    const failure: Failure = { code, message };
    const said = failurePlaces[code] === 'phone' ? '' : message;
    expect(wordsOfPbx(failure)).toBe(said);
    expect(failureLine(words, failure, { at: 'dial' }).includes(message)).toBe(said !== '');
    // For the help desk they are never lost.
    expect(detailsOf(failure, '1.0.0')).toContain(message);
  });

  test('in one line stand the rule and the words of the PBX too', () => {
    const line = failureLine(words, { code: 'refused', message: 'No', rule: 'My rule' }, { at: 'dial' });
    for (const part of ['No', 'My rule', words.failure.refused.dial.what, words.failure.refused.dial.todo])
      expect(line).toContain(part);
  });
});
