import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallView } from '../../../app/contract/calls.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { RemindForm } from '../../../renderer/screens/calls/remind-form.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 23, 14, 30), toFake: ['Date'] }));
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const call: CallView = {
  ...{ direction: 'incoming', ringSeconds: 5, talkSeconds: null, lineSeconds: null, result: 'missed' },
  ...{ via: [], steps: [], clickToCall: false, id: 'c', display: '081 234 5678', callable: '0812345678' },
  ...{
    name: null,
    isContact: false,
    presented: false,
    chosen: false,
    start: 0,
    recordings: 0,
    maybeRecorded: false,
    withoutRow: false,
    failure: null,
  },
  ...{ message: '', note: '', toDo: 1, reminder: null, markedDone: false },
};

function form(words: typeof en, reminder: number | null = null, pbxZone?: string) {
  const set: (number | null)[] = [];
  const unused = () => undefined;
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words, pbxZone, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
      >
        <RemindForm call={{ ...call, reminder }} onSet={(at) => set.push(at)} onCancel={unused} />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const field = document.querySelector<HTMLInputElement>('.remind-time input');
  const enter = document.querySelector<HTMLFormElement>('.remind-time');
  if (!field || !enter) throw new Error('no field');
  return {
    field,
    type: (text: string) => {
      field.value = text;
      act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
      return document.querySelector('output')?.textContent;
    },
    enter: () => void enter.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    set,
  };
}

test('it is said on which day the time is that somebody types, and what is no time', () => {
  const { type } = form(en);
  expect([type('3pm'), type('1430'), type('9'), type('25'), type('')]).toEqual([
    ...['Today 15:00', 'Tomorrow 14:30', 'Tomorrow 09:00', en.calls.remind.noTime, ''],
  ]);
  const thai = form(th);
  expect([thai.type('๑๕.๐๐ น.'), thai.type('0900'), thai.type('บ่าย')]).toEqual([
    ...['วันนี้ 15:00', 'พรุ่งนี้ 09:00', th.calls.remind.noTime],
  ]);
});

test('Enter sets it, what is no time sets nothing, and a time that went by meanwhile is that of tomorrow', () => {
  const { type, enter, set } = form(en);
  type('half past');
  enter();
  expect(set).toEqual([]);
  type('14:45');
  vi.setSystemTime(new Date(2026, 10, 23, 14, 46));
  enter();
  expect(set).toEqual([new Date(2026, 10, 24, 14, 45).getTime()]);
});

test('what one press sets goes by when it is pressed, however long the form was open', () => {
  const { set } = form(en);
  const later = new Date(2026, 10, 24, 0, 10).getTime();
  vi.setSystemTime(later);
  for (const button of document.querySelectorAll<HTMLButtonElement>('.remind-ready button')) button.click();
  expect(set).toEqual([later + 15 * 60_000, later + 60 * 60_000, new Date(2026, 10, 25, 9, 0).getTime()]);
});

test.each([en, th])('a reminder that is there stands in the field in 24 hours', (words) => {
  expect(form(words, new Date(2026, 10, 23, 15, 5).getTime()).field.value).toBe('15:05');
});

const place = process.env.TZ;
afterEach(() => {
  if (place === undefined) delete process.env.TZ;
  else process.env.TZ = place;
});

test.each([
  ['Asia/Bangkok', 'Asia/Bangkok', false],
  ['Asia/Vientiane', 'Asia/Bangkok', false],
  ['Europe/Berlin', 'Asia/Bangkok', true],
  ['Asia/Kathmandu', 'Asia/Kolkata', true],
])(
  'in %s, with a PBX in %s, a reminder goes by the computer, and that is said where it may be taken for the other: %s',
  (here, pbx, isSaid) => {
    process.env.TZ = here;
    vi.setSystemTime(new Date(2026, 10, 23, 14, 30));
    const { type, enter, set } = form(en, null, pbx);
    expect(type('15:00')).toBe('Today 15:00');
    enter();
    expect(set).toEqual([new Date(2026, 10, 23, 15, 0).getTime()]);
    expect(document.querySelector('.remind-clock')?.textContent === en.calls.remind.ownClock).toBe(isSaid);
  },
);

test.each([
  ['', true],
  ['half past', true],
  ['15:00', false],
])('with %j in the field, Set is off: %s', (text, isOff) => {
  const { type } = form(en);
  type(text);
  const [button] = [...document.querySelectorAll<HTMLButtonElement>('.button-primary')];
  expect(button?.disabled).toBe(isOff);
});
