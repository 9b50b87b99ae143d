/**
 * Switches of Chromium's and Node's that the packed program does not start with. A program of the same user needs none of them
 * to do harm, but what they open is open to everybody: other users of the computer, the network, whoever reads a log. A
 * row needs a reason.
 *
 * Not here: `--proxy-server` and its kin, which IT has a use for and TLS makes harmless; `--no-sandbox`, without which root
 * cannot start it at all; `--user-agent`, `--lang` and whatever else only changes how it looks; `--zygote-cmd-prefix`, which is
 * followed before the first line of this program runs.
 */
const reasons = {
  drivesThePage: 'anybody who reaches the port or pipe reads the page, types in it and places calls',
  runsCode:
    'anybody who reaches the inspector runs code in the process that holds the secret; a fuse is shut on it, too',
  startsAnother: 'starts another program in the place of one of its own processes',
  losesSecrets: 'writes the secret, or the key to all that is sent, into a file',
  trustsAnybody: 'sends the secret to whoever says that he is the PBX',
  loosensThePage: 'takes down a wall between the page and what is not its own',
} as const;

export const refusedSwitches: Readonly<Record<string, string>> = {
  'remote-debugging-port': reasons.drivesThePage,
  'remote-debugging-pipe': reasons.drivesThePage,
  'remote-debugging-io-pipes': reasons.drivesThePage,
  'remote-debugging-address': reasons.drivesThePage,
  'remote-debugging-socket-name': reasons.drivesThePage,
  'remote-debugging-targets': reasons.drivesThePage,
  'remote-allow-origins': reasons.drivesThePage,
  inspect: reasons.runsCode,
  'inspect-brk': reasons.runsCode,
  'inspect-brk-node': reasons.runsCode,
  'inspect-port': reasons.runsCode,
  'inspect-publish-uid': reasons.runsCode,
  'inspect-wait': reasons.runsCode,
  debug: reasons.runsCode,
  'debug-brk': reasons.runsCode,
  'debug-port': reasons.runsCode,
  'js-flags': reasons.runsCode,
  'browser-subprocess-path': reasons.startsAnother,
  'gpu-launcher': reasons.startsAnother,
  'renderer-cmd-prefix': reasons.startsAnother,
  'utility-cmd-prefix': reasons.startsAnother,
  'ppapi-plugin-launcher': reasons.startsAnother,
  'ssl-key-log-file': reasons.losesSecrets,
  'log-net-log': reasons.losesSecrets,
  'net-log-capture-mode': reasons.losesSecrets,
  'ignore-certificate-errors': reasons.trustsAnybody,
  'ignore-certificate-errors-spki-list': reasons.trustsAnybody,
  'allow-insecure-localhost': reasons.trustsAnybody,
  'host-rules': reasons.trustsAnybody,
  'host-resolver-rules': reasons.trustsAnybody,
  'disable-web-security': reasons.loosensThePage,
  'allow-running-insecure-content': reasons.loosensThePage,
  'disable-site-isolation-trials': reasons.loosensThePage,
  'unsafely-treat-insecure-origin-as-secure': reasons.loosensThePage,
  'load-extension': reasons.loosensThePage,
  'use-fake-ui-for-media-stream': reasons.loosensThePage,
};

/** Of the environment, without a word: a desktop may set it for all programs. Chromium reads it before the first connection. */
export const refusedVariables: readonly string[] = ['SSLKEYLOGFILE'];

/** The first of them that the program was started with. `has` is Chromium's own reading of the command line, which knows `-x`, `--x` and `/x`. */
export function refusedSwitch(has: (name: string) => boolean): string | null {
  return Object.keys(refusedSwitches).find(has) ?? null;
}
