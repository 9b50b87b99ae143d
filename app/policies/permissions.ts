/**
 * Web permissions that the page gets; all others are denied. A row needs a reason.
 *
 * `clipboard-sanitized-write`: "Details" copies a line for the help desk. Writing text only, and only after a press.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function mayUse(permission: string): boolean {
  return granted.has(permission);
}
