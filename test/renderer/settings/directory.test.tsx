import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { DirectoryChoice, DirectoryView } from '../../../app/contract/directory.ts';
import { ok } from '../../../app/contract/failures.ts';
import { defaults, type SettingsView } from '../../../app/contract/settings.ts';
import { en } from '../../../app/words/en.ts';
import { createDirectory } from '../../../renderer/screens/settings/directory/state.ts';
import { DirectorySection } from '../../../renderer/screens/settings/directory/view.tsx';
import { SurroundingsContext } from '../../../renderer/ui/context.ts';
import { otherSide } from '../bridge.ts';

const nothing = () => undefined;
const none: DirectoryView = { people: 0, at: null, refreshing: false, failure: null, hasPassword: false };

/** The section as it is drawn, and what it asks for. */
async function drawn(directory: DirectoryChoice, view: Partial<DirectoryView> = {}) {
  const wishes: DirectoryChoice[] = [];
  const looked: string[] = [];
  const values = {
    ...defaults,
    directory,
    managed: { rules: [], keys: [], problem: null },
  } as unknown as SettingsView;
  const there = otherSide({
    'directory.get': () => ok({ ...none, ...view }),
    'directory.refresh': () => ok(none),
    'directory.password': () => ok(false),
  });
  const state = createDirectory(there.bridge);
  await act(async () => {
    render(
      <SurroundingsContext.Provider
        value={{
          ...{ words: en, version: '1', askProxyPassword: nothing },
          lookAtCertificate: (of) => void looked.push(of),
        }}
      >
        <DirectorySection
          values={values}
          state={state}
          change={(patch) => void wishes.push(patch.directory)}
        />
      </SurroundingsContext.Provider>,
      document.body,
    );
    await state.load();
  });
  const labelled = (label: string): HTMLInputElement => {
    const id = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
    const found = document.getElementById(id?.getAttribute('for') ?? '');
    if (!(found instanceof HTMLElement)) throw new Error(`no ${label}`);
    return found as HTMLInputElement;
  };
  const write = (label: string, text: string) =>
    act(() => {
      const box = labelled(label);
      box.value = text;
      for (const event of ['input', 'change', 'blur']) box.dispatchEvent(new Event(event, { bubbles: true }));
    });
  const press = async (name: string) =>
    await act(async () => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    });
  const text = () => document.body.textContent ?? '';
  return { ...there, wishes, looked, labelled, write, press, text };
}

afterEach(() => act(() => render(null, document.body)));

it('a web address is taken once it is one that is encrypted', async () => {
  const { wishes, write, labelled } = await drawn({ from: 'none' });
  write('Comes from', 'web');
  expect(wishes).toEqual([]);
  for (const wrong of [
    '',
    'people.csv',
    'http://it.test/people.csv',
    'https://me:secret@it.test/',
    'file:///etc',
  ]) {
    write('Directory address', wrong);
    expect(labelled('Directory address').getAttribute('aria-invalid')).toBe('true');
  }
  expect(wishes).toEqual([]);
  write('Directory address', ' https://it.test/people.csv?a=1 ');
  write('Comes from', 'none');
  expect(wishes).toEqual([{ from: 'web', address: 'https://it.test/people.csv?a=1' }, { from: 'none' }]);
});

it('a server is taken once it has an address and a base; a wrong one, or a wrong filter, is said to be wrong', async () => {
  const { wishes, write, labelled } = await drawn({ from: 'none' });
  write('Comes from', 'ldap');
  write('Directory server', 'ad.test');
  expect(labelled('Directory server').getAttribute('aria-invalid')).toBe('true');
  write('Directory server', 'ldaps://ad.test');
  expect(wishes).toEqual([]);
  write('Search filter', 'ou=Sales');
  expect(labelled('Search filter').getAttribute('aria-invalid')).toBe('true');
  write('Search base', 'dc=test');
  expect(wishes).toEqual([{ from: 'ldap', address: 'ldaps://ad.test', base: 'dc=test' }]);
});

it('what is refused stays in its field, with the reason, whatever is written in another', async () => {
  const set = { from: 'ldap', address: 'ldaps://ad.test', base: 'dc=test' } as const;
  const { wishes, write, labelled, text } = await drawn(set);
  write('Directory server', 'http://x');
  write('Search filter', '(cn=*');
  expect(labelled('Directory server').value).toBe('http://x');
  expect(labelled('Search filter').value).toBe('(cn=*');
  write('Search filter', '');
  write('Search base', 'dc=other');
  expect(labelled('Directory server').value).toBe('http://x');
  expect(text()).toContain('It should look like ldaps://ad.example.com.');
  expect(wishes).toEqual([set, { ...set, base: 'dc=other' }]);
});

it('what IT allowed of one server is not said of another', async () => {
  const set = { from: 'ldap', address: 'ldap://ad.test', base: 'dc=test', allowPlain: true } as const;
  const { wishes, write } = await drawn(set);
  write('Search base', 'dc=other');
  write('Directory server', 'ldap://evil.test');
  expect(wishes).toEqual([
    { ...set, base: 'dc=other' },
    { from: 'ldap', address: 'ldap://evil.test', base: 'dc=test' },
  ]);
});

it('says how many there are, what went wrong, and that they are fetched; a password leaves nothing behind', async () => {
  const set = { from: 'ldap', address: 'ldaps://ad.test', base: 'dc=test', bindDn: 'cn=r' } as const;
  const { asked, labelled, press, text, tell } = await drawn(set, {
    people: 5_000,
    at: new Date(2026, 10, 2, 14, 5).getTime(),
    failure: { code: 'directory-empty' },
  });
  expect(text()).toContain('5,000 colleagues. Refreshed');
  expect(text()).toContain('The company directory is empty now.');
  await press('Refresh directory');
  expect(asked('directory.refresh')).toHaveLength(1);
  act(() => tell('directory.changed', { ...none, refreshing: true }));
  expect(text()).toContain('Refreshing…');
  labelled('Directory password').value = 'hush';
  await press('Save password');
  expect(asked('directory.password')).toEqual([{ password: 'hush' }]);
  expect(labelled('Directory password').value).toBe('');
  expect(text()).toContain('known until the program ends');
});

it.each([
  ['directory-certificate-unknown', ['directory']],
  ['directory-certificate-changed', ['directory']],
  ['directory-certificate-expired', []],
  ['directory-certificate-not-yet', []],
  ['directory-certificate-name', []],
  ['directory-certificate', []],
  ['directory-unreachable', []],
] as const)(
  'a certificate is there to be looked at where somebody may answer for it: %s',
  async (code, of) => {
    const { press, looked } = await drawn(
      { from: 'web', address: 'https://it.test/' },
      { failure: { code } },
    );
    await press('Certificate');
    expect(looked).toEqual(of);
  },
);
