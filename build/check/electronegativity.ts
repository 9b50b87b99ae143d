import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { transform } from 'esbuild';
import * as v from 'valibot';
import { bundle } from '../bundle.ts';
import { cacheFolder, madeOnce } from '../cache.ts';
import { npm } from '../npm.ts';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { CannotGoOn, say } from '../say.ts';

/** What is installed, by which lock, and how it is run. Outside of `npm install`: it is 147 MB. */
const own = path.join(projectFolder, 'build', 'check', 'electronegativity');

/** `code`: how it begins, from the place that was found on. */
const Finding = v.object({ id: v.string(), file: v.string(), code: v.string() });
const Scan = v.object({ found: v.array(Finding), errors: v.array(v.string()) });
type Scan = v.InferOutput<typeof Scan>;
/** Why one finding stays. Nearly all of the program is in one file: a second of the same kind there has its own. */
const Kept = v.array(v.strictObject({ ...Finding.entries, why: v.pipe(v.string(), v.minLength(20)) }));
type Kept = v.InferOutput<typeof Kept>;

const Pinned = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ devDependencies: v.object({ electron: v.string() }) }),
);

/** What is to be found each time, or the rest of what it says is worth nothing. */
const planted = {
  file: 'planted.js',
  id: 'NODE_INTEGRATION_JS_CHECK',
  text: 'const electron = require("electron"); new electron.BrowserWindow({ webPreferences: { nodeIntegration: !0 } });',
};

/** Lines that tell what is not as it was agreed: found and not in the list, in the list and not found, not looked at. */
export function differences({ found, errors }: Scan, kept: Kept): string[] {
  const isPlanted = (one: { id: string; file: string }) => one.id === planted.id && one.file === planted.file;
  const here = found.filter(({ file }) => file !== planted.file);
  return [
    ...without(here, kept).map((one) => `${keyOf(one)}: mend it, or give a reason in kept.json`),
    ...without(kept, here).map((one) => `${keyOf(one)}: no finding needs this reason any more`),
    ...errors.map((one) => `not looked at: ${one}`),
    ...(found.some(isPlanted) ? [] : ['what was planted for it was not found']),
  ];
}

type Finding = v.InferOutput<typeof Finding>;

/** The bundler numbers names that are there twice, and by what else is there. */
const keyOf = ({ id, file, code }: Finding) =>
  `${id} in ${file}: ${code.replace(/(?<=[A-Za-z_$])\d+\b/g, '').slice(0, 60)}`;

/** What is left of some when each of the others has taken one that is as it is. */
function without(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  const taken = others.map(keyOf);
  return some.filter((one) => {
    const at = taken.indexOf(keyOf(one));
    if (at >= 0) taken.splice(at, 1);
    return at < 0;
  });
}

/** The name of a bundle without what changes with its content. */
export const plainName = (file: string): string => file.replace(/-[\w-]{8}(?=\.(?:js|css)$)/, '');

/**
 * Runs electronegativity over the bundle. A text, in place of lines: why it could not be installed. It reads no language newer than ES2019, skips what it cannot
 * read and all `.cjs`: so it is given a copy in older words, under names that it looks at.
 */
export async function electronegativity(): Promise<readonly string[] | string> {
  await bundle(projectFolder);
  const files = await bundled(path.join(projectFolder, 'out'));
  const lock = await readFile(path.join(own, 'package-lock.json'));
  const hash = createHash('sha256')
    .update(lock)
    .update(await readFile(path.join(own, 'scan.cjs')));
  hash.update(await readFile(import.meta.filename));
  for (const { name, text } of files) hash.update(`${name}\0${text.length}\0${text}`);
  const of = hash.digest('hex');
  const last = path.join(cacheFolder(), 'electronegativity-last.json');

  const before = v.safeParse(
    v.pipe(v.string(), v.parseJson(), v.object({ of: v.literal(of), scan: Scan })),
    await readFile(last, 'utf8').catch(() => ''),
  );
  const kept = v.parse(Kept, JSON.parse(await readFile(path.join(own, 'kept.json'), 'utf8')));
  if (before.success) return differences(before.output.scan, kept);

  const installed = await install(createHash('sha256').update(lock).digest('hex').slice(0, 12));
  if (!installed.ok) return installed.why;
  const scan = await look(installed.folder, files);
  await writeFile(last, JSON.stringify({ of, scan }));
  return differences(scan, kept);
}

type File = { readonly name: string; readonly text: string };

/** What runs in Electron. The help pages are opened by the browser. */
async function bundled(out: string): Promise<File[]> {
  const names = (await readdir(out, { recursive: true }))
    .filter((name) => /\.(?:cjs|js|html)$/.test(name) && !/^(?:help|\.making)/.test(name))
    .sort();
  return await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(out, name), 'utf8') })),
  );
}

type Installed =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly why: string };

async function install(lock: string): Promise<Installed> {
  try {
    const folder = await madeOnce(path.join(cacheFolder(), `electronegativity-${lock}`), async (empty) => {
      say('Installing electronegativity (147 MB, once).');
      for (const name of ['package.json', 'package-lock.json'])
        await cp(path.join(own, name), path.join(empty, name));
      await cp(path.join(projectFolder, '.npmrc'), path.join(empty, '.npmrc'));
      // Nothing of it needs a script; of a package of 2018 none is started unasked.
      const done = await npm(['ci', '--ignore-scripts', '--prefer-offline', '--fetch-retries=1'], {
        cwd: empty,
        limit: 10 * 60_000,
      });
      if (done.code !== 0) {
        const code = /\bcode (E\w+)/.exec(done.output)?.[1] ?? `exit ${done.code}`;
        throw new CannotGoOn(done.timedOut ? 'it took too long' : `npm: ${code}`);
      }
    });
    return { ok: true, folder };
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    return { ok: false, why: error.message };
  }
}

async function look(installed: string, files: readonly File[]): Promise<Scan> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-scan-'));
  try {
    for (const { name, text } of [...files, { name: planted.file, text: planted.text }]) {
      const isPage = name.endsWith('.html');
      const file = path.join(folder, isPage ? name : plainName(name).replace(/\.cjs$/, '.cjs.js'));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, isPage ? text : await inOlderWords(text));
    }
    const { electron } = v.parse(
      Pinned,
      await readFile(path.join(projectFolder, 'package.json'), 'utf8'),
    ).devDependencies;
    const done = await run(process.execPath, [path.join(own, 'scan.cjs'), installed, folder, electron], {
      keep: 'stdout',
      limit: 5 * 60_000,
    });
    if (done.code !== 0 || done.output === '')
      throw new CannotGoOn(`electronegativity ended with ${done.code}.`);
    return v.parse(Scan, JSON.parse(done.output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** It knows classes of Electron's by their own names alone, and `true`, which the bundle has as `!0`. */
async function inOlderWords(text: string): Promise<string> {
  const { code } = await transform(text, { target: 'es2019', supported: { 'top-level-await': true } });
  return code.replace(/\bnew electron\w*\.(?=BrowserWindow\b)/g, 'new ');
}
