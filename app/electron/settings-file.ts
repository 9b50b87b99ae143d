import { readFileSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import * as v from 'valibot';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { ValueFile } from '../settings/store.ts';

/** Not `v.record`: that takes a list for one. */
const Values = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * `settings.json` in the profile's folder, by electron-store, which writes it as every file here is written: the bundle puts
 * `files/atomically.ts` in the place of its own way. What it cannot read is put aside before it looks.
 */
export function openSettingsFile(file: string, keeping: Keeping): ValueFile {
  const kept = openKeptFile({ file, what: 'settings', parse, keeping });
  const text = kept.read();
  // Editors of Windows put a byte-order mark before it, or write two bytes for each character.
  if (text !== null && readFileSync(file, 'utf8') !== text) kept.replace(text);
  const store = new Store({
    name: path.basename(file, '.json'),
    cwd: path.dirname(file),
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
  return {
    get: (key) => store.get(key),
    set: (key, value) => store.set(key, value),
    delete: (key) => store.delete(key),
  };
}

/** The text itself, if it is what electron-store reads. */
function parse(text: string): Parsed<string> {
  return v.is(v.pipe(v.string(), v.parseJson(), Values), text) ? { value: text, whole: true } : null;
}
