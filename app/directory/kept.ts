import path from 'node:path';
import * as v from 'valibot';
import { type Keeping, type KeptFile, openKeptFile, type Parsed } from '../files/kept-file.ts';

/** What is kept of a directory: `people` as JSON, which the thread reads. */
export interface Kept {
  readonly head: KeptHead;
  readonly people: string;
}

const Head = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    /** A digest of where it is from. */
    source: v.string(),
    tag: v.nullable(v.string()),
    /** The version of the program that read it: another one may read more of the same file. */
    readBy: v.optional(v.string(), ''),
    /** When it was known to be as it is there, in milliseconds since 1970. */
    at: v.number(),
  }),
);
export type KeptHead = v.InferOutput<typeof Head>;

/** `directory.json` of a profile's folder: two lines, of which the first says what the second is. */
export const openKept = (folder: string, keeping: Keeping): KeptFile<Kept> =>
  openKeptFile({ file: path.join(folder, 'directory.json'), what: 'directory', parse, keeping });

export const keptText = ({ head, people }: Kept): string => `${JSON.stringify(head)}\n${people}`;

function parse(text: string): Parsed<Kept> {
  const end = text.indexOf('\n');
  const head = v.safeParse(Head, text.slice(0, end));
  return end < 0 || !head.success
    ? null
    : { value: { head: head.output, people: text.slice(end + 1) }, whole: true };
}
