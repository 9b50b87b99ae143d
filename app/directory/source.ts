import { createHash } from 'node:crypto';
import type { DirectoryChoice } from '../contract/directory.ts';
import { type FailureCode, fail, ok, type Reply } from '../contract/failures.ts';
import type { TrustedCertificate } from '../contract/trust.ts';
import type { Passwords } from './password.ts';
import type { ReadBytes } from './patient.ts';
import type { Colleague } from './person.ts';
import type { LdapTask } from './tasks.ts';
import { type Heard, peopleBy } from './thread.ts';
import { type Elsewhere, fetchFile } from './web.ts';

/** `null`: they are as they were. */
export type Loaded = {
  readonly people: readonly Colleague[];
  readonly text: string;
  readonly tag: string | null;
} | null;

export interface SourceParts {
  readonly choice: DirectoryChoice;
  readonly country: string;
  readonly pins: readonly TrustedCertificate[];
  readonly trusted: readonly string[];
  readonly passwords: Passwords;
  readonly elsewhere: Elsewhere;
  readonly seen: Heard;
  /** Of `worker.ts`. */
  readonly reader: string;
  readonly pause: () => Promise<void>;
  readonly readBytes: ReadBytes;
}

/** The people of a source, wherever it is. `tag`: of those that are known. */
export async function loadFrom(parts: SourceParts, tag: string | null): Promise<Reply<Loaded>> {
  const { choice, country, reader, pause } = parts;
  switch (choice.from) {
    case 'none':
      return ok(null);
    case 'file': {
      const found = await parts.readBytes(choice.path);
      if (!found.ok) return fail(ofFile(found.failure.code), { details: found.failure.details ?? 'file' });
      return whole(await peopleBy(reader, { task: 'file', bytes: found.value, country }, pause), null);
    }
    case 'web': {
      const fetched = await fetchFile(choice, tag, parts.elsewhere);
      if (!fetched.ok) return fetched;
      if (fetched.value === null) return ok(null);
      const { bytes, tag: next } = fetched.value;
      return whole(await peopleBy(reader, { task: 'file', bytes, country }, pause), next);
    }
    case 'ldap': {
      const task = await ldapTask(parts, choice);
      const read = await peopleBy(reader, { task: 'load', ...task }, pause, parts.seen);
      noteTurnedDown(parts.passwords, task, read);
      return whole(read, null);
    }
  }
}

export async function ldapTask(
  { passwords, trusted, pins, country }: Pick<SourceParts, 'passwords' | 'trusted' | 'pins' | 'country'>,
  choice: LdapTask['choice'],
): Promise<LdapTask> {
  return { choice, password: await passwords.for(choice), trusted, pins, country };
}

/** What a server says to a password. */
export function noteTurnedDown(passwords: Passwords, { password }: LdapTask, reply: Reply<unknown>): void {
  const isTurnedDown =
    !reply.ok && (reply.failure.code === 'directory-refused' || reply.failure.code === 'directory-password');
  if (password !== null && isTurnedDown) passwords.turnedDown();
}

const ofFile = (code: FailureCode): FailureCode =>
  code === 'directory-unreachable'
    ? code
    : code === 'contacts-too-large'
      ? 'directory-too-large'
      : 'directory-not-read';

const whole = (
  read: Reply<{ readonly people: readonly Colleague[]; readonly text: string }>,
  tag: string | null,
): Reply<Loaded> => (read.ok ? ok({ ...read.value, tag }) : read);

/** Tells one source from another, without naming it. Numbers are read by the country. */
export const sourceOf = (choice: DirectoryChoice, country: string): string =>
  createHash('sha256')
    .update(JSON.stringify([choice, country]))
    .digest('hex')
    .slice(0, 32);
