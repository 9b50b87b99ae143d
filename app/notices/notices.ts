/** A notice on the desktop. */
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
    const line = text.replace(/(?:(?!\u200e)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])+/gu, ' ').trim();
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

/** Electron's own notifications; `null` where there are none. */
export type ShowClickable = (notice: Notice, on: { clicked(): void; failed(): void }) => void;

/** Something else that can be done about a notice. */
export interface NoticeAction {
  readonly label: string;
  /** What a click on the notice itself does: some desktops make a button of that, too. */
  readonly clickLabel: string;
  readonly act: () => void;
}

/** Shows a notice with a button of its own, where the desktop has such; `unsupported`: it was not shown. */
export type ShowWithAction = (
  notice: Notice,
  on: Omit<NoticeAction, 'act'> & { clicked(): void; acted(): void; unsupported(): void },
) => void;

export interface NoticesParts {
  readonly icon: string;
  readonly platform: NodeJS.Platform;
  readonly clickable: ShowClickable | null;
  /** Linux: Electron's have no buttons there. */
  readonly withAction: ShowWithAction;
  /** Tells who is signed in: a click on a notice of somebody else's calls does not act for the next person at this desk. */
  readonly whose: () => string | null;
  /** A notice could be shown nowhere: what it says must be said in the window. */
  readonly unseen: () => void;
  readonly log: (line: string) => void;
}

export interface Notices {
  /** Only informs. */
  inform(notice: Notice): void;
  /** Can be acted on. Where the desktop shows no buttons, a notice has no `action`. */
  offer(notice: Notice, clicked: () => void, action?: NoticeAction): void;
}

/**
 * What only informs goes by node-notifier everywhere. What can be acted on goes by node-notifier where it reports clicks
 * (Windows, macOS) and by Electron's own on Linux, where notify-send reports none.
 *
 * node-notifier is loaded at the first notice: it brings programs for other systems with it and most starts need none.
 */
export function createNotices(parts: NoticesParts): Notices {
  const linux = parts.platform === 'linux';
  const plain = (notice: Notice) => plainNotice(notice, linux);
  const lost = (why: string) => {
    parts.log(`a notification could not be shown: ${why}`);
    parts.unseen();
  };

  function byNotifier(notice: Notice, clicked?: () => void, action?: NoticeAction): void {
    const { title, body } = plain(notice);
    const options = {
      title,
      message: body,
      icon: parts.icon,
      appID: 'com.promptcall.companion',
      // Without it the callback comes before anybody could click.
      wait: clicked !== undefined,
      ...(action && { actions: [action.label] }),
    };
    import('node-notifier')
      .then(({ default: notifier }) => {
        notifier.notify(options as Parameters<typeof notifier.notify>[0], (error, response, about) => {
          // Where nobody reacted Windows calls it an error too.
          if (error && !/timeout|timedout/i.test(String(response))) lost('the notifier failed');
          else if (action && isAction(action.label, response, about)) action.act();
          else if (clicked && isClick(response, about)) clicked();
        });
      })
      .catch(() => lost('no notifier'));
  }

  return {
    inform: (notice) => byNotifier(notice),
    offer(notice, act, action) {
      const whose = parts.whose();
      const own = (act: () => void) => () => (parts.whose() === whose ? act() : parts.unseen());
      const clicked = own(act);
      if (!linux) return byNotifier(notice, clicked, action && { ...action, act: own(action.act) });
      const plainly = () => {
        if (parts.clickable === null) byNotifier(notice, clicked);
        else parts.clickable(plain(notice), { clicked, failed: () => lost('the desktop failed') });
      };
      if (action === undefined) return plainly();
      const { label, clickLabel } = action;
      parts.withAction(plain(notice), {
        label,
        clickLabel,
        clicked,
        acted: own(action.act),
        unsupported: plainly,
      });
    },
  };
}

/** macOS names the button in what it tells about it, Windows answers with it in lower case. */
function isAction(label: string, response: unknown, about: unknown): boolean {
  const value =
    typeof about === 'object' && about !== null && 'activationValue' in about ? about.activationValue : '';
  return [value, response].some((one) => String(one).toLowerCase() === label.toLowerCase());
}

/** macOS says `activate` or `contentsClicked`, Windows `activate` or `clicked`; closing and timing out are no click. */
function isClick(response: unknown, about: unknown): boolean {
  const type =
    typeof about === 'object' && about !== null && 'activationType' in about ? about.activationType : '';
  return /^(?:activate|clicked|contentsclicked)$/i.test(`${type || response}`);
}
