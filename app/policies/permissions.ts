/** What is asked of Electron's permission handlers, as far as a decision needs it. */
export interface PermissionCheck {
  readonly permission: string;
  /** Of `media`. */
  readonly mediaType?: string | undefined;
  /** There where the list of devices, or one of them, is asked about; not where a page asks what it may. */
  readonly securityOrigin?: string | undefined;
}

/**
 * Web permissions that the page gets; all others are denied. A row needs a reason.
 *
 * `clipboard-sanitized-write`: "Details" copies a line for the help desk. Writing text only, and only after a press.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** A request, which a person would be asked about: nothing is, and so no microphone, camera or location is ever had. */
export function mayUse(permission: string): boolean {
  return granted.has(permission);
}

/**
 * A check, which nobody is asked about. One more than above:
 *
 * `media` for sound devices, of the page itself: with it the player sees by name where it can play to, headset or loudspeaker,
 * and may send the sound there. Recording needs the request as well, which is denied.
 */
export function mayAsk({ permission, mediaType, securityOrigin }: PermissionCheck, page: string): boolean {
  const isSoundDevice = permission === 'media' && mediaType === 'audio';
  return granted.has(permission) || (isSoundDevice && securityOrigin === originOf(page));
}

/** `app://companion/`, as Chromium writes it. */
function originOf(page: string): string {
  const { protocol, host } = new URL(page);
  return `${protocol}//${host}/`;
}
