import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import type { ForgottenFor } from '../contract/retention.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { createSecretKey } from '../settings/secret-key.ts';
import { codeOf } from '../util/code-of.ts';

/**
 * Numbers that somebody had forgotten, and until when: the PBX tells of their calls again at the next look. A list of numbers would be
 * just what was to go; digests of them are no better, for there are few numbers, and all are tried in seconds. So they are digests
 * under a key that is in the keychain: the file alone tells nobody anything.
 */
export interface Forgotten {
  readonly ready: Promise<void>;
  has(owner: string, number: string, start: number): boolean;
  /** It was a call with one of these numbers: a note on it comes back by no other way either. */
  hasCall(owner: string, id: string): boolean;
  /** Throws where the disk does not take it; then it holds until the program ends. */
  add(
    owner: string,
    spellings: readonly string[],
    until: number,
    calls: readonly string[],
  ): Promise<ForgottenFor>;
  /** Numbers are read otherwise now. */
  changed(): void;
}

export interface ForgottenParts {
  readonly file: string;
  readonly key: Pick<ReturnType<typeof createSecretKey>, 'get'>;
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** Digits that every spelling of one number ends with: to read a number in full takes a millisecond. */
  readonly endOf: (number: string) => string;
  readonly keeping: Keeping;
}

const File = v.object({
  version: v.literal(1),
  /** Digest → milliseconds since 1970, by the PBX's clock. */
  until: v.record(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), v.number()),
});

export function openForgotten({ file, key, keyOf, endOf, keeping }: ForgottenParts): Forgotten {
  const disk = openKeptFile({ file, what: 'forgotten', parse, keeping });
  const kept = disk.read();
  let until: ReadonlyMap<string, number> = new Map(Object.entries(kept?.until ?? {}));
  let secret: Uint8Array | null = null;
  /** Of numbers that were asked about: there are thousands of calls, and fewer numbers. */
  const known = new Map<string, number>();

  const digest = (owner: string, what: 'end' | 'number' | 'call', text: string): string =>
    createHmac('sha256', secret ?? '')
      .update(JSON.stringify([owner, what, text]))
      .digest('hex');

  // Where nothing was ever forgotten, the keychain is not asked for anything.
  const ready = until.size === 0 ? Promise.resolve() : take();
  async function take(): Promise<void> {
    secret = await key.get();
    if (secret === null)
      keeping.log('which numbers were forgotten is not known: the keychain does not answer');
  }

  function untilOf(owner: string, number: string): number {
    if (!until.has(digest(owner, 'end', endOf(number)))) return Number.NEGATIVE_INFINITY;
    const moments = [number, keyOf(number)].flatMap((one) => until.get(digest(owner, 'number', one)) ?? []);
    return Math.max(...moments);
  }

  return {
    ready,
    has(owner, number, start) {
      if (until.size === 0 || secret === null) return false;
      const asked = `${owner} ${number}`;
      const moment = known.get(asked) ?? untilOf(owner, number);
      known.set(asked, moment);
      return start <= moment;
    },
    hasCall: (owner, id) => until.size > 0 && secret !== null && until.has(digest(owner, 'call', id)),
    async add(owner, spellings, moment, calls) {
      await ready;
      secret ??= await key.get();
      const isKept = secret !== null;
      // Of this run: nobody has to guess it.
      secret ??= crypto.getRandomValues(new Uint8Array(32));
      const next = new Map(until);
      for (const one of spellings.flatMap((number) => [number, keyOf(number)])) {
        next.set(digest(owner, 'end', endOf(one)), moment);
        next.set(digest(owner, 'number', one), moment);
      }
      for (const id of calls) next.set(digest(owner, 'call', id), moment);
      until = next;
      known.clear();
      if (!isKept) return 'this-run';
      try {
        disk.replace(JSON.stringify({ version: 1, until: Object.fromEntries(next) }));
        return 'good';
      } catch (error) {
        keeping.log(`which number was forgotten is not written: ${codeOf(error)}`);
        return 'this-run';
      }
    },
    changed: () => known.clear(),
  };
}

function parse(text: string): Parsed<v.InferOutput<typeof File>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  return parsed.success ? { value: parsed.output, whole: true } : null;
}
