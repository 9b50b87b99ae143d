import { afterEach, expect, it } from 'vitest';
import { ok } from '../../app/contract/failures.ts';
import type { NumberAct } from '../../app/contract/numbers.ts';
import { listenForNumberMenu } from '../../renderer/frame/number-menu.ts';
import { createNumberMenu } from '../../renderer/state/number-menu.ts';
import { numberHere } from '../../renderer/ui/number-here.ts';
import { otherSide } from './bridge.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const here = { number: '+6621234567', display: '02 123 4567', from: 'contact' } as const;

/** What becomes of a press of the right button on a number, where this is chosen. */
async function pressed(chosen: NumberAct | null, more: { extension?: string; name?: string } = {}) {
  document.body.innerHTML = '';
  const did: unknown[] = [];
  const { bridge, asked } = otherSide({ 'number.menu': () => ok(chosen) });
  const menu = createNumberMenu(
    bridge,
    { call: async (wish) => void did.push(wish) },
    { leads: (number) => number !== '*97', open: async (wish) => void did.push(wish) },
  );
  const row = document.createElement('li');
  for (const [name, value] of Object.entries(numberHere({ ...here, name: '', ...more })))
    if (value !== undefined) row.setAttribute(name, value);
  row.append(document.createElement('span'));
  document.body.append(row, document.createElement('p'));
  listenForNumberMenu(document, menu);
  const press = (name: string) => {
    const event = new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: 20.4,
      clientY: 30,
    });
    document.querySelector(name)?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press('p'), press('span')]).toEqual([false, true]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked('number.menu')).toEqual([{ display: '02 123 4567', opens: true, x: 20, y: 30 }]);
  return did;
}

it('the right button on a number calls it as what it is there, opens what it leads to, or does nothing', async () => {
  expect(await pressed('call')).toEqual([{ number: '+6621234567', from: 'contact' }]);
  const its = { number: '+6621234567', extension: '12', from: 'contact' };
  expect(await pressed('call', { extension: '12' })).toEqual([its]);
  const named = { number: '+6621234567', name: 'Somchai' };
  expect(await pressed('call', { name: 'Somchai' })).toEqual([{ ...named, from: 'contact' }]);
  expect(await pressed('openIn', { name: 'Somchai' })).toEqual([{ of: 'contact', ...named }]);
  expect(await pressed('openIn')).toEqual([{ of: 'contact', number: '+6621234567' }]);
  expect(await pressed(null)).toEqual([]);
});
