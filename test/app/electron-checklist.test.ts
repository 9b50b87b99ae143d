import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (...names: string[]) => readFileSync(path.join(root, ...names), 'utf8');

const rows = read('docs', 'electron-checklist.md')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', says = '', here = '', where = '', test = '']) => ({
    number,
    says,
    here,
    where,
    test,
  }));

const place = /^`([^`]+)` · (.+)$/;

describe('Electron’s security checklist', () => {
  it('has all its rows', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it.each(rows)('$number, $says: the place and the test are there', ({ where, test }) => {
    const [, file = '', symbol = ''] = place.exec(where) ?? [];
    expect(read(file)).toContain(symbol.replaceAll('`', ''));
    const [, spec = '', title = ''] = place.exec(test) ?? [];
    expect(read(spec)).toContain(`'${title}'`);
  });

  it('names no other file that is not there', () => {
    const named = read('docs', 'electron-checklist.md').matchAll(/`((?:app|test|build|docs)\/[^`]+)`/g);
    for (const [, file = ''] of named) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('no source turns on what the list says to leave off', () => {
    const files = ['app', 'renderer'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|html)$/.test(name))
        .map((name) => path.join(folder, name)),
    );
    const off =
      /experimentalFeatures|enableBlinkFeatures|allowpopups|webSecurity: false|nodeIntegration: true|contextIsolation: false|sandbox: false|file:\/\/(?!\S*`)/;
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => off.test(read(file)))).toEqual([]);
    // Behind its wall (row 15).
    const opens = files.filter((file) => read(file).includes('openExternal'));
    expect(opens).toEqual([path.join('app', 'electron', 'browser.ts')]);
  });
});
