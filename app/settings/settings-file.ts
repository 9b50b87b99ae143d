import * as v from 'valibot';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { ValueFile } from './store.ts';

type Values = Readonly<Record<string, unknown>>;

/** Not `v.record`: that takes a list for one. */
const Values = v.custom<Values>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** `settings.json` in the profile's folder. */
export function openSettingsFile(file: string, keeping: Keeping): ValueFile {
  const kept = openKeptFile({ file, what: 'settings', parse, keeping });
  let values: Values = kept.read() ?? {};

  function write(change: (values: Values) => Values): void {
    // Somebody may have edited it by hand meanwhile.
    const next = change(kept.read() ?? values);
    kept.replace(`${JSON.stringify(next, null, '\t')}\n`);
    values = next;
  }

  return {
    get: (key) => values[key],
    set: (key, value) => write((now) => ({ ...now, [key]: value })),
    delete: (key) => write((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== key))),
  };
}

function parse(text: string): Parsed<Values> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Values), text);
  return parsed.success ? { value: parsed.output, whole: true } : null;
}
