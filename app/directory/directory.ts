import type { DirectoryChoice, DirectoryView, LdapChoice } from '../contract/directory.ts';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import type { KeptFile } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';
import type { Timer } from '../util/timer.ts';
import type { Asked } from './asked.ts';
import { type Kept, type KeptHead, keptText } from './kept.ts';
import type { Passwords } from './password.ts';
import type { Colleague } from './person.ts';
import type { Loaded } from './source.ts';

export interface DirectoryParts {
  readonly choice: () => DirectoryChoice;
  /** Tells one source from another. */
  readonly source: () => string;
  readonly isSignedIn: () => boolean;
  /** The program's version. */
  readonly version: string;
  readonly kept: KeptFile<Kept>;
  readonly readKept: (text: string) => Promise<Reply<readonly Colleague[]>>;
  /** Whoever looks numbers up goes through them before they are those who are known. */
  readonly prepare: (people: readonly Colleague[]) => Promise<void>;
  /** `null`: they are as they were. */
  readonly load: (tag: string | null) => Promise<Reply<Loaded>>;
  readonly asked: Pick<Asked, 'people' | 'forget' | 'again'>;
  readonly passwords: Passwords;
  /** There are others now, or something else is to be said of them. */
  readonly changed: () => void;
  readonly now: () => number;
  readonly timer: Timer;
  readonly log: (line: string) => void;
}

export interface Directory {
  people(): readonly Colleague[];
  view(): DirectoryView;
  /** Looks what is to be done: somebody signed in or out, or the source is another. */
  look(): Promise<void>;
  /** The way there is another, or a certificate is trusted now: what failed for that is tried again. */
  again(): Promise<void>;
  /** The person asks for it: what would be doubted by itself is taken. */
  refresh(): Promise<DirectoryView>;
  keepPassword(password: string): Promise<Reply<boolean>>;
  /** What a question to the server came to. */
  askedSaid(failure: Failure | null): void;
}

/** Milliseconds. */
const [quarter, hour, day] = [900_000, 3_600_000, 24 * 3_600_000];
/** Where there were so many, half of them do not leave within a day. */
const doubtedFrom = 20;

type Held = { readonly head: KeptHead; readonly people: readonly Colleague[] } | null;

/**
 * The company's directory: read-only, kept for when it is not there, and asked anew each day. What goes wrong is told in the settings, and
 * leaves those who were known.
 */
export function createDirectory(parts: DirectoryParts): Directory {
  const { choice, kept, asked, passwords, changed, now, timer, log } = parts;
  let held: Held = null;
  let failure: Failure | null = null;
  let hasPassword = false;
  /** The source that `held` is of; `null`: none is set, or nobody is signed in. */
  let current: string | null | undefined;
  let running: Promise<void> | null = null;
  let stop = (): void => undefined;

  const isReadAnew = (): boolean => held !== null && held.head.readBy !== parts.version;
  const isDue = (): boolean => now() - (held?.head.at ?? 0) >= day || isReadAnew();
  const askedChoice = (): LdapChoice | null => {
    const now = choice();
    return now.from === 'ldap' && now.people === 'asked' ? now : null;
  };

  async function look(): Promise<void> {
    const isOn = parts.isSignedIn() && choice().from !== 'none';
    const next = isOn ? parts.source() : null;
    if (next === current) return;
    // What the one before is still sending is not waited for.
    running = null;
    // At a start nobody is signed in where the keychain is locked, too: what was kept is theirs.
    const isTheirs = current === undefined && !parts.isSignedIn();
    current = next;
    held = null;
    failure = null;
    asked.forget();
    if (!parts.isSignedIn()) passwords.forget();
    await tellPassword();
    stop();
    if (next === null || askedChoice() !== null) {
      if (!isTheirs) remove();
    } else {
      await readBack(next);
      await refreshIf(isDue);
      if (current === next) daily();
    }
    changed();
  }

  /** Nobody is to find later what was kept for somebody else, or is of another directory. */
  function remove(): void {
    try {
      kept.remove();
    } catch (error) {
      log(`the directory not removed: ${codeOf(error)}`);
    }
  }

  async function readBack(source: string): Promise<void> {
    const found = kept.read();
    if (found === null || found.head.source !== source) {
      if (found !== null) remove();
      return;
    }
    const people = await parts.readKept(found.people);
    if (!people.ok) return;
    await parts.prepare(people.value);
    if (current !== source) return;
    held = { head: found.head, people: people.value };
    changed();
  }

  /** Timers stand still while a computer sleeps: each hour it is looked whether a day has gone; what failed is tried sooner. */
  function daily(): void {
    const mine = current;
    stop();
    stop = timer(failure === null ? hour : quarter, () => {
      void refreshIf(isDue).then(() => current === mine && daily());
    });
  }

  async function refreshIf(wanted: () => boolean, byHand = false): Promise<void> {
    if (running === null && wanted()) {
      const mine = refresh(byHand).finally(() => {
        if (running === mine) running = null;
        changed();
      });
      running = mine;
    }
    await running;
  }

  async function refresh(byHand: boolean): Promise<void> {
    const source = current;
    if (source === null || source === undefined || askedChoice() !== null) return;
    changed();
    try {
      const loaded = await parts.load(isReadAnew() ? null : (held?.head.tag ?? null));
      // Another one is set by now.
      if (current !== source) return;
      const taken = loaded.ok ? await take(source, loaded.value, byHand) : loaded;
      if (current !== source) return;
      failure = taken.ok ? null : taken.failure;
    } catch (error) {
      log(`the directory not read: ${codeOf(error)}`);
      if (current !== source) return;
      failure = fail('directory-not-read', { details: codeOf(error).slice(0, 40) }).failure;
    }
    await tellPassword();
    const many = held?.people.length ?? 0;
    log(`directory: ${failure === null ? 'refreshed' : failure.code}, ${many} people`);
  }

  async function take(source: string, loaded: Loaded, byHand: boolean): Promise<Reply<undefined>> {
    if (loaded === null) {
      if (held !== null) held = { ...held, head: { ...held.head, at: now() } };
      const before = kept.read();
      if (held !== null && before !== null) await write({ head: held.head, people: before.people });
      return ok(undefined);
    }
    const { people, text, tag } = loaded;
    const before = held?.people.length ?? 0;
    if (people.length === 0) return fail('directory-empty');
    if (!byHand && before >= doubtedFrom && people.length < before / 2) return fail('directory-fewer');
    await parts.prepare(people);
    // Another one is set by now.
    if (current !== source) return ok(undefined);
    held = { head: { source, tag, at: now(), readBy: parts.version }, people };
    await write({ head: held.head, people: text });
    return ok(undefined);
  }

  async function write(next: Kept): Promise<void> {
    try {
      await kept.replaceSoon(keptText(next));
    } catch (error) {
      // They are known until the program ends, and fetched by the next one.
      log(`the directory not kept: ${codeOf(error)}`);
    }
    // Signed out meanwhile.
    if (current !== next.head.source) remove();
  }

  async function tellPassword(): Promise<void> {
    const set = choice();
    hasPassword = set.from === 'ldap' && (await passwords.for(set)) !== null;
  }

  const view = (): DirectoryView => ({
    people: held?.people.length ?? asked.people().length,
    at: held?.head.at ?? null,
    refreshing: running !== null,
    failure,
    hasPassword,
  });

  return {
    people: () => (askedChoice() === null ? (held?.people ?? []) : asked.people()),
    view,
    look,
    async again() {
      // By the old way.
      await running;
      if (!isOfWay(failure)) return;
      if (askedChoice() !== null) asked.again();
      else await refreshIf(() => true);
    },
    async refresh() {
      passwords.again();
      await refreshIf(() => true, true);
      return view();
    },
    async keepPassword(password) {
      const set = choice();
      if (set.from !== 'ldap' || (set.bindDn ?? '') === '') return fail('directory-password');
      const isKept = await passwords.keep(set, password);
      await tellPassword();
      void refreshIf(() => true);
      changed();
      return ok(isKept);
    },
    askedSaid(said) {
      failure = said;
      changed();
    },
  };
}

const isOfWay = (failure: Failure | null): boolean =>
  failure !== null && /^directory-(?:certificate|unreachable)/.test(failure.code);
