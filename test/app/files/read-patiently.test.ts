import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readPatiently } from '../../../app/files/read-patiently.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('a file that is away for a moment is read once it is back', async () => {
  const file = path.join(temporaryFolder(), 'part.js');
  writeFileSync(`${file}.away`, 'export {}');
  const reading = readPatiently(file);
  setTimeout(() => renameSync(`${file}.away`, file), 100);
  expect(String(await reading)).toBe('export {}');
});

it('a file that stays away is said to', async () => {
  await expect(readPatiently(path.join(temporaryFolder(), 'part.js'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
