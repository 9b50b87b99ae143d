import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import type { ForgottenFor } from '../contract/retention.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { TimeLimit } from '../settings/credentials.ts';
import type { SecretKey } from '../settings/secret-key.ts';
import { codeOf } from '../util/code-of.ts';
import { deferred } from '../util/deferred.ts';
import type { Timer } from '../util/timer.ts';

/**
 * Numbers that somebody had forgotten, and until when: the PBX tells of their calls again at the next look. A list of numbers would be
 * just what was to go; digests of them are no better, for there are few numbers, and all are tried in seconds. So they are digests
 * under a key that is in the keychain: the file alone tells nobody anything.
 *
 * Whoever uses this profile, and however they spell where their PBX is: it is this computer that was to forget.
 */
export interface Forgotten {
  /**
   * Resolves once it is known which ones: that may take until somebody unlocks the keychain, and nothing that could be of one of them may
   * be shown or kept before. `account`: who is signed in, for earlier releases kept them for each account by itself.
   */
  knownTo(account: string): Promise<void>;
  /** It is not known yet, and the keychain has had its time. */
  waits(): boolean;
  /** The keychain is asked once more, where there is something to know. Resolves when it has answered, or has had its time. */
  ask(): Promise<void>;
  /** As long as nothing is known, each number may be one. */
  has(number: string, start: number): boolean;
  /** It was a call with one of these numbers: a note on it comes back by no other way either. */
  hasCall(id: string): boolean;
  /** Where neither the disk nor the keychain takes it, it holds until the program ends; a keychain that answers later gets it then. */
  add(spellings: readonly string[], until: number, calls: readonly string[]): Promise<ForgottenFor>;
  /** Numbers are read otherwise now. */
  changed(): void;
}

export interface ForgottenParts {
  readonly file: string;
  readonly key: Pick<SecretKey, 'wait'>;
  readonly limit: TimeLimit;
  readonly timer: Timer;
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** Digits that every spelling of one number ends with: to read a number in full takes a millisecond. */
  readonly endOf: (number: string) => string;
  /** It came to be known, or is waited for. */
  readonly told: () => void;
  readonly keeping: Keeping;
}

type What = 'end' | 'number' | 'call';

const Digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const File = v.object({
  version: v.literal(1),
  /** Digest → milliseconds since 1970, by the PBX's clock. */
  until: v.record(Digest, v.number()),
  /** Accounts that earlier releases may have kept some for, each by itself. Without it the file is of such a release. */
  accounts: v.optional(v.array(v.string())),
});

const mostAccounts = 20;
/** Milliseconds after which a keychain that did not answer is asked again. One that was left locked is not: it would ask the person. */
const again = 60_000;

export function openForgotten(parts: ForgottenParts): Forgotten {
  const { file, key, limit, keyOf, endOf, keeping } = parts;
  const disk = openKeptFile({ file, what: 'forgotten', parse, keeping });
  const kept = disk.read();
  let until: ReadonlyMap<string, number> = new Map(Object.entries(kept?.until ?? {}));
  let accounts = kept?.accounts ?? [];
  const isOfEarlier = (kept !== null && kept.accounts === undefined) || accounts.length > 0;
  /** Of this run, as they are: memory has them anyway. */
  const now = new Map<string, number>();
  let unwritten = new Map<string, number>();
  let secret: Uint8Array | null = null;
  let asking: Promise<void> | null = null;
  let isLate = false;
  const known = deferred<void>();
  /** Of numbers that were asked about: there are thousands of calls, and fewer numbers. */
  const moments = new Map<string, number>();

  const named = (what: What, text: string): string => JSON.stringify([what, text]);
  const digest = (by: Uint8Array, text: string): string =>
    createHmac('sha256', by).update(text).digest('hex');

  /** All that is said of it, by whomever. */
  function of(what: What, text: string): number[] {
    const here = now.get(named(what, text)) ?? [];
    if (secret === null || until.size === 0) return [here].flat();
    const by = secret;
    const names = [named(what, text), ...accounts.map((account) => JSON.stringify([account, what, text]))];
    return [here, ...names.map((name) => until.get(digest(by, name)) ?? [])].flat();
  }

  const isUnknown = (): boolean => until.size > 0 && secret === null;

  function write(): boolean {
    try {
      disk.replace(JSON.stringify({ version: 1, until: Object.fromEntries(until), accounts }));
      return true;
    } catch (error) {
      keeping.log(`which number was forgotten is not written: ${codeOf(error)}`);
      return false;
    }
  }

  /** `false`: not written. */
  function settle(by: Uint8Array): boolean {
    if (unwritten.size === 0) return true;
    until = new Map([...until, ...[...unwritten].map(([name, at]) => [digest(by, name), at] as const)]);
    unwritten = new Map();
    return write();
  }

  async function question(): Promise<void> {
    try {
      secret = await key.wait();
    } catch {
      parts.timer(again, () => void ask());
    } finally {
      asking = null;
    }
    if (secret === null) return;
    isLate = false;
    settle(secret);
    moments.clear();
    known.resolve();
    parts.told();
  }

  async function ask(): Promise<void> {
    if (secret !== null || (until.size === 0 && unwritten.size === 0)) return;
    asking ??= question();
    await limit(asking).catch(() => undefined);
    if (!isUnknown() || isLate) return;
    isLate = true;
    keeping.log(
      'which numbers were forgotten is not known, and no calls are listed: the keychain does not answer',
    );
    parts.told();
  }

  function untilOf(number: string): number {
    if (of('end', endOf(number)).length === 0) return Number.NEGATIVE_INFINITY;
    return Math.max(...[number, keyOf(number)].flatMap((one) => of('number', one)));
  }

  // Where nothing was ever forgotten, the keychain is not asked for anything.
  if (until.size === 0) known.resolve();
  else void ask();

  return {
    async knownTo(account) {
      await known.promise;
      if (!isOfEarlier || accounts.includes(account)) return;
      accounts = [...accounts, account].slice(-mostAccounts);
      moments.clear();
      write();
    },
    waits: () => isLate,
    ask,
    has(number, start) {
      if (isUnknown()) return true;
      if (until.size === 0 && now.size === 0) return false;
      const moment = moments.get(number) ?? untilOf(number);
      moments.set(number, moment);
      return start <= moment;
    },
    hasCall: (id) => isUnknown() || of('call', id).length > 0,
    async add(spellings, moment, calls) {
      const all = spellings.flatMap((number) => [number, keyOf(number)]);
      const names = [
        ...all.flatMap((one) => [named('end', endOf(one)), named('number', one)]),
        ...calls.map((id) => named('call', id)),
      ];
      for (const name of names) {
        now.set(name, moment);
        unwritten.set(name, moment);
      }
      moments.clear();
      await ask();
      return secret !== null && settle(secret) ? 'good' : 'this-run';
    },
    changed: () => moments.clear(),
  };
}

function parse(text: string): Parsed<v.InferOutput<typeof File>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), File), text);
  return parsed.success ? { value: parsed.output, whole: true } : null;
}
