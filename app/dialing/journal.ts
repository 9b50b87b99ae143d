import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Attempt } from '../contract.ts';
import { Failure } from '../failures.ts';

/**
 * The local journal of calls asked for from this computer: a JSON line when a call is asked for, another when its
 * outcome is known. Appending survives `kill -9` at any moment: what is cut is the last line, which is then skipped,
 * and an attempt without an outcome reads as `interrupted`.
 */
export interface Journal {
  /** Calls that the PBX was asked for, newest first. */
  list(): readonly Attempt[];
  /** Those that a dialling rule stopped are among them. */
  all(): readonly Attempt[];
  begin(attempt: Begun): void;
  end(id: string, outcome: Ended): void;
  /** Somebody asked for a call, and a rule stopped it before the PBX heard of it. */
  stopped(attempt: Begun, failure: Failure): void;
  clear(): void;
}

const Begun = v.pick(v.object(Attempt.entries), ['id', 'at', 'display', 'number', 'from']);
export type Begun = v.InferOutput<typeof Begun>;

const Ended = v.object({
  outcome: v.picklist(['placed', 'failed', 'unknown']),
  failure: v.nullable(Failure),
  /** The PBX's own words on a call that it took. */
  message: v.optional(v.string()),
});
export type Ended = v.InferOutput<typeof Ended>;

const Line = v.variant('line', [
  v.object({ line: v.literal('begin'), ...Begun.entries }),
  v.object({ line: v.literal('end'), id: v.string(), ...Ended.entries }),
]);
type Line = v.InferOutput<typeof Line>;

/** A month of a busy reception; older attempts leave when the file is rewritten. */
const kept = 2_000;
/** Lines in the file before it is rewritten: two per attempt, and room so that this is rare. */
const most = kept * 3;

/** Codes of what a dialling rule says; the PBX never does. */
const ofRules: ReadonlySet<Failure['code']> = new Set(['blocked', 'rule-result']);

/** `changed`: an outcome is known, or all are gone. */
export function openJournal(
  file: string,
  log: (line: string) => void,
  changed: () => void = () => {},
): Journal {
  let attempts: Attempt[] = [];
  let lines = 0;

  function take(line: Line) {
    lines += 1;
    if (line.line === 'begin') {
      const { id, at, display, number, from } = line;
      attempts.unshift({ id, at, display, number, from, outcome: 'interrupted', failure: null, message: '' });
    } else {
      const index = attempts.findIndex((attempt) => attempt.id === line.id);
      const begun = attempts[index];
      const { outcome, failure, message = '' } = line;
      if (begun) attempts[index] = { ...begun, outcome, failure, message };
    }
  }

  /** A disk that is full or read-only must not keep anybody from calling: it is logged, and memory serves. */
  function safely(what: string, act: () => void) {
    try {
      act();
    } catch (error) {
      log(
        `journal not ${what}: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
      );
    }
  }

  function append(line: Line) {
    take(line);
    safely('written', () => appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 }));
    if (lines > most) rewrite();
  }

  /** By a second file and a rename, so that no moment has half a journal. */
  function rewrite() {
    attempts = attempts.slice(0, kept);
    const whole = attempts
      .toReversed()
      .flatMap(({ outcome, failure, message, ...begun }) => [
        { line: 'begin', ...begun },
        ...(outcome === 'interrupted' ? [] : [{ line: 'end', id: begun.id, outcome, failure, message }]),
      ]);
    safely('rewritten', () => {
      const next = `${file}.next`;
      writeFileSync(next, whole.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
      renameSync(next, file);
      lines = whole.length;
    });
  }

  safely('opened', () => mkdirSync(path.dirname(file), { recursive: true }));
  const text = readText(file);
  // A last line that was cut would swallow the next one.
  if (text !== '' && !text.endsWith('\n')) safely('mended', () => appendFileSync(file, '\n'));
  for (const line of text.split('\n')) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), line);
    if (parsed.success) take(parsed.output);
  }

  const begin = (attempt: Begun) => append({ line: 'begin', ...attempt });
  function end(id: string, outcome: Ended) {
    append({ line: 'end', id, ...outcome });
    changed();
  }

  return {
    list: () => attempts.filter(({ failure }) => failure === null || !ofRules.has(failure.code)),
    all: () => attempts,
    begin,
    end,
    stopped(attempt, failure) {
      begin(attempt);
      end(attempt.id, { outcome: 'failed', failure });
    },
    clear() {
      attempts = [];
      lines = 0;
      safely('removed', () => rmSync(file, { force: true }));
      changed();
    },
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
