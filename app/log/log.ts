import { statSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import type { LogMessage } from 'electron-log';
import Logger from 'electron-log/src/core/Logger.js';
import fileTransport from 'electron-log/src/node/transports/file/index.js';
import { closeToOthers } from '../files/rights.ts';
import { conceal, disguises, redact } from './redact.ts';

export interface LogParts {
  /** Of the log's files. Asked for when there is something to write. */
  readonly folder: () => string;
  /** Where a person looks on. */
  readonly print: ((line: string) => void) | null;
}

export interface Log {
  /** Never throws: a disk that is full or read-only keeps nobody from calling. */
  readonly log: (line: string) => void;
  /** Names what must not be found in any line from now on, beside what was named before: each part of the program knows its own. */
  readonly hide: (...secrets: readonly string[]) => void;
  /** A line as it would stand in the log. */
  readonly redact: (line: string) => string;
  /** A text of this program's own without what was named. */
  readonly conceal: (text: string) => string;
}

export const logFile = 'companion.log';
/** Bytes. A file that is full becomes `companion.old.log`, in place of the one before it. */
export const fullFile = 1_000_000;

/** A file that only its owner can read; and a terminal, if one looks on. */
export function createLog({ folder, print }: LogParts): Log {
  const named = new Map<string, readonly RegExp[]>();
  let hidden: RegExp[] = [];
  const logger = new Logger({
    logId: 'companion',
    transportFactories: {
      file: (own) => {
        const file = fileTransport(own, { externalApi: { getPathVariables: () => ({}) } });
        return Object.assign(file, {
          resolvePathFn: () => writable(path.join(folder(), logFile)),
          format: '{y}-{m}-{d} {h}:{i}:{s} {z} {text}',
          maxSize: fullFile,
          writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
        });
      },
      // What has this name is also told by the file that it cannot be written.
      console: () =>
        Object.assign(({ data }: LogMessage) => print?.(data.join(' ')), {
          level: 'silly' as const,
          transforms: [],
        }),
    },
    dependencies: {},
  });
  return {
    log: (line) => logger.info(redact(line, hidden)),
    redact: (line) => redact(line, hidden),
    conceal: (text) => conceal(text, hidden),
    hide(...secrets) {
      if (secrets.every((one) => named.has(one))) return;
      for (const one of secrets) if (!named.has(one)) named.set(one, disguises(one));
      // The longest first: one may be part of another.
      hidden = [...named].sort(([a], [b]) => b.length - a.length).flatMap(([, patterns]) => patterns);
    },
  };
}

/** A pipe in its place would be waited for until somebody reads it. */
function writable(file: string): string {
  try {
    if (!statSync(file).isFile()) return devNull;
    for (const one of [path.dirname(file), file]) closeToOthers(one);
    return file;
  } catch {
    return file;
  }
}
