/** A notice on the desktop that only informs. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/**
 * Text for a notification, as plain text whatever it holds: a PBX's `msg` is in it.
 *
 * Without control characters (newlines would let a message imitate another notice), bounded, with markup escaped
 * where the daemon reads it (Linux), and never beginning with `-`, which notify-send would take for an option.
 */
export function plainNotice({ title, body }: Notice, readsMarkup: boolean): Notice {
  const clean = (text: string, most: number) => {
    const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    return harmless([...line].slice(0, most).join(''));
  };
  const harmless = (line: string) => {
    return line.startsWith('-') ? `\u2060${line}` : line;
  };
  const escaped = (text: string) =>
    text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
  const line = clean(body, 240);
  return { title: clean(title, 80), body: readsMarkup ? escaped(line) : line };
}

/**
 * Shows notices by node-notifier, which is loaded at the first one: it brings programs for other systems with it and
 * most starts of the program need none.
 */
export function createNotices(icon: string, log: (line: string) => void): (notice: Notice) => void {
  return (notice) => {
    const { title, body } = plainNotice(notice, process.platform === 'linux');
    import('node-notifier')
      .then(({ default: notifier }) => {
        notifier.notify(
          { title, message: body, icon, appID: 'com.promptcall.companion' } as Parameters<
            typeof notifier.notify
          >[0],
          (error) => {
            if (error) log('a notification could not be shown');
          },
        );
      })
      .catch(() => log('notifications are not available'));
  };
}
