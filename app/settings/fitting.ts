import * as v from 'valibot';
import { forExample } from '../contract/hosts.ts';
import { noWildcard } from '../contract/trust.ts';

/** What does not fit. Its place, never its content: that may be what nobody is to read. */
export interface Misfit {
  /** Names of parts, and what number it is in a list or, where its name is not known, in an object; from 1. */
  readonly path: readonly (string | number)[];
  /** `secret`: by its name, which is not known here, it is one. `doubled`: it stands twice, and the last one counts.
   * `wildcard`: a host that stands for many. `contradicts`: it cannot hold together with what `expected` names. */
  readonly why: 'unknown' | 'misfit' | 'secret' | 'doubled' | 'wildcard' | 'contradicts';
  /** What would fit, where the schema can say so. */
  readonly expected: string | null;
}

export type Path = Misfit['path'];
export type Note = (misfit: Misfit) => void;

/** Not `v.record`: that takes an array for one. */
const Named = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Windows editors put a byte-order mark before it. */
export const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** `null`: it is no JSON object. */
export function readObject(text: string): Record<string, unknown> | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Named), withoutMark(text));
  return parsed.success ? parsed.output : null;
}

/** What it names; nothing where it is no object. */
export const asNamed = (found: unknown): Readonly<Record<string, unknown>> => ({ ...Object(found) });

export const namesSecret = /secret|passw|token|credential|api[\s_-]*key|proxy[\s_-]*login/i;

/** What has a name that is known, of something that is to be an object. */
export function namedIn(found: unknown, names: readonly string[], path: Path, note: Note) {
  if (found === undefined) return {};
  const parsed = v.safeParse(Named, found);
  if (!parsed.success) {
    note({ path, why: 'misfit', expected: 'Object' });
    return {};
  }
  const entries = Object.entries(parsed.output);
  for (const [index, [name]] of entries.entries()) {
    if (names.includes(name)) continue;
    note({ path: [...path, index + 1], why: namesSecret.test(name) ? 'secret' : 'unknown', expected: null });
  }
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)));
}

export function fitting<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: Path,
  note: Note,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    note({ path: [...path, ...placeOf(issue)], why: whyOf(issue), expected: expectedBy(issue) });
  }
  return undefined;
}

/** A name that the schema does not have is content: only its number is told. */
const placeOf = ({ expected, path }: v.GenericIssue): (string | number)[] =>
  (path ?? []).map(({ origin, input, key }) => {
    if (expected === 'never' && origin === 'key') return Object.keys(Object(input)).indexOf(String(key)) + 1;
    return typeof key === 'number' ? key + 1 : String(key);
  });

function whyOf({ message, expected, path }: v.GenericIssue): Misfit['why'] {
  if (message === noWildcard) return 'wildcard';
  if (expected !== 'never') return 'misfit';
  return namesSecret.test(String(path?.at(-1)?.key)) ? 'secret' : 'unknown';
}

/** An example says more than a pattern. */
function expectedBy({ expected, message }: v.GenericIssue): string | null {
  if (message.startsWith(forExample(''))) return message;
  return expected === 'never' ? null : expected;
}

type Entries<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The entries that fit, each by itself; all in the schema may be left out. */
export function fittingEntries<Schema extends v.GenericSchema>(
  schema: Schema,
  found: Record<string, unknown>,
  path: Path,
  note: Note,
): Entries<v.InferOutput<Schema>> {
  const read: Entries<v.InferOutput<Schema>> = {};
  for (const [key, value] of Object.entries(found))
    Object.assign(read, fitting(schema, { [key]: value }, path, note));
  return read;
}

/** Where JSON ends, by what the parser says of it, of which no word is shown: it may quote the file. From 1; `null`: it is JSON. */
export function brokenLine(text: string): number | null {
  let end = endSaid(text);
  if (end === 'unsaid') {
    // It is where the shortest beginning of the text ends of which the same is said.
    let [good, bad] = [0, text.length];
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      if (endSaid(text.slice(0, middle)) === 'unsaid') bad = middle;
      else good = middle;
    }
    end = good;
  }
  return end === null ? null : text.slice(0, end).split('\n').length;
}

/** `unsaid`: the parser names no place where a value is a word that it does not know, such as `True`. */
function endSaid(text: string): number | 'unsaid' | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/end of JSON input/.test(message)) return text.length;
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    return position === undefined ? 'unsaid' : Number(position);
  }
}
