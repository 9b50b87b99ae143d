import { app, type Session, session, type WebContents } from 'electron';
import { page, questionPage } from '../policies/pages.ts';
import { mayAsk, mayUse } from '../policies/permissions.ts';

/**
 * What no page of this program may do, whatever it has been made to run: go elsewhere, open a window, embed a web
 * view, use a permission, reach the network. Each is denied for every web contents there will ever be, not for the
 * windows that exist today.
 */
export function guardPages(log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url: string }) => {
      // A page may be loaded anew, and none becomes another.
      if ([page, questionPage].includes(event.url) && event.url === contents.getURL()) return;
      event.preventDefault();
      log('navigation refused');
    };
    // Of every frame, the main one too.
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log('web view refused');
    });
    contents.setWindowOpenHandler(() => {
      log('new window refused');
      return { action: 'deny' };
    });
  });
}

/** Permissions by their table, and no request but for the program's own files and the recordings that its page plays. */
export function guardSession(own: Session = session.defaultSession): void {
  // The small window has no use for any.
  const asks = (contents: WebContents | null) => contents?.getURL() === questionPage;
  own.setPermissionRequestHandler((contents, permission, answer) =>
    answer(!asks(contents) && mayUse(permission)),
  );
  own.setPermissionCheckHandler(
    (contents, permission, _origin, { mediaType, securityOrigin }) =>
      !asks(contents) && mayAsk({ permission, mediaType, securityOrigin }, page),
  );
  own.setDevicePermissionHandler(() => false);
  // Chromium would fetch a dictionary for each of the person's languages, from a server of Google's.
  own.setSpellCheckerLanguages([]);
  // A second wall behind the Content-Security-Policy: the page's session reaches the package and no network.
  own.webRequest.onBeforeRequest((details, answer) => {
    const isOwnFile = /^(?:app|devtools):\/\//.test(details.url);
    const isPlayed =
      details.url.startsWith('recording://') &&
      details.resourceType === 'media' &&
      // Which nothing can frame: its own policy forbids it.
      details.frame?.url === page;
    answer({ cancel: !isOwnFile && !isPlayed });
  });
}
