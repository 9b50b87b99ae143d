import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/project.ts';
import { temporaryFolder } from '../app/temporary-folder.ts';

const stand = path.join(projectFolder, 'build', 'packing', 'fpm.cjs');
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' });

/** A package of two files, asked for as electron-builder asks fpm (`FpmTarget.js`). */
function made(kind: 'deb' | 'rpm', ...own: string[]): string {
  const folder = temporaryFolder();
  const from = path.join(folder, 'program');
  mkdirSync(path.join(from, 'resources'), { recursive: true });
  for (const name of ['promptcall-companion', 'resources/app.asar'])
    writeFileSync(path.join(from, name), name);
  chmodSync(path.join(from, 'promptcall-companion'), 0o755);
  const script = path.join(folder, 'after');
  writeFileSync(script, '#!/bin/bash\necho 100% "$1"\n');
  const file = path.join(folder, `made.${kind}`);
  const asked = ['-s', 'dir', '--force', '-t', kind, ...own, '--architecture', 'amd64'];
  const scripts = ['--after-install', script, '--after-remove', script];
  const about = [
    '--description',
    'Dial from the tray\n It carries no sound.',
    '--license',
    'MIT',
    '--url',
    'https://promptcall.com',
  ];
  const name = ['--name', 'promptcall-companion', '--maintainer', 'Us <us@promptcall.com>', '--vendor', 'Us'];
  const needs = ['-d', 'gtk3', '-d', 'nss', '--version', '1.2.3-trial', '--package', file];
  run(
    process.execPath,
    stand,
    ...asked,
    ...scripts,
    ...about,
    ...name,
    ...needs,
    `${from}/=/opt/promptcall-companion`,
  );
  return file;
}

it('a .deb has its files, what it needs, and what is done after', () => {
  const file = made('deb', '--deb-compression', 'xz', '--deb-priority', 'optional', '--category', 'net');
  const fields = run('dpkg-deb', '-f', file);
  expect(fields).toMatch(/^Version: 1\.2\.3-trial$/m);
  expect(fields).toMatch(/^Depends: gtk3, nss$/m);
  expect(run('dpkg-deb', '-c', file)).toMatch(
    /-rwxr-xr-x root\/root .* \.\/opt\/promptcall-companion\/promptcall-companion\n/,
  );
});

it('an .rpm has them too, and a trial comes before its release', () => {
  const file = made(
    'rpm',
    '--rpm-os',
    'linux',
    '--rpm-compression',
    'xzmt',
    '--rpm-summary',
    'Dial from the tray',
  );
  expect(run('rpm', '-qp', '--qf', '%{NAME} %{VERSION} %{OS} %{ARCH} %{LICENSE} %{SUMMARY}', file)).toBe(
    'promptcall-companion 1.2.3~trial linux x86_64 MIT Dial from the tray',
  );
  const needs = run('rpm', '-qp', '--requires', file).split('\n');
  expect(needs.filter((one) => one !== '' && !/^(?:rpmlib\(|\/bin\/)/.test(one))).toEqual(['gtk3', 'nss']);
  expect(run('rpm', '-qp', '--list', file).split('\n')).toContain(
    '/opt/promptcall-companion/resources/app.asar',
  );
  expect(run('rpm', '-qp', '--qf', '[%{FILEMODES:perms} %{FILEUSERNAME} %{FILENAMES}\n]', file)).toContain(
    '-rwxr-xr-x root /opt/promptcall-companion/promptcall-companion\n',
  );
  const [after = '', removed = ''] = run('rpm', '-qp', '--scripts', file).split('postuninstall');
  expect(after).toMatch(/using \/bin\/bash[\s\S]*echo 100% "\$1"/);
  // Run at an update, too, where it would take away what the new one put there.
  const script = removed.slice(removed.indexOf('\n'));
  expect(run('bash', '-c', script, 'postun', '1')).toBe('');
  expect(run('bash', '-c', script, 'postun', '0')).toBe('100% 0\n');
});

it('what is needed on Fedora is called what Fedora calls it', () => {
  const settings = readFileSync(path.join(projectFolder, 'electron-builder.yml'), 'utf8');
  const section = /^rpm:\n((?: .*\n)+)/m.exec(settings)?.[1] ?? '';
  const names = [...section.matchAll(/^ {4}- (.+)$/gm)].map(([, name]) => name ?? '');
  expect(names).toContain('gtk3');
  // Debian's names end in a number, or in what only Debian splits off.
  expect(names.filter((name) => /-\d$|\d-0$|^lib(?:gtk|nss3|asound|gbm|xss)|-bin$/.test(name))).toEqual([]);
});
