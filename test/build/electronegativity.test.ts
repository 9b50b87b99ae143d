import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, plainName } from '../../build/check/electronegativity.ts';

const root = path.resolve(import.meta.dirname, '../..');
const planted = { id: 'NODE_INTEGRATION_JS_CHECK', file: 'planted.js', code: '' };
const finding = (id: string, file: string, code = 'open(address);') => ({ id, file, code });
const why = 'It is meant, and a test holds it.';
const kept = (id: string, file: string, code?: string) => ({ ...finding(id, file, code), why });

describe('what electronegativity says of the bundle', () => {
  it('is as agreed where each finding has its reason', () => {
    const found = [planted, finding('A', 'b'), finding('A', 'b', 'close();'), finding('A', 'b')];
    const reasons = [kept('A', 'b'), kept('A', 'b'), kept('A', 'b', 'close();')];
    expect(differences({ found, errors: [] }, reasons)).toEqual([]);
  });

  it('is as agreed whatever number the bundler gives to a name', () => {
    const found = [planted, finding('A', 'b', 'open$1(address2);')];
    expect(differences({ found, errors: [] }, [kept('A', 'b', 'open$(address);')])).toEqual([]);
  });

  it.each([
    ['a finding without a reason', [planted, finding('A', 'b')], [], [], /^A in b: .*mend it/],
    ['one in another file', [planted, finding('A', 'b')], [], [kept('A', 'c')], /^A in b: .*mend it/],
    [
      'one more of a kind that has a reason',
      [planted, finding('A', 'b'), finding('A', 'b', 'open(anything);')],
      [],
      [kept('A', 'b')],
      /^A in b: open\(anything\);: mend it/,
    ],
    [
      'the very same once more',
      [planted, finding('A', 'b'), finding('A', 'b')],
      [],
      [kept('A', 'b')],
      /^A in b: open\(address\);: mend it/,
    ],
    ['a reason without a finding', [planted], [], [kept('A', 'b')], /^A in b: .*no finding/],
    [
      'a second reason for one finding',
      [planted, finding('A', 'b')],
      [],
      [kept('A', 'b'), kept('A', 'b')],
      /^A in b: .*no finding/,
    ],
    ['a file that was not read', [planted], ['desk.cjs.js: bad'], [], /^not looked at: desk/],
    ['that it sees nothing at all', [], [], [], /planted/],
  ] as const)('fails for %s', (_name, found, errors, reasons, line) => {
    const lines = differences({ found: [...found], errors: [...errors] }, [...reasons]);
    expect(lines[0]).toMatch(line);
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
