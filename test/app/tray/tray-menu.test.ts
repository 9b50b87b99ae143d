import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../app/contract/dialing.ts';
import type { Favourite } from '../../../app/contract/favourites.ts';
import { trayMenu as menuOf, type TrayItem } from '../../../app/tray/tray-menu.ts';
import { wordsFor } from '../../../app/words/index.ts';

const words = wordsFor('en');

function trayMenu(
  signedIn: boolean,
  attempts: readonly Attempt[],
  favourites: readonly Favourite[],
  whoHas: (attempt: Attempt) => string | null = () => null,
): TrayItem[] {
  return menuOf({ words, signedIn, attempts, whoHas, favourites, toDo: 0, isWhole: true });
}

const attempt = (display: string): Attempt => ({
  id: display,
  at: 0,
  display,
  number: display,
  from: 'pad',
  outcome: 'placed',
  failure: null,
  message: '',
});
const favourite = (name: string, display: string): Favourite => ({
  id: display,
  number: display,
  display,
  name,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => favourite(`Name ${n}`, `10${n}`));

const labels = (menu: readonly TrayItem[]) => menu.map((item) => (item.kind === 'line' ? '-' : item.label));

describe('the menu of the tray icon', () => {
  it('calls a number again with its extension, and each extension apart', () => {
    const one = attempt('02 000 0001');
    const menu = trayMenu(true, [{ ...one, extension: '12' }, one, { ...one, extension: '12' }], []);
    expect(menu.filter(({ kind }) => kind === 'call')).toMatchObject([
      { label: 'Redial 02 000 0001 ext. 12', number: '02 000 0001', extension: '12' },
      { label: expect.not.stringContaining('ext.'), number: '02 000 0001' },
    ]);
  });

  it('offers favourites in their order, Redial, and the four numbers before it, each once', () => {
    const attempts = ['1', '2', '1', '3', '4', '5', '6'].map((number) => attempt(`02 000 000${number}`));
    const menu = trayMenu(true, attempts, [favourite('Sales', '102'), favourite('', '103')]);
    expect(labels(menu)).toEqual([
      'Open',
      '-',
      'Sales · 102',
      '103',
      '-',
      'Redial 02 000 0001',
      'Call 02 000 0002 again',
      'Call 02 000 0003 again',
      'Call 02 000 0004 again',
      'Call 02 000 0005 again',
      '-',
      'Sign out',
      'Quit',
    ]);
  });

  it('puts more than five favourites into a menu of their own, and never more than a screen holds', () => {
    const inline = trayMenu(true, [], many(5));
    expect(inline.filter(({ kind }) => kind === 'call')).toHaveLength(5);
    const menu = trayMenu(true, [], many(200));
    expect(labels(menu)).toEqual(['Open', '-', 'Favourites', '-', 'Sign out', 'Quit']);
    const submenu = menu.find((item) => item.kind === 'menu');
    expect(submenu?.items).toHaveLength(25);
    expect(submenu?.items[0]).toEqual({
      kind: 'call',
      label: 'Name 0 · 100',
      number: '100',
      name: 'Name 0',
      from: 'favourite',
    });
  });

  it('offers nobody to call while nobody is signed in', () => {
    const menu = trayMenu(false, [attempt('102')], many(3));
    expect(labels(menu)).toEqual(['Open', '-', 'Quit']);
  });

  it('shows a name as it is: no access key, no second column', () => {
    const favourites = [favourite('R&D\tA & B', '102')];
    expect(labels(trayMenu(true, [], favourites))).toContain('R&&D A && B · 102');
  });

  it('has a name beside every number that has one', () => {
    const whoHas = ({ number }: Attempt) => (number === '0812345678' ? 'วิภา' : null);
    const menu = trayMenu(true, [attempt('0812345678'), attempt('103')], [], whoHas);
    expect(labels(menu)).toContain('Redial วิภา · 0812345678');
    expect(labels(menu)).toContain('Call 103 again');
  });

  it('counts what is still to be dealt with, for who is signed in, and nothing where there are none', () => {
    const menu = (signedIn: boolean, toDo: number, isWhole = true) =>
      labels(menuOf({ words, signedIn, attempts: [], whoHas: () => null, favourites: [], toDo, isWhole }));
    expect(menu(true, 3)).toEqual(['Open', '3 to do', '-', 'Sign out', 'Quit']);
    expect(menu(true, 3, false)).toContain('3 to do so far');
    expect(menu(true, 0)).toEqual(['Open', '-', 'Sign out', 'Quit']);
    expect(menu(false, 3)).toEqual(['Open', '-', 'Quit']);
  });
});
