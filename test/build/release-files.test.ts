import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isSignedBy } from '../../app/updates/signature.ts';
import { type Release, writeReleaseFiles } from '../../build/packing/release-files.ts';
import { temporaryFolder } from '../app/temporary-folder.ts';

const sum = (text: string) => createHash('sha512').update(text).digest('base64');

async function released(names: readonly string[], change: Partial<Release> = {}) {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(path.join(folder, name), name);
  const outside = temporaryFolder();
  const sbom = path.join(outside, 'sbom.cdx.json');
  writeFileSync(sbom, '{}');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = path.join(outside, 'key.pem');
  writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  await writeReleaseFiles({
    folder,
    version: '1.2.3',
    platform: 'linux',
    arch: 'x64',
    sbom,
    key,
    date: new Date(0),
    ...change,
  });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return { folder, read, names: readdirSync(folder), key: publicKey.export({ format: 'der', type: 'spki' }) };
}

const deb = 'promptcall-companion-1.2.3-linux-amd64.deb';
const appImage = 'promptcall-companion-1.2.3-linux-x86_64.AppImage';

it('the feed names this version’s packages with their sums, the AppImage first, and is signed', async () => {
  const others = ['promptcall-companion-1.2.2-linux-amd64.deb', 'builder-debug.yml', `${appImage}.blockmap`];
  const { read, key } = await released([deb, appImage, ...others]);
  const text = read('latest-linux.yml');
  expect(text.split('\n')).toEqual([
    'version: 1.2.3',
    'files:',
    `  - url: ${appImage}`,
    `    sha512: ${sum(appImage)}`,
    `    size: ${appImage.length}`,
    `  - url: ${deb}`,
    `    sha512: ${sum(deb)}`,
    `    size: ${deb.length}`,
    "releaseDate: '1970-01-01T00:00:00.000Z'",
    '',
  ]);
  expect(isSignedBy(key.toString('base64'), text, read('latest-linux.yml.sig'))).toBe(true);
});

it('the checksums hold, of the packages, the feed and the SBOM, and of nothing else', async () => {
  const { folder, read } = await released([deb, appImage, 'builder-debug.yml']);
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS-linux'], { cwd: folder });
  const named = read('SHA256SUMS-linux')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('  ')[1]);
  const sbom = 'promptcall-companion-1.2.3-linux.cdx.json';
  expect(named).toEqual(['latest-linux.yml', 'latest-linux.yml.sig', sbom, deb, appImage].sort());
});

it.each([
  ['win32', 'x64', 'latest.yml', 'promptcall-companion-1.2.3-setup.exe'],
  ['darwin', 'arm64', 'latest-mac.yml', 'promptcall-companion-1.2.3-mac-arm64.dmg'],
  ['linux', 'arm64', 'latest-linux-arm64.yml', 'promptcall-companion-1.2.3-linux-arm64.AppImage'],
] as const)('on %s %s it is %s, and unsigned without a key', async (platform, arch, name, file) => {
  const { names, read } = await released([file], { platform, arch, key: null });
  expect(read(name)).toContain(`url: ${file}`);
  expect(names.filter((one) => one.endsWith('.sig'))).toEqual([]);
});
