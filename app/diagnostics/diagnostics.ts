import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFileSync } from '../files/replace.ts';
import { codeOf } from '../util/code-of.ts';
import type { ProbeParts, Step } from './probe.ts';
import { type ReportParts, report } from './report.ts';

export interface DiagnosticsParts {
  readonly facts: () => Promise<Omit<ReportParts, 'at' | 'steps' | 'log'>>;
  readonly way: () => ProbeParts | null;
  readonly probe: (parts: ProbeParts) => Promise<readonly Step[]>;
  readonly logFile: () => string;
  /** As every line of the log is: for what others wrote. */
  readonly redact: (line: string) => string;
  /** Takes all secrets that the program knows out, in every disguise. */
  readonly conceal: (text: string) => string;
}

export interface Diagnostics {
  /** `null`: it is written; else why not. A file that is there stays, unless somebody said that it may go. */
  write(file: string, how: { readonly over: boolean }): Promise<string | null>;
}

const lastLines = 200;

/** One file for the help desk. */
export function createDiagnostics(parts: DiagnosticsParts): Diagnostics {
  const { redact, conceal } = parts;

  async function text(): Promise<string> {
    // First of all, for by asking the keychain it is known what must not be in the file.
    const facts = await parts.facts();
    const way = parts.way();
    const steps = way === null ? [] : await parts.probe(way);
    const whole = report({
      ...facts,
      at: new Date(),
      steps,
      log: lastOf(parts.logFile()).map((line) => withoutNumbers(line, redact)),
    });
    return `${conceal(whole)}\n`;
  }

  return {
    async write(file, { over }) {
      try {
        const whole = await text();
        if (over) replaceFileSync(file, whole);
        else writeNew(file, whole);
        return null;
      } catch (error) {
        return codeOf(error);
      }
    },
  };
}

/** As the log writes it, and no telephone number. */
const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? [+-]\d\d:\d\d /;

function withoutNumbers(line: string, redact: (text: string) => string): string {
  const at = moment.exec(line)?.[0] ?? '';
  return at + redact(line.slice(at.length));
}

function writeNew(file: string, text: string): void {
  const into = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(into, text);
  } finally {
    closeSync(into);
  }
}

/** With those of the file before it, where this one has only begun. */
function lastOf(file: string): string[] {
  const before = path.join(path.dirname(file), `${path.basename(file, '.log')}.old.log`);
  return [before, file].flatMap(linesOf).slice(-lastLines);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
