import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, plainName } from '../../build/check/electronegativity.ts';

const root = path.resolve(import.meta.dirname, '../..');
const planted = { id: 'NODE_INTEGRATION_JS_CHECK', file: 'planted.js', sample: '' };
const finding = (id: string, file: string) => ({ id, file, sample: 'new BrowserWindow()' });
const why = 'It is meant, and a test holds it.';

describe('what electronegativity says of the bundle', () => {
  it('is as agreed where each finding has its reason', () => {
    const found = [planted, finding('A', 'main.cjs.js'), finding('A', 'main.cjs.js')];
    expect(differences({ found, errors: [] }, [{ id: 'A', file: 'main.cjs.js', why }])).toEqual([]);
  });

  it.each([
    ['a finding without a reason', [planted, finding('A', 'b')], [], [], /^A in b: mend it/],
    [
      'one in another file',
      [planted, finding('A', 'b')],
      [],
      [{ id: 'A', file: 'c', why }],
      /^A in b: mend it/,
    ],
    ['a reason without a finding', [planted], [], [{ id: 'A', file: 'b', why }], /^A in b: no finding/],
    ['a file that was not read', [planted], ['desk.cjs.js: bad'], [], /^not looked at: desk/],
    ['that it sees nothing at all', [], [], [], /planted/],
  ] as const)('fails for %s', (_name, found, errors, kept, line) => {
    expect(differences({ found: [...found], errors: [...errors] }, [...kept])[0]).toMatch(line);
  });

  it.each([
    ['renderer/assets/start-CItx9xp9.js', 'renderer/assets/start.js'],
    ['question-preload.cjs', 'question-preload.cjs'],
    ['main.cjs', 'main.cjs'],
  ])('%s is named %s, whatever is in it', (file, name) => {
    expect(plainName(file)).toBe(name);
  });

  it('is said by a release that is pinned, with its sum, and from no address', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(path.join(root, 'build', 'check', 'electronegativity', name), 'utf8'));
    const { packages } = read('package-lock.json');
    expect(packages[''].dependencies).toEqual(read('package.json').dependencies);
    for (const [name, one] of Object.entries<Record<string, unknown>>(packages).slice(1)) {
      expect([name, one.resolved]).toEqual([name, undefined]);
      expect([name, one.integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
    }
  });
});
