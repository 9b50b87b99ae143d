import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemStore } from '../../../app/trust/system-store.ts';
import { authorities, read } from './authorities.ts';

const { root, office } = authorities;
const name = read(root).subject;

function files(): (name: string) => string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return (file) => path.join(folder, file);
}

const prints = (store: ReturnType<typeof systemStore>, of: string) =>
  store.named(of).map(({ fingerprint256 }) => fingerprint256);

test('of several places the first that is there counts, with all that can be read in it', () => {
  const at = files();
  writeFileSync(
    at('b'),
    `# Office\n${office.cert}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\r\n${root.cert}`,
  );
  writeFileSync(at('c'), office.cert);
  const store = systemStore([at('a'), at('b'), at('c')]);
  expect(prints(store, name)).toEqual([read(root).fingerprint256]);
  expect(prints(store, read(office).subject)).toEqual([read(office).fingerprint256]);
  expect(prints(store, 'CN=somebody else')).toEqual([]);
});

test('what update-ca-certificates adds or takes away counts at once', () => {
  const at = files();
  writeFileSync(at('a'), office.cert);
  const store = systemStore([at('a')]);
  expect(prints(store, name)).toEqual([]);
  writeFileSync(at('a'), office.cert + root.cert);
  expect(prints(store, name)).toHaveLength(1);
  rmSync(at('a'));
  expect(prints(store, name)).toEqual([]);
});

test.each(['no file', 'a folder', 'a format with conditions of its own'])(
  'nobody is trusted by %s',
  (what) => {
    const at = files();
    if (what.startsWith('a format'))
      writeFileSync(at('a'), root.cert.replaceAll(' CERTIFICATE', ' TRUSTED CERTIFICATE'));
    const store = systemStore(what === 'a folder' ? [at('')] : [at('a')]);
    expect(prints(store, name)).toEqual([]);
  },
);
