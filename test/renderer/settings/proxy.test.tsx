import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { ProxyChoice } from '../../../app/contract/proxy.ts';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { ProxySetting } from '../../../renderer/screens/settings/network/proxy.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';

const nothing = () => undefined;

/** The setting as it is drawn, and what it asks for. */
function drawn(proxy: ProxyChoice) {
  const wishes: ProxyChoice[] = [];
  const values = {
    ...defaults,
    proxy,
    managed: { rules: [], keys: [], problem: null },
  } as unknown as SettingsView;
  act(() =>
    render(
      <SurroundingsContext.Provider
        value={{ words: en, version: '1', lookAtCertificate: nothing, askProxyPassword: nothing }}
      >
        <ProxySetting values={values} change={(patch) => void wishes.push(patch.proxy)} />
      </SurroundingsContext.Provider>,
      document.body,
    ),
  );
  const choose = (use: ProxyChoice['use']) =>
    act(() => {
      const box = document.querySelector('select');
      if (!box) throw new Error('no combo box');
      box.value = use;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const address = () => document.querySelector<HTMLInputElement>('input');
  const type = (text: string) =>
    act(() => {
      const box = address();
      if (!box) throw new Error('no address');
      box.value = text;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
  return { wishes, choose, address, type };
}

afterEach(() => act(() => render(null, document.body)));

it('a proxy that needs an address is taken once it has one that can be meant', () => {
  const { wishes, choose, address, type } = drawn({ use: 'system' });
  expect(address()).toBeNull();
  choose('server');
  for (const wrong of ['', 'proxy', 'http://me:secret@proxy.test:3128', 'proxy.test:3128/path']) {
    type(wrong);
    expect(address()?.getAttribute('aria-invalid')).toBe('true');
  }
  expect(wishes).toEqual([]);
  type(' proxy.test:3128 ');
  choose('script');
  type('https://proxy.test/proxy.pac');
  expect(wishes).toEqual([
    { use: 'server', address: 'proxy.test:3128' },
    { use: 'script', address: 'https://proxy.test/proxy.pac' },
  ]);
});

it('one that needs none is taken at once', () => {
  const { wishes, choose, address } = drawn({ use: 'server', address: '[::1]:3128' });
  expect(address()?.value).toBe('[::1]:3128');
  choose('none');
  choose('system');
  expect(wishes).toEqual([{ use: 'none' }, { use: 'system' }]);
});
