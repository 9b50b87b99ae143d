import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a person installs, best first. */
const kinds: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['.AppImage', '.deb', '.rpm', '.tar.gz'],
  win32: ['.exe'],
  darwin: ['.dmg'],
};

export interface Release {
  /** With the packages, and what is written. */
  readonly folder: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The SBOM in the package that was packed. */
  readonly sbom: string;
  /** Signs the feed's file: a file with an Ed25519 key (PEM). `null`: whoever serves the feed does. */
  readonly key: string | null;
  readonly date: Date;
}

/** Beside the packages: the feed that electron-updater reads, its signature, the SBOM, and the checksums of all of them. */
export async function writeReleaseFiles(release: Release): Promise<void> {
  const { folder, version, platform, arch } = release;
  const packages = await packagesIn(folder, version, kinds[platform] ?? []);
  await copyFile(
    release.sbom,
    path.join(folder, `promptcall-companion-${version}-${osOf(platform)}.cdx.json`),
  );
  const text = await feedOf(folder, packages, release);
  const feed = path.join(folder, feedName(platform, arch));
  await writeFile(feed, text);
  if (release.key !== null) {
    const key = createPrivateKey(await readFile(release.key));
    await writeFile(`${feed}.sig`, signatureOf(text, key));
  }
  await writeSums(folder, platform);
}

/** What `openssl pkeyutl -sign -rawin` makes, in base64. */
export const signatureOf = (text: string, key: KeyObject): string =>
  `${sign(null, Buffer.from(text), key).toString('base64')}\n`;

const osOf = (platform: NodeJS.Platform) => ({ win32: 'win', darwin: 'mac' })[platform as string] ?? 'linux';

/** As electron-updater looks for it. */
function feedName(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return 'latest.yml';
  return platform === 'darwin' ? 'latest-mac.yml' : `latest-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;
}

async function packagesIn(folder: string, version: string, endings: readonly string[]): Promise<string[]> {
  const names = await readdir(folder);
  const own = names.filter((name) => name.startsWith(`promptcall-companion-${version}-`)).sort();
  return endings.flatMap((ending) => own.filter((name) => name.endsWith(ending)));
}

/**
 * By hand, for electron-builder writes one for what it packs at once, and here each package is packed by itself: one that cannot be made
 * is not to take the others with it. All of it are names and sums, which need no quoting.
 */
async function feedOf(folder: string, names: readonly string[], { version, date }: Release): Promise<string> {
  const lines = [`version: ${version}`, 'files:'];
  for (const name of names) {
    const file = path.join(folder, name);
    const sha512 = await sumOf(file, 'sha512', 'base64');
    lines.push(`  - url: ${name}`, `    sha512: ${sha512}`, `    size: ${(await stat(file)).size}`);
  }
  return `${[...lines, `releaseDate: '${date.toISOString()}'`].join('\n')}\n`;
}

/** As `sha256sum --check` reads it. Of one system each, for they are made on three. */
async function writeSums(folder: string, platform: NodeJS.Platform): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isReleased(entry.name)).map(({ name }) => name);
  const sums = names
    .sort()
    .map(async (name) => `${await sumOf(path.join(folder, name), 'sha256', 'hex')}  ${name}\n`);
  await writeFile(path.join(folder, `SHA256SUMS-${osOf(platform)}`), (await Promise.all(sums)).join(''));
}

/** electron-builder leaves notes of its own there. */
const isReleased = (name: string) =>
  /^(?:promptcall-companion-|latest)/.test(name) && !name.endsWith('.blockmap');

async function sumOf(file: string, algorithm: string, encoding: 'base64' | 'hex'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
