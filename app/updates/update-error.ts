import type { UpdateFailure } from '../contract/updates.ts';

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
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : (/net::\w+/.exec(error.message)?.[0] ?? error.name);
  return code.slice(0, 60);
}
