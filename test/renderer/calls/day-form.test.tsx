import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import { DayForm } from '../../../renderer/screens/calls/day-form.tsx';
import { daysAround, monthsOn } from '../../../renderer/screens/calls/month.ts';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { fc } from '../../support/property.ts';

afterEach(() => render(null, document.body));

const unused = () => undefined;
/** Late in the evening in UTC: in Bangkok it is the 1st of December already. */
const now = Date.UTC(2026, 10, 30, 20);

function form(words = en, pbxZone = 'Asia/Bangkok') {
  const taken: string[] = [];
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words, pbxZone, version: '', lookAtCertificate: unused, askProxyPassword: unused }}
      >
        <DayForm now={now} onDay={(day) => taken.push(day)} onCancel={unused} />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const heading = () => document.querySelector('.day-form-title')?.textContent;
  const chosen = () => document.querySelector<HTMLButtonElement>('[data-first] button');
  return {
    ...{ taken, heading, chosen },
    /** Releases of Unicode's data differ in commas. */
    named: () => [heading(), chosen()?.getAttribute('aria-label')?.replace(',', '').replace('พ.ศ. ', '')],
    key(key: string) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      act(() => void document.querySelector('table')?.dispatchEvent(event));
    },
    press(label: string) {
      act(() =>
        [...document.querySelectorAll('button')]
          .find((one) => one.getAttribute('aria-label')?.replace(',', '') === label)
          ?.click(),
      );
    },
  };
}

test('months and days are in the language and by the calendar of the list, and today is the PBX’s', () => {
  expect(form(en).named()).toEqual(['December 2026', 'Tuesday 1 December 2026']);
  render(null, document.body);
  expect(form(th).named()).toEqual(['ธันวาคม 2569', 'วันอังคารที่ 1 ธันวาคม 2569']);
  expect(document.querySelector('th')?.textContent).toMatch(/^อา/);
  render(null, document.body);
  expect(form(en, 'Etc/UTC').heading()).toBe('November 2026');
});

test('the arrows go from day to day, Page Up and Down from month to month, and none to a day to come', () => {
  const { key, chosen, taken, heading } = form();
  for (const [pressed, date] of [
    ['ArrowRight', '1'],
    ['ArrowLeft', '30'],
    ['ArrowUp', '23'],
    ['Home', '23'],
    ['End', '29'],
    ['PageUp', '29'],
    ['PageDown', '29'],
    ['PageDown', '1'],
  ] as const) {
    key(pressed);
    expect([pressed, chosen()?.textContent]).toEqual([pressed, date]);
  }
  expect(heading()).toBe('December 2026');
  key('ArrowLeft');
  expect(document.activeElement).toBe(chosen());
  chosen()?.click();
  expect(taken).toEqual(['2026-11-30']);
});

test('the buttons go to another month, and a day to come cannot be taken', () => {
  const { press, heading, taken } = form();
  press('Next month');
  expect(heading()).toBe('December 2026');
  press('Wednesday 2 December 2026');
  press('Previous month');
  press('Friday 6 November 2026');
  expect(taken).toEqual(['2026-11-06']);
});

test('whatever the month, each of its days stands in the six weeks once, under its weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), fc.constantFrom(0, 1), (days, begins) => {
      const at = days * 86_400_000;
      const weeks = daysAround(at, begins);
      expect(weeks.flat()).toContain(at);
      expect(weeks.every(([first = 0]) => new Date(first).getUTCDay() === begins)).toBe(true);
      for (const months of [-1, 1]) {
        const other = monthsOn(at, months);
        const apart = new Date(other).getUTCMonth() - new Date(at).getUTCMonth() - months;
        expect(Math.abs(apart % 12)).toBe(0);
      }
      expect(weeks.flat()).toContain(new Date(at).setUTCDate(1));
    }),
  );
});
