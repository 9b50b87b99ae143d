import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configs } from '../../build/bundle/configs.ts';
import { type Work, workOf } from '../../build/bundle/licences.ts';
import { notePackages } from '../../build/bundle/packages.ts';
import { thirdParty } from '../../build/bundle/third-party.ts';
import { sbom } from '../../build/packing/sbom.ts';
import { projectFolder } from '../../build/project.ts';

let place = '';
beforeAll(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'companion-third-party-'));
});
afterAll(() => rm(place, { recursive: true }));

describe('the licences of the real bundles', () => {
  const folders = new Set<string>();
  /** By source maps, which know by themselves where each line comes from. */
  const inMaps = new Set<string>();
  let works: Work[] = [];

  beforeAll(async () => {
    for (const config of configs(projectFolder, path.join(place, 'out'))) {
      const maps = {
        name: 'maps',
        generateBundle(_options: unknown, bundle: Record<string, unknown>) {
          for (const one of Object.values(bundle)) {
            const { map } = one as { map?: { sources: string[] } | null };
            for (const source of map?.sources ?? []) {
              const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
              if (name !== undefined) inMaps.add(name);
            }
          }
        },
      };
      await build({
        ...config,
        logLevel: 'silent',
        build: { ...config.build, sourcemap: true, write: false },
        plugins: [config.plugins, notePackages(projectFolder, folders), maps],
      });
    }
    works = await thirdParty(projectFolder, folders);
  });

  const named = () => works.map(({ name }) => name);

  it('name every package that has a line in them', () => {
    expect(inMaps.size).toBeGreaterThan(10);
    expect(named()).toEqual(expect.arrayContaining([...inMaps]));
  });

  it('name the typeface, what the bundlers put in, and what lies beside the bundles', () => {
    const others = ['@fontsource/noto-sans-thai', 'vite', 'rolldown', 'node-notifier', 'growly', 'which'];
    expect(named()).toEqual(expect.arrayContaining(others));
  });

  it('have each its whole text, and no test or tool is among them', () => {
    for (const { name, text } of works) {
      expect.soft(text, name).toMatch(/without warranty|comes as is|"as is"|“as is”/i);
      expect.soft(text, name).toMatch(/copyright|\(c\)/i);
    }
    expect(works.find(({ licence }) => licence === 'OFL-1.1')?.text).toContain('SIL OPEN FONT LICENSE');
    expect(named()).not.toContain('vitest');
    expect(named()).not.toContain('electron-builder');
  });

  it('name the helper programs of the systems that have them', async () => {
    const on = async (platform: NodeJS.Platform) =>
      (await thirdParty(projectFolder, folders, platform)).map(({ name }) => name);
    expect(await on('win32')).toEqual(expect.arrayContaining(['Notifu', 'SnoreToast']));
    expect(await on('darwin')).toContain('terminal-notifier');
    expect(named()).not.toContain('SnoreToast');
  });

  it('make a list that is CycloneDX, with the Electron that it is packed with', async () => {
    const text = sbom({ version: '1.2.3', electron: '45.4.1', thirdParty: works });
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    const { components } = JSON.parse(text) as { components: { name: string; version: string }[] };
    expect(components).toContainEqual(expect.objectContaining({ name: 'electron', version: '45.4.1' }));
    expect(components).toHaveLength(works.length + 1);
  });
});

describe('a package that comes without terms', () => {
  async function packageWith(licence: string | undefined, files: Record<string, string>): Promise<string> {
    const folder = await mkdtemp(path.join(place, 'package-'));
    const manifest = JSON.stringify({ name: 'of-others', version: '1.0.0', license: licence });
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries({ 'package.json': manifest, ...files }))
      await writeFile(path.join(folder, name), text);
    return folder;
  }
  const licence = { LICENSE: 'Copyright somebody. Permission is hereby granted.' };

  it('does not become part of the program unseen', async () => {
    await expect(workOf(await packageWith('MIT', {}))).rejects.toThrow('of-others 1.0.0');
    await expect(workOf(await packageWith('MIT', { 'README.md': '# License\n\nMIT' }))).rejects.toThrow(
      'no licence text',
    );
    await expect(workOf(await packageWith('GPL-3.0-only', licence))).rejects.toThrow('GPL-3.0-only');
    await expect(workOf(await packageWith(undefined, licence))).rejects.toThrow('not known');
  });

  it('may say them in its description', async () => {
    const readme =
      '# Of others\n\n## License ##\n\nCopyright A.\n\nPermission is hereby granted.\n\n## Thanks\n\nB.\n';
    const { text } = await workOf(await packageWith('MIT', { 'README.md': readme }));
    expect(text).toBe('Copyright A.\n\nPermission is hereby granted.');
  });
});
