/**
 * Chromium's and Electron's own switches that may stand on the command line, and whether they have a value: those that a
 * desktop, a package, IT or a test needs to start the program here. Chromium obeys hundreds more, and among them are some
 * that trust every certificate or lead names to other computers; and to take what is unknown for one of them would be to
 * pass over every slip in silence.
 */
export const systemSwitches: ReadonlyMap<string, 'alone' | 'with value' | 'either'> = new Map([
  // the profile, and the sandbox as root or in a container
  ['user-data-dir', 'with value'],
  ['no-sandbox', 'alone'],
  ['disable-dev-shm-usage', 'alone'],
  // how it looks on this desktop
  ['lang', 'with value'],
  ['ozone-platform', 'with value'],
  ['ozone-platform-hint', 'with value'],
  ['enable-features', 'with value'],
  ['disable-features', 'with value'],
  ['enable-wayland-ime', 'either'],
  ['wayland-text-input-version', 'with value'],
  ['gtk-version', 'with value'],
  ['force-device-scale-factor', 'with value'],
  ['force-renderer-accessibility', 'either'],
  ['disable-gpu', 'alone'],
  ['password-store', 'with value'],
  // the way to the PBX
  ['proxy-server', 'with value'],
  ['proxy-bypass-list', 'with value'],
  ['proxy-pac-url', 'with value'],
  ['no-proxy-server', 'alone'],
  ['auth-server-allowlist', 'with value'],
  // to look into it
  ['enable-logging', 'either'],
  ['log-file', 'with value'],
  ['log-level', 'with value'],
  ['v', 'with value'],
  ['vmodule', 'with value'],
  // from a checkout, where tests drive the page; the packed program refuses these
  ['inspect', 'either'],
  ['inspect-brk', 'either'],
  ['remote-debugging-port', 'with value'],
]);
