import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { helpersOf, type Work, workOf } from './licences.ts';
import { packedAsTheyAre } from './packages.ts';

/** For people, in the package and reachable from About; and for the SBOM, which names the Electron that it is packed with. */
export const thirdPartyFiles = { text: 'THIRD-PARTY.txt', list: 'third-party.json' } as const;

const line = '-'.repeat(78);

const head = `Third-party notices

Parts of this program are the work of others, who allow that on the terms below.

Electron, and Chromium and Node.js within it, come with files of their own in the
program's folder (macOS: Contents/Resources in the program): LICENSE.electron.txt
and LICENSES.chromium.html.
`;

function entry({ name, version, licence, text }: Work): string {
  return `${line}\n${`${name} ${version}`.trim()}\n${licence}\n\n${text.replaceAll('\r\n', '\n')}\n`;
}

/** What others made of the package that is built on `platform`; `bundled`: folders of the packages in the bundles. */
export async function thirdParty(
  root: string,
  bundled: ReadonlySet<string>,
  platform = process.platform,
): Promise<Work[]> {
  // keytar is not everywhere: what is not installed is not packed.
  const asTheyAre = packedAsTheyAre.map((name) => path.join(root, 'node_modules', name)).filter(existsSync);
  const folders = new Set([...bundled, ...asTheyAre].map(path.normalize));
  const works = await Promise.all([...folders].map(workOf));
  const all = [...works, ...(await helpersOf(root, platform))];
  return all.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export async function writeThirdParty(works: readonly Work[], to: string): Promise<void> {
  const { text, list } = thirdPartyFiles;
  await writeFile(path.join(to, text), [head, ...works.map(entry)].join('\n'));
  const facts = works.map(({ text: _text, ...others }) => others);
  await writeFile(path.join(to, list), `${JSON.stringify(facts, null, 2)}\n`);
}
