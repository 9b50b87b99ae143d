import type { UpdateFailure } from '../contract/updates.ts';
import { codeOf } from '../util/code-of.ts';

export class UpdateError extends Error {
  readonly why: UpdateFailure;
  /** `details`: for the log. */
  constructor(why: UpdateFailure, details: string) {
    super(details);
    this.why = why;
  }
}

/** Of Node, of Chromium or of electron-updater; never an address. */
export function updateCode(error: unknown): string {
  const code = codeOf(error);
  if (code !== 'unknown' || !(error instanceof Error)) return code.slice(0, 60);
  return (/net::\w+/.exec(error.message)?.[0] ?? error.name).slice(0, 60);
}
