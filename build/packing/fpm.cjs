#!/usr/bin/env node
// Makes a .deb or an .rpm of folders, in the place of fpm, which would have to be downloaded: electron-builder calls this as it calls
// fpm (CUSTOM_FPM_PATH), with the arguments that it uses and no others. It needs dpkg-deb, or rpmbuild.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: 's' },
    t: { ...text, short: 't' },
    d: { ...text, short: 'd', multiple: true, default: [] },
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    log: text,
    architecture: text,
    category: text,
    description: text,
    iteration: text,
    license: text,
    maintainer: text,
    name: text,
    package: text,
    url: text,
    vendor: text,
    version: text,
    'after-install': text,
    'after-remove': text,
    'deb-compression': text,
    'deb-priority': text,
    'deb-recommends': { ...text, multiple: true, default: [] },
    'rpm-compression': text,
    'rpm-os': text,
    'rpm-rpmbuild-define': { ...text, multiple: true },
    'rpm-summary': text,
  },
});

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'companion-package-'));
const stage = path.join(work, 'stage');
const places = positionals.map((pair) => {
  const at = pair.indexOf('=');
  return { from: pair.slice(0, at), to: pair.slice(at + 1) };
});
const read = (file) => (file === undefined ? '' : fs.readFileSync(file, 'utf8'));
/** A field's value is one line. */
const line = (value = '') => value.replace(/\s+/g, ' ').trim();

function fill() {
  for (const { from, to } of places) {
    const place = path.join(stage, to);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.cpSync(from, place, { recursive: true, verbatimSymlinks: true });
  }
  // Who built it may have kept others from reading what they made.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', stage]);
}

/** Lines of a description: 80 characters at most, each behind a blank. */
function wrapped(words) {
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 78) lines.push(` ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Debian Policy 5.3. */
function control() {
  const [first = '', ...more] = (values.description ?? '').split('\n');
  const kilobytes = execFileSync('du', ['-sk', '--apparent-size', stage], { encoding: 'utf8' }).split(
    '\t',
  )[0];
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': kilobytes,
    Depends: values.d.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: values.category ?? 'net',
    Priority: values['deb-priority'],
    Homepage: values.url,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${line(value)}`);
  const described = wrapped(more.join(' '));
  return `${[...lines, `Description: ${line(first)}`, ...described].join('\n')}\n`;
}

function deb() {
  const about = path.join(stage, 'DEBIAN');
  fs.mkdirSync(about);
  fs.writeFileSync(path.join(about, 'control'), control());
  for (const [from, to] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    const script = read(values[from]);
    if (script !== '') fs.writeFileSync(path.join(about, to), script, { mode: 0o755 });
  }
  const sums = execFileSync(
    'sh',
    ['-c', 'find . -type f ! -path "./DEBIAN/*" -printf "%P\\0" | sort -z | xargs -0 md5sum'],
    {
      cwd: stage,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  fs.writeFileSync(path.join(about, 'md5sums'), sums);
  fs.chmodSync(about, 0o755);
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', stage, values.package], {
    stdio: ['ignore', 2, 2],
  });
}

/** Of what electron-builder names as Debian does. */
const rpmNames = { amd64: 'x86_64', arm64: 'aarch64' };

/** At an update, too, the old package's is run, after all of the new one: it would remove what that put there. */
const onRemoval = (script) => `if [ "$1" -eq 0 ]; then\n${script}\nfi`;

function rpm() {
  const escaped = (script) => script.replaceAll('%', '%%');
  const spec = `
%define _build_id_links none
%define __strip /bin/true
%define __os_install_post %{nil}
%define _binary_payload w6T0.xzdio
AutoReqProv: no
Name: ${values.name}
Version: ${values.version.replaceAll('-', '~')}
Release: ${values.iteration ?? 1}
Summary: ${line(values['rpm-summary'] ?? values.description)}
License: ${values.license}
URL: ${values.url}
Vendor: ${values.vendor}
Packager: ${values.maintainer}
${values.d.map((one) => `Requires: ${one}`).join('\n')}
%description
${escaped(values.description ?? '')}
%install
cp -a ${stage}/. %{buildroot}/
%post -p /bin/bash
${escaped(read(values['after-install']))}
%postun -p /bin/bash
${onRemoval(escaped(read(values['after-remove'])))}
%files
${places.map(({ to }) => `"${to}"`).join('\n')}
`;
  const file = path.join(work, 'package.spec');
  fs.writeFileSync(file, spec);
  const defined = { _topdir: work, _rpmdir: path.join(work, 'made'), _rpmfilename: 'made.rpm' };
  const defines = Object.entries(defined).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  const target = rpmNames[values.architecture] ?? values.architecture;
  const args = ['-bb', '--quiet', '--target', target, ...defines, file];
  execFileSync('rpmbuild', args, { stdio: ['ignore', 2, 2] });
  fs.copyFileSync(path.join(work, 'made', 'made.rpm'), values.package);
}

const kinds = { deb, rpm };
try {
  const make = kinds[values.t];
  if (make === undefined) throw new Error(`no packages of the kind ${values.t}`);
  fill();
  fs.rmSync(values.package, { force: true });
  make();
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
