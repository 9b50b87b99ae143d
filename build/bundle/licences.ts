import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { CannotGoOn } from '../say.ts';

/** Somebody else's work in the package. `licence`: as SPDX calls it. */
export interface Work {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  /** Where it comes from, as package URLs say it; `null` for what is in no registry. */
  readonly purl: string | null;
}

/** What may be shipped under the terms that `text` is shown for. Another one is for a person to read first. */
const known = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
];

const Manifest = v.object({ name: v.string(), version: v.string(), license: v.optional(v.string(), '') });

/** The licences of what a tool was made of: the tool is not in the package, but for a helper of its own. */
const ofTheTool = /^# Licenses of bundled dependencies$/m;

async function licenceText(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  if (texts.length > 0) return texts.map((text) => (text.split(ofTheTool)[0] ?? '').trim()).join('\n\n');
  const readme = await readFile(path.join(folder, 'README.md'), 'utf8').catch(() => '');
  const heading = /^#+ *licen[cs]e\b.*/i;
  const section = readme.split(/^(?=#)/m).find((part) => heading.test(part)) ?? '';
  // A name or a link is no text.
  return /permission|redistribution/i.test(section) ? section.replace(heading, '').trim() : '';
}

/** The package in `folder`. Throws where nobody could tell a person under which terms it may be passed on. */
export async function workOf(folder: string): Promise<Work> {
  const file = path.join(folder, 'package.json');
  const { name, version, license } = v.parse(Manifest, JSON.parse(await readFile(file, 'utf8')));
  if (!known.includes(license))
    throw new CannotGoOn(
      `${name} ${version} is part of the program, and its licence, "${license}", is not known.`,
    );
  const text = await licenceText(folder);
  if (text === '') throw new CannotGoOn(`${name} ${version} is part of the program and has no licence text.`);
  return { name, version, licence: license, text, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` };
}

/** Programs of others that node-notifier brings along, where its licence files say so. */
const helpers: Partial<Record<NodeJS.Platform, readonly (Omit<Work, 'text' | 'purl'> & { file: string })[]>> =
  {
    win32: [
      { name: 'Notifu', version: '1.7.0', licence: 'BSD-3-Clause', file: 'notifu/LICENSE' },
      { name: 'SnoreToast', version: '0.7.0', licence: 'LGPL-3.0-only', file: 'snoreToast/LICENSE' },
    ],
    darwin: [{ name: 'terminal-notifier', version: '', licence: 'MIT', file: 'terminal-notifier-LICENSE' }],
  };

export async function helpersOf(root: string, platform: NodeJS.Platform): Promise<Work[]> {
  const vendor = path.join(root, 'node_modules', 'node-notifier', 'vendor');
  if (!existsSync(vendor)) return [];
  return await Promise.all(
    (helpers[platform] ?? []).map(async ({ file, ...work }) => ({
      ...work,
      text: (await readFile(path.join(vendor, file), 'utf8')).trim(),
      purl: null,
    })),
  );
}
