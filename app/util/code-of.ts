/** `ENOSPC`, `EACCES` …: it names neither the file nor what is in it. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
