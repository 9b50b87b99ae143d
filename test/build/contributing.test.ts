import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/project.ts';

const text = readFileSync(path.join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
const foldersOf = (place: string): string[] =>
  readdirSync(path.join(projectFolder, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

it('the map has every folder of the program and of its tests', () => {
  const [, map = ''] = /^## Map\n\n```\n([\s\S]*?)^```$/m.exec(text) ?? [];
  const missing = ['app', 'renderer', 'test'].flatMap((place) => {
    const part = map.slice(map.search(new RegExp(`^${place}/`, 'm'))).split(/\n(?=\S)/)[0] ?? '';
    return foldersOf(place).filter((name) => !new RegExp(`^  (?:\\S+ )*${name}/`, 'm').test(part));
  });
  expect(missing).toEqual([]);
  const [screens = ''] = /^ {2}screens\/.*$/m.exec(map) ?? [];
  expect(foldersOf('renderer/screens').filter((name) => !new RegExp(`\\b${name}\\b`).test(screens))).toEqual(
    [],
  );
});

it('the files that are named are there', () => {
  const named = [...text.matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|tsx|css|json|md))`/g)].map(
    ([, file]) => file ?? '',
  );
  expect(named.length).toBeGreaterThan(50);
  const here = ['', 'app', 'app/recordings', 'renderer', 'test'];
  const isThere = (file: string) => here.some((place) => existsSync(path.join(projectFolder, place, file)));
  expect(named.filter((file) => !/NAME|CODE/.test(file) && !isThere(file))).toEqual([]);
});
