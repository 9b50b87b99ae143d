import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import ownTemporary from '../support/own-temporary.ts';

test('what a run of tests leaves in the temporary folder goes with it', () => {
  const before = os.tmpdir();
  const end = ownTemporary();
  const left = mkdtempSync(path.join(os.tmpdir(), 'left-'));
  writeFileSync(path.join(left, 'policy.json'), '{}');
  expect(path.dirname(path.dirname(left))).toBe(before);
  end();
  expect(os.tmpdir()).toBe(before);
  expect(existsSync(path.dirname(left))).toBe(false);
});
