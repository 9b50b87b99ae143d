import * as v from 'valibot';
import { Attempt } from '../contract/dialing.ts';
import { Failure, failurePlaces } from '../contract/failures.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';

/**
 * The local journal of calls asked for from this computer: a JSON line when a call is asked for, another when its
 * outcome is known. Appending survives `kill -9` at any moment: what is cut is the last line, which is then skipped,
 * and an attempt without an outcome reads as `interrupted`.
 *
 * Each attempt is its owner's, the account that asked for it: nobody else sees it, redials it, or is trusted for it.
 */
export interface Journal {
  /** Calls that the PBX was asked for by who is signed in, newest first. */
  list(): readonly Attempt[];
  /** Those that a dialling rule stopped are among them. */
  all(): readonly Attempt[];
  begin(attempt: Begun): void;
  end(id: string, outcome: Ended): void;
  /** Somebody asked for a call, and a rule stopped it before the PBX heard of it. */
  stopped(attempt: Begun, failure: Failure): void;
  /**
   * Those of an owner who has signed out are gone, and those of nobody; but for what the owner still needs. `false`: from memory
   * only, for the disk does not let them go.
   */
  clear(of: string | null, needed?: ReadonlySet<string>): boolean;
  /** What anybody asked for before this moment is gone; `false` as above. */
  expire(before: number): boolean;
  olderThan(before: number): number;
  /** Ids of calls to some numbers, whoever asked for them. */
  to(fits: (number: string) => boolean): readonly string[];
  /** Calls to some numbers are gone, whoever asked for them: one person may have signed in by several names of the PBX. `false` as above. */
  forget(isGone: (number: string) => boolean): boolean;
}

const Begun = v.pick(v.object(Attempt.entries), ['id', 'at', 'display', 'number', 'extension', 'from']);
export type Begun = v.InferOutput<typeof Begun>;

const Ended = v.object({
  outcome: v.picklist(['placed', 'failed', 'unknown']),
  failure: v.nullable(Failure),
  /** The PBX's own words on a call that it took. */
  message: v.optional(v.string()),
  /** Whom the person chose, where the number alone says somebody else. */
  name: v.optional(v.string()),
});
export type Ended = v.InferOutput<typeof Ended>;

const Line = v.variant('line', [
  // Without an owner it is nobody's: who asked for it was not written down, and it may have been the last person at this desk.
  v.object({ line: v.literal('begin'), owner: v.optional(v.string(), ''), ...Begun.entries }),
  v.object({ line: v.literal('end'), id: v.string(), ...Ended.entries }),
]);
type Line = v.InferOutput<typeof Line>;

interface Owned {
  readonly owner: string;
  readonly attempt: Attempt;
}

/** Of each owner: a month of a busy reception; older attempts leave when the file is rewritten. */
const kept = 2_000;
/** Lines of each owner in the file before it is rewritten: two per attempt, and room so that this is rare. */
const most = kept * 3;

export interface JournalParts {
  readonly file: string;
  /** A digest that tells one account from another; `null` where nobody is signed in. */
  readonly owner: () => string | null;
  /** An outcome is known, or all are gone. */
  readonly changed?: () => void;
  readonly keeping: Keeping;
}

export function openJournal({ file, owner, changed = () => {}, keeping }: JournalParts): Journal {
  let attempts: Owned[] = [];
  /** In the file. */
  let lines = 0;
  /** What the disk did not take yet. */
  let unwritten = '';
  /** The file holds what is gone: it is to be written anew. */
  let isStale = false;

  function take(line: Line) {
    if (line.line === 'begin') {
      const { line: _, owner, ...begun } = line;
      attempts.unshift({ owner, attempt: { ...begun, outcome: 'interrupted', failure: null, message: '' } });
      return;
    }
    const index = attempts.findIndex(({ attempt }) => attempt.id === line.id);
    const begun = attempts[index];
    const { outcome, failure, message = '', name } = line;
    const ended = { outcome, failure, message, ...(name === undefined ? {} : { name }) };
    if (begun) attempts[index] = { ...begun, attempt: { ...begun.attempt, ...ended } };
  }

  /** A disk that is full or read-only must not keep anybody from calling: it is logged, and memory serves. */
  function safely(what: string, act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      keeping.log(`journal not ${what}: ${codeOf(error)}`);
      return false;
    }
  }

  function append(line: Line) {
    take(line);
    lines += 1;
    unwritten += toText(line);
    if (isStale || lines > most * owners()) {
      rewrite('written', disk.replace);
      return;
    }
    safely('written', () => {
      disk.append(unwritten);
      unwritten = '';
    });
  }

  const owners = (): number => (lines > most ? new Set(attempts.map(({ owner }) => owner)).size : 1);

  function rewrite(what: string, write: (text: string) => void): boolean {
    const counts = new Map<string, number>();
    attempts = attempts.filter(({ owner }) => {
      const count = (counts.get(owner) ?? 0) + 1;
      counts.set(owner, count);
      return count <= kept;
    });
    const whole = attempts.toReversed().flatMap(linesOf);
    return safely(what, () => {
      write(whole.map(toText).join(''));
      lines = whole.length;
      unwritten = '';
      isStale = false;
    });
  }

  const disk = openKeptFile({ file, what: 'attempts', parse, keeping });
  const found = disk.read();
  for (const line of found?.lines ?? []) take(line);
  lines = found?.lines.length ?? 0;
  // A cut last line would swallow the next one, and a bad one be found again at every start.
  if (found?.isClean === false) rewrite('rewritten', disk.replace);

  const begin = (attempt: Begun) => append({ line: 'begin', owner: owner() ?? '', ...attempt });
  function end(id: string, outcome: Ended) {
    // Who asked for it has signed out meanwhile, and it is gone.
    if (!attempts.some(({ attempt }) => attempt.id === id)) return;
    append({ line: 'end', id, ...outcome });
    changed();
  }

  function all(): Attempt[] {
    const mine = owner();
    return mine === null ? [] : attempts.flatMap((one) => (one.owner === mine ? [one.attempt] : []));
  }

  function remove(goes: (owned: Owned) => boolean): boolean {
    const stays = attempts.filter((one) => !goes(one));
    // What could not be removed the last time is tried again.
    if (stays.length === attempts.length && !isStale) return true;
    attempts = stays;
    isStale = true;
    // The others' lines are never gone, not for a moment.
    const isGone = rewrite('removed', (text) => (text === '' ? disk.remove() : disk.remove(text)));
    changed();
    return isGone;
  }

  return {
    list: () => all().filter(({ failure }) => failure === null || failurePlaces[failure.code] !== 'rule'),
    all,
    begin,
    end,
    stopped(attempt, failure) {
      begin(attempt);
      end(attempt.id, { outcome: 'failed', failure });
    },
    clear(of, needed = new Set()) {
      // Also where there is nothing: a file that was put aside goes with it.
      isStale = true;
      return remove(({ owner, attempt: { id } }) => !needed.has(id) && (owner === of || owner === ''));
    },
    expire: (before) => remove(({ attempt }) => attempt.at < before),
    olderThan: (before) => attempts.filter(({ attempt }) => attempt.at < before).length,
    to: (fits) => attempts.flatMap(({ attempt }) => (fits(attempt.number) ? [attempt.id] : [])),
    forget: (isGone) => remove(({ attempt }) => isGone(attempt.number)),
  };
}

const toText = (line: Line): string => `${JSON.stringify(line)}\n`;

function linesOf({ owner, attempt }: Owned): Line[] {
  const { outcome, failure, message, name, ...begun } = attempt;
  const begin = { line: 'begin', owner, ...begun } as const;
  return outcome === 'interrupted'
    ? [begin]
    : [
        begin,
        { line: 'end', id: begun.id, outcome, failure, message, ...(name === undefined ? {} : { name }) },
      ];
}

/** A disk whose power was cut may have made room for a line and written nothing there. */
const isBlank = (piece: string): boolean => /^[\s\0]*$/.test(piece);

/** The last line may have been cut by a `kill -9`: that is no damage, and nobody is told. */
function parse(text: string): Parsed<{ readonly lines: readonly Line[]; readonly isClean: boolean }> {
  const pieces = text.split('\n');
  const read = pieces.map((piece) => v.safeParse(v.pipe(v.string(), v.parseJson(), Line), piece));
  const last = pieces.at(-1) ?? '';
  const isLast = (index: number): boolean => index === pieces.length - 1;
  const whole = read.every(
    ({ success }, index) =>
      success || isBlank(pieces[index] ?? '') || (isLast(index) && last.startsWith('{')),
  );
  const lines = read.flatMap((one) => (one.success ? [one.output] : []));
  return { value: { lines, isClean: whole && last === '' }, whole };
}
