/**
 * Whether a key may be had that works in every window. Wayland lets no program listen to the keyboard of others; under its
 * XWayland a key can be registered, and works in X windows only, which is worse than none: it works on some days.
 */
export function givesGlobalKeys(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || !(env.XDG_SESSION_TYPE === 'wayland' || env.WAYLAND_DISPLAY);
}

/** A command for sh(1), which desktops hand the line of a bound key to; those that split it themselves know the same quotes. */
export const shellLine = (words: readonly string[]): string => words.map(quoted).join(' ');

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
