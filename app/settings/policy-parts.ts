import * as v from 'valibot';
import { type DiallingRule, mostOwnRules } from '../contract/rules.ts';
import type { Settings } from '../contract/settings.ts';
import { mostRules, PolicyFile, PolicyRule, PolicySettings } from './policy-schema.ts';

/** What does not fit. Its place, never its content: that may be what nobody is to read. */
export interface Misfit {
  /** Names of parts, and what number it is in a list or, where its name is not known, in an object; from 1. */
  readonly path: readonly (string | number)[];
  readonly why: 'unknown' | 'misfit';
  /** What would fit, where the schema can say so. */
  readonly expected: string | null;
}

export interface PolicyParts {
  readonly rules: DiallingRule[];
  readonly settings: Partial<Settings>;
  readonly presets: Partial<Settings>;
  readonly ownRules: boolean;
}

type Path = Misfit['path'];
type Note = (misfit: Misfit) => void;

/** Not `v.record`: that takes an array for one. */
const Named = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Windows editors put a byte-order mark before it. */
export const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** Each part by itself: one mistake must not take all from hundreds of desks. `parts` is `null` where it is no JSON object. */
export function readParts(text: string): { readonly parts: PolicyParts | null; readonly misfits: Misfit[] } {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Named), withoutMark(text));
  if (!parsed.success) return { parts: null, misfits: [] };
  const misfits: Misfit[] = [];
  const note: Note = (misfit) => void misfits.push(misfit);
  const known = namedIn(parsed.output, Object.keys(PolicyFile.entries), [], note);
  fitting(PolicyFile.entries.$schema, known.$schema, ['$schema'], note);
  const parts = {
    rules: readRules(known.rules, mostRules, ['rules'], note),
    settings: readSettings(known.settings, ['settings'], note),
    presets: readSettings(known.presets, ['presets'], note),
    ownRules: fitting(PolicyFile.entries.ownRules, known.ownRules, ['ownRules'], note) ?? true,
  };
  return { parts, misfits };
}

function readRules(rules: unknown, most: number, path: Path, note: Note): DiallingRule[] {
  const list = fitting(v.optional(v.array(v.unknown())), rules, path, note) ?? [];
  if (list.length > most) note({ path: [...path, most + 1], why: 'misfit', expected: `<=${most}` });
  return list
    .slice(0, most)
    .map((rule, index) => fitting(PolicyRule, rule, [...path, index + 1], note))
    .filter((rule) => rule !== undefined);
}

function readSettings(settings: unknown, path: Path, note: Note): Partial<Settings> {
  if (settings === undefined) return {};
  const found = v.safeParse(Named, settings);
  if (!found.success) {
    note({ path, why: 'misfit', expected: 'Object' });
    return {};
  }
  const { rules, ...others } = namedIn(found.output, Object.keys(PolicySettings.entries), path, note);
  const read: Partial<Settings> = {};
  for (const [key, value] of Object.entries(others)) {
    Object.assign(read, fitting(PolicySettings, { [key]: value }, path, note));
  }
  // Where they are no list, there is nothing to hold.
  if (Array.isArray(rules)) read.rules = readRules(rules, mostOwnRules, [...path, 'rules'], note);
  else if (rules !== undefined) fitting(PolicySettings, { rules }, path, note);
  return read;
}

/** What has a name that is known. */
function namedIn(
  found: Record<string, unknown>,
  names: readonly string[],
  path: Path,
  note: Note,
): Record<string, unknown> {
  const entries = Object.entries(found);
  for (const [index, [name]] of entries.entries()) {
    if (!names.includes(name)) note({ path: [...path, index + 1], why: 'unknown', expected: null });
  }
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)));
}

function fitting<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: Path,
  note: Note,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    // A name that the schema does not have is content.
    const below = (issue.path ?? []).filter((item) => !(issue.expected === 'never' && item.origin === 'key'));
    const keys = below.map((item) => (typeof item.key === 'number' ? item.key + 1 : String(item.key)));
    note({
      path: [...path, ...keys],
      why: 'misfit',
      expected: issue.expected === 'never' ? null : issue.expected,
    });
  }
  return undefined;
}
