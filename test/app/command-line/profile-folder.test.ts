import { chmodSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkProfile } from '../../../app/command-line/not-started.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it.each([
  ['of its own', { named: false, used: false, mode: 0o777 }, 0o700],
  ['that was named and holds a profile', { named: true, used: true, mode: 0o777 }, 0o700],
  ['that was named and holds none', { named: true, used: false, mode: 0o755 }, 0o755],
  ['for everybody', { named: true, used: true, mode: 0o1777 }, 0o1777],
])('a folder is closed to others where it is ours: one %s', (_what, { named, used, mode }, after) => {
  const folder = temporaryFolder();
  if (used) writeFileSync(path.join(folder, 'settings.json'), '{}');
  chmodSync(folder, mode);
  checkProfile(folder, named ? folder : '');
  expect(statSync(folder).mode & 0o7777).toBe(after);
});
