import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder, madeOnce } from '../cache.ts';
import { withDesktop } from '../desktop-session.ts';
import { hasTool } from '../machine/look.ts';
import { run } from '../run.ts';
import { CannotGoOn, say } from '../say.ts';

/** The oldest Debian whose libraries Electron runs with, as long as it is supported. */
const suite = 'bookworm';

async function must(program: string, args: readonly string[]): Promise<string> {
  const done = await run(program, args);
  if (done.code !== 0) throw new CannotGoOn(`${program} failed: ${done.output.trim().slice(-2_000)}`);
  return done.output.trim();
}

/** A bare Debian. It knows the package sources of this machine, for a mirror may be all that can be reached. */
const bareDebian = (): Promise<string> =>
  madeOnce(path.join(cacheFolder(), `debian-${suite}`), async (empty) => {
    if (!hasTool('debootstrap')) throw new CannotGoOn('This needs debootstrap (Debian package debootstrap).');
    say(`Making a bare Debian (${suite}).`);
    await chmod(empty, 0o755);
    await must('debootstrap', ['--variant=minbase', suite, empty]);
    for (const name of ['sources.list', 'sources.list.d/debian.sources']) {
      const from = path.join('/etc/apt', name);
      if (existsSync(from)) await cp(from, path.join(empty, 'etc/apt', name));
    }
  });

/** The same package under a higher version. */
async function newerThan(deb: string, work: string): Promise<string> {
  const tree = path.join(work, 'newer');
  await must('dpkg-deb', ['-R', deb, tree]);
  const version = await must('dpkg-deb', ['-f', deb, 'Version']);
  const control = path.join(tree, 'DEBIAN', 'control');
  const fields = await readFile(control, 'utf8');
  await writeFile(control, fields.replace(/^Version: .*/m, `Version: ${version}+1`));
  const newer = path.join(work, 'newer.deb');
  await must('dpkg-deb', ['--root-owner-group', '-Znone', '-b', tree, newer]);
  return newer;
}

/** Tries a .deb in a bare Debian, with and without user namespaces. Gives whether all held. */
export async function tryInBareDebian(deb: string): Promise<boolean> {
  if (process.getuid?.() !== 0) throw new CannotGoOn('Only root can try a package in a Debian of its own.');
  const base = await bareDebian();
  const work = await mkdtemp(path.join(os.tmpdir(), 'companion-try-'));
  try {
    await must('desktop-file-validate', [await desktopFileOf(deb, work)]);
    say('The desktop file is valid.');
    const lint = await run('lintian', [
      '--fail-on',
      'error',
      '--tag-display-limit',
      '0',
      '--allow-root',
      deb,
    ]);
    if (lint.code !== 0) say(lint.output);
    const newer = await newerThan(deb, work);
    const script = path.join(import.meta.dirname, 'bare-debian.sh');
    const staging = path.join(import.meta.dirname, 'bare-root.sh');
    return await withDesktop({ desktop: 'own' }, async (env) => {
      let good = lint.code === 0;
      for (const way of ['pivot', 'chroot']) {
        const done = await run(
          'unshare',
          ['--mount', '--pid', '--fork', '--kill-child', 'bash', staging, base, deb, newer, script, way],
          { env, keep: 'shown' },
        );
        good = done.code === 0 && good;
      }
      return good;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function desktopFileOf(deb: string, work: string): Promise<string> {
  const tree = path.join(work, 'files');
  await must('dpkg-deb', ['-x', deb, tree]);
  return path.join(tree, 'usr/share/applications/com.promptcall.companion.desktop');
}
