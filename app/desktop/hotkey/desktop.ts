/**
 * Whether a key may be had that works in every window. Wayland lets no program listen to the keyboard of others; under its
 * XWayland a key can be registered, and works in X windows only, which is worse than none: it works on some days.
 */
export function givesGlobalKeys(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || !(env.XDG_SESSION_TYPE === 'wayland' || env.WAYLAND_DISPLAY);
}

/**
 * The line to bind a key to in the desktop's own settings: this program, as it was started, told to dial what is marked.
 *
 * @param program the program and, run from a checkout, its folder
 * @param switches what this instance was started with; another profile is another program
 */
export function commandToBind(program: readonly string[], switches: readonly string[]): string {
  const profile = switches.filter((one) => one.startsWith('--user-data-dir='));
  return [...program, ...profile, '--dial-selection'].map(quoted).join(' ');
}

/** For sh(1), which desktops hand such a line to; those that split it themselves know the same quotes. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
