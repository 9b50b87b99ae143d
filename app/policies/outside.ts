/**
 * What is handed to another program to open, beside the files of the package: an address that the main process makes of the setting
 * `openIn` (`open-in/`), and of these kinds only. Each has its reason.
 */
const opened: Readonly<Record<string, string>> = {
  'https:': 'a page in the browser, which guards itself against pages',
  'http:': 'the same on a network that IT vouches for: the setting takes it where the policy says so',
};

/** A wall behind the setting's own checks: whatever is wrong there, no program is started, no file is opened and no password is sent. */
export function mayBeOpened(address: string): boolean {
  try {
    const { protocol, username, password, host } = new URL(address);
    return Object.hasOwn(opened, protocol) && username === '' && password === '' && host !== '';
  } catch {
    return false;
  }
}
